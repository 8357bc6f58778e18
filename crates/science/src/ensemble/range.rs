//! Between which delays the drops lie, known before any of them is made.

use serde::{Deserialize, Serialize};

use super::EnsembleSpec;
use crate::falling::{Fall, Release};

/// So many drops tell where most of them lie.
const PILOT: u32 = 256;
/// A range is trimmed that is more than this many times as wide as the earlier 95 % of the pilot drops.
const SPARSE: f64 = 3.0;
/// How much wider than those a trimmed range is.
const ROOM: f64 = 2.0;

/// The delays against gravity alone (s) that are looked at closely. No drop lies below, and above only those of a long tail.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The least delay that is possible (s).
    pub low: f64,
    /// The greatest that is possible, or a lower one where only few can have as much as that (s).
    pub high: f64,
}

impl Range {
    /// The range of an ensemble; empty at 0 if no drop can land.
    ///
    /// A body falls the later, the lighter, wider and rougher it is and the denser the fluid, so the bounds are the falls of
    /// two corners. Where the late corner floats, or all but floats, a pilot of a few drops decides. It leaves the wind, which
    /// costs more to solve, to the early corner: what the wind does to that one, it does about as much to the others.
    pub fn of(spec: &EnsembleSpec) -> Range {
        let Some(low) = delay(&spec.first()) else { return Range { low: 0.0, high: 0.0 } };
        if spec.jitter == 0.0 {
            return Range { low, high: low };
        }
        let calm = |release: Release| delay(&Release { wind: 0.0, ..release });
        let mut pilot: Vec<f64> = (0..PILOT).filter_map(|number| calm(spec.release(number))).collect();
        pilot.sort_unstable_by(f64::total_cmp);
        let early = calm(spec.first()).unwrap_or(low);
        // Few enough land that not one of the pilot's did: those that do are all but neutral.
        let most = pilot.get(pilot.len() * 19 / 20).map_or(2.0 * early, |late| late.max(early));
        let width = most - early;
        match calm(spec.last()) {
            Some(late) if late - early <= SPARSE * width || width == 0.0 => {
                let high = if spec.nominal.wind == 0.0 { Some(late) } else { delay(&spec.last()) };
                Range { low, high: high.unwrap_or(low).max(low) }
            }
            _ => Range { low, high: low + ROOM * width * if early > 0.0 { low / early } else { 1.0 } },
        }
    }
}

/// The delay of a drop, if it lands at all (s).
fn delay(release: &Release) -> Option<f64> {
    // Asked first: the motion of what floats need not be solved.
    if release.aloft().is_some() { None } else { Fall::solve(release).delay() }
}
