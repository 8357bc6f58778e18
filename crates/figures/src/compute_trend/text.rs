//! What a trend says in sentences.

use crate::compute_trend::Strings;

use super::{Support, Trend, Unfit};
use pendrop_kit::{
    format::{short, significant, with_unit},
    locale::{Language, fill},
    text::capitalized,
};

/// Months in a year.
const MONTHS: f64 = 12.0;

/// A year as it stands on an axis.
pub(super) fn year(year: f64, language: Language) -> String {
    short((year * 10.0).round() / 10.0, 5, language)
}

/// A number of years and its unit: months where `like`, the time that it is shown beside, is less than a year.
pub(super) fn time(years: f64, like: f64, digits: usize, language: Language) -> (String, String) {
    let s = Strings::of(language);
    let (amount, unit) = if like < 1.0 { (years * MONTHS, s.trend_unit_months) } else { (years, s.trend_unit_years) };
    (significant(amount, digits, language), unit.to_owned())
}

/// A factor, as a power of ten where it is large.
pub(super) fn factor(factor: f64, language: Language) -> String {
    if factor >= 1e5 { significant(factor, 2, language) } else { significant(factor, 3, language) }
}

/// Ten times every so many years as the picture has it, or a tenth every so many for negative ones: in the unit of the title.
pub(super) fn tenfold(years: f64, language: Language) -> String {
    let s = Strings::of(language);
    let template = if years > 0.0 { s.trend_picture_tenfold } else { s.trend_picture_tenth };
    fill(template, &[("time", &with_unit(&time(years.abs(), years.abs() * 2_f64.log10(), 2, language)))])
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

    /// From which year to which the fit reaches, in words: as on the sliders, as far as there are points to go by.
    fn span(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (first, last) = self.covered();
        let template = if first < last { s.trend_span } else { s.trend_span_one };
        fill(template, &[("first", &year(first, language)), ("last", &year(last, language))])
    }

    /// Puts the range, the years of its points, what grows, and how many points count into a sentence.
    pub(super) fn sentence(&self, template: &str, more: &[(&str, &str)], language: Language) -> String {
        let count = short(self.used().count() as f64, 4, language);
        let (from, to) = (year(self.from, language), year(self.to, language));
        let (subject, span) = (self.subject(language), self.span(language));
        let lead = if self.frontier { fill(Strings::of(language).trend_lead_records, &[("span", &span)]) } else { capitalized(&span) };
        let known = [
            ("from", &*from),
            ("to", &*to),
            ("span", &*span),
            ("Lead", &*lead),
            ("subject", subject),
            ("Subject", &*capitalized(subject)),
            ("count", &*count),
        ];
        fill(template, &[&known, more].concat())
    }

    /// The sentence that states how fast it grew, as far as the points bear that.
    pub(super) fn finding(&self, language: Language) -> String {
        if self.shown_curve().is_some() {
            return self.bending(language);
        }
        let s = Strings::of(language);
        let doubling = self.fit.as_ref().map(|fit| fit.doubling_time());
        let template = match doubling {
            Ok(Some(_)) if self.support() == Support::None => s.trend_headline_unclear,
            Ok(Some(_)) => s.trend_headline,
            Ok(None) => s.trend_headline_flat,
            Err(Unfit::NoTable) => s.trend_headline_no_table,
            Err(Unfit::Reversed) => s.trend_headline_reversed,
            Err(Unfit::TooFew | Unfit::OneDate) => s.trend_headline_unfit,
        };
        let doubling = doubling.ok().flatten();
        let verb = if doubling.is_some_and(|time| time > 0.0) { s.trend_verb_doubled } else { s.trend_verb_halved };
        // Of a value that falls all times are negative, and the longer one is the lower.
        let limits = self.judged_doubling_times().map(|times| [times.low, times.high].map(|time| time.map_or(f64::NAN, f64::abs)));
        let [one, other] = limits.unwrap_or([f64::NAN; 2]);
        let like = doubling.map_or(f64::NAN, f64::abs);
        let [(low, _), high, about] = [one.min(other), one.max(other), like].map(|years| time(years, like, 2, language));
        let pace = match self.support() {
            Support::Loose => s.trend_pace_loose,
            Support::TwoPoints => s.trend_pace_two,
            Support::Clear | Support::None => s.trend_pace,
        };
        let pace = fill(pace, &[("time", &with_unit(&about)), ("low", &low), ("high", &with_unit(&high))]);
        self.sentence(template, &[("verb", verb), ("pace", &pace)], language)
    }

    /// What stands in place of a time (`part` of the one in which the value becomes ten times as much) where the title denies that
    /// there is one: how it changes, or that the points do not tell. Nothing where the title states it.
    pub(super) fn instead(&self, part: f64, language: Language) -> Option<(String, String)> {
        let (s, line) = (Strings::of(language), self.rising()?.doubling_time()?);
        if let Some((_, slopes)) = self.shown_curve().and(self.bend().zip(self.sure_slopes())) {
            let shown = slopes.map(|slope| slope.filter(|slope| *slope > 0.0).map(|slope| time(part / slope, line, 2, language)));
            let number = |end: &Option<(String, String)>| end.as_ref().map_or("…", |(number, _)| number).to_owned();
            let unit = shown.iter().flatten().next().map(|(_, unit)| unit.clone());
            let changing = |unit| (format!("{} → {}", number(&shown[0]), number(&shown[1])), unit);
            return Some(unit.map_or_else(|| (s.trend_varies.to_owned(), String::new()), changing));
        }
        (self.support() == Support::None).then(|| (s.trend_unclear.to_owned(), String::new()))
    }

    /// The sentence that states whether growth itself grew; the large number says from which pace to which.
    fn bending(&self, language: Language) -> String {
        let s = Strings::of(language);
        let template = match (self.bend(), self.rising().is_some()) {
            (None, _) => s.trend_headline_straight,
            (Some(bend), true) if bend > 0.0 => s.trend_headline_bends_up,
            (Some(_), true) => s.trend_headline_bends_down,
            (Some(bend), false) if bend > 0.0 => s.trend_headline_falls_slower,
            (Some(_), false) => s.trend_headline_falls_faster,
        };
        self.sentence(template, &[], language)
    }

    /// Why a number is missing, in a few words.
    pub(super) fn reason(&self, language: Language) -> &'static str {
        let s = Strings::of(language);
        match &self.fit {
            Err(Unfit::NoTable) => s.trend_reason_no_table,
            Err(Unfit::Reversed) => s.trend_reason_reversed,
            Err(Unfit::TooFew) => s.trend_reason_too_few,
            Err(Unfit::OneDate) => s.trend_reason_one_date,
            Ok(fit) => slope_reason(fit.slope, language),
        }
    }
}

/// Why a line with this slope has no doubling time.
pub(super) fn slope_reason(slope: f64, language: Language) -> &'static str {
    let s = Strings::of(language);
    match slope {
        slope if slope < 0.0 => s.trend_reason_falls,
        0.0 => s.trend_reason_flat,
        _ => s.trend_reason_unsure,
    }
}
