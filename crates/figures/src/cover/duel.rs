//! The row of the section on search and knowledge: two curves, of which one gets ahead.

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Scale, simplified},
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::Strings;

/// Draws the row picture of the section on search and knowledge: strength over computing, without numbers. One curve begins high and
/// levels off, the other begins low and goes on; which is whose is left open.
pub fn row_duel(svg: &mut Svg, frame: &Frame) {
    let painter = &mut Painter::new(svg);
    let style = &ChartStyle::of(frame);
    let s = Strings::of(frame.language);
    let (left, right) = (3.0, frame.width - 3.0);
    let (top, axis) = (1.7 * style.text, frame.height - 1.6 * style.text);
    let (x, y) = (Scale::linear((0.0, 1.0), (left, right - 6.0)), Scale::linear((0.0, 1.0), (axis, top)));
    let curve = |strength: &dyn Fn(f64) -> f64| -> Vec<Point> {
        let shares = (0..=60).map(|step| f64::from(step) / 60.0);
        simplified(&shares.map(|share| (x.at(share), y.at(strength(share)))).collect::<Vec<_>>(), 0.1)
    };
    let early = curve(&|share| 0.62 - 0.32 * (-4.5 * share).exp());
    let late = curve(&|share| 0.05 + 0.93 / (1.0 + (-8.0 * (share - 0.52)).exp()));

    painter.line(&[(left, top), (left, axis), (right, axis)], Stroke(Token::Edge, style.axis));
    painter.text((0.0, 0.9 * style.text), s.picture_row_strength, &style.letters(Token::Ink2, Anchor::Start));
    painter.text((right, axis + 1.2 * style.text), s.picture_row_computing, &style.letters(Token::Ink2, Anchor::End));
    painter.dashed(&early, Stroke(Token::Ink3, 1.75), (6.0, 4.0));
    painter.line(&late, Stroke(Token::Ink, 1.75));
    let size = 1.6 * style.text;
    let question = TextStyle { size, halo: true, ..style.bold(Token::Ink, Anchor::Middle) };
    for line in [&early, &late] {
        if let Some((_, end)) = line.last() {
            painter.text((right - 0.6 * size, end - 0.45 * size), "?", &question);
        }
    }
}
