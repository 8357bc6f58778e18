//! What the test says, in numbers and in words.

use crate::{
    backtest::Strings,
    datasets::{citation, logged, name},
};
use pendrop_kit::{
    chart::Point,
    format::short,
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Place, Reading, Readout, Table},
    picture::{Frame, Handle, Mark},
    svg::Svg,
};
use pendrop_science::trend::{Errors, Untestable};

use super::{
    BacktestOutcome,
    picture::Picture,
    words::{factor, leaning, off, percent, share, year},
};

impl BacktestOutcome {
    /// Why nothing can be read off at all, in a few words and as a sentence.
    fn untold(&self, language: Language) -> Option<(&'static str, &'static str)> {
        let s = Strings::of(language);
        match self.test {
            _ if self.points().is_empty() => Some((s.trend_reason_no_table, s.backtest_caveat_no_table)),
            Err(Untestable::TooFewKnown) => Some((s.backtest_few, s.backtest_caveat_few)),
            Err(Untestable::OneDate) => Some((s.trend_reason_one_date, s.backtest_caveat_one_date)),
            _ if !self.revealed => Some((s.backtest_hidden, s.backtest_caveat_hidden)),
            Err(Untestable::NoOutcome) if self.ended() => Some((s.backtest_ended, s.backtest_caveat_ended)),
            Err(Untestable::NoOutcome) => Some((s.backtest_no_outcome, s.backtest_caveat_no_outcome)),
            Ok(_) => None,
        }
    }

    /// Cut and end of the forecast for templates.
    fn filled(&self, template: &str, language: Language, more: &[(&str, &str)]) -> String {
        let (cut, end) = (year(self.cut, language), year(self.cut + self.horizon, language));
        fill(&fill(template, &[("cut", &cut), ("end", &end)]), more)
    }
}

