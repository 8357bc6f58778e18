//! What a trend says in numbers, and what can be asked of it and done to it in its picture.

use super::{
    Trend, Unfit, parameters,
    picture::{self, Picture},
    words::{factor, seconds, years},
};
use crate::{
    compute_trend::Strings,
    datasets::{citation, name},
};
use pendrop_kit::{
    chart::Point,
    format::{short, significant},
    label,
    locale::{Label, Language},
    outcome::{Cell, Outcome, Place, Reading, Readout, Table},
    picture::{Frame, Handle, Mark},
    svg::Svg,
};

/// The least range that can be dragged, years.
const LEAST_RANGE: f64 = 2.0;

impl Trend {
    /// Why a number is missing, in a few words.
    fn reason(&self, language: Language) -> &'static str {
        let s = Strings::of(language);
        match &self.fit {
            Err(Unfit::NoTable) => s.trend_reason_no_table,
            Err(Unfit::Reversed) => s.trend_reason_reversed,
            Err(Unfit::TooFew) => s.trend_reason_too_few,
            Err(Unfit::OneDate) => s.trend_reason_one_date,
            Ok(fit) => reason_of(fit.slope, language),
        }
    }

    /// A year within the bounds, and a whole one: a finger is no finer.
    fn chosen(year: f64) -> f64 {
        year.round().clamp(parameters::FIRST, parameters::LAST)
    }
}

/// Why a line with this slope has no doubling time.
fn reason_of(slope: f64, language: Language) -> &'static str {
    let s = Strings::of(language);
    match slope {
        slope if slope < 0.0 => s.trend_reason_falls,
        0.0 => s.trend_reason_flat,
        _ => s.trend_reason_unsure,
    }
}

