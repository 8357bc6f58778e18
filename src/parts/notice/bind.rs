//! Keeps the notice of a parameter in step: why a value could not be taken, and what is shown instead.

use web_sys::Element;

use super::{notice_selector, text};
use crate::{
    browser::{
        dom::{effect, find, show_notice},
        report,
    },
    session::Session,
};

/// Keeps the notice under the control of one parameter in step, and marks the control.
pub fn bind(session: Session, index: usize, figure: &Element) {
    let parameter = &session.figure.parameters()[index];
    let Some(place) = find(figure, &notice_selector(parameter.name)) else {
        return report(&format!("the page lacks the notice of {}", parameter.name));
    };
    effect(Box::new(move || {
        let rejection = session.rejections().into_iter().find(|rejection| rejection.index == index);
        if let Some(slider) = place.closest(".slider").ok().flatten() {
            // A fixed class name is never refused.
            let _ = slider.class_list().toggle_with_force("refused", rejection.is_some());
        }
        match rejection {
            Some(rejection) => {
                let (reason, in_force) = text(parameter, &rejection, session.value(index), session.language);
                show_notice(&place, Some((&reason, &in_force)));
            }
            None => show_notice(&place, None),
        }
    }));
}
