//! A choice's control: words on a line, or a list.

use leptos::prelude::*;
use pendrop_figures::{
    parameter::{Choice, Control},
    values::Value,
};

use crate::ui::{
    notice::Notice,
    react::{flag, text},
    state::FigureState,
};

/// The control of the choice at `index` in the declaration.
#[component]
pub fn ChoiceControl(state: FigureState, index: usize, choice: &'static Choice) -> impl IntoView {
    let parameter = &state.figure.parameters()[index];
    let s = state.language.strings();
    let chosen = Memo::new(move |_| match state.values.with(|values| values.get(index)) {
        Some(Value::Chosen(option)) => option,
        _ => choice.default,
    });
    let choose = move |option: usize| {
        state.settle(index);
        state.change(|values| values.choose(index, option));
    };
    let label = (parameter.label)(s);
    let control = match choice.control {
        Control::Radio => {
            let options = choice
                .options
                .iter()
                .enumerate()
                .map(|(option, choosable)| {
                    view! {
                        <label>
                            <input type="radio" name=parameter.name value=choosable.name autocomplete="off"
                                disabled=state.locked
                                checked=option == choice.default
                                prop:checked=flag(move || chosen.get() == option)
                                on:change=move |_| choose(option)/>
                            <span>{(choosable.label)(s)}</span>
                        </label>
                    }
                })
                .collect_view();
            view! { <fieldset class="presets"><legend>{label}</legend>{options}</fieldset> }.into_any()
        }
        Control::Select => {
            let options = choice
                .options
                .iter()
                .enumerate()
                .map(|(option, choosable)| {
                    view! { <option value=choosable.name selected=option == choice.default>{(choosable.label)(s)}</option> }
                })
                .collect_view();
            view! {
                <label class="select">
                    <span>{label}</span>
                    <select name=parameter.name autocomplete="off" disabled=state.locked
                        prop:value=text(move || choice.options.get(chosen.get()).map_or("", |option| option.name).to_owned())
                        on:change=move |event| if let Some(option) = choice.index(&event_target_value(&event)) { choose(option) }>
                        {options}
                    </select>
                </label>
            }
            .into_any()
        }
    };
    view! { {control} <Notice state index/> }
}
