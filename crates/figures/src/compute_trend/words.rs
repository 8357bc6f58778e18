//! What a trend says in sentences.

use crate::{compute_trend::Strings, datasets};
use pendrop_science::trend::YEAR;

use super::{QUESTION, Support, Trend, Unfit};
use pendrop_kit::{
    format::{short, significant, spoken, with_unit},
    locale::{Language, fill},
};

/// Months in a year.
const MONTHS: f64 = 12.0;

/// A year as it stands on an axis.
pub(super) fn year(year: f64, language: Language) -> String {
    short((year * 10.0).round() / 10.0, 5, language)
}

/// A number of years as a readout shows it.
pub(super) fn years(years: f64, language: Language) -> (String, String) {
    (significant(years, 3, language), Strings::of(language).trend_unit_years.to_owned())
}

/// A number of years as it is said in a sentence: in months where it is less than one.
pub(super) fn formatted(years: f64, language: Language) -> String {
    let s = Strings::of(language);
    let (amount, unit) = if years < 1.0 { (years * MONTHS, s.trend_unit_months) } else { (years, s.trend_unit_years) };
    with_unit(&(significant(amount, 2, language), unit.to_owned()))
}

/// A factor, as a power of ten where it is large.
pub(super) fn factor(factor: f64, language: Language) -> String {
    if factor >= 1e5 { significant(factor, 2, language) } else { significant(factor, 3, language) }
}

/// A number as people say it while they still have a word for it: 1.7 × 10¹² is 1.7 trillion.
fn spoken(factor: f64, language: Language) -> String {
    if factor >= 1e6 { spoken(factor, 2, language) } else { significant(factor, 2, language) }
}

