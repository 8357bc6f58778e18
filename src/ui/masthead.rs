//! The head of every page: name, contents, theme, language.

use leptos::{ev, prelude::*};
use pendrop_figures::locale::LANGUAGES;
use wasm_bindgen::JsCast;

use crate::{
    browser::{self, Base},
    place::{Page, Place},
};

/// The name under which the theme is remembered; the inline script in the page's head reads it too.
const THEME: &str = "pendrop-theme";
/// The name under which the language is remembered, for the address `/`.
const LANGUAGE: &str = "pendrop-language";

/// The head of the page at a place.
#[component]
pub fn Masthead(place: Signal<Place>) -> impl IntoView {
    let base = expect_context::<Base>();
    let s = move || place.get().language.strings();
    let home = move || base.url(&Place { page: Page::Cover, ..place.get() }.path());
    let about = move || base.url(&Place { page: Page::About, ..place.get() }.path());
    let current = move |page: Page| (place.get().page == page).then_some("page");
    view! {
        <a class="skip" href="#main">{move || s().skip_to_content}</a>
        <header class="masthead">
            <a class="brand" href=home>
                <svg viewBox="0 0 8 24" aria-hidden="true"><path d="M1 1h5v17l-2.5 5L1 18zM6.6 2h1v8h-1z"></path></svg>
                {move || s().site_name}
            </a>
            <nav aria-label=move || s().nav_label>
                <a href=home aria-current=move || current(Page::Cover)>{move || s().nav_contents}</a>
                <a href=about aria-current=move || current(Page::About)>{move || s().nav_about}</a>
            </nav>
            <Themes place/>
            <Languages place/>
        </header>
    }
}

#[component]
fn Themes(place: Signal<Place>) -> impl IntoView {
    let s = move || place.get().language.strings();
    let theme = RwSignal::new(String::new());
    let open = RwSignal::new(false);
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
        let label = move || match name {
            "light" => s().theme_light,
            "dark" => s().theme_dark,
            _ => s().theme_projector,
        };
        view! {
            <label>
                <input type="radio" name="theme" value=name autocomplete="off" disabled=move || theme.with(String::is_empty)
                    prop:checked=move || theme.with(|theme| theme == name) on:change=move |_| choose(name)/>
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <div class="themes" class:open=move || open.get()>
            <button type="button" class="themes-button" disabled=move || theme.with(String::is_empty) aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)>{move || s().theme}</button>
            <fieldset>
                <legend>{move || s().theme}</legend>
                {options}
            </fieldset>
        </div>
    }
}

#[component]
fn Languages(place: Signal<Place>) -> impl IntoView {
    let base = expect_context::<Base>();
    let links = LANGUAGES
        .iter()
        .map(|(language, code)| {
            let href = move || base.url(&Place { language: *language, ..place.get() }.path());
            // The state of the figures stands in the address; it goes along.
            let carry = move |event: ev::MouseEvent| {
                browser::remember(LANGUAGE, code);
                if let Some(link) = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
                    link.set_href(&format!("{}{}", href(), browser::search()));
                }
            };
            view! {
                <a href=href hreflang=*code lang=*code aria-current=move || (place.get().language == *language).then_some("true")
                    title=language.strings().language_name on:click=carry>{code.to_uppercase()}</a>
            }
        })
        .collect_view();
    view! { <nav class="languages" aria-label=move || place.get().language.strings().language>{links}</nav> }
}
