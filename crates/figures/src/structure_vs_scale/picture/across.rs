//! What stands across: what training has cost, pictures learnt from, or time.

use pendrop_kit::{
    chart::{Scale, Ticks},
    format::{short, significant, with_unit},
    locale::Language,
};
use pendrop_science::vision::{Curve, CurvePoint, LEAST_COMPUTE, TrainingSpec};

use crate::structure_vs_scale::{
    Strings,
    contest::{Contest, Role},
    job::HAND_COST,
    parameters::{GIGA, SEEN, TIME},
};

/// The unit of an axis.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Flop,
    Pictures,
    Seconds,
}

/// An axis by powers of ten.
pub(super) struct Across {
    unit: Unit,
    /// What it has of each learner for a FLOP, in the order of [`Role::ALL`].
    per_flop: [f64; 3],
    /// Its ends.
    ends: (f64, f64),
}

impl Across {
    /// What is wanted; of time, as long as nothing has been timed, cost. It follows from what is asked, so that it stands still while
    /// curves grow; only how long that takes is not known before.
    pub fn of(contest: &Contest, axis: &str) -> Self {
        let parameters = &contest.parameters;
        let paces = Role::ALL.map(|role| contest.course(role).pace());
        let most =
            |per_flop: [f64; 3]| Role::ALL.map(|role| per_flop[role as usize] * parameters.given(role)).into_iter().fold(0.0, f64::max);
        match (axis, paces) {
            (SEEN, _) => {
                let per_flop = Role::ALL.map(|role| 1.0 / per_picture(contest, role));
                Self { unit: Unit::Pictures, per_flop, ends: (10.0, decade(most(per_flop)).max(1e4)) }
            }
            (TIME, [Some(hand), Some(cnn), Some(mlp)]) => {
                let per_flop = [hand, cnn, mlp];
                let least = per_flop.into_iter().fold(f64::INFINITY, f64::min) * LEAST_COMPUTE;
                Self { unit: Unit::Seconds, per_flop, ends: (decade(least) / 10.0, decade(most(per_flop))) }
            }
            _ => {
                let ends = (LEAST_COMPUTE / GIGA, parameters.compute.max(10.0 * LEAST_COMPUTE) / GIGA);
                Self { unit: Unit::Flop, per_flop: [1.0 / GIGA; 3], ends }
            }
        }
    }

    /// The same as long as these together.
    pub fn holding<'a>(self, others: impl Iterator<Item = &'a Across>) -> Self {
        let ends = others.fold(self.ends, |(low, high), other| (low.min(other.ends.0), high.max(other.ends.1)));
        Self { ends, ..self }
    }

    /// A curve over it.
    pub fn turned(&self, role: Role, curve: &Curve) -> Curve {
        let factor = self.per_flop[role as usize];
        Curve { points: curve.points.iter().map(|point| CurvePoint { flop: factor * point.flop, ..*point }).collect() }
    }

    /// Its scale between two places.
    pub fn scale(&self, places: (f64, f64)) -> Scale {
        Scale::log(self.ends, places)
    }

    /// Its powers of ten.
    pub fn ticks(&self) -> Ticks {
        let exponent = |value: f64| value.log10();
        Ticks::decades((exponent(self.ends.0) + 1e-9).floor() as i32, (exponent(self.ends.1) + 1e-9).floor() as i32)
    }

    /// Where it ends.
    pub fn end(&self) -> f64 {
        self.ends.1
    }

    /// What stands under a tick.
    pub fn mark(&self, value: f64, language: Language) -> String {
        short(value, if self.unit == Unit::Pictures { 7 } else { 3 }, language)
    }

    /// A place between its tests.
    pub fn about(&self, value: f64, language: Language) -> String {
        let number = significant(value, 2, language);
        match self.unit {
            Unit::Flop => with_unit(&(number, "GFLOP".to_owned())),
            Unit::Pictures => number,
            Unit::Seconds => with_unit(&(number, "s".to_owned())),
        }
    }

    /// What it counts.
    pub fn title(&self, language: Language) -> &'static str {
        let s = Strings::of(language);
        match self.unit {
            Unit::Flop => s.picture_svs_flop,
            Unit::Pictures => s.picture_svs_seen,
            Unit::Seconds => s.picture_svs_time,
        }
    }
}

/// What a learner is charged for each picture (FLOP).
fn per_picture(contest: &Contest, role: Role) -> f64 {
    let parameters = &contest.parameters;
    let learnt = contest.course(role).curves.iter().filter_map(|curve| curve.points.first()).next();
    match (learnt, role) {
        (Some(point), _) => point.flop / point.pictures.max(1) as f64,
        (None, Role::Hand) => HAND_COST,
        (None, _) => {
            let Contest { parameters: p, .. } = contest;
            TrainingSpec { learner: parameters.learner(role), noise: p.noise, clutter: 0, compute: p.compute, seed: 0 }.cost()
        }
    }
}

/// The next power of ten.
fn decade(value: f64) -> f64 {
    10_f64.powf((value.log10() - 1e-9).ceil())
}
