//! What a measurement says, in numbers and in words.

use super::{
    history::{beaten, date, date_told, matched},
    measurement::{Kind, Speed, Speeds},
    picture,
};
use crate::{datasets::citation, your_device::Strings};
use pendrop_kit::{
    format::{prefixed, significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Place, Reading, Readout, Table},
    picture::{Frame, Mark},
    svg::Svg,
    tables::Point,
};

/// A device among the fastest computers of their day.
pub struct YourDeviceOutcome {
    /// What has been measured so far.
    pub speeds: Speeds,
    /// Which of them could not be measured.
    pub failed: [bool; 3],
    /// What the device draws, W, if it has been entered.
    pub power: Option<f64>,
    /// What it cost, US dollars, if it has been entered.
    pub price: Option<f64>,
    /// The fastest computers, by year; FLOP/s.
    pub points: Vec<Point>,
}

/// A speed as the reader sees it: number and unit.
pub(super) fn flop_per_s(speed: f64, language: Language) -> (String, String) {
    prefixed(speed, "FLOP/s", 3, language)
}

fn formatted(speed: f64, language: Language) -> String {
    with_unit(&flop_per_s(speed, language))
}

impl YourDeviceOutcome {
    fn speed(&self, kind: Kind) -> Option<f64> {
        self.speeds[kind as usize].map(|speed| speed.best)
    }

    /// The speed that is held against the history, FLOP/s, and whether it is that of all cores: until it has been
    /// measured, one core stands for the device.
    pub(super) fn level(&self) -> Option<(f64, bool)> {
        let one = || self.speed(Kind::Simd).or(self.speed(Kind::Scalar));
        self.speed(Kind::AllCores).map(|speed| (speed, true)).or_else(|| one().map(|speed| (speed, false)))
    }

    fn spread(&self) -> Option<f64> {
        self.speeds.iter().flatten().map(|speed: &Speed| speed.spread).reduce(f64::max)
    }

    fn list(&self, language: Language) -> Readout {
        let s = Strings::of(language);
        let speed = self.speed(Kind::AllCores);
        let point = speed.and_then(|speed| matched(&self.points, speed));
        let (reading, shown) = match (point, speed) {
            (Some(point), _) => (Reading::Word(date(point).into()), date_told(point, language)),
            (None, Some(_)) => (Reading::Missing, s.device_reason_slow.to_owned()),
            (None, None) => (Reading::Missing, self.reason(Kind::AllCores, language)),
        };
        let shown = (shown, String::new());
        Readout { name: "matches_list", label: label!(device_list), reading, unit: "", shown, place: Place::Front, accent: false }
    }

    /// Why something has not been measured.
    fn reason(&self, kind: Kind, language: Language) -> String {
        let s = Strings::of(language);
        match (self.failed[kind as usize], self.level()) {
            (true, _) => s.device_reason_failed,
            (false, Some(_)) => s.reason_not_yet,
            (false, None) => s.device_reason_press,
        }
        .to_owned()
    }
}

impl Outcome for YourDeviceOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (Some((speed, all)), Some(first)) = (self.level(), self.points.first()) else { return s.device_headline_begin.to_owned() };
        let (template, point) = match (beaten(&self.points, speed), first.value <= speed) {
            (Some(point), true) => (if all { s.device_headline } else { s.device_headline_core }, point),
            (None, true) => (s.device_headline_fastest, first),
            (_, false) => (s.device_headline_slow, first),
        };
        fill(template, &[("date", &date_told(point, language)), ("name", &point.name)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return s.device_headline_begin.to_owned() };
        let history = fill(
            s.device_description,
            &[
                ("first", &first.name),
                ("first_date", &date_told(first, language)),
                ("first_speed", &told(first.value, language)),
                ("last", &last.name),
                ("last_date", &date_told(last, language)),
                ("last_speed", &told(last.value, language)),
                ("factor", &significant(last.value / first.value, 2, language)),
            ],
        );
        let [Some(scalar), Some(simd), Some(all)] = self.speeds else { return history };
        let device = fill(
            s.device_description_measured,
            &[
                ("all", &told(all.best, language)),
                ("simd", &told(simd.best, language)),
                ("scalar", &told(scalar.best, language)),
                ("spread", &with_unit(&percent(self.spread().unwrap_or(0.0), language))),
            ],
        );
        format!("{history} {device}")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        // What is missing says so in its place, so that nothing moves when it comes.
        let busy = self.speed(Kind::AllCores).zip(self.speed(Kind::Simd)).is_some_and(|(all, one)| all < one);
        busy.then(|| Strings::of(language).device_caveat_busy.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        Strings::of(language).device_source_line.to_owned()
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let number = |name, label: Label, unit, place, value: Option<f64>, reason: String, show: &dyn Fn(f64) -> (String, String)| {
            let (reading, shown) = match value.filter(|value| value.is_finite()) {
                Some(value) => (Reading::Number(value), show(value)),
                None => (Reading::Missing, (reason, String::new())),
            };
            Readout { name, label, reading, unit, shown, place, accent: false }
        };
        let speed = |name, label: Label, place, kind| {
            number(name, label, "FLOP/s", place, self.speed(kind), self.reason(kind, language), &|value| flop_per_s(value, language))
        };
        let per = |name, label: Label, unit, divisor: Option<f64>, enter: &str| {
            let value = self.speed(Kind::AllCores).zip(divisor).map(|(speed, divisor)| speed / divisor);
            let reason = if divisor.is_none() && self.level().is_some() { enter.to_owned() } else { self.reason(Kind::AllCores, language) };
            number(name, label, unit, Place::Front, value, reason, &|value| flop_per_s(value, language))
        };
        vec![
            speed("flop_per_s_all_cores", label!(device_all_cores), Place::Large, Kind::AllCores),
            speed("flop_per_s_simd", label!(device_simd), Place::Front, Kind::Simd),
            speed("flop_per_s_scalar", label!(device_scalar), Place::Front, Kind::Scalar),
            self.list(language),
            per("flop_per_s_per_watt", label!(device_per_watt), "FLOP/(s·W)", self.power, s.device_reason_power),
            per("flop_per_s_per_dollar", label!(device_per_dollar), "FLOP/(s·USD)", self.price, s.device_reason_price),
            number("spread", label!(device_spread), "1", Place::Front, self.spread(), self.reason(Kind::Simd, language), &|value| {
                percent(value, language)
            }),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.device_column_year, s.device_column_list, s.device_column_system, s.device_column_speed];
        let row = |point: &Point| {
            let (list, name) = (point.label.clone(), point.name.clone());
            vec![Cell::Number(point.year), Cell::Text(list), Cell::Text(name), Cell::Number(point.value)]
        };
        Table { heads: heads.map(str::to_owned).to_vec(), rows: self.points.iter().map(row).collect() }
    }

    fn marks(&self, frame: &Frame) -> Vec<Mark<'_>> {
        picture::marks(frame, self)
    }

    fn mark_told(&self, mark: usize, language: Language) -> String {
        let s = Strings::of(language);
        let Some(point) = self.points.get(mark) else { return String::new() };
        let said = [
            ("name", point.name.as_str()),
            ("date", &date_told(point, language)),
            ("speed", &told(point.value, language)),
            ("source", citation(&point.source, language)),
        ];
        fill(s.device_mark, &said)
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        picture::draw(svg, frame, self);
    }
}

fn percent(share: f64, language: Language) -> (String, String) {
    (significant(100.0 * share, 2, language), "%".to_owned())
}
