//! What the three charts show: the curves of the whole fall, and over them the fall so far.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, fixed},
    format::significant,
    locale::Language,
    runs::Run,
    svg::{Anchor, Stroke, Svg, Token},
};
use pendrop_science::falling::Fall;

use super::{
    charts::Charts,
    guess::Guess,
    lines::{Lines, Quantity, curve},
    names::{Name, Names},
    runs::Others,
    trajectory::{Sample, SampledTrajectory},
};
use crate::pen_drop::{
    Strings,
    drop::{POSTER, PenDropOutcome},
};

/// The charts of a fall.
pub(super) struct Curves {
    charts: Charts,
    trajectory: SampledTrajectory,
    lines: Lines,
    /// The colour of what belongs to gravity.
    gravity: Token,
    /// The curve of gravity's share for the whole fall.
    share: Vec<Point>,
    guess: Option<Guess>,
    names: [Option<Name>; 2],
    others: Others,
}

impl Curves {
    /// The curves of an outcome with its trajectory, the reader's guess (s) if there is one, and other runs with theirs.
    pub fn of(
        charts: Charts,
        outcome: &PenDropOutcome,
        trajectory: SampledTrajectory,
        guess: Option<f64>,
        runs: &[(&Run<PenDropOutcome>, SampledTrajectory)],
    ) -> Self {
        let fall = outcome.fall();
        let lines = Lines::of(&charts, fall, &trajectory);
        let guess = guess.map(|guess| Guess::of(&charts, guess, lines.pair(0), [POSTER, 1.0].map(|share| share * trajectory.end)));
        let mut others = Others::of(&charts, runs);
        let names = Names {
            others: &others,
            charts: &charts,
            lines: &lines,
            guess: guess.as_ref(),
            object: outcome.object(),
            gravity: outcome.gravity_token(),
            end: trajectory.end,
            height_left: fall.at(trajectory.end_vacuum).height,
        };
        let names = names.place();
        let share = curve(&trajectory, &charts.share, &Sample::at(fall, trajectory.end), Sample::share);
        let mut rooms = [(0, &charts.height), (1, &charts.speed)].map(|(place, axes)| {
            let mut room = charts.occupancy(axes, lines.pair(place));
            names.iter().flatten().for_each(|name| room.keep(name.found));
            for x in [POSTER, 1.0].map(|share| axes.x.at(share * trajectory.end)) {
                room.keep_line(vec![(x, axes.plot.top), (x, axes.plot.bottom)]);
            }
            room
        });
        guess.iter().flat_map(Guess::boxes).for_each(|found| rooms[0].keep(found));
        others.place_labels(&charts, runs, &mut rooms);
        Self { charts, trajectory, lines, gravity: outcome.gravity_token(), share, guess, names, others }
    }

    /// What labels of one of the charts keep clear of: its lines, names and labels.
    fn occupancy(&self, place: usize) -> Occupancy {
        let axes = if place == 0 { &self.charts.height } else { &self.charts.speed };
        let mut occupancy = self.charts.occupancy(axes, self.lines.pair(place));
        for name in self.names.iter().flatten() {
            occupancy.keep(name.found);
        }
        self.others.keep_clear(place, &mut occupancy);
        occupancy
    }

    pub fn background(&self, painter: &mut Painter<Svg>) {
        let charts = &self.charts;
        charts.draw_axes(painter);
        if self.trajectory.samples.iter().all(|sample| sample.share().is_none()) {
            let at = (charts.share.plot.left + 0.8 * charts.style.text, charts.share.plot.bottom - 0.8 * charts.style.text);
            painter.text(at, Strings::of(charts.language).picture_no_force, &charts.style.letters(Token::Ink2, Anchor::Start));
        }
        self.others.draw(painter);
        for curve in self.lines.body.iter().chain([&self.share]) {
            painter.line(curve, Stroke(Token::Edge, 1.25));
        }
        for curve in &self.lines.vacuum {
            painter.dashed(curve, Stroke(self.gravity, 2.25), (7.0, 5.0));
        }
        if let Some(guess) = &self.guess {
            guess.draw(painter, charts);
        }
        for name in self.names.iter().flatten() {
            name.draw(painter, charts);
        }
        self.others.draw_labels(painter, charts);
    }

