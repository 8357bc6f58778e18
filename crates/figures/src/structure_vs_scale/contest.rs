//! Who has learnt how much so far: the numbers that words and picture both stand on.

use pendrop_kit::job::{JobSpec, Results};
use pendrop_science::{
    overtaking::NoOvertaking,
    vision::{Curve, Learner, PictureSpec, TrainingSpec},
};

use super::{
    course::Course,
    job::{HAND_ENOUGH, LearnerJob, seconds},
    look::Look,
    parameters::{StructureVsScaleParameters, WIDE},
};

/// Who is told how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Told what to measure.
    Hand,
    /// Told that small patterns matter, wherever they are.
    Cnn,
    /// Told nothing.
    Mlp,
}

impl Role {
    /// All, from the one that is told most.
    pub const ALL: [Role; 3] = [Role::Hand, Role::Cnn, Role::Mlp];
}

/// Noise and clutter of the kinds of pictures that are recorded, from the start on to [`RECORDED_COMPUTE`].
const RECORDED_PICTURES: [(f64, f64); 5] = [(0.0, 0.0), (0.15, 1.0), (0.0, 3.0), (0.3, 2.0), (0.12, 0.0)];
/// Those of which the wide network is recorded, too.
const RECORDED_WIDE: (f64, f64) = (0.15, 1.0);
/// How much training is recorded of these (FLOP),
const RECORDED_COMPUTE: f64 = 3e10;
/// and how many seeds.
const RECORDED_SEEDS: f64 = 3.0;

/// All learners.
#[derive(Clone, Debug, PartialEq)]
pub struct Contest {
    /// What was asked for.
    pub parameters: StructureVsScaleParameters,
    /// In the order of [`Role::ALL`].
    pub courses: [Course; 3],
    /// What can be looked at of each.
    looks: [Option<Look>; 3],
    /// How many cores work at once.
    workers: usize,
}

impl StructureVsScaleParameters {
    /// Who plays a role.
    #[must_use]
    pub fn learner(&self, role: Role) -> Learner {
        match role {
            Role::Hand => Learner::HandMade,
            Role::Cnn => Learner::Convolutional,
            Role::Mlp => Learner::Plain { width: if self.width == WIDE { 256 } else { 64 } },
        }
    }

    /// How much training a learner is given (FLOP).
    #[must_use]
    pub fn given(&self, role: Role) -> f64 {
        if role == Role::Hand { self.compute.min(HAND_ENOUGH) } else { self.compute }
    }

    /// Whose training is asked for: all learners with one seed, then with the next; and for each what a recording is asked for, where
    /// training is recorded that goes further: it has been where this stops.
    fn specs(&self) -> impl Iterator<Item = [TrainingSpec; 2]> + use<> {
        let parameters = *self;
        let pictures = (self.noise, self.clutter);
        let has_width = self.width != WIDE || pictures == RECORDED_WIDE;
        let is_recorded = RECORDED_PICTURES.contains(&pictures) && has_width && self.seeds <= RECORDED_SEEDS;
        let compute = if is_recorded && self.compute <= RECORDED_COMPUTE { RECORDED_COMPUTE } else { self.compute };
        let recorded = StructureVsScaleParameters { compute, ..parameters };
        // Whole numbers within the bounds of their declarations.
        let seeds = 1..=parameters.seeds as u64;
        seeds.flat_map(move |seed| {
            Role::ALL.map(|role| {
                [parameters, recorded].map(|trained| TrainingSpec {
                    learner: trained.learner(role),
                    noise: trained.noise,
                    clutter: trained.clutter as u32,
                    compute: trained.given(role),
                    seed,
                })
            })
        })
    }
}

/// The jobs that find it out.
pub(super) fn jobs(parameters: &StructureVsScaleParameters) -> Vec<JobSpec> {
    let job = |[spec, recorded]: [TrainingSpec; 2]| {
        JobSpec::answering::<LearnerJob>(&spec).recorded_as::<LearnerJob>(&recorded).lasting(seconds(&spec))
    };
    parameters.specs().map(job).collect()
}

