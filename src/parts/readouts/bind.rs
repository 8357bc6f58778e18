//! Keeps the numbers of a figure in step.

use pendrop_kit::{format::with_unit, outcome::Reading};
use web_sys::Element;

use super::readout_selector;
use crate::{
    browser::{
        dom::{bind_text, effect, find, set_attribute, set_text},
        report,
    },
    session::Session,
};

/// Keeps every readout in step, and the large one's copy in the strip above the picture.
pub fn bind(session: Session, figure: &Element) {
    let outputs: Vec<_> = session.start().readouts.iter().map(|readout| find(figure, &readout_selector(readout.name))).collect();
    if outputs.contains(&None) {
        report("the page lacks a readout");
    }
    effect(Box::new(move || {
        let evaluation = session.evaluation();
        for (readout, output) in evaluation.readouts.iter().zip(&outputs) {
            let Some(output) = output else { continue };
            set_attribute(output, "data-value", Some(&readout.reading.data()));
            let missing = readout.reading == Reading::Missing;
            set_attribute(output, "class", missing.then_some("missing"));
            for (part, text) in [("b", &readout.display.0), (".unit", &readout.display.1)] {
                if let Some(part) = find(output, part) {
                    set_text(&part, text);
                }
            }
        }
    }));
    // A figure without a large number has no strip.
    let large = move || session.evaluation().large().map_or_else(String::new, |readout| with_unit(&readout.display));
    bind_text(find(figure, ".strip b"), Box::new(large));
}
