//! The upright axis of the lower chart: errors as factors, from ×1 on.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Rect},
    format::power_of_ten,
    svg::{Anchor, Stroke, Svg, Token},
};

/// Steps between a power of ten and the next, where there is room for them.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// From so many powers of ten on they are written as such.
const LONG: i32 = 4;
/// Least distance of two ticks, in lines of text.
const APART: f64 = 1.6;

/// An axis of factors. Places on it are powers of ten: 0 for ×1, 1 for ×10.
pub struct Factors {
    /// Where it ends: at 1, 2 or 5 times a power of ten.
    pub top: f64,
    /// Where it has ticks, with their labels.
    ticks: Vec<(f64, String)>,
}

impl Factors {
    /// The axis that reaches to so many powers of ten, on a chart as high as this.
    pub fn covering(greatest: f64, height: f64, style: &ChartStyle) -> Self {
        let whole = greatest.floor();
        let top = STEPS.iter().map(|step| whole + step.log10()).find(|top| *top >= greatest - 1e-9 && *top > 0.0).unwrap_or(whole + 1.0);
        let room = top * APART * style.text / height;
        let fine = room <= 2_f64.log10() + 1e-9;
        let each = room.ceil().max(1.0);
        let mut ticks = Vec::new();
        let mut power = 0.0;
        while power <= top + 1e-9 {
            for step in STEPS.iter().filter(|step| fine || **step == 1.0) {
                let place = power + step.log10();
                if place <= top + 1e-9 {
                    ticks.push((place, label(power as i32, *step)));
                }
            }
            power += each;
        }
        Self { top, ticks }
    }

    /// How wide the labels are.
    pub fn width(&self, style: &ChartStyle) -> f64 {
        self.ticks.iter().map(|(_, label)| style.width(label, false)).fold(0.0, f64::max)
    }

    /// Draws the lines and their labels.
    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle, axes: &Axes) {
        let Rect { left, right, bottom, .. } = axes.plot;
        for (place, label) in &self.ticks {
            let y = axes.y.at(*place);
            if y < bottom - 0.5 {
                painter.line(&[(left, y), (right, y)], Stroke(Token::Rule, 1.0));
            }
            painter.text((left - 8.0, y + style.baseline_offset()), label, &style.letters(Token::Ink2, Anchor::End));
        }
    }
}

fn label(power: i32, step: f64) -> String {
    if power < LONG { format!("×{}", step * 10_f64.powi(power)) } else { format!("×{}", power_of_ten(power)) }
}
