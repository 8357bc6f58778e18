//! Brings the control of a toggle to life.

use pendrop_kit::values::{Key, Value};
use web_sys::{Element, HtmlInputElement};

use crate::{
    browser::dom::{effect, need_control, on},
    parts::notice,
    session::Session,
};

/// Brings the control of the toggle at `index` in the declaration to life.
pub fn bind(session: Session, index: usize, figure: &Element) {
    let Some(toggle) = need_control::<HtmlInputElement>(figure, session.figure.parameters()[index].name) else { return };
    let input = toggle.clone();
    on(&toggle, "change", Box::new(move |_| session.edit(vec![(Key(index), Value::On(input.checked()))])));
    effect(Box::new(move || toggle.set_checked(session.value(index) == Some(Value::On(true)))));
    notice::bind::bind(session, index, figure);
}
