//! The challenge of a figure as it is served: open.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::{Language, markup::Strings},
};

/// The challenge, where the figure has one.
pub fn view(figure: &dyn Figure, language: Language) -> Option<AnyView> {
    let s = Strings::of(language);
    figure.challenge().map(|(_, label)| {
        view! {
            <p class="challenge">
                <b>{s.challenge}</b>" "{label(language)}
                <span class="challenge-done" data-met="false">" ✓ "{s.challenge_done}</span>
            </p>
        }
        .into_any()
    })
}
