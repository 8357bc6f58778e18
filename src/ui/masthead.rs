//! The head of every page: name, contents, theme, language.

use leptos::{ev, prelude::*};
use pendrop_figures::locale::LANGUAGES;
use wasm_bindgen::JsCast;

use crate::{
    browser::{self, Base},
    place::{Page, Place},
    ui::react::{flag, text},
};

/// The name under which the theme is remembered; the inline script in the page's head reads it too.
const THEME: &str = "pendrop-theme";
/// The name under which the language is remembered, for the address `/`.
const LANGUAGE: &str = "pendrop-language";

/// The head of the page at a place.
#[component]
pub fn Masthead(place: Place) -> impl IntoView {
    let base = expect_context::<Base>();
    let s = place.language.strings();
    let home = base.url(&Place { page: Page::Cover, ..place }.path());
    let about = base.url(&Place { page: Page::About, ..place }.path());
    let current = move |page: Page| (place.page == page).then_some("page");
    // The router would take the link for navigation, which moves the view but not the focus.
    let skip = |event: ev::MouseEvent| {
        event.prevent_default();
        let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(main) = main {
            // Main text that is there can take the focus.
            let _ = main.focus();
        }
    };
    view! {
        <a class="skip" href="#main" on:click=skip>{s.skip_to_content}</a>
        <header class="masthead">
            <a class="brand" href=home.clone()>
                <svg viewBox="0 0 8 24" aria-hidden="true"><path d="M1 1h5v17l-2.5 5L1 18zM6.6 2h1v8h-1z"></path></svg>
                {s.site_name}
            </a>
            <nav aria-label=s.nav_label>
                <a href=home aria-current=current(Page::Cover)>{s.nav_contents}</a>
                <a href=about aria-current=current(Page::About)>{s.nav_about}</a>
            </nav>
            <Themes place/>
            <Languages place/>
        </header>
    }
}

#[component]
fn Themes(place: Place) -> impl IntoView {
    let s = place.language.strings();
    let theme = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let unknown = flag(move || theme.with(String::is_empty));
    // What is in force is known only in the browser: a stored choice, else what the system asks for.
    Effect::new(move |_| {
        let chosen = browser::root_element().and_then(|root| root.get_attribute("data-theme"));
        let system = if browser::media("(prefers-color-scheme: dark)") { "dark" } else { "light" };
        theme.set(chosen.unwrap_or_else(|| system.to_owned()));
    });
    let choose = move |name: &'static str| {
        if let Some(root) = browser::root_element() {
            // An attribute name that is fixed cannot be refused.
            let _ = root.set_attribute("data-theme", name);
        }
        browser::remember(THEME, name);
        theme.set(name.to_owned());
    };
    let options = ["light", "dark", "projector"].map(|name| {
        let label = match name {
            "light" => s.theme_light,
            "dark" => s.theme_dark,
            _ => s.theme_projector,
        };
        view! {
            <label>
                <input type="radio" name="theme" value=name autocomplete="off" disabled=unknown
                    prop:checked=flag(move || theme.with(|theme| theme == name)) on:change=move |_| choose(name)/>
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <div class="themes" class:open=open>
            <button type="button" class="themes-button" disabled=unknown aria-expanded=text(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)>{s.theme}</button>
            <fieldset>
                <legend>{s.theme}</legend>
                {options}
            </fieldset>
        </div>
    }
}

#[component]
fn Languages(place: Place) -> impl IntoView {
    let base = expect_context::<Base>();
    let links = LANGUAGES
        .iter()
        .map(|(language, code)| {
            let href = base.url(&Place { language: *language, ..place }.path());
            let target = href.clone();
            // The state of the figures stands in the address; it goes along.
            let carry = move |event: ev::MouseEvent| {
                browser::remember(LANGUAGE, code);
                browser::say(browser::LEAVING);
                if let Some(link) = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
                    link.set_href(&format!("{target}{}", browser::search()));
                }
            };
            view! {
                <a href=href data-noscroll="" hreflang=*code lang=*code aria-current=(place.language == *language).then_some("true")
                    title=language.strings().language_name on:click=carry>{code.to_ascii_uppercase()}</a>
            }
        })
        .collect_view();
    view! { <nav class="languages" aria-label=place.language.strings().language>{links}</nav> }
}
