//! The button that keeps a run, and the place of those that are kept.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::{Language, markup::Strings},
};

/// Button and place, where a figure's runs can be compared.
pub fn view(figure: &dyn Figure, language: Language) -> Option<AnyView> {
    let s = Strings::of(language);
    figure.compares().then(|| {
        view! {
            <div class="runs">
                <p class="runs-tools">
                    <button type="button" data-action="keep" disabled>{s.runs_keep}</button>
                    <span class="runs-note" aria-live="off"></span>
                </p>
                <ul aria-label=s.runs_list></ul>
            </div>
        }
        .into_any()
    })
}
