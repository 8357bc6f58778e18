//! The buttons in a figure's head as they are served.

use leptos::prelude::*;
use pendrop_kit::locale::{Language, markup::Strings};

/// The buttons; the style shows the one for the rest on a stage only.
pub fn tools(language: Language) -> AnyView {
    let s = Strings::of(language);
    view! {
        <div class="figure-tools">
            <button type="button" data-action="more" disabled aria-expanded="false" aria-label=s.action_more_label>{s.action_more}</button>
            <button type="button" data-action="fullscreen" disabled>{s.action_fullscreen}</button>
        </div>
    }
    .into_any()
}
