//! The line that says how far a figure's jobs are, as it is served; its place is kept while there are none.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{Language, markup::Strings},
    recording::Recorded,
};

use super::recorded;

/// The line. Without a recording its place is kept.
#[must_use]
pub fn view(recording: Option<&Recorded>, language: Language) -> AnyView {
    let s = Strings::of(language);
    let is_recorded = recording.is_some();
    let [word, button] = match recording {
        Some(recording) => [recorded(recording, language), s.computing_here.to_owned()],
        None => [s.computing.to_owned(), s.computing_cancel.to_owned()],
    };
    view! {
        <div class="computing" data-idle=(!is_recorded).then_some("") data-at-rest=is_recorded.then_some("")>
            <span class="computing-word">{word}</span>
            <b class="computing-share"></b>
            <progress max="1" value="0" aria-label=s.computing></progress>
            <span class="computing-left"></span>
            <button type="button" data-computing="pause" disabled>{s.computing_pause}</button>
            <button type="button" data-computing="cancel" disabled>{button}</button>
            <span class="computing-plain" hidden>{s.computing_plain}</span>
        </div>
    }
    .into_any()
}
