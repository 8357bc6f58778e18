//! The fall as a whole: which way of solving applies, and everything one can ask of the outcome.

use super::closed_form::{blown, still, still_fall, still_lag};
use super::flight::Flight;
use super::law::Law;
use super::{DOMINANT_SHARE, Force, Forces, Impulses, Landing, Motion, NoLanding, OBSERVED, Release, WEIGHTLESS};

/// How the motion is known.
#[derive(Clone, Debug, PartialEq)]
enum Path {
    /// No wind (or nothing for it to grip): closed form.
    Still,
    /// No net gravity: closed form of the drag alone.
    Blown,
    /// Wind and net gravity: integrated.
    Flown(Flight),
}

/// A solved fall. Solving takes microseconds without wind, well under a millisecond with it; asking is cheap.
#[derive(Clone, Debug, PartialEq)]
pub struct Fall {
    release: Release,
    law: Law,
    path: Path,
    landing: Result<Landing, NoLanding>,
    delay: f64,
}

impl Fall {
    /// Solves the fall. Every result is finite for a release within the bounds stated at [`Release`].
    pub fn solve(release: &Release) -> Fall {
        Fall::along(release, false)
    }

    /// The same fall, integrated also where a closed form exists (not where there is no net gravity): for checking one
    /// against the other.
    pub fn solve_by_integration(release: &Release) -> Fall {
        Fall::along(release, true)
    }

    fn along(release: &Release, integrate: bool) -> Fall {
        let law = Law::of(release);
        let height = release.height;
        let aloft = release.aloft();
        let path = if aloft == Some(NoLanding::NoGravity) || law.net_gravity == 0.0 {
            Path::Blown
        } else if law.wind == 0.0 && !integrate {
            Path::Still
        } else {
            Path::Flown(Flight::integrate(&law, height))
        };

        let mut fall = Fall { release: *release, law, path, landing: Err(NoLanding::NoGravity), delay: 0.0 };
        if let Some(reason) = aloft {
            fall.landing = Err(reason);
            return fall;
        }
        let (time, drag_delay, speed, drift) = match &fall.path {
            Path::Flown(flight) => {
                let end = flight.at(flight.duration);
                (flight.duration, flight.delay, (end.vx * end.vx + end.fall_speed * end.fall_speed).sqrt(), end.x)
            }
            _ => {
                let still = still_fall(&law, height);
                (still.time, still.delay, still.speed, 0.0)
            }
        };
        let time_vacuum = (2.0 * height).sqrt() / release.gravity.sqrt();
        // What buoyancy adds, sqrt(2h/g') - sqrt(2h/g), without the difference: (1 - b)^(-1/2) - 1 with b = rho V / m.
        let carried = release.fluid_density * release.volume / release.mass;
        let buoyancy_delay = time_vacuum * (-0.5 * (-carried).ln_1p()).exp_m1();
        fall.delay = drag_delay + buoyancy_delay;
        fall.landing = Ok(Landing { time, time_vacuum, speed, drift });
        fall
    }

    /// What was let go.
    pub fn release(&self) -> &Release {
        &self.release
    }

    /// The landing, or why there is none.
    pub fn landing(&self) -> Result<Landing, NoLanding> {
        self.landing
    }

    /// Fall time, or [`OBSERVED`] for what never lands (s).
    pub fn duration(&self) -> f64 {
        self.landing.map_or(OBSERVED, |landing| landing.time)
    }

    /// Position and velocity at a time (s), which is limited to 0..=`duration()`.
    pub fn at(&self, time: f64) -> Motion {
        let duration = self.duration();
        let time = within(time, duration);
        let mut motion = match &self.path {
            Path::Still => still(&self.law, self.release.height, time),
            Path::Blown => blown(&self.law, self.release.height, time),
            Path::Flown(flight) => flight.at(time),
        };
        if self.landing.is_ok() {
            // Rounding must not put the body below the floor, nor leave it hovering there.
            motion.height = if time < duration { motion.height.max(0.0) } else { 0.0 };
        }
        motion
    }

    /// The forces at a time (s), which is limited to 0..=`duration()`.
    pub fn forces_at(&self, time: f64) -> Forces {
        let motion = self.at(time);
        let along = motion.vx - self.law.wind;
        let resistance = self.release.mass * self.law.drag * along.hypot(motion.fall_speed);
        Forces {
            gravity: self.weight(),
            buoyancy: self.lift(),
            drag_up: resistance * motion.fall_speed,
            // Subtracted from 0 rather than negated, so that no force is 0 and not -0.
            drag_x: 0.0 - resistance * along,
        }
    }

