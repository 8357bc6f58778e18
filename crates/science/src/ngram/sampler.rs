//! The text counted character after character and the models measured in between, in steps of a few milliseconds.

use super::{
    BitStatistics, NgramSpec, ORDERS, Smoothing, Unusable,
    counts::{Context, Counts},
    model,
    split::Split,
    text::Text,
    writer,
};

/// Characters counted or guessed in one step: a few milliseconds once the tree has outgrown the processor's memory.
const STEP: usize = 2000;

/// What is added to a count at least: with nothing added, what was never seen would be impossible.
const LEAST_ADDED: f64 = 1e-6;

/// A text being counted.
pub struct Sampler {
    text: Text,
    split: Split,
    /// When to measure.
    sizes: Vec<u32>,
    add: f64,
    counts: Counts,
    counting: Walk,
    testing: Walk,
    /// Bits so far of the present test, for each order: by itself, interpolated.
    bits: [[f64; ORDERS]; 2],
    statistics: BitStatistics,
}

/// How far it is through a part of the text.
#[derive(Clone, Copy, Default)]
struct Walk {
    done: usize,
    /// Where in the text the last character stood, and the context of the one after it.
    last: Option<(u32, Context)>,
}

impl Walk {
    /// The context of the character at a place of the text, where it comes right after the last one.
    fn context(&self, place: u32) -> Option<Context> {
        self.last.filter(|(last, _)| last + 1 == place).map(|(_, context)| context)
    }

    fn on(&mut self, place: u32, context: Context) {
        *self = Walk { done: self.done + 1, last: Some((place, context)) };
    }
}

impl Sampler {
    /// Nothing counted yet; or why the text cannot be used.
    pub fn new(spec: &NgramSpec) -> Result<Sampler, Unusable> {
        let text = Text::of(&spec.text)?;
        let split = Split::of(text.symbols.len(), spec.seed);
        let statistics = BitStatistics {
            symbols: text.alphabet.len() as u32,
            tested: split.test.len() as u32,
            train: split.train.len() as u32,
            ..BitStatistics::default()
        };
        Ok(Sampler {
            sizes: split.sizes(),
            add: spec.add.max(LEAST_ADDED),
            counts: Counts::new(),
            counting: Walk::default(),
            testing: Walk::default(),
            bits: [[0.0; ORDERS]; 2],
            text,
            split,
            statistics,
        })
    }

    /// Counts or guesses the next few characters. False once all is measured.
    pub fn step(&mut self) -> bool {
        self.advance(STEP)
    }

    /// The same with so many characters, or fewer: each measurement is there to be looked at before the next.
    pub fn advance(&mut self, characters: usize) -> bool {
        let measured = self.statistics.sizes.len();
        for _ in 0..characters {
            if self.statistics.sizes.len() > measured {
                break;
            }
            let Some(size) = self.sizes.get(self.statistics.sizes.len()) else { return false };
            if self.counting.done < *size as usize {
                self.count();
            } else {
                self.guess();
            }
        }
        self.statistics.sizes.len() < self.sizes.len()
    }

    /// The characters before a place of the text, as many as the longest context has.
    fn before(text: &Text, place: u32) -> &[u16] {
        let place = place as usize;
        &text.symbols[place + 1 - ORDERS..place]
    }

    fn count(&mut self) {
        let place = self.split.train[self.counting.done];
        let context = match self.counting.context(place) {
            Some(context) => context,
            None => self.counts.context_made(Sampler::before(&self.text, place)),
        };
        let next = self.counts.add(&context, self.text.symbols[place as usize]);
        self.counting.on(place, next);
    }

    fn guess(&mut self) {
        let place = self.split.test[self.testing.done];
        let context = match self.testing.context(place) {
            Some(context) => context,
            None => self.counts.context(Sampler::before(&self.text, place)),
        };
        let (following, next) = self.counts.following(&context, self.text.symbols[place as usize]);
        let symbols = self.text.alphabet.len() as f64;
        let probabilities = [model::additive(&following, self.add, symbols), model::interpolated(&following, symbols)];
        for (bits, probability) in self.bits.iter_mut().flatten().zip(probabilities.iter().flatten()) {
            *bits -= probability.log2();
        }
        self.testing.on(place, next);
        if self.testing.done == self.split.test.len() {
            self.note();
        }
    }

    /// Notes the test that has come to its end.
    fn note(&mut self) {
        let [additive, interpolated] = self.bits.map(|bits| bits.map(|bits| bits / self.split.test.len() as f64));
        self.statistics.sizes.push(self.counting.done as u32);
        self.statistics.additive.push(additive);
        self.statistics.interpolated.push(interpolated);
        self.statistics.sequences = self.counts.len() as u32;
        self.bits = [[0.0; ORDERS]; 2];
        self.testing = Walk::default();
    }

    /// Share of the work that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let tested = self.statistics.sizes.len() * self.split.test.len() + self.testing.done;
        let all = self.sizes.len() * self.split.test.len() + self.split.train.len();
        (tested + self.counting.done) as f64 / all as f64
    }

    /// What has been measured so far.
    #[must_use]
    pub fn statistics(&self) -> &BitStatistics {
        &self.statistics
    }

    /// The probability of every character of the alphabet after some text, by a model of what has been counted so far. What
    /// stands before a character that the alphabet lacks does not count. After less text than the order reaches back, an order by
    /// itself knows nothing.
    #[must_use]
    pub fn next(&self, smoothing: Smoothing, order: usize, before: &str) -> Vec<(char, f64)> {
        let mut symbols: Vec<u16> = before.chars().rev().take(ORDERS - 1).map_while(|character| self.text.symbol(character)).collect();
        symbols.reverse();
        let context = self.counts.context(&symbols);
        let alphabet = &self.text.alphabet;
        let distribution = model::distribution(&self.counts, context, alphabet.len(), smoothing, order, self.add);
        alphabet.iter().copied().zip(distribution).collect()
    }

    /// A line of so many characters at most, written by a model of what has been counted so far; a model by itself writes only what it has
    /// seen, without anything added to its counts: after a context never seen it would write noise for ever. The line begins as a line, or else
    /// a word, of the text may begin, and ends where a line ends.
    #[must_use]
    pub fn write(&self, smoothing: Smoothing, order: usize, seed: u64, most: usize) -> String {
        let distribution = |context: &Context| {
            let (order, add) = match smoothing {
                Smoothing::Interpolated => (order, self.add),
                // What followed the context, or as much of it as anything has followed.
                Smoothing::Additive => (self.counts.known(context, order), 0.0),
            };
            model::distribution(&self.counts, *context, self.text.alphabet.len(), smoothing, order, add)
        };
        writer::line(&self.text, &self.counts, distribution, seed, most)
    }
}
