//! `crossing-curves`: the model of the cartoon. Performance against compute for more and less structure, and which of the two is
//! the better choice now and later.

mod measured;
mod outcome;
pub mod parameters;
mod picture;

crate::own_strings!("crossing_curves", search_vs_knowledge);

use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
    runs::{Compare, Comparison},
};
use pendrop_science::crossing::Outlook;

pub use outcome::CrossingCurvesOutcome;
use parameters::CrossingCurvesParameters;

/// The figure.
pub struct CrossingCurves;

impl Model for CrossingCurves {
    type Parameters = CrossingCurvesParameters;
    type Outcome = CrossingCurvesOutcome;

    const ID: &'static str = "crossing-curves";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/crossing.rs";
    const HEIGHTS: Heights = Heights { narrow: 320.0, wide: 480.0 };
    const COMPARE: Option<Compare<CrossingCurvesOutcome>> = Some(Comparison::of);
    const CHALLENGE: Option<Challenge<CrossingCurvesParameters, CrossingCurvesOutcome>> = Some(Challenge {
        name: "in-five-years",
        label: label!(challenge),
        met: |_, outcome| outcome.outlook.crossing_year().is_ok_and(|years| (years - 5.0).abs() <= 0.2),
    });

    fn solve(parameters: CrossingCurvesParameters, _inputs: Inputs) -> CrossingCurvesOutcome {
        let outlook = Outlook::from(&parameters);
        let measured = if parameters.measured { measured::duel() } else { None };
        let laid = measured.and_then(|measured| Some((measured.lay(outlook.structure, 0.0)?, measured)));
        CrossingCurvesOutcome { outlook, asked: parameters.measured, laid }
    }
}
