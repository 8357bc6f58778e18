//! A learner's training as a job: it tells its tests as they are made, and answers while it lives.

use pendrop_kit::job::{Answer, Job};
use pendrop_science::vision::{Curve, Learner, TESTED, TrainingRun, TrainingSpec};
use serde::{Deserialize, Serialize};

use super::{
    answers::{Ask, Judgement},
    look::Look,
};

/// The hand-made learner is trained no further than to this cost (FLOP): nearly all that its features can tell it has learnt by
/// then. What it knows it goes on knowing.
pub const HAND_ENOUGH: f64 = 1e9;

/// How long training takes natively, by what it costs (s/FLOP),
const PER_FLOP: f64 = 1.0 / 31e9;
/// for each picture that is made, in training or for a test (s),
const PER_PICTURE: f64 = 2.2e-6;
/// and for each whose features are measured (s).
const PER_MEASURING: f64 = 2.7e-6;

/// What the hand-made learner is charged for each picture, about (FLOP).
pub(super) const HAND_COST: f64 = 5700.0;

/// What has been found of a learner so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trained {
    /// Who was trained, and on what.
    pub spec: TrainingSpec,
    /// The tests so far.
    pub curve: Curve,
    /// What its training has cost so far (FLOP).
    pub flop: f64,
    /// What can be looked at, since the last of the tests; nothing before the first, and nothing but of the first seed.
    pub look: Option<Look>,
}

/// The seed whose learners can be looked at.
pub(super) const LOOKED_AT: u64 = 1;

/// A learner being trained.
pub struct LearnerJob {
    spec: TrainingSpec,
    run: TrainingRun,
    look: Option<Look>,
    /// How many tests there were when it was last looked at.
    looked_at: usize,
}

/// About how long training takes natively on one core, s.
pub(super) fn seconds(spec: &TrainingSpec) -> f64 {
    // Counting what the features take would itself take a while.
    let is_hand = spec.learner == Learner::HandMade;
    let cost = if is_hand { HAND_COST } else { spec.cost() };
    let pictures = spec.compute / cost + TESTED as f64;
    if is_hand { pictures * (PER_PICTURE + PER_MEASURING) } else { spec.compute * PER_FLOP + pictures * PER_PICTURE }
}

impl Job for LearnerJob {
    const NAME: &'static str = "shape-learner";
    type Spec = TrainingSpec;
    type Partial = Trained;

    fn start(spec: TrainingSpec) -> Self {
        Self { run: TrainingRun::new(spec), spec, look: None, looked_at: 0 }
    }

    fn step(&mut self) -> bool {
        let tests = self.run.curve().points.len();
        if self.spec.seed == LOOKED_AT && tests > self.looked_at {
            self.looked_at = tests;
            self.look = Some(Look::at(&self.run.model(), &self.spec.test_pictures(), self.run.flop()));
            return self.run.progress() < 1.0;
        }
        // What was tested last is yet to be looked at.
        self.run.step() || (self.spec.seed == LOOKED_AT && self.run.curve().points.len() > self.looked_at)
    }

    fn progress(&self) -> f64 {
        self.run.progress()
    }

    fn partial(&self) -> Trained {
        Trained { spec: self.spec, curve: self.run.curve().clone(), flop: self.run.flop(), look: self.look.clone() }
    }
}

impl Answer for LearnerJob {
    type Question = Ask;
    type Answer = Option<Judgement>;

    fn answer(&mut self, question: Ask) -> Option<Judgement> {
        question.put_to(&self.run)
    }
}

#[cfg(test)]
mod tests {
    use pendrop_kit::job::{JobKind, decode, encode};
    use pendrop_science::vision::PIXELS;

    use super::*;

    #[test]
    fn a_learner_says_what_it_thinks_before_while_and_after_it_trains() {
        let spec = TrainingSpec { learner: Learner::Plain { width: 64 }, noise: 0.15, clutter: 1, compute: 1.8e7, seed: 1 };
        let mut job = JobKind::answering::<LearnerJob>().start(&encode(&spec), "").expect("a specification of its own");
        let picture = spec.pictures().picture(3);
        let grey = Ask::Classify(picture.pixels.iter().map(|pixel| (255.0 * pixel) as u8).collect());
        let mut told = Vec::new();
        loop {
            let judgement: Judgement = decode::<Option<Judgement>>(&job.answer(&encode(&grey)).expect("it answers")).unwrap().unwrap();
            assert!((judgement.probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-5);
            told.push(judgement.flop);
            if !job.step() {
                break;
            }
        }
        assert!(told.len() > 2 && told[0] == 0.0 && told.is_sorted(), "{told:?}");
        // What is no picture has no answer, and what is no question neither.
        assert_eq!(decode::<Option<Judgement>>(&job.answer(&encode(&Ask::Classify(vec![0; PIXELS - 1]))).unwrap()), Some(None));
        assert_eq!(job.answer(&[9; 3]), None);
        // Asked or not, it has found the same.
        let mut alone = LearnerJob::start(spec);
        while alone.step() {}
        assert!(job.partial() == encode(&alone.partial()));
        assert!(alone.partial().look.is_some_and(|look| look.flop == alone.run.flop()), "the last of its tests has been looked at");
    }
}
