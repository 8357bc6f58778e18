//! The picture of `search-vs-knowledge`: how often pure search wins, over computing; under it the second yardstick, the right moves in
//! solved positions; and a game, move by move, with what was thought before each.

mod across;
mod axis;
mod board;
mod rates;
mod yardstick;

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect},
    picture::{Frame, Picture, TimeAxis},
    runs::Run,
    svg::{Svg, Token},
};

use super::duel::SearchVsKnowledgeOutcome;
pub(super) use across::Across;
pub(super) use axis::Below;
use board::BoardPicture;
pub(super) use rates::RateChart;
use rates::Rates;
use yardstick::Yardstick;

/// The colour of the opponent; pure search is ink.
const OPPONENT: Token = Token::S1;
/// How the opponent's line is dashed.
const DASHES: (f64, f64) = (8.0, 4.0);
/// A chart lower than this is left out, in lines of text.
const LOWEST: f64 = 2.8;

/// Its three parts, laid out in a frame. While the reader plays there is the board alone.
pub(super) struct DuelPicture {
    charts: Option<(Rates, Option<Yardstick>)>,
    board: BoardPicture,
}

/// Where the parts stand.
struct Layout {
    rates: (Rect, Below),
    yardstick: Option<Rect>,
    board: Rect,
}

impl Layout {
    /// The charts on the left and the board on the right; on a phone, where it is high enough, the board below.
    fn of(frame: &Frame, two: bool) -> Self {
        let text = ChartStyle::of(frame).text;
        let Frame { width, height, .. } = *frame;
        let below = frame.narrow && height > 1.1 * width;
        let (charts, board) = if below {
            let edge = 0.54 * height;
            (
                Rect { left: 0.0, top: 0.0, right: width, bottom: edge },
                Rect { left: 0.0, top: edge + 0.9 * text, right: width, bottom: height },
            )
        } else {
            let edge = 0.57 * width;
            (
                Rect { left: 0.0, top: 0.0, right: edge, bottom: height },
                Rect { left: edge + 1.4 * text, top: 0.0, right: width, bottom: height },
            )
        };
        // On a phone the numbers under the lower chart are for both.
        let between = if frame.narrow { Below::Ticks } else { Below::Numbers };
        let upper = RateChart::ABOVE + between.lines();
        let plots = charts.height() - (upper + Yardstick::ABOVE + Below::Names.lines()) * text;
        if !two || plots < 2.6 * LOWEST * text {
            return Self { rates: (charts, Below::Names), yardstick: None, board };
        }
        let edge = charts.top + upper * text + 0.6 * plots;
        Self { rates: (Rect { bottom: edge, ..charts }, between), yardstick: Some(Rect { top: edge, ..charts }), board }
    }
}

impl DuelPicture {
    /// Lays the picture out, with the rates of other runs in their chart.
    pub fn of(outcome: &SearchVsKnowledgeOutcome, frame: &Frame, runs: &[Run<SearchVsKnowledgeOutcome>]) -> Self {
        if outcome.reader.is_some() {
            let whole = Rect { left: 0.0, top: 0.0, right: frame.width, bottom: frame.height };
            return Self { charts: None, board: BoardPicture::of(outcome, frame, whole) };
        }
        let layout = Layout::of(frame, outcome.positions() > 0);
        let across = Across::of(outcome, runs, frame);
        let rates = Rates::of(outcome, runs, frame, layout.rates, &across);
        let yardstick = layout.yardstick.map(|place| Yardstick::of(outcome, frame, place, &across));
        Self { charts: Some((rates, yardstick)), board: BoardPicture::of(outcome, frame, layout.board) }
    }
}

impl Picture for DuelPicture {
    fn background(&self, svg: &mut Svg) {
        let painter = &mut Painter::new(svg);
        if let Some((rates, yardstick)) = &self.charts {
            rates.draw(painter);
            if let Some(yardstick) = yardstick {
                yardstick.draw(painter);
            }
        }
        self.board.background(painter);
    }

    fn foreground(&self, svg: &mut Svg, time: f64) {
        self.board.foreground(&mut Painter::new(svg), time);
    }

    fn time_axis(&self) -> Option<TimeAxis> {
        Some(self.board.time_axis())
    }

    fn extent(&self) -> Option<String> {
        let (rates, _) = self.charts.as_ref()?;
        Some(rates.extent())
    }

    fn places(&self) -> Option<Rect> {
        self.charts.is_none().then(|| self.board.places())
    }

    fn invitation(&self) -> Option<Point> {
        self.board.invitation()
    }
}
