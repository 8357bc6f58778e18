//! A choice's control: words on a line, or a list.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{Language, Strings},
    parameter::{Choice, Control, Parameter},
};

/// The control of a choice, with the place of its notice.
#[component]
pub fn ChoiceControl(parameter: &'static Parameter, choice: &'static Choice, language: Language) -> impl IntoView {
    let s = Strings::of(language);
    let label = (parameter.label)(s);
    let options = choice.options.iter().enumerate();
    let control = match choice.control {
        Control::Radio => {
            let options = options
                .map(|(option, choosable)| {
                    view! {
                        <label>
                            <input type="radio" name=parameter.name value=choosable.name autocomplete="off" disabled checked=option == choice.default/>
                            <span>{(choosable.label)(s)}</span>
                        </label>
                    }
                })
                .collect_view();
            view! { <fieldset class="presets"><legend>{label}</legend>{options}</fieldset> }.into_any()
        }
        Control::Select => {
            let options = options
                .map(|(option, choosable)| {
                    view! { <option value=choosable.name selected=option == choice.default>{(choosable.label)(s)}</option> }
                })
                .collect_view();
            view! {
                <label class="select">
                    <span>{label}</span>
                    <select name=parameter.name autocomplete="off" disabled>{options}</select>
                </label>
            }
            .into_any()
        }
    };
    view! { {control} <p class="notice" data-notice=parameter.name role="status"></p> }
}
