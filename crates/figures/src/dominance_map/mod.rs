//! `dominance-map`: how wrong gravity alone is, for every mass and every area at once.

mod job;
pub mod map;
mod outcome;
pub mod parameters;
pub mod picture;
mod text;

crate::own_strings!("dominance_map", pen_drop);

use pendrop_kit::{
    challenge::Challenge,
    corpus::Corpus,
    figure::{Heights, Inputs, Model},
    job::{JobKind, JobSpec},
    label,
    locale::Folder,
};
use pendrop_science::falling::Release;

use crate::pen_drop::PenDropOutcome;
pub use job::DominanceMapJob;
use map::Map;
pub use outcome::DominanceMapOutcome;
use parameters::DominanceMapParameters;

/// The figure.
pub struct DominanceMap;

/// The errors that have a line on the map.
pub const CONTOURS: [f64; 3] = [0.01, 0.1, 0.5];

impl Model for DominanceMap {
    type Parameters = DominanceMapParameters;
    type Outcome = DominanceMapOutcome;

    const ID: &'static str = "dominance-map";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/science/src/error_map.rs";
    const HEIGHTS: Heights = Heights { narrow: 324.0, wide: 560.0 };
    const JOBS: &'static [JobKind] = &[JobKind::of::<DominanceMapJob>()];
    const CHALLENGE: Option<Challenge<DominanceMapParameters, DominanceMapOutcome>> = Some(Challenge {
        name: "heavy-and-half",
        label: label!(challenge),
        met: |parameters, outcome| {
            parameters.mass >= 0.1 && outcome.drop.fall().prediction_error().is_some_and(|error| (error - 0.5).abs() <= 0.01)
        },
    });

    /// Where there is wind; in still air there is a formula.
    fn jobs(parameters: &DominanceMapParameters, _: &Corpus) -> Vec<JobSpec> {
        let grid = map::grid(&Release::from(parameters)).filter(|grid| grid.integrated());
        grid.iter().map(JobSpec::new::<DominanceMapJob>).collect()
    }

    fn solve(parameters: DominanceMapParameters, inputs: Inputs) -> DominanceMapOutcome {
        let release = Release::from(&parameters);
        let found = inputs.results.get::<DominanceMapJob>(0).flatten();
        DominanceMapOutcome { drop: PenDropOutcome::of(&release, parameters.object), map: Map::of(map::grid(&release), found) }
    }
}
