//! What a trend says in numbers and in words.

use std::sync::Arc;

use super::{
    Support, Trend, Unfit,
    picture::TrendPicture,
    text::{factor, slope_reason, tenfold, time},
};
use crate::{
    compute_trend::Strings,
    datasets::{citation, name},
};
use pendrop_kit::{
    format::{short, significant},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Prediction, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};
use pendrop_science::trend::{TimeInterval, YEAR};

impl Outcome for Trend {
    fn headline(&self, language: Language) -> String {
        self.finding(language)
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let all = short(self.points().len() as f64, 4, language);
        let axis = if self.log { s.trend_description_log } else { s.trend_description_linear };
        let (name, quantity) = ((self.dataset.name)(language), (self.dataset.quantity)(language));
        let about = fill(s.trend_description, &[("all", &all), ("name", name), ("quantity", quantity), ("axis", axis)]);
        let Ok(fit) = &self.fit else { return about };
        let more = [
            ("factor", &*factor(fit.factor_per_year(), language)),
            ("squared", &*fit.r_squared().map_or_else(|| "–".to_owned(), |share| significant(share, 3, language))),
        ];
        let shown = match self.shown_curve() {
            Some(curve) => fill(s.trend_description_curve, &[("curvature", &significant(curve.curvature, 2, language))]),
            None => s.trend_description_line.to_owned(),
        };
        format!("{about} {} {shown}", self.sentence(s.trend_description_fit, &more, language))
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let template = match &self.fit {
            Err(Unfit::NoTable) => s.trend_caveat_no_table,
            Err(Unfit::Reversed) => s.trend_caveat_reversed,
            Err(Unfit::TooFew) if self.last_year() < self.from => s.trend_caveat_ended,
            Err(Unfit::TooFew) => s.trend_caveat_too_few,
            Err(Unfit::OneDate) => s.trend_caveat_one_date,
            Ok(_) if self.curve && self.parabola.is_none() => s.trend_caveat_no_curve,
            Ok(fit) if fit.slope < 0.0 => s.trend_caveat_falls,
            Ok(fit) if fit.slope == 0.0 => s.trend_caveat_flat,
            Ok(_) if self.intervals.is_none() => s.trend_caveat_two,
            Ok(_) if self.judged_doubling_times().is_some_and(|times| times.high.is_none()) => s.trend_caveat_unsure,
            Ok(_) if self.parabola.is_none() => s.trend_caveat_no_curvature,
            Ok(_) => return None,
        };
        Some(self.sentence(template, &[("last", &short(self.last_year(), 4, language))], language))
    }

