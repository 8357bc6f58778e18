//! What is written and marked beside the bars: gravity's time, the interval that holds most drops, what lies outside.

use pendrop_kit::{
    chart::{Occupancy, Painter, Point, Rect, beside, limited},
    format::short,
    locale::fill,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::{EnsemblePicture, chart::Chart};
use crate::{ensemble::Strings, pen_drop::picture::shapes};

impl EnsemblePicture {
    /// Where labels of a chart may be: they keep clear of the bars.
    fn occupancy(&self, plot: Rect, outline: &[Point]) -> Occupancy {
        let mut occupancy = Occupancy::within(Rect { left: plot.left + 2.0, right: self.frame.width, ..plot });
        // The bars as a few upright strokes and their outline: labels may not lie inside either.
        for pair in outline.windows(2).filter(|pair| pair[1].0 > pair[0].0) {
            occupancy.keep(Rect { left: pair[0].0, right: pair[1].0, top: pair[0].1, bottom: plot.bottom });
        }
        occupancy.keep_line(outline.to_vec());
        occupancy
    }

    fn write(&self, painter: &mut Painter<Svg>, found: Option<Rect>, text: &str, token: Token, bold: bool) {
        if let Some(found) = found {
            let text_style = TextStyle { halo: true, bold, ..self.style.letters(token, Anchor::Start) };
            painter.text((found.left, found.baseline(self.style.text)), text, &text_style);
        }
    }

    /// Boxes of a text beside an upright line, from the top down, on either side.
    fn along(&self, x: f64, plot: Rect, text: &str, first: f64) -> impl Iterator<Item = Rect> + use<> {
        let size = (self.style.width(text, true), 1.02 * self.style.text);
        let (top, line) = (plot.top + 0.65 * self.style.text, 1.2 * self.style.text);
        let lines = ((plot.height() / line) as usize).max(1);
        (0..lines).flat_map(move |place| [first, -first].map(|side| beside((x, top + place as f64 * line), (side, 0.0), size, 8.0)))
    }

    /// Boxes of a text on either side of the bars of the upper chart, or of the box they are in, at several heights.
    fn beside_bars(&self, outline: &[Point], boxed: Option<(f64, f64)>, text: &str) -> Vec<Rect> {
        let (plot, size) = (self.scale.axes.plot, (self.style.width(text, true), 1.02 * self.style.text));
        let highest = outline.iter().map(|point| point.1).fold(plot.bottom, f64::min);
        let rows = [0.3, 0.2, 0.45, 0.1, 0.6, 0.8].map(|share| highest + share * (plot.bottom - highest));
        let boxes = rows.into_iter().flat_map(|y| {
            // Where the bars are as high as the letters reach down.
            let high = outline.iter().filter(|point| point.1 <= y + size.1).map(|point| point.0);
            let (first, last) = high.fold((f64::INFINITY, f64::NEG_INFINITY), |(first, last), x| (first.min(x), last.max(x)));
            let (first, last) = boxed.map_or((first, last), |(from, to)| (first.min(from), last.max(to)));
            [beside((last, y), (1.0, 0.0), size, 8.0), beside((first, y), (-1.0, 0.0), size, 8.0)]
        });
        boxes.collect()
    }

    pub(super) fn draw_scale_names(&self, painter: &mut Painter<Svg>, outline: &[Point]) {
        let s = Strings::of(self.frame.language);
        let plot = self.scale.axes.plot;
        let mut occupancy = self.occupancy(plot, outline);
        // Labels keep clear of the box, and of what is in it.
        let boxed = self.inset.as_ref().map(|inset| self.boxed(inset));
        if let Some((from, to)) = boxed {
            occupancy.keep(Rect { left: from, right: to, ..plot });
        }
        if self.outcome.vacuum.is_some() {
            let x = self.scale.x(0.0);
            occupancy.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
            let right = x > (plot.left + plot.right) / 2.0;
            let edge = boxed.filter(|(from, to)| *from < x && x < *to).map_or(x, |(from, to)| if right { from } else { to });
            let found = occupancy.place(self.along(edge, plot, s.picture_gravity_alone, if right { -1.0 } else { 1.0 }));
            self.write(painter, found, s.picture_gravity_alone, self.outcome.gravity, true);
        }
        let statistics = &self.outcome.statistics;
        if statistics.landed() > 0 {
            let name = shapes::name(self.outcome.object, self.frame.language);
            let found = occupancy.place(self.beside_bars(outline, boxed, name));
            self.write(painter, found, name, Token::Ink, true);
        } else if statistics.made() > 0 {
            let x = if self.outcome.vacuum.is_some() { self.scale.x(0.0) } else { plot.left };
            let found = occupancy.place(self.along(x, plot, s.picture_none_lands, 1.0));
            self.write(painter, found, s.picture_none_lands, Token::Ink, true);
        }
        for (count, template) in [(statistics.beyond(), s.picture_later), (statistics.aloft(), s.picture_never)] {
            if count > 0 && statistics.landed() > 0 {
                let text = fill(template, &[("count", &short(f64::from(count), 6, self.frame.language))]);
                let right = self.along(plot.right + 8.0, plot, &text, -1.0);
                let found = occupancy.place(right.chain(self.along(plot.left, plot, &text, 1.0)));
                if let Some(found) = found {
                    let text_style = TextStyle { halo: true, ..self.style.letters(Token::Ink2, Anchor::End) };
                    painter.text((found.right, found.baseline(self.style.text)), &text, &text_style);
                }
            }
        }
    }

    /// Over a chart: from the twentieth to the nineteenth twentieth of the drops, and the drop with the details as set.
    pub(super) fn draw_interval(&self, painter: &mut Painter<Svg>, chart: &Chart) {
        let s = Strings::of(self.frame.language);
        let (plot, style, statistics) = (chart.axes.plot, &self.style, &self.outcome.statistics);
        let y = plot.top - 0.75 * style.text;
        let mut occupancy =
            Occupancy::within(Rect { left: plot.left - 6.0, right: self.frame.width, top: y - 2.0 * style.text, bottom: y + style.text });
        let size = |text: &str, bold: bool| (style.width(text, bold), 1.02 * style.text);
        if self.outcome.vacuum.is_some() {
            let x = chart.x(0.0);
            occupancy.keep_line(vec![(x, plot.top - 3.0), (x, plot.top)]);
        }
        let nominal = self.outcome.nominal.filter(|(_, delay)| chart.shows(*delay)).map(|(_, delay)| chart.x(delay));
        if let Some(x) = nominal {
            occupancy.keep(Rect::around((x, y), style.dot + 2.0, style.dot));
        }
        if let (Some(early), Some(late)) = (statistics.quantile(0.05), statistics.quantile(0.95)) {
            // Few drops may land far beyond the chart: there the bracket points out of it.
            let [from, to] = [early, late].map(|delay| limited(chart.x(delay), (plot.left, plot.right)));
            let line = Stroke(Token::Ink, style.axis + 0.5);
            painter.line(&[(from, y), (to, y)], line);
            for (x, delay, inwards) in [(from, early, 5.0), (to, late, -5.0)] {
                let inwards = if chart.shows(delay) { 0.0 } else { inwards };
                painter.line(&[(x + inwards, y - 4.5), (x, y), (x + inwards, y + 4.5)], line);
            }
            occupancy.keep(Rect { left: from, right: to, top: y - 5.0, bottom: y + 5.0 });
            let sides = [(to, 1.0), (from, -1.0)];
            let texts = if late > early { [s.picture_most_drops, s.picture_most] } else { [s.picture_all_drops; 2] };
            let found = texts.into_iter().find_map(|text| {
                let boxes = sides.map(|(x, side)| beside((x, y), (side, 0.0), size(text, true), 8.0));
                occupancy.place(boxes).map(|found| (found, text))
            });
            if let Some((found, text)) = found {
                self.write(painter, Some(found), text, Token::Ink, true);
            }
        }
        if let Some(x) = nominal {
            painter.dot((x, y), style.dot, Token::Ink);
            let text = s.picture_as_set;
            let (width, height) = size(text, false);
            let center = y - 1.15 * style.text;
            let above = [x, x + width / 2.0 - 4.0, x - width / 2.0 + 4.0].map(|x| Rect::around((x, center), width / 2.0, height / 2.0));
            let found = occupancy.place(above);
            self.write(painter, found, text, Token::Ink2, false);
        }
    }

    pub(super) fn draw_inset_name(&self, painter: &mut Painter<Svg>, inset: &Chart, outline: &[Point]) {
        let text = Strings::of(self.frame.language).picture_gravity_alone;
        let mut occupancy = self.occupancy(inset.axes.plot, outline);
        let found = occupancy.place(self.along(inset.x(0.0), inset.axes.plot, text, 1.0));
        self.write(painter, found, text, self.outcome.gravity, true);
    }
}