impl Outcome for BacktestOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let test = match &self.test {
            Ok(test) if self.revealed => test,
            _ if self.points().is_empty() => return s.backtest_headline_no_table.to_owned(),
            Err(Untestable::TooFewKnown | Untestable::OneDate) => return self.filled(s.backtest_headline_few, language, &[]),
            Err(Untestable::NoOutcome) if self.revealed => {
                let template = if self.ended() { s.backtest_headline_ended } else { s.backtest_headline_no_outcome };
                return self.filled(template, language, &[]);
            }
            _ => return self.filled(s.backtest_headline_hidden, language, &[]),
        };
        let (trend, constant) = (test.trend.mean_error_decades, test.constant.mean_error_decades);
        let recent = test.recent.map_or(f64::INFINITY, |recent| recent.mean_error_decades);
        let (template, tie, better) = match () {
            () if trend <= constant && trend <= recent => (s.backtest_headline, s.backtest_headline, trend),
            () if recent <= constant => (s.backtest_headline_recent, s.backtest_headline_recent_tie, recent),
            () => (s.backtest_headline_constant, s.backtest_headline_constant_tie, constant),
        };
        let (trend, better) = (factor(trend, language), factor(better, language));
        // What differs only in digits that are not shown does not differ for the reader.
        let template = if trend == better { tie } else { template };
        self.filled(template, language, &[("factor", &trend), ("better", &better), ("share", &share(test.coverage_95, language))])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let about = self.filled(s.backtest_description, language, &[("quantity", (self.dataset.quantity)(s))]);
        if let Some((_, why)) = self.untold(language) {
            return format!("{about} {}", self.filled(why, language, &[]));
        }
        let Ok(test) = &self.test else { return about };
        let template = if test.trend.bias_decades >= 0.0 { s.backtest_description_high } else { s.backtest_description_low };
        let told = self.filled(
            template,
            language,
            &[
                ("known", &test.fit.n.to_string()),
                ("outcomes", &test.outcomes.to_string()),
                ("error", &factor(test.trend.mean_error_decades, language)),
                ("bias", &factor(test.trend.bias_decades.abs(), language)),
                ("share", &share(test.coverage_95, language)),
                ("constant", &factor(test.constant.mean_error_decades, language)),
            ],
        );
        let recent = test.recent.map_or(s.backtest_caveat_no_recent.to_owned(), |recent| {
            fill(s.backtest_description_recent, &[("recent", &factor(recent.mean_error_decades, language))])
        });
        format!("{about} {told} {recent}")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let no_recent = matches!(&self.test, Ok(test) if test.recent.is_none()).then_some(s.backtest_caveat_no_recent);
        let sentence = self.untold(language).map(|(_, sentence)| sentence).or(no_recent)?;
        Some(self.filled(sentence, language, &[]))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        fill(s.backtest_source_line, &[("source", (self.dataset.source)(s))])
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let untold = self.untold(language).map(|(reason, _)| reason);
        let test = self.test.as_ref().ok().filter(|_| untold.is_none());
        let readout = |name, label: Label, place, value: Option<f64>, shown: fn(f64, Language) -> (String, String)| {
            let (reading, shown) = match value {
                Some(value) => (Reading::Number(value), shown(value, language)),
                None => (Reading::Missing, (untold.unwrap_or(s.backtest_no_recent).to_owned(), String::new())),
            };
            Readout { name, label, reading, unit: "1", shown, place, accent: false }
        };
        let wins = |name, label, place, rival| {
            let wins = self.wins(rival).filter(|_| self.revealed);
            let mut readout = readout(name, label, place, wins.map(|wins| wins.won as f64 / wins.of as f64), percent);
            if let Some(wins) = wins {
                readout.shown = (wins.won.to_string(), fill(s.backtest_of_years, &[("count", &wins.of.to_string())]));
            }
            readout
        };
        let count = |value, language| (short(value, 6, language), String::new());
        let error = |errors: Option<Errors>| errors.map(|errors| errors.mean_error_decades);
        let bias = |errors: Option<Errors>| errors.map(|errors| errors.bias_decades);
        let trend = test.map(|test| test.trend);
        let constant = test.map(|test| test.constant);
        let recent = test.and_then(|test| test.recent);
        vec![
            readout("mean_error_decades", label!(backtest_error), Place::Large, error(trend), off),
            readout("bias_decades", label!(backtest_bias), Place::Front, bias(trend), leaning),
            wins("beats_constant", label!(backtest_beats_constant), Place::Front, |misses| Some(misses.constant)),
            readout("coverage_95", label!(backtest_coverage_95), Place::Front, test.map(|test| test.coverage_95), percent),
            readout("mean_error_decades_constant", label!(backtest_error_constant), Place::Front, error(constant), off),
            readout("mean_error_decades_recent", label!(backtest_error_recent), Place::Front, error(recent), off),
            readout("bias_decades_constant", label!(backtest_bias_constant), Place::More, bias(constant), leaning),
            readout("bias_decades_recent", label!(backtest_bias_recent), Place::More, bias(recent), leaning),
            wins("beats_recent", label!(backtest_beats_recent), Place::More, |misses| misses.recent),
            readout("coverage_80", label!(backtest_coverage_80), Place::More, test.map(|test| test.coverage_80), percent),
            readout("outcomes", label!(backtest_outcomes), Place::More, test.map(|test| test.outcomes as f64), count),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let (fit, interval) = (self.forecasts.map(|forecasts| forecasts.fit).ok(), self.bands[1]);
        let power = |decades: Option<f64>| Cell::Number(decades.map_or(f64::NAN, |decades| 10_f64.powf(decades)));
        let rows = self.shown().iter().map(|point| {
            let interval = interval.map(|interval| interval.prediction(point.year));
            vec![
                Cell::Text(name(point, language).to_owned()),
                Cell::Number(point.year),
                Cell::Number(point.value),
                Cell::Text(if point.year <= self.cut { s.backtest_known } else { s.backtest_came }.to_owned()),
                power(fit.map(|fit| fit.at(point.year))),
                power(interval.map(|interval| interval.low)),
                power(interval.map(|interval| interval.high)),
                Cell::Text(citation(&point.source, language).to_owned()),
            ]
        });
        let heads = [
            s.trend_column_name,
            s.trend_column_year,
            (self.dataset.quantity)(s),
            s.backtest_column_known,
            s.backtest_trend,
            s.backtest_column_low,
            s.backtest_column_high,
            s.trend_column_source,
        ];
        Table { heads: heads.map(str::to_owned).into(), rows: rows.collect() }
    }

    fn handles(&self, frame: &Frame) -> Vec<Handle> {
        let (x, y) = Picture::of(frame, self).handle();
        vec![Handle { x, y, across: "cut", up: "" }]
    }

    fn moved_to(&self, frame: &Frame, _handle: usize, (x, _): Point) -> Vec<(&'static str, f64)> {
        vec![("cut", Picture::of(frame, self).cut_at(x))]
    }

    fn pressed_at(&self, frame: &Frame, place: Point) -> Vec<(&'static str, f64)> {
        self.moved_to(frame, 0, place)
    }

    fn marks(&self, frame: &Frame) -> Vec<Mark<'_>> {
        let picture = Picture::of(frame, self);
        self.shown().iter().map(|point| Mark { at: picture.place(point), name: name(point, frame.language) }).collect()
    }

    fn mark_told(&self, mark: usize, language: Language) -> String {
        let s = Strings::of(language);
        let Some(point) = self.shown().get(mark) else { return String::new() };
        let (when, decades) = logged(point);
        let value = self.dataset.formatted(point.value, language);
        let cited = citation(&point.source, language);
        let told = fill(s.trend_mark, &[("year", &year(when, language)), ("value", &value), ("source", cited)]);
        match self.forecasts {
            Ok(forecasts) if when > self.cut => {
                let times = factor(forecasts.fit.at(when) - decades, language);
                format!("{told}; {}", fill(s.backtest_told, &[("factor", &times)]))
            }
            _ => told,
        }
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        Picture::of(frame, self).still(svg);
    }

    fn draw_moving(&self, svg: &mut Svg, frame: &Frame, _time: f64) {
        Picture::of(frame, self).moving(svg);
    }
}
