//! What readers are asked to bring about: not there at the start, and within reach of the controls.

use crate::common::data::tables;
use pendrop_figures::{FIGURES, testing::values};
use pendrop_kit::{locale::LANGUAGES, query, values::Values};

/// A state that meets the challenge of a figure, as an address, and one that almost does.
const MET: [(&str, &str, &str); 13] = [
    ("pen-drop", "object=ping-pong-ball&height=4.7", "object=ping-pong-ball&height=4"),
    ("dominance-map", "mass=0.1&area=0.72", "mass=0.09&area=0.65"),
    ("flutter", "nudge=1e-3", "nudge=1e-5"),
    ("ensemble", "object=ping-pong-ball&height=12", "object=ping-pong-ball&height=13&jitter=0.19"),
    ("fixed-budget", "halving_time=1", "halving_time=1.1"),
    ("compute-trend", "from=1970&to=1995", "from=1970&to=1990"),
    ("backtest", "dataset=supercomputers&cut=2012&reveal=on", "dataset=supercomputers&cut=2012"),
    ("search-vs-knowledge", "opponent=soft", "opponent=rules-only"),
    ("drivers", "algorithm_halving=0.45", "algorithm_halving=0.5"),
    ("learn-the-drop", "flutter=0.06&samples=100", "flutter=0.025&samples=100"),
    ("ngram-orders", "smoothing=mixed&characters=1000", "characters=1000"),
    ("structure-vs-scale", "noise=0.12&clutter=0&compute=2e10", "noise=0.12&clutter=0&compute=1.9e10"),
    ("crossing-curves", "compute_doubling=0.75", "compute_doubling=0.8"),
];

#[test]
fn a_challenge_is_open_at_the_start_and_can_be_met() {
    let tables = tables();
    for figure in FIGURES {
        let state = MET.iter().find(|(id, ..)| *id == figure.id());
        assert_eq!(figure.challenge().is_some(), state.is_some(), "{}", figure.id());
        let Some((id, met, almost)) = state else { continue };
        let meets = |values: &Values| figure.meets(values, figure.solve(values, &tables));
        assert!(!meets(&Values::defaults(figure.parameters())), "{id} is met at the start");
        let found = values(*figure, met);
        // The address says what can be set.
        assert_eq!(query::pairs(&found).len(), met.split('&').count(), "{id}: {met}");
        assert!(meets(&found), "{id}: {met}");
        assert!(!meets(&values(*figure, almost)), "{id}: {almost}");
    }
}

#[test]
fn a_challenge_is_one_short_sentence_in_every_language() {
    for figure in FIGURES {
        let Some((name, label)) = figure.challenge() else { continue };
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{name}");
        for (language, _) in LANGUAGES {
            let text = label(*language);
            assert!(text.ends_with('.') && text.split(' ').count() <= 24, "{}: {text}", figure.id());
        }
    }
}
