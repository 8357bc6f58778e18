//! Keeps the numbers of a figure in step.

use std::sync::Arc;

use pendrop_kit::{format::with_unit, outcome::Readout};
use web_sys::Element;

use super::{ACCENT, accents, class, readout_selector, strip_class};
use crate::{
    browser::{
        dom::{effect, find, set_attribute, set_flag, set_text},
        report,
    },
    session::Session,
};

/// Keeps every readout in step, and the large one's copy in the strip above the picture.
pub fn bind(session: Session, figure: &Element) {
    let outputs: Vec<_> = session.start().readouts.iter().map(|readout| Output::find(figure, readout.name)).collect();
    if outputs.iter().any(Option::is_none) {
        report("the page lacks a readout");
    }
    let mut shown: Option<Arc<[Readout]>> = None;
    let root = figure.clone();
    effect(Box::new(move || {
        let readouts = session.evaluation().readouts;
        for (index, (readout, output)) in readouts.iter().zip(&outputs).enumerate() {
            let before = shown.as_ref().and_then(|shown| shown.get(index));
            let stays = before.is_some_and(|before| {
                before.reading == readout.reading && before.display == readout.display && before.accent == readout.accent
            });
            if let Some(output) = output.as_ref().filter(|_| !stays) {
                output.show(readout);
            }
        }
        set_flag(&root, ACCENT, accents(&readouts));
        shown = Some(readouts);
    }));
    // A figure without a large number has no strip.
    let Some(strip) = find(figure, ".strip b") else { return };
    effect(Box::new(move || {
        if let Some(readout) = session.evaluation().large() {
            set_text(&strip, &with_unit(&readout.display));
            set_attribute(&strip, "class", strip_class(readout));
        }
    }));
}

/// The element of a readout, and the parts of its text.
struct Output {
    element: Element,
    number: Option<Element>,
    unit: Option<Element>,
}

impl Output {
    fn find(figure: &Element, name: &str) -> Option<Self> {
        let element = find(figure, &readout_selector(name))?;
        Some(Self { number: find(&element, "b"), unit: find(&element, ".unit"), element })
    }

    fn show(&self, readout: &Readout) {
        set_attribute(&self.element, "data-value", Some(&readout.reading.data()));
        set_attribute(&self.element, "class", class(readout));
        for (part, text) in [(&self.number, &readout.display.0), (&self.unit, &readout.display.1)] {
            if let Some(part) = part {
                set_text(part, text);
            }
        }
    }
}
