//! What the test says, in numbers and in words.

use std::sync::Arc;

use crate::{
    backtest::Strings,
    datasets::{citation, name},
    rates::GPU_PRICES,
};
use pendrop_kit::{
    format::{short, significant},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Readout, Table},
    picture::{Frame, Picture},
};
use pendrop_science::trend::{Errors, Misses, Untestable};

use super::{
    BacktestOutcome,
    picture::BacktestPicture,
    text::{factor, leaning, off, percent, percent_text, year},
};

impl BacktestOutcome {
    /// Why nothing can be read off at all, in a few words and as a sentence.
    fn unjudged(&self, language: Language) -> Option<(&'static str, &'static str)> {
        let s = Strings::of(language);
        match self.test {
            _ if self.points().is_empty() => Some((s.trend_reason_no_table, s.backtest_caveat_no_table)),
            Err(Untestable::TooFewKnown) => Some((s.backtest_few, s.backtest_caveat_few)),
            Err(Untestable::OneDate) => Some((s.trend_reason_one_date, s.backtest_caveat_one_date)),
            // Where the table ends is seen on the axis.
            Err(Untestable::NoOutcome) if self.ended() => Some((s.backtest_ended, s.backtest_caveat_ended)),
            _ if !self.revealed => Some((s.backtest_hidden, s.backtest_caveat_hidden)),
            Err(Untestable::NoOutcome) => Some((s.backtest_no_outcome, s.backtest_caveat_no_outcome)),
            Ok(_) => None,
        }
    }

