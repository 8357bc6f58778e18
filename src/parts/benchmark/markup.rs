//! The button that measures the reader's device, as it is served.

use leptos::prelude::*;
use pendrop_kit::locale::{Language, markup::Strings};

/// The button and its line.
#[must_use]
pub fn view(language: Language) -> AnyView {
    let s = Strings::of(language);
    view! {
        <div class="computing measuring" data-idle>
            <button type="button" class="primary" data-measure disabled>{s.measure_start}</button>
            <span class="computing-word" role="status"></span>
            <b class="computing-share"></b>
            <progress max="1" value="0" aria-label=s.measure_running></progress>
        </div>
    }
    .into_any()
}
