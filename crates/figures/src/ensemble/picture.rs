//! The picture of `ensemble`: the histogram of fall times twice. Above, on an axis from zero, it shows how much the fall times
//! differ at all; below, the same bars are seen through a loupe, over how much later than gravity alone the drops land.

mod marks;

use pendrop_science::{ensemble::Plan, falling::OBSERVED};

use super::Repeated;
use crate::{
    anatomy::Frame,
    chart::{Look, Panel, Rect, Sheet, Ticks},
    format::{short, significant},
    svg::{Anchor, Stroke, Svg, Token},
};

/// Lateness shown (as a share of the fall under gravity alone) where no drop is late at all.
const NOT_LATE: f64 = 1e-3;

/// Into how many bars the histogram is drawn: fewer where few drops would leave most of them empty.
#[must_use]
pub fn bars(plan: &Plan, narrow: bool) -> usize {
    match plan.drops {
        ..100 => 16,
        _ if narrow => 32,
        100..1000 => 32,
        _ => 64,
    }
}

/// A unit of time that suits a lateness: symbol and seconds.
fn unit(late: f64) -> (&'static str, f64) {
    let units = [("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)];
    units.into_iter().find(|(_, seconds)| late >= *seconds).unwrap_or(("ns", 1e-9))
}

/// Draws the whole picture.
pub fn draw(svg: &mut Svg, frame: &Frame, drops: &Repeated) {
    let picture = Picture::of(frame, drops);
    let sheet = &mut Sheet::new(svg);
    picture.draw_scale(sheet);
    picture.draw_loupe(sheet);
}

/// Both charts, and what they show.
struct Picture<'a> {
    look: Look,
    frame: Frame,
    drops: &'a Repeated,
    /// Fall times from zero, s.
    scale: Panel,
    /// Latenesses from zero, in the unit.
    loupe: Panel,
    /// The loupe's unit of time: symbol and seconds.
    unit: (&'static str, f64),
    /// Drops in each bar.
    bars: Vec<u32>,
}

impl<'a> Picture<'a> {
    fn of(frame: &Frame, drops: &'a Repeated) -> Self {
        let look = Look::of(frame);
        let tally = &drops.tally;
        let range = tally.range();
        let vacuum = drops.vacuum.unwrap_or(OBSERVED);
        let bars = tally.bars(bars(&drops.plan, frame.narrow));
        // While drops are still being made, the bars grow towards their final height.
        let highest = bars.iter().copied().max().unwrap_or(0);
        let growth = f64::from(drops.plan.drops) / f64::from(tally.made().max(1));
        let heights = Ticks::covering(0.0, (f64::from(highest) * growth).max(4.0), 3);

        let latest = if range.high > range.low { range.high } else { 2.0 * range.high };
        let latest = if latest > 0.0 { latest } else { NOT_LATE * vacuum };
        let unit = unit(latest);
        let steps = if frame.narrow { 4 } else { 6 };
        let latenesses = Ticks::covering(0.0, latest / unit.1, steps);
        let times = Ticks::covering(0.0, vacuum + latest, steps);

        let numbers = heights.values().map(|value| look.width(&heights.label(value, frame.language), false)).fold(0.0, f64::max);
        let (left, right) = (numbers + 8.0, frame.width - 9.0);
        let (title, row) = (1.55 * look.text, 11.0 + look.text);
        let bracket = 2.3 * look.text;
        let gap = if frame.narrow { 0.5 } else { 1.0 } * look.text;
        let tall = (frame.height - 2.0 * (title + row) - bracket - gap) / 2.0;
        let scale = Rect { left, right, top: title, bottom: title + tall };
        let bottom = frame.height - row;
        let loupe = Rect { left, right, top: bottom - tall, bottom };
        Self {
            look,
            frame: *frame,
            drops,
            scale: Panel::new(scale, times, heights),
            loupe: Panel::new(loupe, latenesses, heights),
            unit,
            bars,
        }
    }

    /// A lateness as a value on the axis of the loupe.
    fn late(&self, late: f64) -> f64 {
        late / self.unit.1
    }

    /// A lateness as a value on the axis of fall times.
    fn time(&self, late: f64) -> f64 {
        self.drops.vacuum.unwrap_or(0.0) + late
    }

    /// Lateness at the left edge of a bar.
    fn edge(&self, bar: usize) -> f64 {
        let range = self.drops.tally.range();
        range.low + (range.high - range.low) * (bar as f64 / self.bars.len() as f64)
    }

    /// The outline of all bars together, from the floor to the floor.
    fn outline(&self, panel: &Panel, place: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
        if self.drops.tally.landed() == 0 {
            return Vec::new();
        }
        let steps = self
            .bars
            .iter()
            .enumerate()
            .flat_map(|(bar, count)| [bar, bar + 1].map(|edge| panel.at(place(self.edge(edge)), f64::from(*count))));
        let ends = [0, self.bars.len()].map(|edge| panel.at(place(self.edge(edge)), 0.0));
        [ends[0]].into_iter().chain(steps).chain([ends[1]]).collect()
    }

    /// The upper chart: fall times on an axis from zero.
    fn draw_scale(&self, sheet: &mut Sheet<Svg>) {
        let s = self.frame.language.strings();
        let panel = &self.scale;
        panel.draw(sheet, &self.look, s.picture_drops_per_bar, Some("s"), self.frame.language);
        let right = (panel.plot.right, panel.plot.top - 0.55 * self.look.text);
        sheet.text(right, &self.progress(), &self.look.letters(Token::Ink2, Anchor::End));
        let outline = self.outline(panel, |late| self.time(late));
        if let Some(vacuum) = self.drops.vacuum {
            let x = panel.x.at(vacuum);
            sheet.line(&[(x, panel.plot.bottom), (x, panel.plot.top - 3.0)], Stroke(Token::Accent, 3.0));
        }
        sheet.fill(&outline, Token::Ink2);
        // However narrow the bars are here, they can be seen.
        sheet.line(&outline, Stroke(Token::Ink2, 1.25));
        self.draw_box(sheet);
        self.draw_scale_names(sheet, &outline);
    }

    /// How many drops the bars hold.
    fn progress(&self) -> String {
        let s = self.frame.language.strings();
        let count = |drops: u32| short(f64::from(drops), 6, self.frame.language);
        let (made, all) = (self.drops.tally.made(), self.drops.plan.drops);
        let template = if made < all { s.picture_drops_of } else { s.picture_drops };
        crate::locale::fill(template, &[("count", &count(made)), ("all", &count(all))])
    }

    /// Edges of the part of the upper chart that the lower one shows.
    fn boxed(&self) -> (f64, f64) {
        let from = self.scale.x.at(self.time(0.0)) - 4.0;
        let to = self.scale.x.at(self.time(self.loupe.x_ticks.high() * self.unit.1)) + 4.0;
        (from, to.min(self.frame.width - 1.0))
    }

    fn draw_box(&self, sheet: &mut Sheet<Svg>) {
        let ((from, to), Rect { top, bottom, .. }) = (self.boxed(), self.scale.plot);
        let (top, bottom) = (top - 5.0, bottom + 3.0);
        sheet.line(&[(from, top), (to, top), (to, bottom), (from, bottom), (from, top)], Stroke(Token::Edge, 1.25));
    }

    /// The lower chart: the same bars over how much later than gravity alone the drops land.
    fn draw_loupe(&self, sheet: &mut Sheet<Svg>) {
        let s = self.frame.language.strings();
        let (panel, look) = (&self.loupe, &self.look);
        let Rect { left, top, bottom, .. } = panel.plot;
        let factor = self.scale.x_ticks.high() / (panel.x_ticks.high() * self.unit.1);
        let factor = significant(factor, 2, self.frame.language);
        let title = [s.picture_box_long, s.picture_box].map(|title| crate::locale::fill(title, &[("factor", &factor)]));
        let fits = |title: &&String| look.width(title, true) < self.frame.width - left;
        let title = title.iter().find(fits).unwrap_or(&title[1]);
        sheet.text((left, top - 2.85 * look.text), title, &look.bold(Token::Ink, Anchor::Start));
        panel.draw(sheet, look, "", Some(self.unit.0), self.frame.language);

        let outline = self.outline(panel, |late| self.late(late));
        let width = panel.plot.width() / self.bars.len() as f64;
        for (bar, count) in self.bars.iter().enumerate().filter(|(_, count)| **count > 0) {
            let (from, to) = (panel.x.at(self.late(self.edge(bar))), panel.x.at(self.late(self.edge(bar + 1))));
            let (high, gap) = (panel.y.at(f64::from(*count)), if width > 3.0 { 0.5 } else { 0.0 });
            let (from, to) = if to - from > 3.0 { (from + gap, to - gap) } else { (from - 0.6, to + 0.6) };
            sheet.fill(&[(from, bottom), (from, high), (to, high), (to, bottom)], Token::Ink2);
        }
        if self.drops.vacuum.is_some() {
            sheet.line(&[(left, bottom), (left, top - 3.0)], Stroke(Token::Accent, 3.0));
        }
        self.draw_interval(sheet);
        self.draw_loupe_names(sheet, &outline);
    }
}
