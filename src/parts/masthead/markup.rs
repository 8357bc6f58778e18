//! The head of every page: name, contents, theme, language.

use leptos::prelude::*;
use pendrop_kit::locale::{LANGUAGES, markup::Strings};

use crate::route::{Page, Route};

/// The head of the page at a route.
#[component]
pub fn Masthead<'a>(route: Route<'a>, base: &'a str) -> AnyView {
    let s = Strings::of(route.language);
    let home = format!("{base}{}", Route { page: Page::Cover, ..route }.path());
    let about = format!("{base}{}", Route { page: Page::About, ..route }.path());
    let current = move |page: Page| (route.page == page).then_some("page");
    let themes = [("light", s.theme_light), ("dark", s.theme_dark), ("projector", s.theme_projector)].map(|(name, label)| {
        view! {
            <label>
                <input type="radio" name="theme" value=name autocomplete="off" disabled/>
                <span>{label}</span>
            </label>
        }
    });
    let languages = LANGUAGES
        .iter()
        .map(|(language, code)| {
            let href = format!("{base}{}", Route { language: *language, ..route }.path());
            view! {
                <a href=href data-noscroll="" hreflang=*code lang=*code aria-current=(route.language == *language).then_some("true")
                    title=Strings::of(*language).language_name>{code.to_ascii_uppercase()}</a>
            }
        })
        .collect_view();
    view! {
        <a class="skip" href="#main">{s.skip_to_content}</a>
        <header class="masthead" id="masthead">
            <a class="brand" href=home.clone()>
                <svg viewBox="0 0 8 24" aria-hidden="true"><path d="M1 1h5v17l-2.5 5L1 18zM6.6 2h1v8h-1z"></path></svg>
                {s.site_name}
            </a>
            <nav aria-label=s.nav_label>
                <a href=home aria-current=current(Page::Cover)>{s.nav_contents}</a>
                <a class="about" href=about aria-current=current(Page::About)>{s.nav_about}</a>
            </nav>
            <div class="themes">
                <button type="button" class="themes-button" disabled aria-expanded="false">{s.theme}</button>
                <fieldset><legend>{s.theme}</legend>{themes}</fieldset>
            </div>
            <nav class="languages" aria-label=s.language>{languages}</nav>
        </header>
    }
    .into_any()
}
