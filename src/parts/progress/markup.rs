//! The line that says how far a figure's jobs are, as it is served; its place is kept while there are none.

use leptos::prelude::*;
use pendrop_kit::locale::{Language, markup::Strings};

/// The line.
#[must_use]
pub fn view(language: Language) -> AnyView {
    let s = Strings::of(language);
    view! {
        <div class="computing" data-idle>
            <span class="computing-word">{s.computing}</span>
            <b class="computing-share"></b>
            <progress max="1" value="0" aria-label=s.computing></progress>
            <span class="computing-left"></span>
            <button type="button" data-computing="pause" disabled>{s.computing_pause}</button>
            <button type="button" data-computing="cancel" disabled>{s.computing_cancel}</button>
        </div>
    }
    .into_any()
}
