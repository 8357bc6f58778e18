//! What the tests of `fixed-budget` and `drivers` share: states, the real tables, and what every outcome owes the page.

use std::{fmt::Debug, sync::Arc};

use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Outcome, Reading},
    query,
    values::Values,
};

use super::owed::{self, WIDTHS};

pub fn values(figure: &dyn Figure, pairs: &[(&str, &str)]) -> Values {
    let parsed = query::parse(figure.parameters(), "", pairs.iter().copied());
    assert!(parsed.rejections.is_empty(), "{:?}", parsed.rejections);
    parsed.values
}

/// A readout's number in full precision.
pub fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

/// What an outcome of these figures owes the page beside what each figure's does.
pub fn check(outcome: &dyn Outcome) {
    for (language, _) in LANGUAGES {
        let missing = outcome.readouts(*language).iter().any(|readout| readout.reading == Reading::Missing);
        assert!(!missing || outcome.caveat(*language).is_some(), "readouts are missing without a sentence");
        assert!(outcome.table(*language).rows.len() > 1);
    }
}

/// The same, and what each figure's outcome owes it; its readouts have these names.
pub fn check_whole(figure: &dyn Figure, state: &dyn Debug, outcome: &Arc<dyn Outcome>, names: &[&str]) {
    check(&**outcome);
    owed::check(figure, state, outcome, names, &WIDTHS, 0.0);
}
