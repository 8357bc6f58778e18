//! How well a learner does against what it has cost.

use serde::{Deserialize, Serialize};

use crate::overtaking::{NoOvertaking, overtaking};

/// A test in the course of training.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// What training has cost so far (FLOP): at most the round number that the point stands for, less than a batch short of it.
    pub flop: f64,
    /// Pictures learnt from.
    pub pictures: u64,
    /// Share of the test pictures whose shape it told, from 0 to 1.
    pub accuracy: f64,
}

/// The tests of a run, or the means of several runs, from the first on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// From the least cost on.
    pub points: Vec<CurvePoint>,
}

impl Curve {
    /// The mean accuracy of several runs of a learner that differ in their seeds: as far as all of them have come.
    #[must_use]
    pub fn mean(curves: &[Curve]) -> Curve {
        let count = curves.iter().map(|curve| curve.points.len()).min().unwrap_or(0);
        let mean = |place: usize| {
            let sum: f64 = curves.iter().map(|curve| curve.points[place].accuracy).sum();
            CurvePoint { accuracy: sum / curves.len() as f64, ..curves[0].points[place] }
        };
        Curve { points: (0..count).map(mean).collect() }
    }

    /// The accuracy at some cost (FLOP): a straight line over its logarithm between two tests; beyond the last as at the last, as
    /// who has stopped learning knows no less. Nothing before the first.
    #[must_use]
    pub fn at(&self, flop: f64) -> Option<f64> {
        let after = self.points.partition_point(|point| point.flop <= flop);
        let before = self.points.get(after.checked_sub(1)?)?;
        let Some(next) = self.points.get(after) else { return Some(before.accuracy) };
        let share = (flop / before.flop).ln() / (next.flop / before.flop).ln();
        Some(before.accuracy + share * (next.accuracy - before.accuracy))
    }

    /// From which cost (FLOP) on a challenger does better than this one for good, as far as it has been tested.
    pub fn overtaken_by(&self, challenger: &Curve) -> Result<f64, NoOvertaking> {
        let both = challenger.points.iter().filter_map(|point| Some((point.flop, 1.0 - self.at(point.flop)?, 1.0 - point.accuracy)));
        let (mut costs, mut incumbent, mut other) = (Vec::new(), Vec::new(), Vec::new());
        for (cost, own, challenging) in both {
            costs.push(cost);
            incumbent.push(own);
            other.push(challenging);
        }
        // Whose errors come to lie below.
        overtaking(&costs, &incumbent, &other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(points: &[(f64, f64)]) -> Curve {
        Curve { points: points.iter().map(|(flop, accuracy)| CurvePoint { flop: *flop, pictures: 0, accuracy: *accuracy }).collect() }
    }

    #[test]
    fn between_tests_it_runs_straight_over_the_logarithm() {
        let curve = curve(&[(1e7, 0.2), (1e9, 0.6)]);
        assert_eq!((curve.at(1e6), curve.at(1e7), curve.at(1e12)), (None, Some(0.2), Some(0.6)));
        assert!((curve.at(1e8).unwrap() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn the_crossing_lies_where_lines_meet_and_who_stops_stays() {
        let hand = curve(&[(1e7, 0.5), (1e8, 0.7)]);
        let network = curve(&[(1e8, 0.2), (1e10, 0.6), (1e12, 1.0)]);
        let crossing = hand.overtaken_by(&network).unwrap();
        assert!((crossing / 10_f64.powf(10.5) - 1.0).abs() < 1e-9, "{crossing}");
        assert_eq!(hand.overtaken_by(&curve(&[(1e8, 0.2)])), Err(NoOvertaking::Behind));
        assert_eq!(hand.overtaken_by(&curve(&[])), Err(NoOvertaking::Unmeasured));
    }

    #[test]
    fn a_mean_goes_as_far_as_all_have_come() {
        let mean = Curve::mean(&[curve(&[(1.0, 0.2), (2.0, 0.4)]), curve(&[(1.0, 0.4)])]);
        assert_eq!(mean.points.len(), 1);
        assert!((mean.points[0].accuracy - 0.3).abs() < 1e-12);
        assert_eq!(Curve::mean(&[]), Curve::default());
    }
}
