//! Brings the control of a choice to life.

use pendrop_kit::{
    parameter::{Choice, Control},
    values::{Key, Value},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use crate::{
    browser::dom::{all, effect, need_control, on},
    parts::notice,
    session::Session,
};

/// Brings the control of the choice at `index` in the declaration to life.
pub fn bind(session: Session, index: usize, choice: &'static Choice, figure: &Element) {
    let name = session.figure.parameters()[index].name;
    let choose = move |option: usize| {
        let before = session.state().values;
        session.edit(vec![(Key(index), Value::Chosen(option))]);
        session.demonstrate_choice(&before);
    };
    match choice.control {
        Control::Radio => {
            let buttons: Vec<HtmlInputElement> =
                all(figure, &format!("input[name={name}]")).into_iter().filter_map(|input| input.dyn_into().ok()).collect();
            for (option, button) in buttons.iter().enumerate() {
                on(button, "change", Box::new(move |_| choose(option)));
            }
            effect(Box::new(move || {
                if let Some(button) = buttons.get(session.option(index)) {
                    button.set_checked(true);
                }
            }));
        }
        Control::Select => {
            let Some(list) = need_control::<HtmlSelectElement>(figure, name) else { return };
            let chosen = list.clone();
            on(&list, "change", Box::new(move |_| choice.index(&chosen.value()).into_iter().for_each(choose)));
            effect(Box::new(move || list.set_value(choice.options.get(session.option(index)).map_or("", |option| option.name))));
        }
    }
    notice::bind::bind(session, index, figure);
}
