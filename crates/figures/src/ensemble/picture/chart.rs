//! One chart of the picture: where a delay lies in it, and its bars.

use pendrop_kit::{
    chart::{Axes, Painter, Point},
    svg::{Stroke, Svg, Token},
};

use super::EnsemblePicture;

/// Bars narrower than this are drawn without gaps between them.
const GAPS: f64 = 3.0;

/// A chart whose horizontal axis shows delays, or times that begin with gravity's.
pub(super) struct Chart {
    pub axes: Axes,
    /// What the axis shows for no delay at all, s.
    pub origin: f64,
    /// Seconds in the axis' unit.
    pub seconds: f64,
    /// The unit's symbol.
    pub symbol: &'static str,
}

impl Chart {
    /// The place of a delay.
    pub fn x(&self, delay: f64) -> f64 {
        self.axes.x.at((self.origin + delay) / self.seconds)
    }

    /// Whether a delay lies on the axis.
    pub fn shows(&self, delay: f64) -> bool {
        let value = (self.origin + delay) / self.seconds;
        self.axes.x_ticks.low() <= value && value <= self.axes.x_ticks.high()
    }
}

impl EnsemblePicture {
    /// Draws the bars and gives their outline, from the floor to the floor.
    pub(super) fn draw_bars(&self, painter: &mut Painter<Svg>, chart: &Chart) -> Vec<Point> {
        if self.outcome.statistics.landed() == 0 {
            return Vec::new();
        }
        let floor = chart.axes.plot.bottom;
        let edges: Vec<f64> = self.edges().map(|delay| chart.x(delay)).collect();
        let wide = edges[edges.len() - 1] - edges[0];
        let mut outline = vec![(edges[0], floor)];
        for (edge, count) in edges.windows(2).zip(&self.bars) {
            let top = chart.axes.y.at(f64::from(*count));
            outline.extend([(edge[0], top), (edge[1], top)]);
            if edge[1] - edge[0] >= GAPS && *count > 0 {
                let (from, to) = (edge[0] + 0.5, edge[1] - 0.5);
                painter.fill(&[(from, floor), (from, top), (to, top), (to, floor)], Token::Ink2);
            }
        }
        outline.push((edges[edges.len() - 1], floor));
        if wide / (self.bars.len() as f64) < GAPS {
            painter.fill(&outline, Token::Ink2);
            // However narrow they are, they can be seen.
            painter.line(&outline, Stroke(Token::Ink2, if wide < 4.0 { 2.5 } else { 1.0 }));
        }
        outline
    }
}
