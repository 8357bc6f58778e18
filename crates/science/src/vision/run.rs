//! A learner being trained, in steps of a few milliseconds.

use serde::{Deserialize, Serialize};

use super::{
    curve::{Curve, CurvePoint},
    learner::Learner,
    model::{Entrance, Model, most_probable},
    picture::PictureSpec,
    shape::SHAPES,
};
use crate::{
    neural::{Network, Trainer},
    random,
};

/// Pictures that are learnt from at once.
pub const BATCH: usize = 16;
/// Pictures that are tested on.
pub const TESTED: u64 = 3000;
/// The random numbers of the pictures tested on: the same for all learners and seeds.
const TEST_SEED: u64 = 0x7E57_0000;
/// From so many batches on steps become smaller, by the square root of their number.
const SETTLED: f64 = 2000.0;
/// The least cost after which a learner is tested (FLOP).
pub const LEAST_COMPUTE: f64 = 1e7;
/// Four tests for every power of ten.
const TESTS: [f64; 4] = [1.0, 1.8, 3.2, 5.6];

/// What a step may take, in floating-point operations of training or what takes as long: a few milliseconds.
const STEP: f64 = 2e7;
/// What making a picture takes, in the same,
const PICTURE: f64 = 3e4;
/// and measuring its features.
const MEASURING: f64 = 1e5;
/// Test pictures that go through the network at once.
const TEST_BATCH: usize = 50;

/// What is trained on what.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainingSpec {
    /// Who learns.
    pub learner: Learner,
    /// Standard deviation of each pixel's noise, 0..=0.4.
    pub noise: f64,
    /// Strokes that belong to no shape, 0..=3.
    pub clutter: u32,
    /// How much training may cost (FLOP), 1e7..=1e11.
    pub compute: f64,
    /// Which first weights and which pictures; learners with the same seed see the same pictures.
    pub seed: u64,
}

impl TrainingSpec {
    /// The pictures learnt from: each once, from number 0 on.
    #[must_use]
    pub fn pictures(&self) -> PictureSpec {
        PictureSpec { noise: self.noise, clutter: self.clutter, seed: random::number(self.seed, 0) }
    }

    /// The pictures tested on: numbers 0 to [`TESTED`].
    #[must_use]
    pub fn test_pictures(&self) -> PictureSpec {
        PictureSpec { noise: self.noise, clutter: self.clutter, seed: TEST_SEED }
    }

    /// At which costs (FLOP) there is a test: 1, 1.8, 3.2 and 5.6 times the powers of ten from [`LEAST_COMPUTE`] on, and at the end.
    pub fn tests(&self) -> impl Iterator<Item = f64> + use<> {
        let compute = self.compute;
        let powers = std::iter::successors(Some(LEAST_COMPUTE), |power| Some(power * 10.0));
        powers.flat_map(|power| TESTS.map(|part| part * power)).take_while(move |cost| *cost < compute).chain([compute])
    }

    /// What learning from one picture costs (FLOP): six for each multiply-add of the network, and what its features take. That is
    /// counted ([`super::counted_features`]): the mean over 200 pictures of this kind.
    #[must_use]
    pub fn cost(&self) -> f64 {
        cost(self.learner, Entrance::new(self.learner, &self.test_pictures()).1)
    }
}

fn cost(learner: Learner, entering: f64) -> f64 {
    6.0 * learner.multiply_adds() as f64 + entering
}

/// A learner being trained.
pub struct TrainingRun {
    spec: TrainingSpec,
    entrance: Entrance,
    trainer: Trainer,
    /// What a batch costs (FLOP).
    batch: f64,
    batches: u64,
    /// Costs of the tests to come, the last first.
    waiting: Vec<f64>,
    curve: Curve,
    exam: Exam,
    inputs: Vec<f32>,
    classes: Vec<u8>,
}

/// The test pictures as the network takes them, and how far a test has come.
#[derive(Default)]
struct Exam {
    inputs: Vec<f32>,
    classes: Vec<u8>,
    /// Pictures tested on so far, if a test is being made,
    tested: Option<usize>,
    /// and of how many the shape was told.
    told: u32,
}