/// A number, shown as it is told; or why there is none.
fn readout(
    (name, label): (&'static str, Label),
    place: Place,
    (value, why): (Option<f64>, &str),
    told: Told,
    language: Language,
) -> Readout {
    let (unit, factor) = if matches!(told, Told::Years) { ("s", seconds(1.0)) } else { ("1", 1.0) };
    let (reading, shown) = match value.filter(|value| (value * factor).is_finite()) {
        Some(value) => (Reading::Number(value * factor), told.shown(value, language)),
        None => (Reading::Missing, (why.to_owned(), String::new())),
    };
    Readout { name, label, reading, unit, shown, place, accent: name == "doubling_time" }
}

/// How a number is shown.
#[derive(Clone, Copy)]
enum Told {
    Years,
    Factor,
    Count,
    Share,
}

impl Told {
    fn shown(self, value: f64, language: Language) -> (String, String) {
        match self {
            Self::Years => years(value, language),
            Self::Factor => (factor(value, language), Strings::of(language).trend_unit_times.to_owned()),
            Self::Count => (short(value, 4, language), String::new()),
            Self::Share => (significant(value, 3, language), String::new()),
        }
    }
}

impl Outcome for Trend {
    fn headline(&self, language: Language) -> String {
        self.headline_told(language)
    }

    fn description(&self, language: Language) -> String {
        self.description_told(language)
    }

    fn caveat(&self, language: Language) -> Option<String> {
        self.caveat_told(language)
    }

    fn source_line(&self, language: Language) -> String {
        self.source_told(language)
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let (fit, rising, interval) = (self.fit.as_ref().ok(), self.rising(), self.doubling_interval());
        let measured = self.ends().map(|(first, last)| last.value / first.value);
        let why = self.reason(language);
        let number = |named, place, value, told| readout(named, place, (value, why), told, language);
        // Two points make a line, and leave nothing to judge it by.
        let two = rising.is_some() && self.intervals.is_none();
        let unjudged = if two { Strings::of(language).trend_reason_two } else { why };
        let bound = |named, value| readout(named, Place::More, (value, unjudged), Told::Years, language);
        // The robust line may fall where the other one rises.
        let robust = self.robust();
        let robust_why = robust.filter(|line| line.slope <= 0.0).map_or(why, |line| reason_of(line.slope, language));
        let robust = robust.and_then(|line| line.doubling_time()).filter(|time| *time > 0.0);
        vec![
            number(("doubling_time", label!(trend_doubling_time)), Place::Large, rising.and_then(|fit| fit.doubling_time()), Told::Years),
            number(("tenfold_time", label!(trend_tenfold_time)), Place::Front, rising.and_then(|fit| fit.tenfold_time()), Told::Years),
            number(("factor_per_year", label!(trend_factor_per_year)), Place::Front, fit.map(|fit| fit.factor_per_year()), Told::Factor),
            number(("measured_growth", label!(trend_measured_growth)), Place::Front, measured, Told::Factor),
            number(("points", label!(trend_points)), Place::Front, Some(self.used().count() as f64), Told::Count),
            number(("r_squared", label!(trend_r_squared)), Place::Front, fit.and_then(|fit| fit.r_squared()), Told::Share),
            bound(("doubling_time_low", label!(trend_doubling_time_low)), interval.and_then(|times| times.low)),
            bound(("doubling_time_high", label!(trend_doubling_time_high)), interval.and_then(|times| times.high)),
            readout(("doubling_time_robust", label!(trend_doubling_time_robust)), Place::More, (robust, robust_why), Told::Years, language),
            number(("growth", label!(trend_growth)), Place::More, self.growth(), Told::Factor),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.trend_column_name, s.trend_column_year, (self.dataset.quantity)(s), s.trend_column_counts, s.trend_column_source];
        let rows = self.points().iter().enumerate().map(|(place, point)| {
            let counts = if self.counts(place) { s.trend_yes } else { s.trend_no };
            vec![
                Cell::Text(name(point, language).to_owned()),
                Cell::Number(point.year),
                Cell::Number(point.value),
                Cell::Text(counts.to_owned()),
                Cell::Text(citation(&point.source, language).to_owned()),
            ]
        });
        Table { heads: heads.into_iter().map(str::to_owned).collect(), rows: rows.collect() }
    }

    fn handles(&self, frame: &Frame) -> Vec<Handle> {
        let grips = Picture::of(frame, self).grips();
        grips.into_iter().zip(["from", "to"]).map(|((x, y), across)| Handle { x, y, across, up: "" }).collect()
    }

    fn moved_to(&self, frame: &Frame, handle: usize, place: Point) -> Vec<(&'static str, f64)> {
        let year = Self::chosen(Picture::of(frame, self).year_grasped(handle.min(1), place.0));
        // By hand the ends do not pass each other.
        match handle {
            0 => vec![("from", year.min(self.to - 1.0).max(parameters::FIRST))],
            _ => vec![("to", year.max(self.from + 1.0).min(parameters::LAST))],
        }
    }

    fn swept(&self, frame: &Frame, from: f64, to: f64) -> Vec<(&'static str, f64)> {
        let picture = Picture::of(frame, self);
        let [first, last] = [from.min(to), from.max(to)].map(|x| Self::chosen(picture.year_at(x)));
        let last = last.max(first + LEAST_RANGE).min(parameters::LAST);
        vec![("from", first.min(last - LEAST_RANGE)), ("to", last)]
    }

    fn marks(&self, frame: &Frame) -> Vec<Mark<'_>> {
        let places = Picture::of(frame, self).places().collect::<Vec<_>>();
        places.into_iter().zip(self.points()).map(|(at, point)| Mark { at, name: name(point, frame.language) }).collect()
    }

    fn mark_told(&self, mark: usize, language: Language) -> String {
        self.point_told(mark, language)
    }

    fn verdict(&self, guess: f64, language: Language) -> String {
        self.verdict_told(guess, language)
    }

    fn held(&self, language: Language) -> String {
        Strings::of(language).trend_held.to_owned()
    }

    fn draw_held(&self, svg: &mut Svg, frame: &Frame) {
        picture::draw_held(svg, frame, self);
    }

    fn guess_at(&self, frame: &Frame, _x: f64, y: f64) -> Option<f64> {
        picture::guess_at(frame, self, y)
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        Picture::of(frame, self).still(svg);
    }

    fn draw_moving(&self, svg: &mut Svg, frame: &Frame, _time: f64) {
        Picture::of(frame, self).moving(svg);
    }
}
