//! How well the models guess after so many characters, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    corpus::Source,
    format::{short, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};
use pendrop_science::{
    ngram::{ORDERS, Smoothing, Unusable},
    overtaking::NoOvertaking,
};

use super::{
    Learnt, Strings,
    parameters::NgramOrdersParameters,
    picture::NgramOrdersPicture,
    text::{bits, count, looking_back, model},
};

/// What has been learnt so far, and what is asked of it.
pub struct NgramOrdersOutcome {
    parameters: NgramOrdersParameters,
    /// Whose text it is.
    source: Source,
    learnt: Option<Learnt>,
}

/// The best model after some number of characters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// The place of the measurement.
    pub place: usize,
    /// After how many characters it was made.
    pub characters: u32,
    /// How far the model looks back.
    pub order: usize,
    /// Its bits per character.
    pub bits: f64,
    /// How many more those have that look back the furthest.
    pub cost: f64,
}

/// Orders whose overtaking is a readout, with its name and label.
const OVERTAKING: [(usize, &str, Label); 4] = [
    (1, "order_1_from", label!(readout_order_1_from)),
    (2, "order_2_from", label!(readout_order_2_from)),
    (3, "order_3_from", label!(readout_order_3_from)),
    (4, "order_4_from", label!(readout_order_4_from)),
];

impl NgramOrdersOutcome {
    /// The outcome as far as has been learnt.
    #[must_use]
    pub fn of(parameters: NgramOrdersParameters, source: Source, learnt: Option<Learnt>) -> Self {
        // What tells of other measurements than it says is no result.
        Self { parameters, source, learnt: learnt.filter(Learnt::is_whole) }
    }

    /// What has been learnt.
    #[must_use]
    pub fn learnt(&self) -> Option<&Learnt> {
        self.learnt.as_ref()
    }

    /// How counts become probabilities.
    #[must_use]
    pub fn smoothing(&self) -> Smoothing {
        self.parameters.smoothing()
    }

    /// How far models look back at most.
    #[must_use]
    pub fn highest(&self) -> usize {
        self.parameters.highest().min(ORDERS - 1)
    }

    /// The best model after as many characters as are asked for: after fewer where it has not come so far, or the text has no more.
    #[must_use]
    pub fn best(&self) -> Option<Best> {
        let statistics = &self.learnt.as_ref()?.statistics;
        let place = statistics.sizes.iter().rposition(|size| f64::from(*size) <= self.parameters.most())?;
        let all = statistics.table(self.smoothing()).get(place)?.get(..=self.highest())?;
        let order = (1..all.len()).fold(0, |best, order| if all[order] < all[best] { order } else { best });
        Some(Best { place, characters: statistics.sizes[place], order, bits: all[order], cost: all[all.len() - 1] - all[order] })
    }

    /// Characters learnt from, and bits of the model that is best then, as far as is learnt.
    pub(super) fn best_of_all(&self) -> Vec<(f64, f64)> {
        let Some((best, learnt)) = self.best().zip(self.learnt.as_ref()) else { return Vec::new() };
        let (sizes, table) = (&learnt.statistics.sizes, learnt.statistics.table(self.smoothing()));
        let least = |bits: &[f64]| bits.iter().copied().fold(f64::INFINITY, f64::min);
        sizes.iter().zip(table).take(best.place + 1).map(|(size, bits)| (f64::from(*size), least(&bits[..=self.highest()]))).collect()
    }

    /// What the best model has written.
    #[must_use]
    pub fn line(&self) -> Option<&str> {
        let best = self.best()?;
        self.learnt.as_ref()?.line(best.place, self.smoothing(), best.order)
    }

    /// After how many characters a model overtakes the one that looks back one less.
    pub fn overtakes(&self, order: usize) -> Result<f64, NoOvertaking> {
        let statistics = self.learnt.as_ref().map(|learnt| &learnt.statistics);
        if order > self.highest() {
            return Err(NoOvertaking::Behind);
        }
        statistics.map_or(Err(NoOvertaking::Unmeasured), |statistics| statistics.overtaken(self.smoothing(), order - 1))
    }

    /// Whether it is the reader's text.
    fn is_readers(&self) -> bool {
        self.source == Source::Reader
    }

    /// Why nothing can be learnt from the text.
    fn unusable(&self) -> Option<Unusable> {
        self.learnt.as_ref()?.unusable
    }
}