impl TrainingRun {
    /// Nothing learnt yet.
    #[must_use]
    pub fn new(spec: TrainingSpec) -> TrainingRun {
        let learner = spec.learner;
        let (entrance, entering) = Entrance::new(learner, &spec.test_pictures());
        let mut waiting: Vec<f64> = spec.tests().collect();
        waiting.reverse();
        TrainingRun {
            entrance,
            trainer: Trainer::new(Network::new(&learner.layers(), random::number(spec.seed, 1))),
            batch: BATCH as f64 * cost(learner, entering),
            batches: 0,
            waiting,
            curve: Curve::default(),
            exam: Exam::default(),
            inputs: Vec::new(),
            classes: Vec::new(),
            spec,
        }
    }

    /// Goes on for a few milliseconds. False once all is learnt and tested.
    pub fn step(&mut self) -> bool {
        let mut spent = 0.0;
        while spent < STEP {
            let Some(next) = self.waiting.last() else { return false };
            if self.exam.tested.is_some() {
                spent += self.test();
            } else if self.flop() + self.batch <= *next {
                spent += self.learn();
            } else {
                (self.exam.tested, self.exam.told) = (Some(0), 0);
            }
        }
        true
    }

    /// Trains and tests to the end.
    #[must_use]
    pub fn finish(mut self) -> Curve {
        while self.step() {}
        self.curve
    }

    /// What making a picture takes, and measuring it where that is done.
    fn preparing(&self) -> f64 {
        if self.spec.learner == Learner::HandMade { PICTURE + MEASURING } else { PICTURE }
    }

    /// Learns from the next batch; how long that takes.
    fn learn(&mut self) -> f64 {
        self.inputs.clear();
        self.classes.clear();
        let pictures = self.spec.pictures();
        let first = self.pictures();
        for number in first..first + BATCH as u64 {
            let picture = pictures.picture(number);
            self.entrance.enter(&picture.pixels, &mut self.inputs);
            self.classes.push(picture.shape as u8);
        }
        self.batches += 1;
        let rate = self.spec.learner.rate() * (SETTLED / self.batches as f64).sqrt().min(1.0);
        self.trainer.step(&self.inputs, &self.classes, rate);
        BATCH as f64 * (self.preparing() + 6.0 * self.spec.learner.multiply_adds() as f64)
    }

    /// Tests on the next few pictures; how long that takes.
    fn test(&mut self) -> f64 {
        let Exam { inputs, classes, tested, told } = &mut self.exam;
        let from = tested.unwrap_or(0);
        let to = (from + TEST_BATCH).min(TESTED as usize);
        let mut spent = 2.0 * (to - from) as f64 * self.spec.learner.multiply_adds() as f64;
        let size = self.trainer.network().inputs();
        if classes.len() < to {
            let pictures = self.spec.test_pictures();
            for number in from as u64..to as u64 {
                let picture = pictures.picture(number);
                self.entrance.enter(&picture.pixels, inputs);
                classes.push(picture.shape as u8);
            }
        }
        let outputs = self.trainer.outputs(&inputs[from * size..to * size]);
        let answers = outputs.chunks_exact(SHAPES).map(most_probable);
        *told += answers.zip(&classes[from..to]).filter(|(answer, class)| *answer == usize::from(**class)).count() as u32;
        *tested = Some(to);
        if to == TESTED as usize {
            *tested = None;
            let accuracy = f64::from(*told) / TESTED as f64;
            self.waiting.pop();
            self.curve.points.push(CurvePoint { flop: self.flop(), pictures: self.pictures(), accuracy });
        }
        spent += (to - from) as f64 * self.preparing();
        spent
    }

    /// What training has cost so far (FLOP).
    #[must_use]
    pub fn flop(&self) -> f64 {
        self.batches as f64 * self.batch
    }

    /// Pictures learnt from so far.
    #[must_use]
    pub fn pictures(&self) -> u64 {
        self.batches * BATCH as u64
    }