    /// A template filled with the cut, the end of the forecast, and more.
    fn fill_years(&self, template: &str, language: Language, more: &[(&str, &str)]) -> String {
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
            Err(Untestable::TooFewKnown | Untestable::OneDate) => return self.fill_years(s.backtest_headline_few, language, &[]),
            Err(Untestable::NoOutcome) if self.ended() => return self.fill_years(s.backtest_headline_ended, language, &[]),
            Err(Untestable::NoOutcome) if self.revealed => return self.fill_years(s.backtest_headline_no_outcome, language, &[]),
            _ => return self.fill_years(s.backtest_headline_hidden, language, &[]),
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
        self.fill_years(
            template,
            language,
            &[("factor", &trend), ("better", &better), ("share", &percent_text(test.coverage_95, language))],
        )
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let about = self.fill_years(s.backtest_description, language, &[("quantity", (self.dataset.quantity)(language))]);
        if let Some((_, why)) = self.unjudged(language) {
            return format!("{about} {}", self.fill_years(why, language, &[]));
        }
        let Ok(test) = &self.test else { return about };
        let template = if test.trend.bias_decades >= 0.0 { s.backtest_description_high } else { s.backtest_description_low };
        let judged = self.fill_years(
            template,
            language,
            &[
                ("known", &test.fit.n.to_string()),
                ("outcomes", &test.outcomes.to_string()),
                ("error", &factor(test.trend.mean_error_decades, language)),
                ("bias", &factor(test.trend.bias_decades.abs(), language)),
                ("share", &percent_text(test.coverage_95, language)),
                ("constant", &factor(test.constant.mean_error_decades, language)),
            ],
        );
        let recent = test.recent.map_or(s.backtest_caveat_no_recent.to_owned(), |recent| {
            fill(s.backtest_description_recent, &[("recent", &factor(recent.mean_error_decades, language))])
        });
        format!("{about} {judged} {recent}")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let no_recent = matches!(&self.test, Ok(test) if test.recent.is_none()).then_some(s.backtest_caveat_no_recent);
        let sentence = self.unjudged(language).map(|(_, sentence)| sentence).or(no_recent)?;
        Some(self.fill_years(sentence, language, &[]))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let line = fill(s.backtest_source_line, &[("source", (self.dataset.source)(language))]);
        match self.dataset.id {
            GPU_PRICES => format!("{} {line}", s.backtest_consumer),
            "supercomputers" => format!("{} {line}", s.backtest_lists),
            _ => line,
        }
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let unjudged = self.unjudged(language).map(|(reason, _)| reason);
        let reason = unjudged.unwrap_or(s.backtest_no_recent);
        let test = self.test.as_ref().ok().filter(|_| unjudged.is_none());
        let number = |name, label: Label, value, display: fn(f64, Language) -> (String, String)| {
            Readout::number(name, label, "1", value, |value| display(value, language), reason)
        };
        let wins = |name, label: Label, rival: fn(&Misses) -> Option<Errors>| {
            let wins = self.wins(rival).filter(|_| self.revealed);
            let years = |of: usize| fill(s.backtest_of_years, &[("count", &of.to_string())]);
            let display = |_| wins.map(|wins| (wins.won.to_string(), years(wins.of))).unwrap_or_default();
            Readout::number(name, label, "1", wins.map(|wins| wins.won as f64 / wins.of as f64), display, reason)
        };
        // In the unit of the axis, which is too long for a row. It is known before what came.
        let forecast = self.forecasts.ok().map(|forecasts| 10_f64.powf(forecasts.fit.at(self.cut + self.horizon)));
        let amount = |value| (significant(value, 3, language), String::new());
        let came_last = test.and_then(|_| self.came().last().copied());
        let dated = |value| {
            let when = came_last.map_or(f64::NAN, |point| point.year.floor());
            (significant(value, 3, language), fill(s.backtest_in_year, &[("year", &year(when, language))]))
        };
        let count = |value, language| (short(value, 6, language), String::new());
        let error = |errors: Option<Errors>| errors.map(|errors| errors.mean_error_decades);
        let bias = |errors: Option<Errors>| errors.map(|errors| errors.bias_decades);
        let trend = test.map(|test| test.trend);
        let constant = test.map(|test| test.constant);
        let recent = test.and_then(|test| test.recent);
        vec![
            number("mean_error_decades", label!(backtest_error), error(trend), off).large(),
            Readout::number("forecast", label!(backtest_forecast), "dataset", forecast, amount, reason),
            Readout::number("came_last", label!(backtest_came_last), "dataset", came_last.map(|point| point.value), dated, reason),
            number("bias_decades", label!(backtest_bias), bias(trend), leaning),
            wins("beats_constant", label!(backtest_beats_constant), |misses| Some(misses.constant)),
            number("coverage_95", label!(backtest_coverage_95), test.map(|test| test.coverage_95), percent),
            number("mean_error_decades_constant", label!(backtest_error_constant), error(constant), off),
            number("mean_error_decades_recent", label!(backtest_error_recent), error(recent), off).under_more(),
            number("bias_decades_constant", label!(backtest_bias_constant), bias(constant), leaning).under_more(),
            number("bias_decades_recent", label!(backtest_bias_recent), bias(recent), leaning).under_more(),
            wins("beats_recent", label!(backtest_beats_recent), |misses| misses.recent).under_more(),
            number("coverage_80", label!(backtest_coverage_80), test.map(|test| test.coverage_80), percent).under_more(),
            number("outcomes", label!(backtest_outcomes), test.map(|test| test.outcomes as f64), count).under_more(),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let (fit, interval) = (self.forecasts.map(|forecasts| forecasts.fit).ok(), self.bands[1]);
        let power = |decades: Option<f64>| Cell::Number(decades.map_or(f64::NAN, |decades| 10_f64.powf(decades)));
        let rows = self.visible().into_iter().map(|point| {
            let interval = interval.map(|interval| interval.prediction(point.year));
            vec![
                Cell::Text(name(point, language).to_owned()),
                Cell::Exact(point.year),
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
            (self.dataset.quantity)(language),
            s.backtest_column_known,
            s.backtest_trend,
            s.backtest_column_low,
            s.backtest_column_high,
            s.trend_column_source,
        ];
        Table::new(heads, rows)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(BacktestPicture::new(self, frame))
    }
}
