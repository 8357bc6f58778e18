//! A learner's training as a job: it tells its tests as they are made, and answers while it lives.

use pendrop_kit::job::{Answer, Job};
use pendrop_science::vision::{Curve, Learner, TrainingRun, TrainingSpec};
use serde::{Deserialize, Serialize};

use super::answers::{Ask, Judgement};

/// The hand-made learner is trained no further than to this cost (FLOP): nearly all that its features can tell it has learnt by
/// then. What it knows it goes on knowing.
pub const HAND_ENOUGH: f64 = 1e9;

/// How long training takes natively, by what it costs (s/FLOP),
const PER_FLOP: f64 = 1.0 / 31e9;
/// for each picture that is made, in training or for a test (s),
const PER_PICTURE: f64 = 2.2e-6;
/// and for each whose features are measured (s).
const PER_MEASURING: f64 = 2.7e-6;

/// What has been found of a learner so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trained {
    /// Who was trained, and on what.
    pub spec: TrainingSpec,
    /// The tests so far.
    pub curve: Curve,
}

/// A learner being trained.
pub struct LearnerJob {
    spec: TrainingSpec,
    run: TrainingRun,
}

/// How much training a learner is given where it may cost so much (FLOP).
#[must_use]
pub fn given(learner: Learner, compute: f64) -> f64 {
    if learner == Learner::HandMade { compute.min(HAND_ENOUGH) } else { compute }
}

/// About how long training takes natively on one core, s.
pub(super) fn seconds(spec: &TrainingSpec) -> f64 {
    let cost = spec.cost();
    let pictures = spec.compute / cost + f64::from(pendrop_science::vision::TESTED as u32);
    if spec.learner == Learner::HandMade {
        // What is charged for it is what measuring takes.
        pictures * (PER_PICTURE + PER_MEASURING)
    } else {
        spec.compute * PER_FLOP + pictures * PER_PICTURE
    }
}

impl Job for LearnerJob {
    const NAME: &'static str = "shape-learner";
    type Spec = TrainingSpec;
    type Partial = Trained;

    fn start(spec: TrainingSpec) -> Self {
        Self { run: TrainingRun::new(spec), spec }
    }

    fn step(&mut self) -> bool {
        self.run.step()
    }

    fn progress(&self) -> f64 {
        self.run.progress()
    }

    fn partial(&self) -> Trained {
        Trained { spec: self.spec, curve: self.run.curve().clone() }
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
    }
}
