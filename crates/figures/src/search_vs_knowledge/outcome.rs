//! What the duel says, in numbers and in words.

use std::sync::Arc;

use pendrop_kit::{
    format::{significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Animation, Cell, Outcome, Prediction, Readout, Table},
    picture::{Frame, Picture},
    play::Play,
    runs::{Comparable, Run},
};
use pendrop_science::connect4::{LEAST_COMPUTE, Point};

use super::{
    Strings,
    clocked::NoTime,
    duel::{NoCrossing, SearchVsKnowledgeOutcome},
    picture::DuelPicture,
    text::{count, opponent, percent, percent_text, units},
};
use crate::timed::times_apart;

/// With fewer games at each budget it is said how far chance moves the points.
const FEW_GAMES: u32 = 30;

impl SearchVsKnowledgeOutcome {
    /// A template with the numbers and words that sentences speak of.
    fn sentence(&self, template: &str, language: Language) -> String {
        let played = || self.played().filter_map(|point| Some((point.compute, point.win_rate()?)));
        let rate = |point: Option<(u64, f64)>| point.map_or_else(String::new, |(_, rate)| percent_text(rate, language));
        let so_far = played().next_back().map_or(self.spec.compute, |(compute, _)| compute);
        let share = |share: Option<f64>| share.map_or_else(String::new, |share| percent_text(share, language));
        // The widest interval that so many games can have is the one around one half.
        let even = Point { draws: self.spec.games, ..Point::new(0) };
        let scatter = even.win_rate_interval().map_or(0.5, |interval| interval.width() / 2.0);
        fill(
            template,
            &[
                ("opponent", &opponent(self.spec.opponent, language)),
                ("units", &units(self.crossing().unwrap_or(0.0), language)),
                ("least", &count(LEAST_COMPUTE as f64, language)),
                ("most", &count(self.spec.compute as f64, language)),
                ("so_far", &count(so_far as f64, language)),
                ("rate_so_far", &rate(played().next_back())),
                ("played", &count(f64::from(self.played().next_back().map_or(0, Point::games)), language)),
                ("first", &rate(played().next())),
                ("last", &rate(played().next_back())),
                ("games", &count(f64::from(self.spec.games), language)),
                ("positions", &count(f64::from(self.positions()), language)),
                ("seed", &count(self.spec.seed as f64, language)),
                ("pure", &share(self.last().and_then(Point::optimal_pure))),
                ("other", &share(self.last().and_then(Point::optimal_opponent))),
                ("crossings", &count(self.crossings() as f64, language)),
                ("scatter", &percent_text(scatter, language)),
            ],
        )
    }

    /// Why there is no crossing, in a word or two and as a sentence; that not all is played yet, the title says.
    fn no_crossing(&self, s: &'static Strings) -> Option<(&'static str, Option<&'static str>)> {
        Some(match self.crossover().err()? {
            NoCrossing::NotYet => (s.reason_not_yet, None),
            NoCrossing::NeverAhead => (s.reason_never_ahead, Some(s.caveat_never_ahead)),
            NoCrossing::AheadFromTheStart => (s.reason_ahead_from_the_start, Some(s.caveat_ahead_from_the_start)),
            NoCrossing::FallsBack => (s.reason_falls_back, Some(s.caveat_falls_back)),
        })
    }

    /// What has been found at each budget, perhaps with the time of a move.
    fn points_table(&self, timed: bool, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [
            s.column_units,
            s.column_games,
            s.column_win_rate,
            s.column_win_rate_low,
            s.column_win_rate_high,
            s.column_optimal_pure,
            s.column_optimal_opponent,
        ];
        let number = |value: Option<f64>| Cell::Number(value.unwrap_or(f64::NAN));
        let pace = self.pace().ok();
        let rows = self.statistics.points().iter().map(|point| {
            let interval = point.win_rate_interval();
            let row = vec![
                Cell::Exact(point.compute as f64),
                Cell::Exact(f64::from(point.games())),
                number(point.win_rate()),
                number(interval.map(|interval| interval.low)),
                number(interval.map(|interval| interval.high)),
                number(point.optimal_pure()),
                number(point.optimal_opponent()),
            ];
            let seconds = || number(pace.as_ref().and_then(|pace| pace.measured(point.compute)));
            row.into_iter().chain(timed.then(seconds)).collect()
        });
        Table::new(heads.into_iter().chain(timed.then_some(s.column_seconds)), rows)
    }
}

