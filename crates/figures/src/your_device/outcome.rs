//! What a measurement says, in numbers and in words.

use std::sync::Arc;

use super::{
    benchmark::{Status, Workload},
    device::{YourDeviceOutcome, flop_per_s, flop_per_s_text},
    history::{beaten, date, date_text, matched, when},
    picture::DevicePicture,
};
use crate::your_device::Strings;
use pendrop_kit::{
    format::{percent, significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
    tables::Point,
};

impl YourDeviceOutcome {
    fn list(&self, language: Language) -> Readout {
        let (name, label): (_, Label) = ("matches_list", label!(device_list));
        let speed = self.best(Workload::AllCores);
        match speed.and_then(|speed| matched(self.points(), speed)) {
            Some(point) => Readout::word(name, label, date(point), date_text(point, language)),
            None => {
                let slow = Strings::of(language).device_reason_slow;
                let reason = if speed.is_some() { slow } else { self.reason(Workload::AllCores, language) };
                Readout::number(name, label, "", None, |_| Default::default(), reason)
            }
        }
    }

    /// Why something has not been measured.
    fn reason(&self, workload: Workload, language: Language) -> &'static str {
        let s = Strings::of(language);
        match self.speeds.status(workload) {
            Status::Failed => s.device_reason_failed,
            _ if self.speeds.any_measured() => s.reason_not_yet,
            _ => s.device_reason_press,
        }
    }
}

impl Outcome for YourDeviceOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let (Some(speed), Some(first)) = (self.device_speed(), self.points().first()) else {
            return s.device_headline_begin.to_owned();
        };
        // The date is that of the readout: between two machines the table knows of no other.
        let (template, point) = match (matched(self.points(), speed.flop_per_s), beaten(self.points(), speed.flop_per_s)) {
            (Some(point), Some(_)) => (if speed.all_cores { s.device_headline } else { s.device_headline_core }, point),
            (Some(point), None) => (s.device_headline_fastest, point),
            (None, _) => (s.device_headline_slow, first),
        };
        fill(template, &[("when", &when(point, language)), ("name", &point.name)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let points = self.points();
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return s.device_headline_begin.to_owned() };
        let speed = |speed| flop_per_s_text(speed, language);
        let history = fill(
            s.device_description,
            &[
                ("first", &first.name),
                ("first_date", &date_text(first, language)),
                ("first_speed", &speed(first.value)),
                ("last", &last.name),
                ("last_date", &date_text(last, language)),
                ("last_speed", &speed(last.value)),
                ("factor", &significant(last.value / first.value, 2, language)),
            ],
        );
        let [Some(scalar), Some(simd), Some(all)] = Workload::ALL.map(|workload| self.best(workload)) else { return history };
        let spread = with_unit(&percent(self.spread().unwrap_or(0.0), 2, language));
        let device = fill(
            s.device_description_measured,
            &[("all", &speed(all)), ("simd", &speed(simd)), ("scalar", &speed(scalar)), ("spread", &spread)],
        );
        format!("{history} {device}")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        // What is missing says so in its place, so that nothing moves when it comes.
        let busy = self.best(Workload::AllCores).zip(self.best(Workload::Simd)).is_some_and(|(all, one)| all < one);
        busy.then(|| Strings::of(language).device_caveat_busy.to_owned())
    }

    fn source_line(&self, language: Language) -> String {
        Strings::of(language).device_source_line.to_owned()
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let display = |speed| flop_per_s(speed, language);
        let speed = |name, label: Label, workload| {
            Readout::number(name, label, "FLOP/s", self.best(workload), display, self.reason(workload, language))
        };
        let per = |name, label: Label, unit, divisor: Option<f64>, enter: &'static str| {
            let value = self.best(Workload::AllCores).zip(divisor).map(|(speed, divisor)| speed / divisor);
            let enters = divisor.is_none() && self.speeds.any_measured();
            let reason = if enters { enter } else { self.reason(Workload::AllCores, language) };
            Readout::number(name, label, unit, value, display, reason)
        };
        let spread_reason = self.reason(Workload::Simd, language);
        vec![
            speed("flop_per_s_all_cores", label!(device_all_cores), Workload::AllCores).large(),
            speed("flop_per_s_simd", label!(device_simd), Workload::Simd),
            speed("flop_per_s_scalar", label!(device_scalar), Workload::Scalar),
            self.list(language),
            per("flop_per_s_per_watt", label!(device_per_watt), "FLOP/(s·W)", self.power, s.device_reason_power),
            per("flop_per_s_per_dollar", label!(device_per_dollar), "FLOP/(s·USD)", self.price, s.device_reason_price),
            Readout::number("spread", label!(device_spread), "1", self.spread(), |share| percent(share, 2, language), spread_reason),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.device_column_year, s.device_column_list, s.device_column_system, s.device_column_speed];
        let row = |point: &Point| {
            let (list, name) = (point.label.clone(), point.name.clone());
            vec![Cell::Exact(point.year), Cell::Text(list), Cell::Text(name), Cell::Number(point.value)]
        };
        Table::new(heads, self.points().iter().map(row))
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(DevicePicture::new(self, frame))
    }
}
