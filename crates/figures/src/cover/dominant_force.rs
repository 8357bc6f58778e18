//! The row of the section on computing's price: old machines, and the rest left open.

use pendrop_kit::{
    chart::{ChartStyle, Marker, Painter, Point, Scale, Shape},
    number,
    picture::Frame,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

use super::Strings;

/// Year and instructions per second per 1997 dollar of some machines, from Moravec's list of 1998 (table `machines`, against
/// which a test holds them): Steiger Millionaire, Hollerith, Monroe Calculator, IBM Tabulator, National-Ellis 3000, Zuse-2,
/// Zuse-3, BTL Model 2, ENIAC, EDSAC, SEAC.
pub const MACHINES: [(f64, f64); 11] = [
    (1900.0, 7.11e-8),
    (1908.0, 2.67e-8),
    (1911.0, 4.64e-8),
    (1919.0, 3.27e-7),
    (1928.0, 5.47e-7),
    (1939.0, 3.75e-6),
    (1941.0, 4.09e-6),
    (1943.0, 2.44e-6),
    (1946.0, 6.67e-4),
    (1949.0, 4.47e-3),
    (1950.0, 9.45e-4),
];

/// Draws the row picture of the section on computing's price: how much a dollar bought until 1950, on a log axis without
/// numbers, and from then on only how differently it might go on.
pub fn row_dominant_force(svg: &mut Svg, frame: &Frame) {
    let painter = &mut Painter::new(svg);
    let style = &ChartStyle::of(frame);
    let s = Strings::of(frame.language);
    let (left, right) = (3.0, frame.width - 3.0);
    let (top, axis) = (1.9 * style.text, frame.height - 1.7 * style.text);
    let years = Scale::linear((1895.0, 1997.0), (left, right));
    // The axis ends far above and says nothing about where the points would go.
    let values = Scale::log((1e-8, 1e8), (axis - 4.0, top));
    let at = |(year, value): (f64, f64)| -> Point { (years.at(year), values.at(value)) };

    painter.line(&[(left, top), (left, axis), (right, axis)], Stroke(Token::Edge, style.axis));
    for (year, anchor) in [(1900.0, Anchor::Middle), (1950.0, Anchor::Middle), (1997.0, Anchor::End)] {
        let x = years.at(year);
        painter.line(&[(x, axis), (x, axis + 5.0)], Stroke(Token::Edge, style.axis));
        let text_x = if anchor == Anchor::Middle { x.max(left + style.width("1900", false) / 2.0) } else { right };
        painter.text((text_x, axis + 6.0 + 0.9 * style.text), &number::fixed(year, 0), &style.letters(Token::Ink2, anchor));
    }
    let title = style.bold(Token::Accent, Anchor::Start);
    painter.text((0.0, 0.9 * style.text), s.picture_row_compute, &title);
    let beside = 1.1 * style.width(s.picture_row_compute, true) + 0.5 * style.text;
    if beside + style.width(s.axis_log, false) < frame.width {
        painter.text((beside, 0.9 * style.text), s.axis_log, &style.letters(Token::Ink2, Anchor::Start));
    }

    let from = at((1953.0, 2e-3));
    for to in [(1997.0, 1e-2), (1997.0, 1e3), (1997.0, 1e8)] {
        painter.dashed(&[from, at(to)], Stroke(Token::Ink3, 1.5), (5.0, 5.0));
    }
    let size = 2.4 * style.text;
    let question = TextStyle { size, halo: true, ..style.bold(Token::Accent, Anchor::Middle) };
    let (x, y) = at((1986.0, 1e3));
    painter.text((x, y + 0.36 * size), "?", &question);
    let marker = Marker { filled: true, token: Token::Ink, ..Marker::hollow(Shape::Circle, style) };
    for machine in MACHINES {
        marker.draw(painter, at(machine));
    }
}