impl Outcome for SearchVsKnowledgeOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let template = match self.crossover() {
            _ if self.played().next().is_none() => s.headline_begin,
            Ok(_) => s.headline_crossing,
            Err(NoCrossing::NotYet) => s.headline_so_far,
            Err(NoCrossing::NeverAhead) => s.headline_never_ahead,
            Err(NoCrossing::AheadFromTheStart) => s.headline_ahead_from_the_start,
            Err(NoCrossing::FallsBack) => s.headline_falls_back,
        };
        self.sentence(template, language)
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let one = self.spec.budgets().count() == 1;
        let mut parts = vec![if one { s.description_one_budget } else { s.description }];
        if self.played().next().is_some() {
            parts.push(if one { s.description_one_rate } else { s.description_curve });
        }
        if self.last().is_some_and(|point| point.positions > 0) {
            parts.push(s.description_positions);
        }
        self.sentence(&parts.join(" "), language)
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        // One at a time, the weightiest first: there is room for a line beside the title.
        let weightiest = [
            (self.timed().and_then(Result::err) == Some(NoTime::NotTimed)).then_some(s.caveat_not_timed),
            self.no_crossing(s).and_then(|(_, sentence)| sentence),
            (self.crossing().is_some() && self.crossings() > 1).then_some(s.caveat_crossings),
            (self.spec.games < FEW_GAMES).then_some(s.caveat_few_games),
            (self.spec.positions == 0).then_some(s.caveat_no_positions),
        ];
        weightiest.into_iter().flatten().next().map(|sentence| self.sentence(sentence, language))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        self.sentence(if self.recorded.is_some() { s.source_line_recorded } else { s.source_line_here }, language)
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let (point, share) = (self.last(), |value| percent(value, language));
        let interval = point.and_then(Point::win_rate_interval);
        let crossing = |value| crossing(value, language);
        let reason = self.no_crossing(s).map_or("", |(reason, _)| reason);
        let unasked = if self.spec.positions == 0 { s.reason_no_positions } else { s.reason_not_yet };
        let (rate, low, high) = (point.and_then(Point::win_rate), interval.map(|of| of.low), interval.map(|of| of.high));
        let (pure, other) = (point.and_then(Point::optimal_pure), point.and_then(Point::optimal_opponent));
        let rollouts = self.rollouts_per_s();
        let no_rollouts = if rollouts == Err(NoTime::NotTimed) { s.reason_not_timed } else { s.reason_not_yet };
        let per_second = |value| (significant(value, 2, language), s.unit_per_second.to_owned());
        vec![
            Readout::number("crossover_compute", label!(readout_crossover_compute), "1", self.crossing(), crossing, reason).large(),
            Readout::number("win_rate", label!(readout_win_rate), "1", rate, share, s.reason_not_yet),
            Readout::number("win_rate_low", label!(readout_win_rate_low), "1", low, share, s.reason_not_yet),
            Readout::number("win_rate_high", label!(readout_win_rate_high), "1", high, share, s.reason_not_yet),
            Readout::number("optimal_pure", label!(readout_optimal_pure), "1", pure, share, unasked),
            Readout::number("optimal_opponent", label!(readout_optimal_opponent), "1", other, share, unasked),
            Readout::number("rollouts_per_s", label!(readout_rollouts_per_s), "1/s", rollouts.ok(), per_second, no_rollouts)
                .measured()
                .under_more(),
        ]
    }

    /// Where the picture has time, so has its table.
    fn table(&self, language: Language) -> Table {
        self.points_table(matches!(self.timed(), Some(Ok(_))), language)
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(DuelPicture::of(&self, frame, &[]))
    }

    fn animation(&self) -> Option<&dyn Animation> {
        Some(self)
    }

    fn prediction(&self) -> Option<&dyn Prediction> {
        Some(self)
    }

    fn play(&self) -> Option<&dyn Play> {
        Some(self)
    }

    /// From where on pure search is ahead.
    fn decisive(&self, language: Language) -> Option<String> {
        let none = || self.no_crossing(Strings::of(language)).map_or("", |(reason, _)| reason).to_owned();
        Some(self.crossing().map_or_else(none, |value| with_unit(&crossing(value, language))))
    }
}

/// A number of units with its unit.
fn crossing(value: f64, language: Language) -> (String, String) {
    (units(value, language), Strings::of(language).unit_units.to_owned())
}

impl Comparable for SearchVsKnowledgeOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(DuelPicture::of(&self, frame, runs))
    }

    fn apart(&self, other: &Self) -> Option<Label> {
        let clocked = matches!(self.timed(), Some(Ok(_)));
        clocked.then(|| times_apart(self.recorded.as_deref(), (other.recorded.as_deref(), other.pace().is_ok()))).flatten()
    }

    fn table_beside(&self, other: &Self, language: Language) -> Table {
        other.points_table(matches!(self.timed(), Some(Ok(_))), language)
    }
}

/// The game that is shown, move by move.
impl Animation for SearchVsKnowledgeOutcome {
    fn duration(&self) -> f64 {
        self.game.as_ref().map_or(1.0, |game| game.moves.len().max(1) as f64)
    }

    /// The end, with its result.
    fn poster(&self) -> f64 {
        self.duration()
    }

    fn unit(&self) -> &'static str {
        "1"
    }

    fn step(&self) -> Option<f64> {
        Some(1.0)
    }
}