    fn source_line(&self, language: Language) -> String {
        fill(Strings::of(language).trend_source_line, &[("source", (self.dataset.source)(language))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let (fit, rising) = (self.fit.as_ref().ok(), self.rising());
        let measured = self.ends().map(|(first, last)| last.value / first.value);
        let reason = self.reason(language);
        // Two points make a line, and leave nothing to judge it by.
        let two = self.fit.is_ok() && self.intervals.is_none();
        let two_reason = if two { s.trend_reason_two } else { reason };
        let bound_reason = if rising.is_some() { two_reason } else { reason };
        // The robust line may fall where the other one rises.
        let robust = self.robust();
        let robust_reason = robust.filter(|line| line.slope <= 0.0).map_or(reason, |line| slope_reason(line.slope, language));
        let robust = robust.and_then(|line| line.doubling_time()).filter(|time| *time > 0.0);

        let doubling = rising.and_then(|fit| fit.doubling_time());
        // All times are shown in one unit.
        let shown = |seconds| time(seconds / YEAR, doubling.unwrap_or(1.0), 3, language);
        let duration = |name, label: Label, value: Option<f64>, reason| {
            Readout::number(name, label, "s", value.map(|years| years * YEAR), shown, reason)
        };
        // What the title denies is not shown as if it were so.
        let pace = |name, label: Label, value: Option<f64>, part: f64| {
            let shown = |seconds| self.instead(part, language).unwrap_or_else(|| shown(seconds));
            Readout::number(name, label, "s", value.map(|years| years * YEAR), shown, reason)
        };
        let ends = |names: [&'static str; 2], labels: [Label; 2], interval: Option<TimeInterval>| {
            let [low, high] = [interval.and_then(|times| times.low), interval.and_then(|times| times.high)];
            [(names[0], labels[0], low), (names[1], labels[1], high)]
                .map(|(name, label, value)| duration(name, label, value, bound_reason).under_more())
        };
        let ratio = |name, label: Label, value, reason| {
            let display = |value| (factor(value, language), s.trend_unit_times.to_owned());
            Readout::number(name, label, "1", value, display, reason)
        };
        let plain = |name, label: Label, value, display: fn(f64, Language) -> String, reason| {
            Readout::number(name, label, "1", value, |value| (display(value, language), String::new()), reason)
        };
        let bend = |name, label: Label, value| {
            let display = |value| (significant(value, 2, language), String::new());
            let reason = if fit.is_some() { s.trend_reason_too_few } else { reason };
            Readout::number(name, label, "decades/year²", value, display, reason).under_more()
        };
        let [low, high] = ends(
            ["doubling_time_low", "doubling_time_high"],
            [label!(trend_doubling_time_low), label!(trend_doubling_time_high)],
            self.doubling_interval(),
        );
        let [low_hac, high_hac] = ends(
            ["doubling_time_low_hac", "doubling_time_high_hac"],
            [label!(trend_doubling_time_low_hac), label!(trend_doubling_time_high_hac)],
            self.doubling_interval_hac(),
        );
        let tenfold = rising.and_then(|fit| fit.tenfold_time());
        let (curvatures, curvatures_hac) = (self.curvature_interval(), self.curvature_interval_hac());
        vec![
            pace("doubling_time", label!(trend_doubling_time), doubling, 2_f64.log10()).large().accented_if(self.is_clear()),
            pace("tenfold_time", label!(trend_tenfold_time), tenfold, 1.0),
            ratio("factor_per_year", label!(trend_factor_per_year), fit.map(|fit| fit.factor_per_year()), reason),
            ratio("measured_growth", label!(trend_measured_growth), measured, reason),
            plain("points", label!(trend_points), Some(self.used().count() as f64), |value, language| short(value, 4, language), reason),
            plain(
                "r_squared",
                label!(trend_r_squared),
                fit.and_then(|fit| fit.r_squared()),
                |value, language| significant(value, 3, language),
                two_reason,
            ),
            low,
            high,
            low_hac,
            high_hac,
            duration("doubling_time_robust", label!(trend_doubling_time_robust), robust, robust_reason).under_more(),
            duration("doubling_time_within", label!(trend_doubling_time_within), self.doubling_time_within(), reason).under_more(),
            ratio("growth", label!(trend_growth), self.growth(), reason).under_more(),
            bend("curvature", label!(trend_curvature), self.parabola.map(|parabola| parabola.curvature)),
            bend("curvature_low", label!(trend_curvature_low), curvatures.map(|interval| interval.low)),
            bend("curvature_high", label!(trend_curvature_high), curvatures.map(|interval| interval.high)),
            bend("curvature_low_hac", label!(trend_curvature_low_hac), curvatures_hac.map(|interval| interval.low)),
            bend("curvature_high_hac", label!(trend_curvature_high_hac), curvatures_hac.map(|interval| interval.high)),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let quantity = (self.dataset.quantity)(language);
        let heads = [s.trend_column_name, s.trend_column_year, quantity, s.trend_column_counts, s.trend_column_source];
        let rows = self.points().iter().enumerate().map(|(place, point)| {
            let counts = if self.counts(place) { s.trend_yes } else { s.trend_no };
            vec![
                Cell::Text(name(point, language).to_owned()),
                Cell::Exact(point.year),
                Cell::Number(point.value),
                Cell::Text(counts.to_owned()),
                Cell::Text(citation(&point.source, language).to_owned()),
            ]
        });
        Table::new(heads, rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(TrendPicture::new(self, frame, &[]))
    }

    fn prediction(&self) -> Option<&dyn Prediction> {
        Some(self)
    }

    /// In how many years it became ten times as much.
    fn decisive(&self, language: Language) -> Option<String> {
        let time = self.fit.as_ref().ok().and_then(|fit| fit.tenfold_time());
        Some(match time {
            Some(_) if self.support() == Support::None => Strings::of(language).trend_unclear.to_owned(),
            Some(time) => tenfold(time, language),
            None => self.reason(language).to_owned(),
        })
    }
}

impl Comparable for Trend {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(TrendPicture::new(self, frame, runs))
    }

    /// Each dataset has axes of its own.
    fn apart(&self, other: &Self) -> Option<Label> {
        (self.dataset.id != other.dataset.id).then_some(label!(trend_apart))
    }
}
