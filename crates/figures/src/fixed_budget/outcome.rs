//! What a fixed budget comes to, in numbers and in words.

use super::{Budget, picture, question};
use crate::{
    fixed_budget::Strings,
    rates::{factor, span},
};
use pendrop_kit::{
    format::{prefixed, short, significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Outcome, Place, Reading, Readout, Table},
    picture::Frame,
    svg::Svg,
};

/// Up to this ratio of multiplying to adding, the headline says that the two hardly differ.
const ALIKE: f64 = 1.1;

/// FLOP/s with a prefix, or beyond them as a power of ten.
pub(super) fn flops(value: f64, language: Language) -> (String, String) {
    const BEYOND_PREFIXES: f64 = 1e21;
    if value < BEYOND_PREFIXES { prefixed(value, "FLOP/s", 3, language) } else { (significant(value, 3, language), "FLOP/s".to_owned()) }
}

impl Budget {
    fn money(&self, language: Language) -> String {
        with_unit(&(short(self.dollars, 3, language), "$".to_owned()))
    }
}

impl Outcome for Budget {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (multiplied, added) = (self.multiplied(self.years), self.added(self.years));
        let template = if multiplied < ALIKE * added { s.headline_budget_alike } else { s.headline_budget };
        fill(
            template,
            &[
                ("span", &span(self.years, language)),
                ("growth", &significant(multiplied, 3, language)),
                ("added", &factor(added, language)),
            ],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let told = |years| self.compute(years).map(|value| with_unit(&flops(value, language)));
        let curve = fill(
            s.description_budget,
            &[
                ("halving", &short(self.halving_time, 3, language)),
                ("span", &span(self.years, language)),
                ("growth", &significant(self.multiplied(self.years), 3, language)),
                ("added", &factor(self.added(self.years), language)),
            ],
        );
        let (Some(start), Some(end)) = (told(0.0), told(self.years)) else { return curve };
        let bought = fill(s.description_budget_bought, &[("money", &self.money(language)), ("start", &start), ("end", &end)]);
        format!("{curve} {bought}")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        self.dollar.is_none().then(|| Strings::of(language).caveat_budget.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some(dollar) = self.dollar else { return s.source_line_budget_bare.to_owned() };
        let year = |year: f64| format!("{:.0}", year.floor());
        fill(s.source_line_budget, &[("cards", &dollar.cards.to_string()), ("from", &year(dollar.years.0)), ("to", &year(dollar.years.1))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let readout = |name, label: Label, unit, place, value: Option<f64>, show: &dyn Fn(f64) -> (String, String)| {
            let (reading, shown) = match value {
                Some(value) => (Reading::Number(value), show(value)),
                None => (Reading::Missing, (s.reason_no_table.to_owned(), String::new())),
            };
            Readout { name, label, reading, unit, shown, place, accent: place == Place::Large }
        };
        let times = |value| (significant(value, 3, language), s.unit_times.to_owned());
        let flops = |value| flops(value, language);
        let end = self.years;
        vec![
            readout("growth", label!(readout_growth), "1", Place::Large, Some(self.multiplied(end)), &times),
            readout("growth_by_adding", label!(readout_growth_by_adding), "1", Place::Front, Some(self.added(end)), &times),
            readout("compute_start", label!(readout_compute_start), "FLOP/s", Place::Front, self.compute(0.0), &flops),
            readout("compute_end", label!(readout_compute_end), "FLOP/s", Place::Front, self.compute(end), &flops),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.column_years, s.column_multiplied, s.column_added, s.column_flop_per_s];
        let whole = (0..=self.years.floor() as i32).map(f64::from);
        let end = (self.years.fract() > 0.0).then_some(self.years);
        let row = |years| vec![years, self.multiplied(years), self.added(years), self.compute(years).unwrap_or(f64::NAN)];
        Table::of_numbers(heads, whole.chain(end).map(row))
    }

    fn verdict(&self, guess: f64, language: Language) -> String {
        question::verdict(self, guess, language)
    }

    fn held(&self, language: Language) -> String {
        Strings::of(language).held_budget.to_owned()
    }

    fn draw_held(&self, svg: &mut Svg, frame: &Frame) {
        question::draw_held(svg, frame);
    }

    fn guess_at(&self, frame: &Frame, x: f64, y: f64) -> Option<f64> {
        Some(question::guess_at(frame, (x, y)))
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        picture::draw(svg, frame, self);
    }
}