impl Outcome for NgramOrdersOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        if self.unusable().is_some() {
            return s.headline_ngram_unusable.to_owned();
        }
        let Some(best) = self.best() else { return s.headline_ngram_begin.to_owned() };
        let mixed = self.smoothing() == Smoothing::Interpolated && best.order < self.highest();
        let template = match (mixed, self.is_readers()) {
            (false, false) => s.headline_ngram,
            (false, true) => s.headline_ngram_yours,
            (true, false) => s.headline_ngram_mixed,
            (true, true) => s.headline_ngram_mixed_yours,
        };
        fill(
            template,
            &[
                ("characters", &count(best.characters, language)),
                ("back", &looking_back(best.order, language)),
                ("highest", &short(self.highest() as f64, 2, language)),
                ("cost", &bits(best.cost, language)),
            ],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some((best, learnt)) = self.best().zip(self.learnt.as_ref()) else { return s.description_ngram_begin.to_owned() };
        let all = &learnt.statistics.table(self.smoothing())[best.place];
        let each = (0..=self.highest()).map(|order| {
            let words = [("model", model(order, language)), ("bits", bits(all[order], language))];
            fill(s.description_ngram_model, &words.each_ref().map(|(name, value)| (*name, value.as_str())))
        });
        let template = if self.smoothing() == Smoothing::Interpolated { s.description_ngram_mixed } else { s.description_ngram };
        let text = fill(template, &[("characters", &count(best.characters, language)), ("models", &each.collect::<Vec<_>>().join(", "))]);
        match self.line() {
            Some(line) => format!("{text} {}", fill(s.description_ngram_line, &[("line", line)])),
            None => text,
        }
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        if let Some(why) = self.unusable() {
            return Some(if why == Unusable::OneSymbol { s.caveat_ngram_one_symbol } else { s.caveat_ngram_unusable }.to_owned());
        }
        let train = self.learnt.as_ref()?.statistics.train;
        let most = self.parameters.most();
        (most.is_finite() && f64::from(train) < most).then(|| fill(s.caveat_ngram_all, &[("characters", &count(train, language))]))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let text = if self.is_readers() { s.source_line_ngram_yours } else { s.source_line_ngram };
        let Some(statistics) = self.learnt.as_ref().map(|learnt| &learnt.statistics).filter(|statistics| statistics.train > 0) else {
            return text.to_owned();
        };
        let measured = if self.smoothing() == Smoothing::Interpolated { s.source_line_ngram_mixed } else { s.source_line_ngram_alone };
        fill(
            &format!("{text} {} {measured}", s.source_line_ngram_measured),
            &[
                ("train", &count(statistics.train, language)),
                ("tested", &count(statistics.tested, language)),
                ("symbols", &count(statistics.symbols, language)),
                ("add", &short(self.parameters.add, 3, language)),
            ],
        )
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let best = self.best();
        let number = |value: f64| (bits(value, language), "bit".to_owned());
        let order = best.map(|best| best.order as f64);
        let order = Readout::number(
            "best_order",
            label!(readout_best_order),
            "1",
            order,
            |order| (short(order, 2, language), String::new()),
            s.reason_not_yet,
        );
        let bits = best.map(|best| best.bits);
        let bits = Readout::number("bits_per_character", label!(readout_bits_per_character), "bit", bits, number, s.reason_not_yet);
        let cost = best.map(|best| best.cost);
        let cost = Readout::number("cost_of_highest", label!(readout_cost_of_highest), "bit", cost, number, s.reason_not_yet);
        let overtaking = OVERTAKING.map(|(order, name, label)| {
            let from = self.overtakes(order);
            let reason = match from {
                Err(NoOvertaking::Ahead) => s.reason_ngram_ahead,
                Err(NoOvertaking::Behind) => s.reason_ngram_behind,
                _ => s.reason_not_yet,
            };
            Readout::number(name, label, "1", from.ok(), |from| (short(from, 2, language), String::new()), reason).under_more()
        });
        [order.large(), bits, cost].into_iter().chain(overtaking).collect()
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let mut rows = Vec::new();
        for statistics in self.learnt.iter().map(|learnt| &learnt.statistics) {
            for (place, size) in statistics.sizes.iter().enumerate() {
                for order in 0..=self.highest() {
                    let counts = [f64::from(*size), order as f64].map(Cell::Exact);
                    let bits = [Smoothing::Additive, Smoothing::Interpolated]
                        .map(|smoothing| Cell::Number(statistics.table(smoothing)[place][order]));
                    rows.push(counts.into_iter().chain(bits).collect());
                }
            }
        }
        Table::new([s.column_characters, s.column_order, s.column_alone, s.column_mixed], rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(NgramOrdersPicture::of(&self, frame, &[]))
    }

    /// The bits of the best model, and how far it looks back.
    fn decisive(&self, language: Language) -> Option<String> {
        let told = |best: Best| format!("{}, {}", with_unit(&(bits(best.bits, language), "bit".to_owned())), model(best.order, language));
        Some(self.best().map_or_else(|| Strings::of(language).reason_not_yet.to_owned(), told))
    }
}

impl Comparable for NgramOrdersOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(NgramOrdersPicture::of(&self, frame, runs))
    }
}
