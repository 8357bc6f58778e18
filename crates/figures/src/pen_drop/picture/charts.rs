//! The three charts: height, speed and gravity's share of the force, over one time axis.

use crate::pen_drop::{QUESTION, Strings};
use plotters_backend::DrawingBackend;

use super::{
    Drop, Layout, POSTER,
    course::{Sample, SampledTrajectory},
};
use pendrop_kit::{
    chart::{Axes, ChartStyle, Occupancy, Painter, Point, Rect, Ticks, beside, fixed, simplified},
    format::significant,
    locale::Language,
    picture::Frame,
    svg::{Anchor, Stroke, TextStyle, Token},
};

/// How far a simplified curve may be from the true one, in units: less than can be seen.
const TOLERANCE: f64 = 0.12;

/// The name of a curve: where it stands, and its colour.
type Name = (Rect, &'static str, Token);

/// The charts' axes, and what they show.
pub(super) struct Charts<'a> {
    style: ChartStyle,
    language: Language,
    drop: &'a Drop<'a>,
    course: &'a SampledTrajectory,
    height: Axes,
    speed: Axes,
    share: Axes,
    right: f64,
    guess: Option<f64>,
}

impl<'a> Charts<'a> {
    pub fn of(frame: &Frame, layout: &Layout, drop: &'a Drop<'a>, course: &'a SampledTrajectory) -> Self {
        let style = layout.style;
        let area = layout.charts;
        let title = 1.55 * style.text;
        let gap = if frame.narrow { 0.45 } else { 0.9 } * style.text;
        let tall = (area.height() - 3.0 * title - 2.0 * gap) / 3.0;
        let panel = |place: f64, ticks: Ticks| {
            let bottom = area.top + (place + 1.0) * (title + tall) + place * gap;
            Axes::new(Rect { top: bottom - tall, bottom, ..area }, course.time, ticks)
        };
        Self {
            style,
            language: frame.language,
            drop,
            course,
            height: panel(0.0, Ticks::covering(0.0, course.top, 3)),
            speed: panel(1.0, Ticks::covering(course.speeds.0, course.speeds.1, if course.speeds.0 < 0.0 { 4 } else { 3 })),
            share: panel(2.0, Ticks::covering(0.0, 100.0, 2)),
            right: frame.width,
            guess: frame.guess,
        }
    }

    /// The body's curve in a panel, up to a time, with the moment itself.
    fn curve(&self, panel: &Axes, time: f64, value: impl Fn(&Sample) -> Option<f64>) -> Vec<Point> {
        let last = Sample::at(self.drop.fall, time);
        let moments = self.course.moments.iter().filter(|moment| moment.time < time).chain([&last]);
        let points: Vec<Point> = moments.filter_map(|moment| Some(panel.at(moment.time, value(moment)?))).collect();
        simplified(&points, TOLERANCE)
    }

    /// The curves of gravity alone: height and speed.
    fn alone(&self) -> [Vec<Point>; 2] {
        let moments = (0..=24).map(|count| self.course.end_alone * f64::from(count) / 24.0);
        let motions = moments.map(|time| (time, self.drop.fall.vacuum_at(time)));
        let (height, speed): (Vec<_>, Vec<_>) =
            motions.map(|(time, motion)| (self.height.at(time, motion.height), self.speed.at(time, motion.fall_speed))).unzip();
        [simplified(&height, TOLERANCE), simplified(&speed, TOLERANCE)]
    }

    /// The curves of the body for its whole course: height and speed.
    fn whole(&self) -> [Vec<Point>; 2] {
        let end = self.course.end;
        [self.curve(&self.height, end, height), self.curve(&self.speed, end, speed)]
    }