impl Contest {
    /// What the jobs have found so far.
    #[must_use]
    pub fn of(parameters: StructureVsScaleParameters, results: &Results) -> Self {
        let specs: Vec<_> = parameters.specs().collect();
        let mut looks = [const { None }; 3];
        let courses = Role::ALL.map(|role| {
            let compute = parameters.given(role);
            let places = (0..specs.len()).skip(role as usize).step_by(Role::ALL.len());
            // What another job has found is none of it.
            let found = places.map(|place| {
                let trained = results.get::<LearnerJob>(place).filter(|trained| specs[place].contains(&trained.spec));
                (trained, results.seconds(place))
            });
            let found: Vec<_> = found.collect();
            looks[role as usize] = found.first().and_then(|(trained, _)| trained.as_ref()?.look.clone());
            Course::of(role, compute, &found)
        });
        Self { parameters, courses, looks, workers: results.workers() }
    }

    /// A learner's way.
    #[must_use]
    pub fn course(&self, role: Role) -> &Course {
        &self.courses[role as usize]
    }

    /// What can be looked at of a learner, if there is something yet.
    #[must_use]
    pub fn look(&self, role: Role) -> Option<&Look> {
        self.looks[role as usize].as_ref()
    }

    /// The pictures that all are tested on.
    #[must_use]
    pub fn pictures(&self) -> PictureSpec {
        let StructureVsScaleParameters { noise, clutter, .. } = self.parameters;
        TrainingSpec { learner: Learner::HandMade, noise, clutter: clutter as u32, compute: 0.0, seed: 0 }.test_pictures()
    }

    /// Whether everyone has come to the end.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.courses.iter().all(|course| course.whole)
    }

    /// The cost to which everyone has come (FLOP); nothing before the first test.
    #[must_use]
    pub fn reach(&self) -> Option<f64> {
        let networks = [Role::Cnn, Role::Mlp].map(|role| self.course(role).end());
        let [Some(cnn), Some(mlp)] = networks else { return None };
        let hand = self.course(Role::Hand);
        let reach = if self.is_whole() { self.parameters.compute } else { cnn.min(mlp) };
        if hand.whole { Some(reach) } else { Some(hand.end()?.min(reach)) }
    }

    /// Who is ahead where everyone has come to, and which share it tells right.
    #[must_use]
    pub fn leader(&self) -> Option<(Role, f64)> {
        let reach = self.reach()?;
        let told = self.courses.iter().filter_map(|course| Some((course.role, course.mean.at(reach)?)));
        told.fold(None, |best: Option<(Role, f64)>, other| if best.is_none_or(|best| other.1 > best.1) { Some(other) } else { best })
    }

    /// From which cost (FLOP) on a network tells more than the hand-made features, for good as far as it was trained.
    pub fn crossover(&self, role: Role) -> Result<f64, NoOvertaking> {
        self.overtaking(role, &|_, curve| curve.clone())
    }

    /// The same with something else across, into which curves are turned.
    pub(super) fn overtaking(&self, role: Role, turned: &dyn Fn(Role, &Curve) -> Curve) -> Result<f64, NoOvertaking> {
        let (hand, course) = (self.course(Role::Hand), self.course(role));
        if !hand.whole {
            return Err(NoOvertaking::Unmeasured);
        }
        match turned(Role::Hand, &hand.mean).overtaken_by(&turned(role, &course.mean)) {
            // It may yet.
            Err(NoOvertaking::Behind) if !course.whole => Err(NoOvertaking::Unmeasured),
            // A single test says who is ahead.
            Err(NoOvertaking::Unmeasured) if course.whole && course.accuracy() < hand.accuracy() => Err(NoOvertaking::Behind),
            found => found,
        }
    }

    /// How much training networks do in a second, all cores together (FLOP/s); nothing where that was not timed.
    #[must_use]
    pub fn flop_per_s(&self) -> Option<f64> {
        let networks = [Role::Cnn, Role::Mlp].map(|role| self.course(role));
        let seconds: f64 = networks.iter().map(|course| course.seconds).sum::<Option<f64>>()?;
        let spent: f64 = networks.iter().map(|course| course.spent).sum();
        (seconds > 0.0 && spent > 0.0).then(|| self.workers as f64 * spent / seconds)
    }
}
