//! The upright axis of the lower chart: by which factor one thing is ahead of another, upwards, or behind it, downwards.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Rect},
    format::power_of_ten,
    number,
    svg::{Anchor, Stroke, Svg, Token},
};

/// Steps between a power of ten and the next, where there is room for them.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// From so many powers of ten on they are written as such.
const LONG: i32 = 4;
/// Least distance of two ticks, in lines of text.
const APART: f64 = 1.6;

/// An axis of factors. Places on it are powers of ten: 0 for neither, 1 for ten times ahead, −1 for ten times behind.
pub struct Factors {
    /// Where it ends, either way: at 1, 2 or 5 times a power of ten.
    pub top: f64,
    /// Where it has ticks, with their labels.
    ticks: Vec<(f64, String)>,
}

impl Factors {
    /// The axis that reaches to so many powers of ten either way, on a chart as high as this.
    pub fn covering(greatest: f64, height: f64, style: &ChartStyle) -> Self {
        let whole = greatest.floor();
        let top = STEPS.iter().map(|step| whole + step.log10()).find(|top| *top >= greatest - 1e-9 && *top > 0.0).unwrap_or(whole + 1.0);
        let room = 2.0 * top * APART * style.text / height;
        let each = room.ceil().max(1.0);
        // Where not even one power of ten has room, the ends alone are labelled.
        let mut ahead: Vec<(f64, String)> = Vec::new();
        let mut power = 0.0;
        while power <= top + 1e-9 {
            for step in STEPS {
                let place = power + step.log10();
                let apart = ahead.last().map_or(place, |(last, _)| place - last);
                if place > 0.0 && place <= top + 1e-9 && apart >= room - 1e-9 && (room <= 2_f64.log10() + 1e-9 || step == 1.0) {
                    ahead.push((place, number(power as i32, step)));
                }
            }
            power += each;
        }
        if ahead.is_empty() {
            let step = 10_f64.powf(top - whole).round();
            ahead.push((top, number(whole as i32, step)));
        }
        let behind = ahead.iter().map(|(place, number)| (-place, format!("÷{number}")));
        let ticks = behind.chain([(0.0, "×1".to_owned())]).chain(ahead.iter().map(|(place, number)| (*place, format!("×{number}"))));
        Self { top, ticks: ticks.collect() }
    }

    /// How wide the labels are.
    pub fn width(&self, style: &ChartStyle) -> f64 {
        self.ticks.iter().map(|(_, label)| style.width(label, false)).fold(0.0, f64::max)
    }

    /// Draws the lines and their labels.
    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle, axes: &Axes) {
        let Rect { left, right, .. } = axes.plot;
        for (place, label) in &self.ticks {
            let y = axes.y.at(*place);
            painter.line(&[(left, y), (right, y)], Stroke(Token::Rule, 1.0));
            painter.text((left - 8.0, y + style.baseline_offset()), label, &style.letters(Token::Ink2, Anchor::End));
        }
    }
}

fn number(power: i32, step: f64) -> String {
    if power < LONG { number::plain(step * 10_f64.powi(power)) } else { power_of_ten(power) }
}