    /// The axes alone.
    pub fn axes<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let s = Strings::of(self.language);
        let room = self.right - self.height.plot.left;
        let share = [s.picture_share_long, s.picture_share, s.picture_share_short];
        let share = share.into_iter().find(|title| self.style.width(title, true) < room).unwrap_or(s.picture_share_short);
        self.height.draw(painter, &self.style, s.picture_height, None, self.language);
        self.speed.draw(painter, &self.style, s.picture_speed, None, self.language);
        self.share.draw(painter, &self.style, share, Some("s"), self.language);
    }

    pub fn still<B: DrawingBackend>(&self, painter: &mut Painter<B>) {
        let s = Strings::of(self.language);
        self.axes(painter);
        if self.course.moments.iter().all(|moment| moment.share().is_none()) {
            let at = (self.share.plot.left + 0.8 * self.style.text, self.share.plot.bottom - 0.8 * self.style.text);
            painter.text(at, s.picture_no_force, &self.style.letters(Token::Ink2, Anchor::Start));
        }

        let to_come = Stroke(Token::Edge, 1.25);
        let (whole, alone) = (self.whole(), self.alone());
        for curve in whole.iter().chain([&self.curve(&self.share, self.course.end, Sample::share)]) {
            painter.line(curve, to_come);
        }
        for curve in &alone {
            painter.dashed(curve, Stroke(Token::Accent, 2.25), (7.0, 5.0));
        }
        if let Some(guess) = self.guess(&whole, &alone) {
            self.draw_guess(painter, &guess);
        }
        for (found, text, token) in self.names(&whole, &alone).into_iter().flatten() {
            let lettering = TextStyle { halo: true, ..self.style.bold(token, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), text, &lettering);
        }
    }

    /// The guess on the time axis of the uppermost chart: its place, and where its words stand, one line above the other.
    fn guess(&self, whole: &[Vec<Point>; 2], alone: &[Vec<Point>; 2]) -> Option<(Point, [(Rect, String); 2])> {
        let guess = self.guess?;
        let at = (self.height.x.at(guess), self.height.plot.bottom);
        let words = QUESTION.formatted(guess, self.language);
        let name = Strings::of(self.language).picture_guess.to_owned();
        let (width, wide) = (self.style.width(&words, true), self.style.width(&name, false));
        let line = 1.1 * self.style.text;
        let size = (width.max(wide), 2.0 * line);
        let mut taken = self.taken(&self.height, [&whole[0], &alone[0]]);
        let top = (at.0, at.1 - 0.7 * self.style.text);
        let above = Rect::around((top.0, top.1 - 0.25 * line - line), size.0 / 2.0, line);
        let shifted = |by: f64| Rect { left: above.left + by, right: above.right + by, ..above };
        let aside = size.0 / 2.0 - 0.4 * self.style.text;
        // Where the guess is close to the landing, its words stand further to the left, below the curve.
        let low = Rect { top: at.1 - 3.0 - 2.0 * line, bottom: at.1 - 3.0, ..above };
        let further = [0.8, 1.0, 1.2, 1.5, 1.8].map(|by| Rect { left: low.left - by * size.0, right: low.right - by * size.0, ..low });
        let places = [above, shifted(aside), shifted(-aside), beside(at, (1.0, -1.0), size, 8.0)];
        let found = taken.place(places.into_iter().chain(further)).unwrap_or(above);
        let middle = 0.5 * (found.left + found.right);
        let box_of = |width: f64, bottom: f64| Rect { left: middle - width / 2.0, right: middle + width / 2.0, top: bottom - line, bottom };
        Some((at, [(box_of(width, found.bottom), words), (box_of(wide, found.bottom - line), name)]))
    }

    fn draw_guess<B: DrawingBackend>(&self, painter: &mut Painter<B>, (at, words): &(Point, [(Rect, String); 2])) {
        let (half, tall) = (0.4 * self.style.text, 0.7 * self.style.text);
        let triangle = [*at, (at.0 - half, at.1 - tall), (at.0 + half, at.1 - tall), *at];
        painter.fill(&triangle, Token::Paper);
        painter.line(&triangle, Stroke(Token::Ink, 1.5));
        for ((found, text), bold) in words.iter().zip([true, false]) {
            let letters = if bold { self.style.bold(Token::Ink, Anchor::Start) } else { self.style.letters(Token::Ink, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), text, &TextStyle { halo: true, ..letters });
        }
    }

    /// What a label in a panel must keep clear of: both curves, the frame.
    fn taken(&self, panel: &Axes, curves: [&[Point]; 2]) -> Occupancy {
        let Rect { left, top, bottom, .. } = panel.plot;
        let mut taken = Occupancy::within(Rect { left: left + 2.0, top: top - 2.0, right: self.right, bottom: bottom - 1.0 });
        for curve in curves {
            taken.keep_line(curve.to_vec());
        }
        taken
    }

    /// Where the names of the two curves stand: gravity alone at its free end, each beside its curve otherwise, in the
    /// first of the two panels that has room. They keep clear of where the cursor stands longest, unless that is too much.
    fn names(&self, whole: &[Vec<Point>; 2], alone: &[Vec<Point>; 2]) -> [Option<Name>; 2] {
        let [ghost, body] = self.names_clear_of(&[POSTER, 1.0], whole, alone);
        if ghost.is_some() && body.is_some() {
            return [ghost, body];
        }
        self.names_clear_of(&[], whole, alone)
    }

    fn names_clear_of(&self, cursors: &[f64], whole: &[Vec<Point>; 2], alone: &[Vec<Point>; 2]) -> [Option<Name>; 2] {
        let s = Strings::of(self.language);
        let panels = [&self.height, &self.speed];
        let mut taken = [0, 1].map(|place: usize| {
            let panel = panels[place];
            let mut taken = self.taken(panel, [&whole[place], &alone[place]]);
            for share in cursors {
                let x = panel.x.at(share * self.course.end);
                taken.keep_line(vec![(x, panel.plot.top), (x, panel.plot.bottom)]);
            }
            if let (0, Some((_, words))) = (place, self.guess(whole, alone)) {
                words.iter().for_each(|(found, _)| taken.keep(*found));
            }
            taken
        });
        let tall = 1.02 * self.style.text;
        // Where the two curves are apart, each name stands on its own side; where they are one line, gravity's stands outside.
        let gap = self.height.y.at(0.0) - self.height.y.at(self.drop.fall.at(self.course.end_alone).height);
        let (ghost, body) = if gap > 1.5 * self.style.text {
            ([(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)], [(1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)])
        } else {
            ([(1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (-1.0, -1.0)], [(-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 1.0)])
        };
        let text = s.picture_gravity_alone;
        let size = (self.style.width(text, true), tall);
        let end =
            alone[1].last().and_then(|end| taken[1].place([beside(*end, (1.0, 0.0), size, 8.0), beside(*end, (1.0, 1.0), size, 8.0)]));
        let found = end.or_else(|| taken.iter_mut().zip(alone).find_map(|(taken, line)| taken.place_along(line, size, &ghost)));
        let alone = found.map(|found| (found, text, Token::Accent));
        let text = super::shapes::name(self.drop.object, s);
        let size = (self.style.width(text, true), tall);
        let found = taken.iter_mut().zip(whole).find_map(|(taken, line)| taken.place_along(line, size, &body));
        [alone, found.map(|found| (found, text, Token::Ink))]
    }

    pub fn moving<B: DrawingBackend>(&self, painter: &mut Painter<B>, time: f64) {
        let now = Sample::at(self.drop.fall, time);
        let alone = self.drop.fall.vacuum_at(time);
        let (whole, alone_curves) = (self.whole(), self.alone());
        let names = self.names(&whole, &alone_curves);
        let guess = self.guess(&whole, &alone_curves);
        for (panel, value, ghost, curves) in [
            (&self.height, height as fn(&Sample) -> Option<f64>, alone.height, [&whole[0], &alone_curves[0]]),
            (&self.speed, speed, alone.fall_speed, [&whole[1], &alone_curves[1]]),
        ] {
            self.cursor(painter, panel, time);
            let curve = self.curve(panel, time, value);
            painter.line(&curve, Stroke(Token::Ink, self.style.line));
            let Some(value) = value(&now) else { continue };
            let (at, ghost) = (panel.at(time, value), panel.at(time, ghost));
            let mut taken = self.taken(panel, curves.map(Vec::as_slice));
            for (found, ..) in names.iter().flatten() {
                taken.keep(*found);
            }
            if let (true, Some((_, words))) = (std::ptr::eq(panel, &self.height), &guess) {
                words.iter().for_each(|(found, _)| taken.keep(found.grown(6.0)));
            }
            // Once it has landed, gravity alone has no more to say.
            if time <= self.course.end_alone && (at.1 - ghost.1).abs() > 2.0 * self.style.dot {
                painter.disc(ghost, self.style.dot, Token::Paper);
                painter.circle(ghost, self.style.dot - 0.6, Stroke(Token::Accent, 1.3));
                taken.keep(Rect::around(ghost, self.style.dot, self.style.dot));
            }
            painter.dot(at, self.style.dot, Token::Ink);
            let range = panel.y_ticks.high() - panel.y_ticks.low();
            self.value(painter, &mut taken, at, &reading(value, range, self.language), None);
        }
        self.moving_share(painter, &now);
    }

    fn moving_share<B: DrawingBackend>(&self, painter: &mut Painter<B>, now: &Sample) {
        let panel = &self.share;
        let curve = self.curve(panel, now.time, Sample::share);
        let floor = panel.plot.bottom;
        if let (Some(first), Some(last)) = (curve.first(), curve.last()) {
            let area: Vec<Point> = [(first.0, floor)].into_iter().chain(curve.iter().copied()).chain([(last.0, floor)]).collect();
            painter.fill(&area, Token::Band);
            self.band_name(painter, &curve);
        }
        self.cursor(painter, panel, now.time);
        painter.line(&curve, Stroke(Token::Accent, 3.0));
        let Some(share) = now.share() else { return };
        let at = panel.at(now.time, share);
        painter.dot(at, self.style.dot, Token::Accent);
        let whole = self.curve(panel, self.course.end, Sample::share);
        let mut taken = self.taken(panel, [&whole, &[]]);
        // All of a force but a trace is not all of it: as many nines as it takes.
        let decimals = if share < 100.0 { (-(100.0 - share).log10().floor()).clamp(1.0, 4.0) as i32 } else { 0 };
        // On the band, accent letters would be hard to read and a rim of paper would look like a hole.
        let band = Rect { left: panel.plot.left, top: at.1 - 2.0, right: at.0, bottom: panel.plot.bottom };
        taken.keep(band);
        self.value(painter, &mut taken, at, &fixed(share, decimals, self.language), Some(band));
    }

    /// Says what the band is, once it is wide and tall enough to say it in.
    fn band_name<B: DrawingBackend>(&self, painter: &mut Painter<B>, curve: &[Point]) {
        let text = Strings::of(self.language).picture_gravity;
        let (width, size) = (self.style.width(text, true), self.style.text);
        let Rect { left, bottom, .. } = self.share.plot;
        let middle = self.share.y.at(50.0).max(bottom - 2.2 * size);
        let found = Rect::around((left + width / 2.0 + 0.8 * size, middle + size), width / 2.0, size / 2.0);
        let clear = curve.iter().all(|(x, y)| *x > found.right + 6.0 || *y < found.top - 4.0);
        if clear && curve.last().is_some_and(|(x, _)| *x > found.right + 6.0) {
            painter.text((found.left, found.baseline(size)), text, &self.style.bold(Token::Ink, Anchor::Start));
        }
    }

    fn cursor<B: DrawingBackend>(&self, painter: &mut Painter<B>, panel: &Axes, time: f64) {
        let x = panel.x.at(time);
        painter.line(&[(x, panel.plot.top - 3.0), (x, panel.plot.bottom)], Stroke(Token::Ink2, 1.0));
    }

    /// Writes a value beside a dot, where it covers nothing: in ink, or in the accent if there is a band, but not on it.
    fn value<B: DrawingBackend>(&self, painter: &mut Painter<B>, taken: &mut Occupancy, at: Point, text: &str, band: Option<Rect>) {
        let size = (self.style.width(text, true), 1.02 * self.style.text);
        let near = self.style.dot + 4.5;
        let sides = [(1.0, 1.0), (-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (1.0, 0.0), (-1.0, 0.0)];
        // Beside the dot, or else further up or down, so long as the cursor still leads to it.
        let candidates = || {
            [0.0, 10.0, 20.0]
                .into_iter()
                .flat_map(move |far| sides.into_iter().map(move |side| beside((at.0, at.1 + side.1 * far), side, size, near)))
        };
        let bounds = taken.bounds;
        let found = taken.place(candidates()).or_else(|| candidates().find(|found| bounds.holds(found) && !taken.covers(found)));
        if let Some(found) = found.or_else(|| candidates().nth(1)) {
            let on_band = band.is_some_and(|band| band.meets(&found));
            let token = if band.is_some() && !on_band { Token::Accent } else { Token::Ink };
            let lettering = TextStyle { halo: !on_band, ..self.style.bold(token, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), text, &lettering);
        }
    }
}

/// A value as exact as the axis can show it; a small one, that would all but vanish, to two digits.
fn reading(value: f64, range: f64, language: Language) -> String {
    let decimals = (2.0 - range.log10().floor()).clamp(0.0, 9.0);
    let small = value.abs() < 10_f64.powf(1.0 - decimals) && value.abs() > 1e-7 * range;
    if small { significant(value, 2, language) } else { fixed(value, decimals as i32, language) }
}

fn height(moment: &Sample) -> Option<f64> {
    Some(moment.motion.height)
}

fn speed(moment: &Sample) -> Option<f64> {
    Some(moment.motion.fall_speed)
}