    /// The same release under gravity alone, at a time (s) limited to that fall; without gravity it stays where it is.
    pub fn vacuum_at(&self, time: f64) -> Motion {
        let Release { height, gravity, .. } = self.release;
        let still = Motion { x: 0.0, height, vx: 0.0, fall_speed: 0.0 };
        if gravity < WEIGHTLESS {
            return still;
        }
        let landing = (2.0 * height).sqrt() / gravity.sqrt();
        let time = within(time, landing);
        let height = if time < landing { (height - 0.5 * gravity * time * time).max(0.0) } else { 0.0 };
        Motion { height, fall_speed: gravity * time, ..still }
    }

    /// The speed (m/s) at which drag balances weight less buoyancy, sqrt(2 |m - rho V| g / (rho Cd A)); for what floats the
    /// speed of its rise, 0 when exactly neutral. `None` without drag or without gravity.
    pub fn terminal_velocity(&self) -> Option<f64> {
        if self.release.gravity < WEIGHTLESS { None } else { self.law.terminal() }
    }

    /// Terminal velocity over g t at landing: far above 1, gravity decided the fall; below 1, drag did. `None` where either
    /// does not exist.
    pub fn dominance(&self) -> Option<f64> {
        let landing = self.landing.ok()?;
        self.terminal_velocity().map(|terminal| terminal / (self.release.gravity * landing.time))
    }

    /// How much later it lands than under gravity alone (s). Not formed as a difference of the two times, so it is
    /// accurate also where they agree to all digits.
    pub fn delay(&self) -> Option<f64> {
        self.landing.ok().map(|_| self.delay)
    }

    /// The error of predicting the fall time from gravity alone, as a share of the true time: (t - t_vacuum) / t.
    pub fn prediction_error(&self) -> Option<f64> {
        self.landing.ok().map(|landing| self.delay / landing.time)
    }

    /// The largest drag during the fall over the weight m g. `None` if it does not land.
    pub fn peak_drag_to_weight(&self) -> Option<f64> {
        let landing = self.landing.ok()?;
        // The speed relative to the air starts at |wind|, has at most one minimum and no maximum in between: where its
        // slope vanishes, g v = drag r^3, its second derivative is g^2 (1 - v^2/r^2) >= 0. So the peak is at an end.
        let end = self.at(landing.time);
        let along = end.vx - self.law.wind;
        let (first, last) = (self.law.wind * self.law.wind, along * along + end.fall_speed * end.fall_speed);
        Some(self.law.drag * first.max(last) / self.release.gravity)
    }

    /// The impulse of each force until the landing, or over [`OBSERVED`] seconds.
    pub fn impulses(&self) -> Impulses {
        let time = self.duration();
        // Neither direction of the drag ever turns, so its impulse is the momentum it changed: the speed taken from the fall,
        // and the speed given along the wind.
        let lag = match &self.path {
            Path::Still => still_lag(&self.law, time),
            Path::Blown => 0.0,
            Path::Flown(flight) => flight.lag,
        };
        Impulses {
            gravity: self.weight() * time,
            buoyancy: self.lift() * time,
            drag: self.release.mass * lag,
            wind: self.release.mass * self.at(time).vx.abs(),
        }
    }

    /// The force whose share of all impulses is at least [`DOMINANT_SHARE`], if one is; buoyancy for whatever floats, since it
    /// decides that there is no fall at all. Without gravity it is the wind, or nothing.
    pub fn dominant_force(&self) -> Option<Force> {
        if self.landing == Err(NoLanding::Floats) {
            return Some(Force::Buoyancy);
        }
        let Impulses { gravity, buoyancy, drag, wind } = self.impulses();
        let least = DOMINANT_SHARE * (gravity + buoyancy + drag + wind);
        [(Force::Gravity, gravity), (Force::Buoyancy, buoyancy), (Force::Drag, drag), (Force::Wind, wind)]
            .into_iter()
            .find(|(_, impulse)| *impulse > 0.0 && *impulse >= least)
            .map(|(force, _)| force)
    }

    /// Steps the integration took; 0 for a closed form.
    pub fn steps(&self) -> usize {
        match &self.path {
            Path::Flown(flight) => flight.steps(),
            _ => 0,
        }
    }

    /// Weight m g (N); gravity too weak to count is none.
    fn weight(&self) -> f64 {
        if self.release.gravity < WEIGHTLESS { 0.0 } else { self.release.mass * self.release.gravity }
    }

    /// Buoyancy rho V g (N).
    fn lift(&self) -> f64 {
        let Release { fluid_density, volume, gravity, .. } = self.release;
        if gravity < WEIGHTLESS { 0.0 } else { fluid_density * volume * gravity }
    }
}

/// A time limited to 0..=end; what is no number counts as 0.
fn within(time: f64, end: f64) -> f64 {
    if time > 0.0 { time.min(end) } else { 0.0 }
}