    pub fn foreground(&self, painter: &mut Painter<Svg>, fall: &Fall, time: f64) {
        let charts = &self.charts;
        let now = Sample::at(fall, time);
        let vacuum = fall.vacuum_at(time);
        for (place, axes, quantity, ghost) in
            [(0, &charts.height, Sample::height as Quantity, vacuum.height), (1, &charts.speed, Sample::speed, vacuum.fall_speed)]
        {
            charts.draw_cursor(painter, axes, time);
            painter.line(&curve(&self.trajectory, axes, &now, quantity), Stroke(Token::Ink, charts.style.line));
            let Some(value) = quantity(&now) else { continue };
            let (at, ghost) = (axes.at(time, value), axes.at(time, ghost));
            let mut occupancy = self.occupancy(place);
            if place == 0 {
                self.guess.iter().flat_map(Guess::boxes).for_each(|found| occupancy.keep(found.inflated(6.0)));
            }
            // Once it has landed, gravity alone has no more to say.
            if time <= self.trajectory.end_vacuum && (at.1 - ghost.1).abs() > 2.0 * charts.style.dot {
                painter.disc(ghost, charts.style.dot, Token::Paper);
                painter.circle(ghost, charts.style.dot - 0.6, Stroke(self.gravity, 1.3));
                occupancy.keep(Rect::around(ghost, charts.style.dot, charts.style.dot));
            }
            painter.dot(at, charts.style.dot, Token::Ink);
            let range = axes.y_ticks.high() - axes.y_ticks.low();
            charts.draw_value(painter, &mut occupancy, at, &reading(value, range, charts.language), (Token::Ink, None));
        }
        self.draw_share(painter, &now);
    }

    fn draw_share(&self, painter: &mut Painter<Svg>, now: &Sample) {
        let charts = &self.charts;
        let axes = &charts.share;
        let curve = curve(&self.trajectory, axes, now, Sample::share);
        let floor = axes.plot.bottom;
        if let (Some(first), Some(last)) = (curve.first(), curve.last()) {
            let area: Vec<Point> = [(first.0, floor)].into_iter().chain(curve.iter().copied()).chain([(last.0, floor)]).collect();
            painter.fill(&area, if self.gravity == Token::Accent { Token::Band } else { Token::Wash });
            self.draw_band_name(painter, &curve);
        }
        charts.draw_cursor(painter, axes, now.time);
        painter.line(&curve, Stroke(self.gravity, 3.0));
        let Some(share) = now.share() else { return };
        let at = axes.at(now.time, share);
        painter.dot(at, charts.style.dot, self.gravity);
        let mut occupancy = charts.occupancy(axes, [&self.share, &[]]);
        // All of a force but a trace is not all of it: as many nines as it takes.
        let decimals = if share < 100.0 { (-(100.0 - share).log10().floor()).clamp(1.0, 4.0) as i32 } else { 0 };
        // On the band, accent letters would be hard to read and a rim of paper would look like a hole.
        let band = Rect { left: axes.plot.left, top: at.1 - 2.0, right: at.0, bottom: axes.plot.bottom };
        occupancy.keep(band);
        charts.draw_value(painter, &mut occupancy, at, &fixed(share, decimals, charts.language), (self.gravity, Some(band)));
    }

    /// Says what the band is, once it is wide and tall enough to say it in.
    fn draw_band_name(&self, painter: &mut Painter<Svg>, curve: &[Point]) {
        let Charts { style, share, language, .. } = &self.charts;
        let text = Strings::of(*language).picture_gravity;
        let (width, size) = (style.width(text, true), style.text);
        let Rect { left, bottom, .. } = share.plot;
        let middle = share.y.at(50.0).max(bottom - 2.2 * size);
        let found = Rect::around((left + width / 2.0 + 0.8 * size, middle + size), width / 2.0, size / 2.0);
        let clear = curve.iter().all(|(x, y)| *x > found.right + 6.0 || *y < found.top - 4.0);
        if clear && curve.last().is_some_and(|(x, _)| *x > found.right + 6.0) {
            painter.text((found.left, found.baseline(size)), text, &style.bold(Token::Ink, Anchor::Start));
        }
    }
}

/// A value as exact as the axis can show it; a small one, that would all but vanish, to two digits.
fn reading(value: f64, range: f64, language: Language) -> String {
    let decimals = (2.0 - range.log10().floor()).clamp(0.0, 9.0);
    let small = value.abs() < 10_f64.powf(1.0 - decimals) && value.abs() > 1e-7 * range;
    if small { significant(value, 2, language) } else { fixed(value, decimals as i32, language) }
}
