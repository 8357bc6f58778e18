//! The row of the section on computing's price: old machines, and the rest left open.

use plotters_backend::DrawingBackend;

use crate::{
    anatomy::Frame,
    chart::{Look, Marker, Point, Scale, Shape, Sheet},
    svg::{Anchor, Lettering, Stroke, Token},
};

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

/// Draws points that rise on a log axis without numbers, and from 1950 on only how differently it might go on.
pub fn draw<B: DrawingBackend>(backend: &mut B, frame: &Frame) {
    let sheet = &mut Sheet::new(backend);
    let look = &Look::of(frame);
    let s = frame.language.strings();
    let (left, right) = (3.0, frame.width - 3.0);
    let (top, axis) = (1.9 * look.text, frame.height - 1.7 * look.text);
    let years = Scale::linear((1895.0, 1997.0), (left, right));
    // The axis ends far above and says nothing about where the points would go.
    let values = Scale::log((1e-8, 1e8), (axis - 4.0, top));
    let at = |(year, value): (f64, f64)| -> Point { (years.at(year), values.at(value)) };

    sheet.line(&[(left, top), (left, axis), (right, axis)], Stroke(Token::Edge, look.axis));
    for (year, anchor) in [(1900.0, Anchor::Middle), (1950.0, Anchor::Middle), (1997.0, Anchor::End)] {
        let x = years.at(year);
        sheet.line(&[(x, axis), (x, axis + 5.0)], Stroke(Token::Edge, look.axis));
        let text_x = if anchor == Anchor::Middle { x.max(left + look.width("1900", false) / 2.0) } else { right };
        sheet.text((text_x, axis + 6.0 + 0.9 * look.text), &format!("{year:.0}"), &look.letters(Token::Ink2, anchor));
    }
    let title = look.bold(Token::Accent, Anchor::Start);
    sheet.text((0.0, 0.9 * look.text), s.picture_row_compute, &title);
    let beside = 1.1 * look.width(s.picture_row_compute, true) + 0.5 * look.text;
    if beside + look.width(s.axis_log, false) < frame.width {
        sheet.text((beside, 0.9 * look.text), s.axis_log, &look.letters(Token::Ink2, Anchor::Start));
    }

    let from = at((1953.0, 2e-3));
    for to in [(1997.0, 1e-2), (1997.0, 1e3), (1997.0, 1e8)] {
        sheet.dashed(&[from, at(to)], Stroke(Token::Ink3, 1.5), (5.0, 5.0));
    }
    let size = 2.4 * look.text;
    let question = Lettering { size, halo: true, ..look.bold(Token::Accent, Anchor::Middle) };
    let (x, y) = at((1986.0, 1e3));
    sheet.text((x, y + 0.36 * size), "?", &question);
    let marker = Marker { filled: true, token: Token::Ink, ..Marker::hollow(Shape::Circle, look) };
    for machine in MACHINES {
        marker.draw(sheet, at(machine));
    }
}
