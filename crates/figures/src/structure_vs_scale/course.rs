//! A learner's way, as far as its seeds have come.

use pendrop_science::vision::{Curve, CurvePoint, TrainingSpec};

use super::{contest::Role, job::Trained};

/// A learner's way from the first test to the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Whose.
    pub role: Role,
    /// Of each seed, as far as it has come, and no further than was asked for.
    pub curves: Vec<Curve>,
    /// Their mean, as far as all of them have come.
    pub mean: Curve,
    /// Whether all of them have come to the end.
    pub whole: bool,
    /// How much training may cost (FLOP).
    pub compute: f64,
    /// What the training of all seeds has cost so far (FLOP),
    pub(super) spent: f64,
    /// and how long one core worked on it, s; nothing where one of them was not timed.
    pub(super) seconds: Option<f64>,
}

impl Course {
    /// As far as each seed has come, and what one core worked on it, s; no further than to some cost (FLOP).
    pub(super) fn of(role: Role, compute: f64, found: &[(Option<Trained>, Option<f64>)]) -> Self {
        let trained = || found.iter().filter_map(|(trained, _)| trained.as_ref());
        let mut curves: Vec<_> = trained().map(|trained| cut(&trained.spec, &trained.curve, compute)).collect();
        let is_at_end = |trained: &Trained| trained.curve.points.len() > tests_before(&trained.spec, compute);
        let whole = curves.len() == found.len() && trained().all(is_at_end);
        let mean = if curves.len() == found.len() { Curve::mean(&curves) } else { Curve::default() };
        curves.retain(|curve| !curve.points.is_empty());
        let seconds = found.iter().map(|(_, seconds)| *seconds).sum();
        Self { role, curves, mean, whole, compute, spent: trained().map(|trained| trained.flop).sum(), seconds }
    }

    /// What it has cost at the last of its tests.
    pub(super) fn end(&self) -> Option<f64> {
        self.mean.points.last().map(|point| point.flop)
    }

    /// Which share it tells right with all training that it may have.
    #[must_use]
    pub fn accuracy(&self) -> Option<f64> {
        self.mean.points.last().filter(|_| self.whole).map(|point| point.accuracy)
    }

    /// The lowest and the highest of its seeds at one of the mean's tests.
    #[must_use]
    pub fn range(&self, place: usize) -> (f64, f64) {
        let told = self.curves.iter().filter_map(|curve| curve.points.get(place)).map(|point| point.accuracy);
        told.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), told| (low.min(told), high.max(told)))
    }

    /// How long one core works for each FLOP, s; nothing where that was not timed. It is spread evenly over a run.
    #[must_use]
    pub fn pace(&self) -> Option<f64> {
        self.seconds.filter(|seconds| *seconds > 0.0 && self.spent > 0.0).map(|seconds| seconds / self.spent)
    }
}

/// How many of a run's tests come before this cost (FLOP).
fn tests_before(spec: &TrainingSpec, compute: f64) -> usize {
    // A test at this very cost, but for rounding, is none of them.
    spec.tests().take_while(|cost| *cost < compute * (1.0 - 1e-9)).count()
}

/// A run's curve as far as to some cost (FLOP): it ends at a test, or between two of them.
fn cut(spec: &TrainingSpec, curve: &Curve, compute: f64) -> Curve {
    let before = tests_before(spec, compute);
    let mut points: Vec<_> = curve.points.iter().copied().take(before + 1).collect();
    let is_between = spec.tests().nth(before).is_some_and(|cost| cost > compute * (1.0 + 1e-9));
    if let (true, [.., last, next], Some(accuracy)) = (is_between && points.len() > before, &mut points[..], curve.at(compute)) {
        *next = CurvePoint { flop: compute, pictures: (last.pictures as f64 * compute / last.flop) as u64, accuracy };
    }
    Curve { points }
}

#[cfg(test)]
mod tests {
    use pendrop_science::vision::Learner;

    use super::*;

    #[test]
    fn a_curve_is_cut_where_training_would_end() {
        let spec = TrainingSpec { learner: Learner::Convolutional, noise: 0.15, clutter: 1, compute: 3e7, seed: 1 };
        let point = |flop: f64, accuracy| CurvePoint { flop, pictures: (flop / 1e3) as u64, accuracy };
        // Tests at 10, 18 and 30 MFLOP, each made a little short of it.
        let curve = Curve { points: vec![point(0.9e7, 0.2), point(1.7e7, 0.4), point(2.9e7, 0.6)] };
        assert_eq!(cut(&spec, &curve, 3e7), curve);
        assert_eq!(cut(&spec, &curve, 1.8e7).points, curve.points[..2]);
        let ended = cut(&spec, &curve, 2.5e7).points;
        assert_eq!((ended.len(), ended[1], ended[2].flop, ended[2].pictures), (3, curve.points[1], 2.5e7, 25_000));
        assert!(ended[2].accuracy > 0.5 && ended[2].accuracy < 0.6);
        // One that has not come so far is as it is.
        let begun = Curve { points: curve.points[..2].to_vec() };
        assert_eq!(cut(&spec, &begun, 2.5e7), begun);
    }
}
