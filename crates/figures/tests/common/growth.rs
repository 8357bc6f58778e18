//! What the tests of `fixed-budget` and `drivers` share: states, the real tables, and what every outcome owes the page.

use std::sync::Arc;

use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Outcome, Reading},
    parameter::Kind,
    picture::Frame,
    query,
    values::Values,
};

use crate::{bounds::check_frame, common::layers};

pub fn values(figure: &dyn Figure, pairs: &[(&str, &str)]) -> Values {
    let parsed = query::parse(figure.parameters(), "", pairs.iter().copied());
    assert!(parsed.rejections.is_empty(), "{:?}", parsed.rejections);
    parsed.values
}

/// The values at these shares of each parameter's range.
pub fn at_shares(figure: &dyn Figure, shares: &[f64]) -> Values {
    let mut state = Values::defaults(figure.parameters());
    for (index, (parameter, share)) in figure.parameters().iter().zip(shares).enumerate() {
        match &parameter.kind {
            Kind::Quantity(quantity) => {
                state.set(index, quantity.value_at(quantity.first() + share * (quantity.last() - quantity.first())));
            }
            Kind::Choice(choice) => state.choose(index, ((share * choice.options.len() as f64) as usize).min(choice.options.len() - 1)),
            Kind::Toggle(_) => state.turn(index, *share > 0.5),
        }
    }
    state
}

/// A readout's number in full precision.
pub fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

/// The picture, nothing of which changes with time.
pub fn drawn(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    let [background, _] = layers(outcome, frame, 0.0);
    background
}

/// The layouts at widths that the page really has.
pub fn frames(figure: &dyn Figure) -> Vec<Frame> {
    let heights = figure.heights();
    let frame = |width, narrow, language| {
        let height = if narrow { heights.narrow } else { heights.wide };
        Frame { width, height, narrow, language, guess: None }
    };
    let widths = [(280.0, true), (350.0, true), (608.0, true), (560.0, false), (640.0, false), (900.0, false)];
    LANGUAGES.iter().flat_map(|(language, _)| widths.map(|(width, narrow)| frame(width, narrow, *language))).collect()
}

/// All that every outcome owes the page: its readouts by these names, words without gaps, a picture within its frame.
pub fn check(figure: &dyn Figure, outcome: &Arc<dyn Outcome>, names: &[&str]) {
    for (language, _) in LANGUAGES {
        let readouts = outcome.readouts(*language);
        assert_eq!(readouts.iter().map(|readout| readout.name).collect::<Vec<_>>(), names);
        for readout in readouts {
            match &readout.reading {
                Reading::Number(value) => assert!(value.is_finite(), "{}", readout.name),
                Reading::Word(word) => assert!(!word.is_empty()),
                Reading::Missing => {
                    assert!(outcome.caveat(*language).is_some(), "{} is missing without a sentence", readout.name);
                }
            }
            assert!(!readout.display.0.is_empty() && !readout.display.0.contains("NaN") && !readout.display.0.contains("inf"));
        }
        let texts = [outcome.headline(*language), outcome.description(*language), outcome.source_line(*language)];
        for text in texts.iter().chain(&outcome.caveat(*language)) {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
        let table = outcome.table(*language);
        assert!(table.rows.len() > 1 && table.rows.iter().all(|row| row.len() == table.heads.len()));
    }
    for frame in frames(figure) {
        check_frame(&frame, &drawn(outcome, &frame), 6.0);
    }
}