impl Trend {
    /// What grows, as the subject of a sentence.
    fn subject(&self, language: Language) -> &'static str {
        let s = Strings::of(language);
        match (self.dataset.id, self.segment) {
            ("kurzweil", _) => s.trend_subject_kurzweil,
            ("gpu-prices", "consumer") => s.trend_subject_consumer,
            ("gpu-prices", "professional") => s.trend_subject_professional,
            ("gpu-prices", _) => s.trend_subject_gpu,
            ("transistors", _) => s.trend_subject_transistors,
            ("supercomputers", _) => s.trend_subject_supercomputers,
            ("training-compute", _) => s.trend_subject_training,
            _ => s.trend_subject_machines,
        }
    }

    /// From which year to which the points reach that count, in words; of the range where there are none.
    fn span(&self, language: Language) -> String {
        let s = Strings::of(language);
        let years = || self.used().map(|point| point.year.floor());
        let (first, last) = years().next().zip(years().last()).unwrap_or((self.from, self.to));
        let template = if first < last { s.trend_span } else { s.trend_span_one };
        fill(template, &[("first", &year(first, language)), ("last", &year(last, language))])
    }

    /// Puts the range, the years of its points, what grows, and how many points count into a sentence.
    fn sentence(&self, template: &str, more: &[(&str, &str)], language: Language) -> String {
        let count = short(self.used().count() as f64, 4, language);
        let (from, to) = (year(self.from, language), year(self.to, language));
        let (subject, span) = (self.subject(language), self.span(language));
        let start = capital(&span);
        let known = [("from", &*from), ("to", &*to), ("span", &*span), ("Span", &*start), ("subject", subject), ("count", &*count)];
        fill(template, &[&known, more].concat())
    }

    pub(super) fn headline_told(&self, language: Language) -> String {
        let s = Strings::of(language);
        let time = |fit: &pendrop_science::trend::LeastSquares| fit.doubling_time().map(|time| (time > 0.0, told(time.abs(), language)));
        let (template, grown, time) = match self.fit.as_ref().map(time) {
            Ok(Some((grown, time))) => match self.support() {
                Support::None => (s.trend_headline_unclear, grown, time),
                Support::Loose => (s.trend_headline_loose, grown, time),
                Support::TwoPoints => (s.trend_headline_two, grown, time),
                Support::Clear if self.frontier => (s.trend_headline_records, grown, time),
                Support::Clear => (s.trend_headline, grown, time),
            },
            Ok(None) => (s.trend_headline_flat, false, String::new()),
            Err(Unfit::NoTable) => (s.trend_headline_no_table, false, String::new()),
            Err(Unfit::Reversed) => (s.trend_headline_reversed, false, String::new()),
            Err(Unfit::TooFew | Unfit::OneDate) => (s.trend_headline_unfit, false, String::new()),
        };
        let verb = if grown { s.trend_verb_doubled } else { s.trend_verb_halved };
        self.sentence(template, &[("verb", verb), ("time", &time)], language)
    }

    pub(super) fn description_told(&self, language: Language) -> String {
        let s = Strings::of(language);
        let all = short(self.points().len() as f64, 4, language);
        let axis = if self.log { s.trend_description_log } else { s.trend_description_linear };
        let about = fill(
            s.trend_description,
            &[("all", &all), ("name", (self.dataset.name)(s)), ("quantity", (self.dataset.quantity)(s)), ("axis", axis)],
        );
        let Ok(fit) = &self.fit else { return about };
        let more = [
            ("factor", &*factor(fit.factor_per_year(), language)),
            ("squared", &*fit.r_squared().map_or_else(|| "–".to_owned(), |share| significant(share, 3, language))),
        ];
        format!("{about} {}", self.sentence(s.trend_description_fit, &more, language))
    }

    pub(super) fn caveat_told(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let template = match &self.fit {
            Err(Unfit::NoTable) => s.trend_caveat_no_table,
            Err(Unfit::Reversed) => s.trend_caveat_reversed,
            Err(Unfit::TooFew) => s.trend_caveat_too_few,
            Err(Unfit::OneDate) => s.trend_caveat_one_date,
            Ok(fit) if fit.slope < 0.0 => s.trend_caveat_falls,
            Ok(fit) if fit.slope == 0.0 => s.trend_caveat_flat,
            Ok(_) if self.intervals.is_none() => s.trend_caveat_two,
            Ok(_) if self.doubling_interval().is_some_and(|times| times.high.is_none()) => s.trend_caveat_unsure,
            Ok(_) => return None,
        };
        Some(self.sentence(template, &[], language))
    }

    pub(super) fn source_told(&self, language: Language) -> String {
        let s = Strings::of(language);
        fill(s.trend_source_line, &[("source", (self.dataset.source)(s))])
    }

    /// The answer to the question, in words.
    pub(super) fn verdict_told(&self, guess: f64, language: Language) -> String {
        let s = Strings::of(language);
        let Some((first, last)) = self.asked() else { return String::new() };
        let grown = last.value / first.value;
        let off = (guess / grown).log10();
        // Closer than a factor of three is as good as a guess about a century can be.
        let template = match off {
            off if off.abs() < 3_f64.log10() => s.trend_verdict_close,
            off if off < 0.0 => s.trend_verdict_low,
            _ => s.trend_verdict_high,
        };
        fill(
            template,
            &[
                ("guess", &QUESTION.formatted(guess, language)),
                ("grown", &said(grown, language)),
                ("off", &said(10_f64.powf(off.abs()), language)),
                ("first", &first.name),
                ("last", &last.name),
                ("from", &year(first.year, language)),
                ("to", &year(last.year, language)),
            ],
        )
    }

    /// What a point says beside its name.
    pub(super) fn point_told(&self, place: usize, language: Language) -> String {
        let Some(point) = self.points().get(place) else { return String::new() };
        let cited = datasets::citation(&point.source, language);
        let value = self.dataset.formatted(point.value, language);
        fill(Strings::of(language).trend_mark, &[("year", &year(point.year, language)), ("value", &value), ("source", cited)])
    }
}

/// With a capital at its start.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Seconds in so many years.
pub(super) fn seconds(years: f64) -> f64 {
    years * YEAR
}

/// Ten times every so many years, as the picture says it.
pub(super) fn tenfold(years: f64, language: Language) -> String {
    fill(Strings::of(language).trend_picture_tenfold, &[("time", &told(years, language))])
}

/// A tenth every so many years.
pub(super) fn tenth(years: f64, language: Language) -> String {
    fill(Strings::of(language).trend_picture_tenth, &[("time", &told(years, language))])
}
