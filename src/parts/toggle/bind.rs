//! A control for on and off.

use pendrop_kit::values::Value;
use web_sys::{Element, HtmlInputElement};

use super::{
    dom::{find_as, follow, on},
    notice,
    state::FigureState,
};

/// Brings the control of the toggle at `index` in the declaration to life.
pub fn attach(state: FigureState, index: usize, figure: &Element) {
    let name = state.figure.parameters()[index].name;
    let Some(toggle) = find_as::<HtmlInputElement>(figure, &format!("input[name={name}]")) else { return };
    let input = toggle.clone();
    on(
        &toggle,
        "change",
        Box::new(move |_| {
            let on = input.checked();
            state.settle(index);
            state.change(|values| values.turn(index, on));
        }),
    );
    follow(Box::new(move || {
        toggle.set_checked(leptos::prelude::With::with(&state.values, |values| values.get(index)) == Some(Value::On(true)))
    }));
    notice::attach(state, index, figure);
}
