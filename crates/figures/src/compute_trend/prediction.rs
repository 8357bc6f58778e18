//! The guess: how much more a dollar bought in 1997 than in 1900. The picture before it has an axis that reaches as far as
//! guesses do, and says nothing about the answer.

use super::{
    QUESTION, Strings, Trend,
    picture::{DASH, Layout},
    text::year,
};
use pendrop_kit::{
    chart::{Marker, Occupancy, Painter, Point, Rect, Shape, Ticks, beside, limited},
    format::{significant, spoken},
    locale::{Language, fill},
    outcome::Prediction,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Decades below the first point, for its name.
const BELOW: i32 = 2;

impl Prediction for Trend {
    fn verdict(&self, guess: f64, language: Language) -> String {
        let s = Strings::of(language);
        let Some((first, last)) = self.question_ends() else { return String::new() };
        let grown = last.value / first.value;
        let off = (guess / grown).log10();
        // Closer than a factor of three is as good as a guess about a century can be.
        let template = match off {
            off if off.abs() < 3_f64.log10() => s.trend_verdict_close,
            off if off < 0.0 => s.trend_verdict_low,
            _ => s.trend_verdict_high,
        };
        fill(
            template,
            &[
                ("guess", &QUESTION.formatted(guess, language)),
                ("grown", &factor_in_words(grown, language)),
                ("off", &factor_in_words(10_f64.powf(off.abs()), language)),
                ("first", &first.name),
                ("last", &last.name),
                ("from", &year(first.year, language)),
                ("to", &year(last.year, language)),
            ],
        )
    }

    fn prompt(&self, language: Language) -> String {
        Strings::of(language).trend_prompt.to_owned()
    }

    fn draw(&self, svg: &mut Svg, frame: &Frame) {
        let layout = layout(self, frame);
        let (painter, style, plot) = (&mut Painter::new(svg), layout.style, layout.axes.plot);
        layout.axes.draw(painter, &style, (self.dataset.quantity)(frame.language), Some(""), frame.language);
        let Some((first, _)) = self.question_ends() else { return };
        let guess = frame.guess.unwrap_or(QUESTION.start);
        let from = layout.at(first);
        let Some(to) = self.guess_place(frame, guess) else { return };
        painter.line(&[(to.0, plot.bottom), (to.0, plot.top)], Stroke(Token::Edge, 1.0));
        painter.dashed(&[from, to], Stroke(Token::Ink2, 2.25), DASH);
        painter.dot(from, style.dot, Token::Ink);
        let handle = Marker { shape: Shape::Triangle, filled: false, token: Token::Ink, radius: style.dot + 1.5 };
        // At the end of the axis it stays clear of what stands over that.
        handle.draw(painter, (to.0, to.1.max(plot.top + 2.5)));
        let mut taken = Occupancy::within(Rect { left: plot.left + 4.0, top: plot.top - 4.0, right: plot.right, bottom: plot.bottom });
        taken.keep_line(vec![from, to]);
        let write = |painter: &mut Painter<Svg>, found: Option<Rect>, text: &str, bold: bool| {
            if let Some(found) = found {
                let text_style = TextStyle { halo: true, bold, ..style.letters(Token::Ink, Anchor::Start) };
                painter.text((found.left, found.baseline(style.text)), text, &text_style);
            }
        };
        // Before the first guess a number would be a hint.
        if let Some(guess) = frame.guess {
            let formatted = QUESTION.formatted(guess, frame.language);
            let size = (style.width(&formatted, true), 1.02 * style.text);
            // A long one needs more room beside a steep line.
            let boxes =
                [8.0, 24.0, 48.0].into_iter().flat_map(|gap| [-1.0, 0.0, 1.0].map(|up| beside(to, (-1.0, up), size, style.dot + gap)));
            write(painter, taken.place(boxes), &formatted, true);
        }
        let name = &first.name;
        let size = (style.width(name, false), 1.02 * style.text);
        let sides = [(0.0, -1.0), (1.0, -1.0), (1.0, 1.0), (1.0, 0.0), (-1.0, -1.0)];
        write(painter, taken.place(sides.map(|side| beside(from, side, size, style.dot + 6.0))), name, false);
    }

    fn guess_at(&self, frame: &Frame, (_, y): Point) -> Option<f64> {
        let (first, _) = self.question_ends()?;
        let layout = layout(self, frame);
        let (Rect { top, bottom, .. }, ticks) = (layout.axes.plot, &layout.axes.y_ticks);
        let decades = ticks.low().log10() + (ticks.high() / ticks.low()).log10() * (bottom - y) / (bottom - top);
        Some(10_f64.powf((decades - first.value.log10()).clamp(-1.0, 30.0)))
    }

    fn guess_place(&self, frame: &Frame, guess: f64) -> Option<Point> {
        let layout = layout(self, frame);
        let (first, last) = self.question_ends()?;
        Some((layout.x(last.year), limited(layout.y((first.value * guess).log10()), layout.heights())))
    }
}

/// The chart with the axis that guesses need.
fn layout(trend: &Trend, frame: &Frame) -> Layout {
    let first = trend.question_ends().map_or(trend.dataset.decades.0, |(first, _)| first.value.log10().floor() as i32);
    let values = Ticks::decades(first - BELOW, first + QUESTION.greatest.log10().ceil() as i32 + 1);
    Layout::new(frame, trend.dataset, values)
}

/// A factor in words while there is a word for it: 1.7 × 10¹² is 1.7 trillion.
fn factor_in_words(factor: f64, language: Language) -> String {
    if factor >= 1e6 { spoken(factor, 2, language) } else { significant(factor, 2, language) }
}