    /// Share of the training that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        if self.waiting.is_empty() { 1.0 } else { (self.flop() / self.spec.compute).min(1.0) }
    }

    /// The tests so far.
    #[must_use]
    pub fn curve(&self) -> &Curve {
        &self.curve
    }

    /// What has been learnt so far.
    #[must_use]
    pub fn model(&self) -> Model {
        Model::new(self.entrance.clone(), self.trainer.network())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pendrop_budget::is_long;

    const SPEC: TrainingSpec = TrainingSpec { learner: Learner::HandMade, noise: 0.15, clutter: 1, compute: 1e8, seed: 1 };

    fn run(learner: Learner, compute: f64, seed: u64) -> Curve {
        TrainingRun::new(TrainingSpec { learner, compute, seed, ..SPEC }).finish()
    }

    #[test]
    fn tests_are_spread_evenly_over_powers_of_ten() {
        assert_eq!(TrainingSpec { compute: 5e7, ..SPEC }.tests().collect::<Vec<_>>(), [1e7, 1.8e7, 3.2e7, 5e7]);
        assert_eq!(TrainingSpec { compute: 1e8, ..SPEC }.tests().last(), Some(1e8));
        assert_eq!(TrainingSpec { compute: 1e7, ..SPEC }.tests().count(), 1);
    }

    #[test]
    fn costs_are_six_for_each_multiply_add_and_what_is_measured() {
        let cost = |learner| TrainingSpec { learner, ..SPEC }.cost();
        assert_eq!(cost(Learner::Plain { width: 64 }), 100_608.0);
        assert_eq!(cost(Learner::Plain { width: 256 }), 402_432.0);
        assert_eq!(cost(Learner::Convolutional), 6.0 * (256.0 * 72.0 + 64.0 * 16.0 * 72.0 + 256.0 * 6.0));
        let hand = cost(Learner::HandMade) - 6.0 * 84.0;
        assert!((4_000.0..9_000.0).contains(&hand), "{hand}");
        let parameters = [Learner::HandMade, Learner::Convolutional, Learner::Plain { width: 64 }, Learner::Plain { width: 256 }];
        assert_eq!(parameters.map(Learner::parameters), [90, 2_790, 16_838, 67_334]);
    }

    #[test]
    fn a_run_spends_what_it_may_and_tests_on_the_way() {
        let mut run = TrainingRun::new(SPEC);
        let mut progress = run.progress();
        let mut steps = 0;
        while run.step() {
            assert!(run.progress() >= progress);
            (progress, steps) = (run.progress(), steps + 1);
        }
        assert!(steps > 20 && run.progress() == 1.0, "{steps}");
        let tests: Vec<f64> = SPEC.tests().collect();
        assert_eq!(run.curve().points.len(), tests.len());
        for (point, test) in run.curve().points.iter().zip(tests) {
            assert!(point.flop <= test && point.flop > test - 16.0 * SPEC.cost(), "{point:?} {test}");
            assert_eq!(point.flop, point.pictures as f64 * SPEC.cost());
        }
        assert!(!run.step());
    }

    #[test]
    fn the_same_seed_gives_the_same_curve() {
        let of = |seed| run(Learner::Plain { width: 64 }, 1e7, seed);
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
    }

    #[test]
    fn accuracies_are_those_of_three_seeds_measured_before() {
        // Learner, cost, mean of the seeds 1 to 3, and how far from it one may be: four times what they differed.
        let short = [
            (Learner::HandMade, 3e8, 0.743, 0.015),
            (Learner::Convolutional, 3e8, 0.37, 0.1),
            (Learner::Plain { width: 64 }, 3e8, 0.49, 0.03),
            (Learner::Plain { width: 256 }, 3e8, 0.44, 0.04),
        ];
        let long = [
            (Learner::HandMade, 1e10, 0.760, 0.01),
            (Learner::Convolutional, 1e10, 0.763, 0.02),
            (Learner::Plain { width: 64 }, 1e10, 0.778, 0.03),
            (Learner::Plain { width: 256 }, 1e10, 0.662, 0.03),
        ];
        let long = if is_long() { &long[..] } else { &[] };
        for (learner, compute, expected, tolerance) in short.iter().chain(long) {
            let accuracy = run(*learner, *compute, 1).points.last().unwrap().accuracy;
            assert!((accuracy - expected).abs() < *tolerance, "{learner:?} at {compute}: {accuracy}");
        }
    }

    #[test]
    fn networks_overtake_the_features_at_about_ten_billion() {
        if !is_long() {
            return;
        }
        let mean = |learner| Curve::mean(&[1, 2, 3].map(|seed| run(learner, 1.8e10, seed)));
        let hand = Curve::mean(&[1, 2, 3].map(|seed| run(Learner::HandMade, 3e9, seed)));
        for learner in [Learner::Convolutional, Learner::Plain { width: 64 }] {
            let crossing = hand.overtaken_by(&mean(learner)).unwrap();
            assert!((6e9..1.3e10).contains(&crossing), "{learner:?}: {crossing}");
        }
    }

    #[test]
    fn what_is_learnt_is_the_same_on_every_machine_to_the_last_bit() {
        let learnt = [Learner::HandMade, Learner::Convolutional, Learner::Plain { width: 64 }].map(|learner| {
            let mut run = TrainingRun::new(TrainingSpec { learner, compute: 1e7, ..SPEC });
            while run.step() {}
            let weights = run.model().filters().into_iter().flat_map(|filter| filter.weights);
            weights.fold(17_u32, |hash, weight| (hash ^ weight.to_bits()).wrapping_mul(16_777_619).rotate_left(5))
        });
        assert_eq!(learnt, [1_155_403_619, 3_758_077_394, 4_007_075_798]);
    }

    #[test]
    fn harder_pictures_are_told_less_often() {
        let accuracy = |noise, clutter| {
            let curve = TrainingRun::new(TrainingSpec { noise, clutter, compute: 5e7, ..SPEC }).finish();
            curve.points.last().unwrap().accuracy
        };
        let (clean, noisy, cluttered) = (accuracy(0.05, 0), accuracy(0.4, 0), accuracy(0.05, 3));
        assert!(clean > 0.85 && noisy < clean - 0.2 && cluttered < clean - 0.2, "{clean} {noisy} {cluttered}");
    }

    #[test]
    fn a_model_says_what_it_thinks_and_where_it_errs() {
        for learner in [Learner::HandMade, Learner::Convolutional, Learner::Plain { width: 64 }] {
            let mut run = TrainingRun::new(TrainingSpec { learner, ..SPEC });
            while run.step() {}
            let model = run.model();
            let again: Model = serde_json::from_str(&serde_json::to_string(&model).unwrap()).unwrap();
            assert_eq!(again, model);
            let pictures = SPEC.test_pictures();
            let probabilities = model.probabilities(&pictures.picture(7).pixels);
            assert!((probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-5 && probabilities.iter().all(|p| *p >= 0.0));
            // All mistakes in the test pictures are those that the last test counted.
            let mistakes = model.mistakes(&pictures, 0..TESTED, usize::MAX);
            let accuracy = run.curve().points.last().unwrap().accuracy;
            assert_eq!((TESTED as usize - mistakes.len()) as f64 / TESTED as f64, accuracy);
            assert!(mistakes.iter().all(|mistake| mistake.shape != mistake.taken_for && mistake.probability >= 1.0 / 6.0 - 1e-6));
            assert_eq!(model.mistakes(&pictures, 0..TESTED, 3), mistakes[..3]);
            let filters = model.filters();
            let sizes = (filters.len(), filters[0].rows, filters[0].columns);
            assert_eq!(
                sizes,
                match learner {
                    Learner::HandMade => (6, 1, 14),
                    Learner::Convolutional => (8, 3, 3),
                    Learner::Plain { width } => (width as usize, 16, 16),
                }
            );
            assert!(filters.iter().all(|filter| filter.weights.len() == filter.rows * filter.columns));
        }
    }
}
