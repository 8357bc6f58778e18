//! The range of the fit can be dragged by its ends, and swept over.

use super::TrendPicture;
use crate::compute_trend::parameters::{FIRST, LAST, key};
use pendrop_kit::{
    chart::Point,
    picture::{Gesture, Handle, Interaction},
    values::Key,
};

/// The least range that can be swept, years.
const LEAST_RANGE: f64 = 2.0;
/// How far apart the middles of the two handles are kept, so that each can be grasped.
const APART: f64 = 36.0;

impl TrendPicture {
    /// Where the ends of the range are grasped: at their indices; further out where these are close together.
    fn grips(&self) -> [Point; 2] {
        let (ends, outwards) = (self.ends, self.outwards());
        let out = ((APART - (ends[1].0 - ends[0].0).abs()) / 2.0).max(0.0);
        [0, 1].map(|end| ((ends[end].0 + outwards[end] * out).min(self.layout.frame.width - 6.0), ends[end].1))
    }

    /// The year that an end of the range has when it is grasped at this place: see [`TrendPicture::grips`].
    fn year_grasped(&self, end: usize, x: f64) -> f64 {
        let (other, outwards) = (self.ends[1 - end].0, self.outwards()[end]);
        let away = outwards * (x - other);
        whole_year(self.layout.year_at(if away < APART { other + outwards * (2.0 * away - APART) } else { x }))
    }
}

impl Interaction for TrendPicture {
    fn handles(&self) -> Vec<Handle> {
        self.grips().into_iter().zip([key::from, key::to]).map(|(at, key)| Handle { at, across: Some(key), up: None }).collect()
    }

    fn edit(&self, gesture: Gesture) -> Vec<(Key, f64)> {
        match gesture {
            // By hand the ends do not pass each other.
            Gesture::Move { handle: 0, to: (x, _) } => {
                vec![(key::from, self.year_grasped(0, x).min(self.trend.to - 1.0).max(FIRST))]
            }
            Gesture::Move { to: (x, _), .. } => vec![(key::to, self.year_grasped(1, x).max(self.trend.from + 1.0).min(LAST))],
            Gesture::Sweep { from, to } => {
                let [first, last] = [from.min(to), from.max(to)].map(|x| whole_year(self.layout.year_at(x)));
                let last = last.max(first + LEAST_RANGE).min(LAST);
                vec![(key::from, first.min(last - LEAST_RANGE)), (key::to, last)]
            }
            Gesture::Press(_) => Vec::new(),
        }
    }

    fn sweeps(&self) -> bool {
        true
    }
}

/// A year within the bounds, and a whole one: a finger is no finer.
fn whole_year(year: f64) -> f64 {
    year.round().clamp(FIRST, LAST)
}
