//! A choice's control: words on a line, or a list.

use leptos::prelude::*;
use pendrop_kit::{
    locale::Language,
    parameter::{Choice, Control, Parameter},
};

/// The control of a choice, with the place of its notice.
#[component]
pub fn ChoiceControl(parameter: &'static Parameter, choice: &'static Choice, language: Language) -> impl IntoView {
    let label = (parameter.label)(language);
    let options = choice.options.iter().enumerate();
    let control = match choice.control {
        Control::Radio => {
            let options = options
                .map(|(option, choice_option)| {
                    view! {
                        <label>
                            <input type="radio" name=parameter.name value=choice_option.name autocomplete="off" disabled checked=option == choice.default/>
                            <span>{(choice_option.label)(language)}</span>
                        </label>
                    }
                })
                .collect_view();
            view! { <fieldset class="presets"><legend>{label}</legend>{options}</fieldset> }.into_any()
        }
        Control::Select => {
            let options = options
                .map(|(option, choice_option)| {
                    view! { <option value=choice_option.name selected=option == choice.default>{(choice_option.label)(language)}</option> }
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
