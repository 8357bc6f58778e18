//! A choice's control: words on a line, or a list.

use pendrop_kit::parameter::{Choice, Control};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::{
    dom::{all, find_as, follow, on},
    notice,
    state::FigureState,
};

/// Brings the control of the choice at `index` in the declaration to life.
pub fn attach(state: FigureState, index: usize, choice: &'static Choice, figure: &Element) {
    let name = state.figure.parameters()[index].name;
    let choose = move |option: Option<usize>| {
        if let Some(option) = option {
            state.settle(index);
            state.change(|values| values.choose(index, option));
        }
    };
    match choice.control {
        Control::Radio => {
            let buttons: Vec<HtmlInputElement> =
                all(figure, &format!("input[name={name}]")).into_iter().filter_map(|input| input.dyn_into().ok()).collect();
            for (option, button) in buttons.iter().enumerate() {
                on(button, "change", Box::new(move |_| choose(Some(option))));
            }
            follow(Box::new(move || {
                if let Some(button) = buttons.get(state.option(index)) {
                    button.set_checked(true);
                }
            }));
        }
        Control::Select => {
            let Some(list) = find_as::<HtmlSelectElement>(figure, &format!("select[name={name}]")) else { return };
            let chosen = list.clone();
            on(&list, "change", Box::new(move |_| choose(choice.index(&chosen.value()))));
            follow(Box::new(move || list.set_value(choice.options.get(state.option(index)).map_or("", |option| option.name))));
        }
    }
    notice::attach(state, index, figure);
}
