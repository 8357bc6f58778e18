//! What is written and marked beside the bars: gravity's time, the interval that holds most drops, what lies outside.

use super::Picture;
use crate::{
    chart::{Point, Rect, Sheet, Taken, beside},
    format::short,
    locale::fill,
    pen_drop::picture::shapes,
    svg::{Anchor, Lettering, Stroke, Svg, Token},
};

impl Picture<'_> {
    /// Where labels of a chart may be: they keep clear of the bars.
    fn taken(&self, plot: Rect, outline: &[Point]) -> Taken {
        let mut taken = Taken::within(Rect { left: plot.left + 2.0, right: self.frame.width, ..plot });
        // The bars as a few upright strokes and their outline: labels may not lie inside either.
        for pair in outline.windows(2).filter(|pair| pair[1].0 > pair[0].0) {
            taken.keep(Rect { left: pair[0].0, right: pair[1].0, top: pair[0].1, bottom: plot.bottom });
        }
        taken.keep_line(outline.to_vec());
        taken
    }

    fn write(&self, sheet: &mut Sheet<Svg>, found: Option<Rect>, text: &str, token: Token, bold: bool) {
        if let Some(found) = found {
            let lettering = Lettering { halo: true, bold, ..self.look.letters(token, Anchor::Start) };
            sheet.text((found.left, found.baseline(self.look.text)), text, &lettering);
        }
    }

    /// Boxes of a text beside an upright line, from the top down, on either side.
    fn along(&self, x: f64, plot: Rect, text: &str, first: f64) -> impl Iterator<Item = Rect> + use<> {
        let size = (self.look.width(text, true), 1.02 * self.look.text);
        let (top, line) = (plot.top + 0.65 * self.look.text, 1.2 * self.look.text);
        let lines = ((plot.height() / line) as usize).max(1);
        (0..lines).flat_map(move |place| [first, -first].map(|side| beside((x, top + place as f64 * line), (side, 0.0), size, 8.0)))
    }

    pub(super) fn draw_scale_names(&self, sheet: &mut Sheet<Svg>, outline: &[Point]) {
        let s = self.frame.language.strings();
        let plot = self.scale.plot;
        let mut taken = self.taken(plot, outline);
        let (from, to) = self.boxed();
        for x in [from, to] {
            taken.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
        }
        if let Some(vacuum) = self.drops.vacuum {
            let x = self.scale.x.at(vacuum);
            taken.keep_line(vec![(x, plot.top), (x, plot.bottom)]);
            let side = if x > (plot.left + plot.right) / 2.0 { -1.0 } else { 1.0 };
            let found = taken.place(self.along(x, plot, s.picture_gravity_alone, side));
            self.write(sheet, found, s.picture_gravity_alone, Token::Accent, true);
        }
        let tally = &self.drops.tally;
        if tally.landed() > 0 {
            // Beside the highest bar.
            let peak = outline.iter().copied().reduce(|best, point| if point.1 < best.1 { point } else { best });
            let name = shapes::name(self.drops.object, s);
            let side = peak.map_or(1.0, |(x, _)| if x > (plot.left + plot.right) / 2.0 { -1.0 } else { 1.0 });
            let found = peak.and_then(|(x, _)| {
                let farther = [0.0, 12.0, 30.0, 60.0, 100.0].into_iter().flat_map(|far| self.along(x + side * far, plot, name, side));
                taken.place(farther.collect::<Vec<_>>())
            });
            self.write(sheet, found, name, Token::Ink, true);
        } else if tally.made() > 0 {
            let found = taken.place(self.along(plot.left, plot, s.picture_none_lands, 1.0));
            self.write(sheet, found, s.picture_none_lands, Token::Ink, true);
        }
        for (count, template) in [(tally.beyond(), s.picture_later), (tally.aloft(), s.picture_never)] {
            if count > 0 && tally.landed() > 0 {
                let text = fill(template, &[("count", &short(f64::from(count), 6, self.frame.language))]);
                let right = self.along(plot.right + 8.0, plot, &text, -1.0);
                let found = taken.place(right.chain(self.along(plot.left, plot, &text, 1.0)));
                self.write(sheet, found, &text, Token::Ink2, false);
            }
        }
    }

    /// Over the lower chart: from the twentieth to the nineteenth twentieth of the drops, and the drop with the details as set.
    pub(super) fn draw_interval(&self, sheet: &mut Sheet<Svg>) {
        let s = self.frame.language.strings();
        let (panel, look, tally) = (&self.loupe, &self.look, &self.drops.tally);
        let y = panel.plot.top - 0.75 * look.text;
        let within = |late: f64| (late <= panel.x_ticks.high() * self.unit.1).then(|| panel.x.at(self.late(late)));
        let row = Rect { left: panel.plot.left, right: self.frame.width, top: y - 2.0 * look.text, bottom: y + look.text };
        let mut taken = Taken::within(row);
        let size = |text: &str, bold: bool| (look.width(text, bold), 1.02 * look.text);
        let nominal = self.drops.nominal.and_then(|(_, delay)| within(delay));
        if let (Some(early), Some(late)) = (tally.percentile(0.05), tally.percentile(0.95)) {
            let (from, to) = (panel.x.at(self.late(early)), panel.x.at(self.late(late)));
            sheet.line(&[(from, y), (to, y)], Stroke(Token::Ink, look.axis + 0.5));
            for x in [from, to] {
                sheet.line(&[(x, y - 4.5), (x, y + 4.5)], Stroke(Token::Ink, look.axis + 0.5));
            }
            taken.keep(Rect { left: from, right: to, top: y - 5.0, bottom: y + 5.0 });
            let text = s.picture_most_drops;
            let size = size(text, true);
            let found = taken.place([beside((to, y), (1.0, 0.0), size, 8.0), beside((from, y), (-1.0, 0.0), size, 8.0)]);
            self.write(sheet, found, text, Token::Ink, true);
        }
        if let Some(x) = nominal {
            sheet.dot((x, y), look.dot, Token::Ink);
            taken.keep(Rect::around((x, y), look.dot, look.dot));
            let text = s.picture_as_set;
            let (width, height) = size(text, false);
            let center = y - 1.15 * look.text;
            let above = [x, x + width / 2.0 - 4.0, x - width / 2.0 + 4.0].map(|x| Rect::around((x, center), width / 2.0, height / 2.0));
            let found = taken.place(above);
            self.write(sheet, found, text, Token::Ink2, false);
        }
    }

    pub(super) fn draw_loupe_names(&self, sheet: &mut Sheet<Svg>, outline: &[Point]) {
        if self.drops.vacuum.is_some() {
            let text = self.frame.language.strings().picture_gravity_alone;
            let plot = self.loupe.plot;
            let mut taken = self.taken(plot, outline);
            let found = taken.place(self.along(plot.left, plot, text, 1.0));
            self.write(sheet, found, text, Token::Accent, true);
        }
    }
}
