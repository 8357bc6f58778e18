//! The numbers of a figure.

use pendrop_kit::{
    format::with_unit,
    outcome::{Place, Reading},
};
use web_sys::Element;

use super::{
    dom::{bind_text, find, follow, set_attribute, set_text},
    state::FigureState,
};

/// Keeps every readout in step, and the large one's copy in the strip above the picture.
pub fn attach(state: FigureState, figure: &Element) {
    let outputs: Vec<_> = state.solved_now().1.iter().map(|readout| find(figure, &format!("output[name={}]", readout.name))).collect();
    follow(Box::new(move || {
        let solved = state.solved();
        for (readout, output) in solved.1.iter().zip(&outputs) {
            let Some(output) = output else { continue };
            set_attribute(output, "data-value", Some(&readout.reading.data()));
            let missing = readout.reading == Reading::Missing;
            set_attribute(output, "class", missing.then_some("missing"));
            for (part, text) in [("b", &readout.shown.0), (".unit", &readout.shown.1)] {
                if let Some(part) = find(output, part) {
                    set_text(&part, text);
                }
            }
        }
    }));
    bind_text(
        find(figure, ".strip b"),
        Box::new(move || {
            let solved = state.solved();
            solved.1.iter().find(|readout| readout.place == Place::Large).map_or_else(String::new, |readout| with_unit(&readout.shown))
        }),
    );
}
