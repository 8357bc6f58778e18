//! The picture before the guess: what a dollar bought in 1900, and how much more the reader expects of it in 1997. Its axis
//! reaches as far as guesses do, and says nothing about the answer.

use super::{DASH, Picture};
use crate::compute_trend::{QUESTION, Strings, Trend};
use pendrop_kit::{
    chart::{Marker, Occupancy, Painter, Rect, Shape, Ticks, beside, limited},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Decades below the first point, for its name.
const BELOW: i32 = 2;

/// The picture with the axis that guesses need.
fn picture<'a>(frame: &Frame, trend: &'a Trend) -> Picture<'a> {
    let first = trend.asked().map_or(trend.dataset.decades.0, |(first, _)| first.value.log10().floor() as i32);
    Picture::on(frame, trend, Ticks::decades(first - BELOW, first + QUESTION.greatest.log10().ceil() as i32 + 1))
}

/// The guess that a place in the picture means.
pub fn guess_at(frame: &Frame, trend: &Trend, y: f64) -> Option<f64> {
    let (first, _) = trend.asked()?;
    let (picture, Rect { top, bottom, .. }) = (picture(frame, trend), picture(frame, trend).panel.plot);
    let ticks = &picture.panel.y_ticks;
    let decades = ticks.low().log10() + (ticks.high() / ticks.low()).log10() * (bottom - y) / (bottom - top);
    Some(10_f64.powf((decades - first.value.log10()).clamp(-1.0, 30.0)))
}

/// Draws it, with the guess that is being made.
pub fn draw(svg: &mut Svg, frame: &Frame, trend: &Trend) {
    let picture = picture(frame, trend);
    let (painter, style, plot) = (&mut Painter::new(svg), picture.style, picture.panel.plot);
    let s = Strings::of(frame.language);
    picture.panel.draw(painter, &style, (trend.dataset.quantity)(s), Some(""), frame.language);
    let Some((first, last)) = trend.asked() else { return };
    let guess = frame.guess.unwrap_or(QUESTION.start);
    let from = picture.at(first);
    let to = (picture.x(last.year), limited(picture.y((first.value * guess).log10()), picture.heights()));
    painter.line(&[(to.0, plot.bottom), (to.0, plot.top)], Stroke(Token::Edge, 1.0));
    painter.dashed(&[from, to], Stroke(Token::Ink2, 2.25), DASH);
    painter.dot(from, style.dot, Token::Ink);
    let handle = Marker { shape: Shape::Triangle, filled: false, token: Token::Ink, radius: style.dot + 1.5 };
    handle.draw(painter, to);
    let mut taken = Occupancy::within(Rect { left: plot.left + 4.0, top: plot.top - 4.0, right: plot.right, bottom: plot.bottom });
    taken.keep_line(vec![from, to]);
    let write = |painter: &mut Painter<Svg>, found: Option<Rect>, text: &str, bold: bool| {
        if let Some(found) = found {
            let lettering = TextStyle { halo: true, bold, ..style.letters(Token::Ink, Anchor::Start) };
            painter.text((found.left, found.baseline(style.text)), text, &lettering);
        }
    };
    let told = QUESTION.formatted(guess, frame.language);
    let size = (style.width(&told, true), 1.02 * style.text);
    // A long one needs more room beside a steep line.
    let boxes = [8.0, 24.0, 48.0].into_iter().flat_map(|gap| [-1.0, 0.0, 1.0].map(|up| beside(to, (-1.0, up), size, style.dot + gap)));
    write(painter, taken.place(boxes), &told, true);
    let name = &first.name;
    let size = (style.width(name, false), 1.02 * style.text);
    let sides = [(0.0, -1.0), (1.0, -1.0), (1.0, 1.0), (1.0, 0.0), (-1.0, -1.0)];
    write(painter, taken.place(sides.map(|side| beside(from, side, size, style.dot + 6.0))), name, false);
}
