//! What a fixed budget comes to, in numbers and in words.

use std::sync::Arc;

use super::{
    growth::{FixedBudgetOutcome, format_flops},
    parameters::LOG,
    picture::FixedBudgetPicture,
};
use crate::{
    fixed_budget::Strings,
    rates::{each_year, factor, span, times},
};
use pendrop_kit::{
    format::{short, significant, with_unit},
    label,
    locale::{Language, fill},
    number,
    outcome::{Cell, Outcome, Prediction, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};

/// Up to this ratio of multiplying to adding, the headline says that the two hardly differ.
const ALIKE: f64 = 1.1;

impl Outcome for FixedBudgetOutcome {
    fn headline(&self, language: Language) -> String {
        let (s, years) = (Strings::of(language), self.parameters.years);
        let (multiplied, added) = (self.multiplied(years), self.added(years));
        let template = if multiplied < ALIKE * added { s.headline_budget_alike } else { s.headline_budget };
        fill(
            template,
            &[("span", &span(years, language)), ("growth", &significant(multiplied, 3, language)), ("added", &factor(added, language))],
        )
    }

    fn description(&self, language: Language) -> String {
        let (s, years) = (Strings::of(language), self.parameters.years);
        let curve = fill(
            if self.parameters.scale == LOG { s.description_budget_log } else { s.description_budget },
            &[
                ("halving", &short(self.parameters.halving_time, 3, language)),
                ("span", &span(years, language)),
                ("growth", &significant(self.multiplied(years), 3, language)),
                ("added", &factor(self.added(years), language)),
            ],
        );
        let bought = |years| self.compute(years).map(|value| with_unit(&format_flops(value, language)));
        let (Some(start), Some(end)) = (bought(0.0), bought(years)) else { return curve };
        let money = with_unit(&(short(self.parameters.budget, 3, language), "$".to_owned()));
        let bought = fill(s.description_budget_bought, &[("money", &money), ("start", &start), ("end", &end)]);
        format!("{curve} {bought}")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        self.dollar.is_none().then(|| Strings::of(language).caveat_budget.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some(dollar) = self.dollar else { return s.source_line_budget_bare.to_owned() };
        let year = |year: f64| number::fixed(year.floor(), 0);
        fill(s.source_line_budget, &[("cards", &dollar.cards.to_string()), ("from", &year(dollar.years.0)), ("to", &year(dollar.years.1))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let (s, end) = (Strings::of(language), self.parameters.years);
        let factor = |value| (significant(value, 3, language), s.unit_times.to_owned());
        let flops = |value| format_flops(value, language);
        let reason = s.reason_no_table;
        vec![
            Readout::number("growth", label!(readout_growth), "1", Some(self.multiplied(end)), factor, "").large().accented_if(true),
            Readout::number("growth_by_adding", label!(readout_growth_by_adding), "1", Some(self.added(end)), factor, ""),
            Readout::number("compute_start", label!(readout_compute_start), "FLOP/s", self.compute(0.0), flops, reason),
            Readout::number("compute_end", label!(readout_compute_end), "FLOP/s", self.compute(end), flops, reason),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let (s, years) = (Strings::of(language), self.parameters.years);
        let heads = [s.column_years, s.column_multiplied, s.column_added, s.column_flop_per_s];
        let row = |years| {
            let numbers = [self.multiplied(years), self.added(years), self.compute(years).unwrap_or(f64::NAN)];
            [Cell::Exact(years)].into_iter().chain(numbers.map(Cell::Number)).collect()
        };
        Table::new(heads, each_year(years).map(row))
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(FixedBudgetPicture::of(&self, frame, &[]))
    }

    fn prediction(&self) -> Option<&dyn Prediction> {
        Some(self)
    }

    /// How many times as much the money buys at the end.
    fn decisive(&self, language: Language) -> Option<String> {
        Some(times(self.multiplied(self.parameters.years), language))
    }
}

impl Comparable for FixedBudgetOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(FixedBudgetPicture::of(&self, frame, runs))
    }
}
