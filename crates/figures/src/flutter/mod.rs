//! `flutter`: the counter-example. A sheet is let go twice, almost alike, where no force dominates.

mod falls;
mod outcome;
pub mod parameters;
mod picture;
mod trajectory;

crate::own_strings!("flutter");

pub use falls::FlutterOutcome;
use parameters::FlutterParameters;
use pendrop_kit::{
    challenge::Challenge,
    figure::{Heights, Inputs, Model},
    label,
    locale::Folder,
};
use pendrop_science::plate::Release;

/// The figure.
pub struct Flutter;

impl Model for Flutter {
    type Parameters = FlutterParameters;
    type Outcome = FlutterOutcome;

    const ID: &'static str = "flutter";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/plate.rs";
    const HEIGHTS: Heights = Heights { narrow: 284.0, wide: 560.0 };
    const CHALLENGE: Option<Challenge<FlutterParameters, FlutterOutcome>> = Some(Challenge {
        name: "part-before-40",
        label: label!(challenge),
        met: |_, outcome| outcome.predictable_for().is_some_and(|time| time < 40.0),
    });

    fn solve(parameters: FlutterParameters, _inputs: Inputs) -> FlutterOutcome {
        let FlutterParameters { inertia, nudge, angle, duration } = parameters;
        FlutterOutcome::of(&Release { inertia, angle, nudge, duration })
    }
}
