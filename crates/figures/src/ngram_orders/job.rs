//! The learning as a job: the text is counted, all models are measured in between, and those that are the best write a line.

use pendrop_kit::job::Job;
use pendrop_science::ngram::{self, BitStatistics, ORDERS, Sampler, Smoothing, Unusable};
use serde::{Deserialize, Serialize};

/// What a model writes has so many characters at most,
const LINE: usize = 96;
/// and where its line is shorter than this, a further one.
const SHORT: usize = 50;
/// No more lines than these.
const LINES: u64 = 4;
/// Stands between two lines.
const BETWEEN: &str = " / ";

/// Both ways to make probabilities of counts.
const SMOOTHINGS: [Smoothing; 2] = [Smoothing::Additive, Smoothing::Interpolated];

/// How a text is counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NgramSpec {
    /// What is added to each count where every model stands by itself.
    pub add: f64,
    /// Which random numbers.
    pub seed: u64,
}

/// What has been learnt so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Learnt {
    /// Why nothing can be learnt.
    pub unusable: Option<Unusable>,
    /// How well the models guess.
    pub statistics: BitStatistics,
    /// What they have written.
    lines: Vec<Line>,
}

/// What a model has written after so many measurements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Line {
    measurement: u8,
    smoothing: Smoothing,
    order: u8,
    text: String,
}

impl Learnt {
    /// Whether all models have been measured as often as it says.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let tables = SMOOTHINGS.map(|smoothing| self.statistics.table(smoothing));
        tables.iter().all(|table| table.len() == self.statistics.sizes.len() && table.iter().flatten().all(|bits| bits.is_finite()))
    }

    /// What a model has written after the measurement with this place, if it has.
    #[must_use]
    pub fn line(&self, measurement: usize, smoothing: Smoothing, order: usize) -> Option<&str> {
        let is_it =
            |line: &&Line| (usize::from(line.measurement), line.smoothing, usize::from(line.order)) == (measurement, smoothing, order);
        self.lines.iter().find(is_it).map(|line| line.text.as_str())
    }
}

/// A text from which is learnt.
pub struct NgramJob {
    sampler: Option<Sampler>,
    seed: u64,
    learnt: Learnt,
    /// Who is still to write, the last one first.
    writers: Vec<(Smoothing, usize)>,
}

/// About how long it takes natively on one core for a text of so many bytes, s.
pub(super) fn seconds(bytes: usize) -> f64 {
    0.05 + 2.5e-6 * bytes as f64
}

/// The models that are the best of all that look back no further: whichever is the highest, the best is one of them.
fn leaders(bits: &[f64; ORDERS]) -> impl Iterator<Item = usize> {
    (0..ORDERS).filter(|order| bits[..*order].iter().all(|lower| bits[*order] < *lower))
}

/// A line, and further ones as long as it is short.
fn written(sampler: &Sampler, smoothing: Smoothing, order: usize, seed: u64) -> String {
    let mut text = String::new();
    for line in 0..LINES {
        let length = text.chars().count();
        if length >= SHORT {
            break;
        }
        // Further ones begin elsewhere.
        let line = sampler.write(smoothing, order, seed + 1000 * line, LINE - length - if length > 0 { BETWEEN.len() } else { 0 });
        text = if text.is_empty() { line } else { text + BETWEEN + &line };
    }
    text.chars().map(shown).collect()
}

/// A character that every picture can show.
fn shown(character: char) -> char {
    if character.is_control() { ' ' } else { character }
}

impl Job for NgramJob {
    const NAME: &'static str = "ngram-orders";
    type Spec = NgramSpec;
    type Partial = Learnt;

    fn start(spec: NgramSpec) -> Self {
        Self::start_learning(spec, "")
    }

    fn start_learning(spec: NgramSpec, text: &str) -> Self {
        let spec_of_all = ngram::NgramSpec { text: ngram::unwrapped(text), add: spec.add, seed: spec.seed };
        let (sampler, unusable) = match Sampler::new(&spec_of_all) {
            Ok(sampler) => (Some(sampler), None),
            Err(why) => (None, Some(why)),
        };
        let statistics = sampler.as_ref().map(|sampler| sampler.statistics().clone()).unwrap_or_default();
        Self { sampler, seed: spec.seed, learnt: Learnt { unusable, statistics, lines: Vec::new() }, writers: Vec::new() }
    }

    fn step(&mut self) -> bool {
        let Some(sampler) = &mut self.sampler else { return false };
        if let Some((smoothing, order)) = self.writers.pop() {
            let text = written(sampler, smoothing, order, self.seed);
            let measurement = (self.learnt.statistics.sizes.len() - 1) as u8;
            self.learnt.lines.push(Line { measurement, smoothing, order: order as u8, text });
            return !self.writers.is_empty() || sampler.progress() < 1.0;
        }
        let goes_on = sampler.step();
        let measured = sampler.statistics();
        if measured.sizes.len() > self.learnt.statistics.sizes.len() {
            self.learnt.statistics = measured.clone();
            let last = measured.sizes.len() - 1;
            let writers =
                SMOOTHINGS.into_iter().flat_map(|smoothing| leaders(&measured.table(smoothing)[last]).map(move |order| (smoothing, order)));
            self.writers = writers.collect();
        }
        goes_on || !self.writers.is_empty()
    }

    fn progress(&self) -> f64 {
        self.sampler.as_ref().map_or(1.0, Sampler::progress)
    }

    fn partial(&self) -> Learnt {
        self.learnt.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders_are_better_than_all_that_look_back_less_far() {
        assert_eq!(leaders(&[5.0, 4.0, 4.5, 3.0, 3.0, 2.0, 6.0, 1.0]).collect::<Vec<_>>(), [0, 1, 3, 5, 7]);
    }

    /// Whoever is the best so far has written before the job goes on.
    #[test]
    fn the_best_of_every_measurement_writes_a_line() {
        let text = "Row, row, row your boat,\ngently down the stream.\u{1}\n".repeat(60);
        let mut job = NgramJob::start_learning(NgramSpec { add: 0.02, seed: 3 }, &text);
        while job.step() {}
        let learnt = job.partial();
        assert_eq!((learnt.unusable, job.progress()), (None, 1.0));
        assert!(learnt.statistics.sizes.len() >= 5);
        for place in 0..learnt.statistics.sizes.len() {
            for smoothing in SMOOTHINGS {
                let best = learnt.statistics.best_order(smoothing, place).unwrap();
                let line = learnt.line(place, smoothing, best).expect("the best has written");
                assert!((1..=LINE).contains(&line.chars().count()) && !line.contains(char::is_control), "{line}");
            }
        }
        assert!(!job.step());
    }

    #[test]
    fn a_text_that_cannot_be_used_is_told() {
        let mut job = NgramJob::start_learning(NgramSpec { add: 0.02, seed: 3 }, &"a".repeat(5000));
        assert!(!job.step());
        assert_eq!((job.partial().unusable, job.progress()), (Some(Unusable::OneSymbol), 1.0));
    }
}
