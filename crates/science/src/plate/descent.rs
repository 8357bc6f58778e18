//! Two plates let go almost alike: where they are at any moment, and how long one foretells the other.

use std::f64::consts::LN_10;

use super::{
    ANGLE_TOLERANCE, PLACE_TOLERANCE, Release,
    path::{Paths, Precision, first_after},
    regime::{Character, Regime},
};

/// How much a step may be wrong: as much as a velocity is by rounding.
const TOLERANCE: f64 = 1e-16;

/// How far apart the same path computed twice may be, in units of what is tolerated. A third computation may be some ten times
/// as far away; then four digits still hold.
const DOUBT: f64 = 1e-5;

/// Moments per unit of time at which is looked whether the two plates differ by more than is tolerated.
const LOOKS: f64 = 8.0;

/// A plate's centre (`y` upwards) and its angle to the horizontal (rad; it counts full turns).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// Drift to the right.
    pub x: f64,
    /// Height above the place of release: below 0 once it has fallen.
    pub y: f64,
    /// Angle (rad).
    pub angle: f64,
}

/// When one plate no longer foretells the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parting {
    /// They first differ by more than is tolerated at this time.
    At(f64),
    /// They never do within the duration.
    Never,
    /// They had not done so when their computed paths became uncertain.
    Unknown,
}

/// The fall of two plates.
pub struct Descent {
    release: Release,
    paths: Paths,
    known_until: f64,
    separation: Option<f64>,
    parting: Parting,
    character: Character,
}

impl Descent {
    /// Lets the two plates fall.
    #[must_use]
    pub fn solve(release: &Release) -> Self {
        Self::solve_to(release, TOLERANCE)
    }

    /// The same with steps whose error is another than rounding: what is told must not depend on it.
    #[must_use]
    pub fn solve_to(release: &Release, tolerance: f64) -> Self {
        let &Release { inertia, angle, nudge, duration } = release;
        // Everything is computed twice, with other steps: what the two have in common does not come from the steps.
        let [paths, again] = [Precision { terms: 22, tolerance }, Precision { terms: 18, tolerance }]
            .map(|precision| Paths::of(inertia, [angle, angle + nudge], duration, precision));
        let doubt = |time: f64| {
            let [[first, second], [first_again, second_again]] = [paths.at(time), again.at(time)];
            difference(&[first, first_again]).max(difference(&[second, second_again]))
        };
        let (mut known_until, mut greatest) = (0.0, 0.0_f64);
        for look in 0..=duration.ceil() as u32 {
            let time = f64::from(look).min(duration);
            greatest = greatest.max(doubt(time));
            if greatest > DOUBT {
                break;
            }
            known_until = time;
        }
        let apart = distance(&paths.at(duration));
        let separation = Some(apart).filter(|apart| known_until >= duration && greatest <= DOUBT * apart);
        // Two that part may nearly touch the tolerance before: then the moment is less certain than the paths.
        let part_again = |time: f64| {
            let [before, after] = [1.0 - DOUBT, 1.0 + DOUBT].map(|share| difference(&again.at(time * share)) >= 1.0);
            time == 0.0 || (!before && after)
        };
        let parting = match parting(&paths, duration) {
            Some(time) if time <= known_until && part_again(time) => Parting::At(time),
            None if known_until >= duration => Parting::Never,
            _ => Parting::Unknown,
        };
        Self { release: *release, paths, known_until, separation, parting, character: Character::of(inertia, angle) }
    }

    /// How they were let go.
    #[must_use]
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// Both plates at a time within 0..=duration.
    #[must_use]
    pub fn at(&self, time: f64) -> [Pose; 2] {
        let time = time.min(self.release.duration).max(0.0);
        self.paths.at(time)
    }

    /// Until when the paths are known. What is beyond is one of the ways in which the fall may go on: there the rounding of a
    /// double has grown until no arithmetic with doubles can tell which.
    #[must_use]
    pub fn known_until(&self) -> f64 {
        self.known_until
    }

    /// The distance of the two centres at the end; nothing if that is not known.
    #[must_use]
    pub fn separation(&self) -> Option<f64> {
        self.separation
    }

    /// The mean velocity of the first plate's descent from its release to the end; nothing if that is not known.
    #[must_use]
    pub fn descent_velocity(&self) -> Option<f64> {
        let duration = self.release.duration;
        (self.known_until >= duration).then(|| -self.at(duration)[0].y / duration)
    }

    /// When the two first differ by more than is tolerated.
    #[must_use]
    pub fn parting(&self) -> Parting {
        self.parting
    }

    /// In chaos the time for which ten times as much care at the start lets one plate foretell the other longer, on average.
    #[must_use]
    pub fn time_per_decade(&self) -> Option<f64> {
        (self.regime() == Regime::Chaotic).then(|| LN_10 / self.lyapunov_exponent())
    }

    /// How fast a small difference grows in the long run, per unit of time: the greatest Lyapunov exponent.
    #[must_use]
    pub fn lyapunov_exponent(&self) -> f64 {
        self.character.lyapunov_exponent
    }

    /// How the plate falls in the long run.
    #[must_use]
    pub fn regime(&self) -> Regime {
        self.character.regime
    }

    /// Number of steps that were taken.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.paths.steps()
    }
}

/// When two paths first differ by more than is tolerated.
fn parting(paths: &Paths, duration: f64) -> Option<f64> {
    let alike = |time: f64| difference(&paths.at(time)) < 1.0;
    let looks = (duration * LOOKS).ceil() as u32;
    let moment = |look: u32| (f64::from(look) / LOOKS).min(duration);
    let after = (0..=looks).find(|look| !alike(moment(*look)))?;
    Some(if after == 0 { 0.0 } else { first_after(moment(after - 1), moment(after), |time| !alike(time)) })
}

/// The distance of two plates' centres.
#[must_use]
pub fn distance([first, second]: &[Pose; 2]) -> f64 {
    let (x, y) = (second.x - first.x, second.y - first.y);
    (x * x + y * y).sqrt()
}

/// How different two plates are, in units of what is tolerated: from 1 on, one no longer foretells the other.
#[must_use]
pub fn difference(poses: &[Pose; 2]) -> f64 {
    let turned_apart = (poses[1].angle - poses[0].angle).abs();
    // What rounding makes of a nudge as large as the tolerance counts as as large.
    (turned_apart / (ANGLE_TOLERANCE * (1.0 - 1e-12))).max(distance(poses) / PLACE_TOLERANCE)
}
