//! A control for on and off.

use leptos::prelude::*;
use pendrop_kit::{locale::Language, parameter::Parameter};

/// The control of a toggle, with the place of its notice.
#[component]
pub fn ToggleControl(parameter: &'static Parameter, on: bool, language: Language) -> impl IntoView {
    view! {
        <label class="toggle">
            <input type="checkbox" name=parameter.name autocomplete="off" disabled checked=on/>
            <span>{(parameter.label)(language)}</span>
        </label>
        <p class="notice" data-notice=parameter.name role="status"></p>
    }
}
