//! The axes that both charts have: across by decades, and where guesses lie on it, never at its end.

use pendrop_kit::{
    chart::{Axes, ChartStyle, Painter, Rect, Ticks},
    locale::Language,
    picture::Frame,
    svg::{Anchor, Svg, Token},
};

use super::across::Across;

/// What stands under an axis.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::search_vs_knowledge) enum Below {
    /// Ticks alone.
    Ticks,
    /// Numbers.
    Numbers,
    /// Numbers, and what they count.
    Names,
}

impl Below {
    /// How many lines of text it needs.
    pub fn lines(self) -> f64 {
        match self {
            Self::Ticks => 0.4,
            Self::Numbers => 1.7,
            Self::Names => 3.0,
        }
    }
}

/// A chart over units, or their time.
pub(super) struct UnitChart {
    pub across: Across,
    pub axes: Axes,
    pub style: ChartStyle,
    pub language: Language,
    /// Where it stands, with all that is written around it.
    pub place: Rect,
}

impl UnitChart {
    /// A chart in a place, which has so many lines of text above its axes.
    pub fn new(frame: &Frame, place: Rect, (above, below): (f64, Below), across: &Across, shares: Ticks) -> Self {
        let (style, language) = (ChartStyle::of(frame), frame.language);
        let numbers = shares.values().map(|value| style.width(&shares.label(value, language), false)).fold(0.0, f64::max);
        let end = style.width(&across.mark(across.ticks.high(), language), false) / 2.0;
        let plot = Rect {
            left: place.left + numbers + 9.0,
            right: place.right - end - 1.0,
            top: place.top + above * style.text,
            bottom: place.bottom - below.lines() * style.text,
        };
        Self { axes: Axes::new(plot, across.ticks, shares), across: across.clone(), style, language, place }
    }

    /// Draws axes with the first title that has room, and under them numbers and what they count.
    pub fn draw(&self, painter: &mut Painter<Svg>, titles: &[&str], below: Below) {
        let (style, Rect { left, right, top, bottom }) = (&self.style, self.axes.plot);
        self.axes.draw(painter, style, "", None, self.language);
        let room = |from: f64| self.place.right - from;
        let fits = |title: &&str, from: f64| style.width(title, true) <= room(from);
        let title = titles.iter().find(|title| fits(title, left)).or(titles.last()).copied().unwrap_or_default();
        let from = if fits(&title, left) { left } else { self.place.left };
        let letters = style.bold(Token::Ink, Anchor::Start).within(style.width(title, true), room(from));
        painter.text((from, top - 0.75 * style.text), title, &letters);
        if below == Below::Ticks {
            return;
        }
        // The last number first, which may be a word.
        let number = |value: f64| self.across.mark(value, self.language);
        let baseline = bottom + 8.0 + 0.8 * style.text;
        let letters = style.letters(Token::Ink2, Anchor::Middle);
        let ticks: Vec<f64> = self.axes.x_ticks.values().collect();
        let widest = ticks.iter().map(|value| style.width(&number(*value), false)).fold(0.0, f64::max);
        let apart = (right - left) / (ticks.len().max(2) - 1) as f64;
        let each = ((widest + 0.7 * style.text) / apart.max(1.0)).ceil() as usize;
        for value in ticks.iter().rev().step_by(each.max(1)) {
            painter.text((self.axes.x.at(*value), baseline), &number(*value), &letters);
        }
        if below == Below::Names {
            let [long, short] = self.across.titles(self.language);
            let name = &if style.width(&long, false) <= room(self.place.left) { long } else { short };
            let letters = style.letters(Token::Ink2, Anchor::End).within(style.width(name, false), room(self.place.left));
            painter.text((self.place.right, baseline + 1.25 * style.text), name, &letters);
        }
    }
}
