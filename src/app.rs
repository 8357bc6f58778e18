//! The ground plan: router, masthead, the page that is shown, the foot of the page.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    path,
};
use wasm_bindgen::JsCast;

use crate::{
    browser::{self, Base},
    pages,
    place::{Page, Place},
    prose::Prose,
    ui::{
        masthead::Masthead,
        react::{flag, part},
    },
};

/// The site. Natively, base path and prose are provided by whoever renders it.
#[component]
pub fn App() -> impl IntoView {
    let base = use_context::<Base>().unwrap_or_else(|| Base(StoredValue::new(Base::of_page())));
    provide_context(base);
    let served = use_context::<Prose>().unwrap_or_else(Prose::served);
    let path = base.0.get_value();
    view! {
        <Router base=path>
            <FlatRoutes fallback=|| ()>
                <Route path=path!("/*any") view=move || view! { <Site served=served.clone()/> }/>
            </FlatRoutes>
        </Router>
    }
}

/// What is shown: a place and its prose.
#[derive(Clone)]
struct Shown {
    place: Place,
    prose: Prose,
}

#[component]
fn Site(served: Prose) -> impl IntoView {
    let base = expect_context::<Base>();
    let location = use_location();
    let place = Memo::new(move |_| {
        let path = location.pathname.get();
        Place::from_path(base.0.with_value(|base| path.strip_prefix(base.as_str()).unwrap_or(&path).to_owned()).as_str())
    });
    let shown = RwSignal::new(Shown { place: place.get_untracked(), prose: served });
    let failed = RwSignal::new(false);
    let attempt = RwSignal::new(0_u32);

    // On in-page navigation the next page's own file is fetched, and its prose used; until it is there, the page stays.
    Effect::new(move |previous: Option<(Place, u32)>| {
        let now = (place.get(), attempt.get());
        if previous.is_some_and(|previous| previous != now) {
            spawn_local(async move {
                let next = load(base, now.0).await;
                // The reader may have gone on meanwhile.
                if place.try_get_untracked() == Some(now.0) {
                    failed.set(next.is_none());
                    if let Some(next) = next {
                        shown.set(next);
                        request_animation_frame(focus_heading);
                    }
                }
            });
        }
        now
    });

    // Page, head and foot are made anew for each place: a language's words are fixed in them.
    let here = Memo::new(move |_| shown.with(|shown| shown.place));
    let alone = move || matches!(here.get().page, Page::Figure(_));
    let retry = move |_| attempt.update(|count| *count += 1);
    view! {
        {part(move || if alone() { ().into_any() } else { view! { <Masthead place=here.get()/> }.into_any() })}
        {part(move || {
            let s = here.get().language.strings();
            if !failed.get() {
                return ().into_any();
            }
            view! {
                <div class="notice failure" role="alert">
                    <p>{s.loading_failed}</p>
                    <button type="button" on:click=retry>{s.try_again}</button>
                </div>
            }
            .into_any()
        })}
        <main id="main" tabindex="-1" class:alone=flag(alone)>
            {part(move || {
                let Shown { place, prose } = shown.get();
                pages::view(place, prose)
            })}
        </main>
        {part(move || {
            if alone() {
                return ().into_any();
            }
            let place = here.get();
            let s = place.language.strings();
            let about = base.url(&Place { page: Page::About, ..place }.path());
            view! { <footer><p>{s.footer}</p><a href=about>{s.cover_about}</a></footer> }.into_any()
        })}
    }
}

/// Fetches a page's file and takes its prose, its title and its language.
async fn load(base: Base, place: Place) -> Option<Shown> {
    let text = browser::fetch_text(&base.url(&place.path())).await?;
    let page = web_sys::DomParser::new().ok()?.parse_from_string(&text, web_sys::SupportedType::TextHtml).ok()?;
    let found = page.query_selector_all("[data-prose]").ok()?;
    let mut blocks = std::collections::BTreeMap::new();
    for index in 0..found.length() {
        let element: web_sys::Element = found.get(index)?.dyn_into().ok()?;
        blocks.insert(element.get_attribute("data-prose")?, element.inner_html());
    }
    document().set_title(&page.title());
    if let Some(root) = browser::root_element() {
        root.set_attribute("lang", place.language.code()).ok()?;
    }
    Some(Shown { place, prose: Prose::new(blocks) })
}

/// Tells people who do not see the page that it has changed.
fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        heading.set_tab_index(-1);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A heading that cannot take the focus is no harm.
        let _ = heading.focus_with_options(&options);
    }
}
