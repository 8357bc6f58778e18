//! What the three charts show: the curves of the whole fall, and over them the fall so far.

use pendrop_kit::{
    chart::{Axes, Occupancy, Painter, Point, Rect, fixed},
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
        let mut others = Others::of(&charts, runs);
        let guess = guess.map(|guess| Guess::of(&charts, guess, lines.pair(0), &others, [POSTER, 1.0].map(|share| share * trajectory.end)));
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
            let mut room = charts.occupancy(axes, lines.pair(place), charts.dots_way());
            for name in names.iter().flatten() {
                room.keep_text(name.found);
                name.leader.iter().for_each(|leader| room.keep_line(leader.to_vec()));
            }
            for x in [POSTER, 1.0].map(|share| axes.x.at(share * trajectory.end)) {
                room.keep_line(vec![(x, axes.plot.top), (x, axes.plot.bottom)]);
            }
            room
        });
        guess.iter().filter_map(Guess::leader).for_each(|leader| rooms[0].keep_line(leader.to_vec()));
        guess.iter().flat_map(|guess| guess.boxes(&charts)).for_each(|found| rooms[0].keep_text(found));
        others.place_labels(&charts, runs, &mut rooms);
        Self { charts, trajectory, lines, gravity: outcome.gravity_token(), share, guess, names, others }
    }

    /// What is written in the charts of height and of speed, and stays.
    fn written(&self) -> impl Iterator<Item = Rect> {
        let names = self.names.iter().flatten().map(|name| name.found);
        let guess = self.guess.iter().flat_map(|guess| guess.boxes(&self.charts));
        names.chain(self.others.labels()).chain(guess)
    }

    /// What values keep clear of in one of the charts: its lines, and what is written.
    fn occupancy(&self, place: usize, axes: &Axes) -> Occupancy {
        let curves: [&[Point]; 2] = if place < 2 { self.lines.pair(place) } else { [&self.share, &[]] };
        let mut occupancy = self.charts.occupancy(axes, curves, 3.0);
        self.written().for_each(|found| occupancy.keep(found.inflated(2.0)));
        let leaders = self.names.iter().flatten().filter_map(|name| name.leader.as_ref());
        leaders.chain(self.guess.iter().filter_map(Guess::leader)).for_each(|leader| occupancy.keep_line(leader.to_vec()));
        self.others.keep_clear(place, &mut occupancy);
        occupancy
    }

    /// What is said in the chart of shares where there are none.
    fn no_force(&self) -> Option<(Rect, &'static str)> {
        let (Charts { style, share, .. }, text) = (&self.charts, Strings::of(self.charts.language).picture_no_force);
        let at = (share.plot.left + 0.8 * style.text, share.plot.bottom - 0.8 * style.text);
        let idle = self.trajectory.samples.iter().all(|sample| sample.share().is_none());
        let room = share.plot.height() > 2.5 * style.text;
        (idle && room).then(|| (Rect::of_text(at, style.width(text, false), style.text), text))
    }

    pub fn background(&self, painter: &mut Painter<Svg>) {
        let charts = &self.charts;
        charts.draw_axes(painter);
        if let Some((found, text)) = self.no_force() {
            let at = (found.left, found.baseline(charts.style.text));
            painter.text(at, text, &charts.style.letters(Token::Ink2, Anchor::Start));
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
            let Some(value) = quantity(&now) else { continue };
            let (at, ghost) = (axes.at(time, value), axes.at(time, ghost));
            // Once it has landed, gravity alone has no more to say.
            let shown = time <= self.trajectory.end_vacuum && (at.1 - ghost.1).abs() > 2.0 * charts.style.dot;
            let mut occupancy = self.occupancy(place, axes);
            if shown {
                occupancy.keep(Rect::around(ghost, charts.style.dot + 1.0, charts.style.dot + 1.0));
            }
            let range = axes.y_ticks.high() - axes.y_ticks.low();
            let text = reading(value, range, charts.language);
            let found = charts.place_value(&mut occupancy, axes, at, &text);
            charts.draw_cursor(painter, axes, time, self.written().chain(found));
            painter.line(&curve(&self.trajectory, axes, &now, quantity), Stroke(Token::Ink, charts.style.line));
            if shown {
                painter.disc(ghost, charts.style.dot, Token::Paper);
                painter.circle(ghost, charts.style.dot - 0.6, Stroke(self.gravity, 1.3));
            }
            painter.dot(at, charts.style.dot, Token::Ink);
            if let Some(found) = found {
                charts.write_value(painter, &found, &text, Token::Ink, false);
            }
        }
        self.draw_share(painter, &now);
    }

    fn draw_share(&self, painter: &mut Painter<Svg>, now: &Sample) {
        let charts = &self.charts;
        let axes = &charts.share;
        let no_force = self.no_force().map(|(found, _)| found);
        let Some(share) = now.share() else { return charts.draw_cursor(painter, axes, now.time, no_force) };
        let curve = curve(&self.trajectory, axes, now, Sample::share);
        let at = axes.at(now.time, share);
        // All of a force but a trace is not all of it: as many nines as it takes.
        let decimals = if share < 100.0 { (-(100.0 - share).log10().floor()).clamp(1.0, 4.0) as i32 } else { 0 };
        let text = fixed(share, decimals, charts.language);
        let room = || self.occupancy(2, axes);
        let band_name = self.band_name(&curve).filter(|found| room().free(found));
        let band = Rect { left: axes.plot.left, top: at.1 - 2.0, right: at.0, bottom: axes.plot.bottom };
        // Beside the band if there is room, since letters in its colour are hard to read on it.
        let found = [true, false].into_iter().find_map(|beside| {
            let mut occupancy = room();
            band_name.iter().for_each(|found| occupancy.keep(found.inflated(3.0)));
            if beside {
                occupancy.keep(band);
            } else {
                // Letters on the band have no rim that parts them from the grid.
                for y in axes.y_ticks.values().map(|value| axes.y.at(value)) {
                    occupancy.keep_around(vec![(axes.plot.left, y), (axes.plot.right, y)], 0.0);
                }
            }
            charts.place_value(&mut occupancy, axes, at, &text)
        });
        let floor = axes.plot.bottom;
        if let (Some(first), Some(last)) = (curve.first(), curve.last()) {
            let area: Vec<Point> = [(first.0, floor)].into_iter().chain(curve.iter().copied()).chain([(last.0, floor)]).collect();
            painter.fill(&area, if self.gravity == Token::Accent { Token::Band } else { Token::Wash });
        }
        if let Some(found) = band_name {
            let style = &charts.style;
            let at = (found.left, found.baseline(style.text));
            painter.text(at, Strings::of(charts.language).picture_gravity, &style.bold(Token::Ink, Anchor::Start));
        }
        charts.draw_cursor(painter, axes, now.time, found.into_iter().chain(no_force));
        painter.line(&curve, Stroke(self.gravity, 3.0));
        painter.dot(at, charts.style.dot, self.gravity);
        if let Some(found) = found {
            // On the band a rim of paper would look like a hole.
            charts.write_value(painter, &found, &text, self.gravity, band.intersects(&found));
        }
    }

    /// Where it is said what the band is, once it is wide and tall enough to say it in.
    fn band_name(&self, curve: &[Point]) -> Option<Rect> {
        let Charts { style, share, language, .. } = &self.charts;
        let (width, size) = (style.width(Strings::of(*language).picture_gravity, true), style.text);
        let Rect { left, bottom, .. } = share.plot;
        let middle = share.y.at(50.0).max(bottom - 2.2 * size);
        let found = Rect::around((left + width / 2.0 + 0.8 * size, middle + size), width / 2.0, size / 2.0);
        let clear = curve.iter().all(|(x, y)| *x > found.right + 6.0 || *y < found.top - 4.0);
        (clear && curve.last().is_some_and(|(x, _)| *x > found.right + 6.0)).then_some(found)
    }
}

/// A value as exact as the axis can show it; a small one, that would all but vanish, to two digits.
fn reading(value: f64, range: f64, language: Language) -> String {
    let decimals = (2.0 - range.log10().floor()).clamp(0.0, 9.0);
    let small = value.abs() < 10_f64.powf(1.0 - decimals) && value.abs() > 1e-7 * range;
    if small { significant(value, 2, language) } else { fixed(value, decimals as i32, language) }
}
