//! Colours, strokes and letters as plotters' styles.

use std::convert::Infallible;

use plotters::style::Color;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, FontFamily, FontStyle, FontTransform,
    text_anchor::{HPos, Pos, VPos},
};

use super::{SCALE, fine};
use crate::chart::text_width;

/// Plotters' text styles know no halo. Pictures have one family of letters only, so its name carries the wish.
pub(super) const HALO: &str = "halo";

/// A colour by its meaning. What it looks like is the theme's business alone, in `style/`: to plotters it is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// The ground.
    Paper,
    /// The ground of a notice.
    Wash,
    /// The ground, translucent: what lies under it recedes.
    Veil,
    /// Text, the measured curve.
    Ink,
    /// Labels and axis numbers.
    Ink2,
    /// Ticks, data points.
    Ink3,
    /// Axes, past exposures.
    Edge,
    /// Grid lines.
    Rule,
    /// The dominant force, and nothing else.
    Accent,
    /// An interval or a share of the dominant force, translucent.
    Band,
    /// One of many degrees of the dominant force, very translucent: areas of it add up where they lie over each other.
    Tint,
    /// First series.
    S1,
    /// Second series.
    S2,
    /// Third series.
    S3,
}

/// The class of each token, in the order of the declaration.
pub(super) const CLASSES: [&str; 14] =
    ["paper", "wash", "veil", "ink", "ink2", "ink3", "edge", "rule", "accent", "band", "tint", "s1", "s2", "s3"];

impl Token {
    /// The class of what is drawn in this colour.
    pub(super) fn class(color: BackendColor) -> &'static str {
        CLASSES.get(usize::from(color.rgb.0)).copied().unwrap_or("ink")
    }
}

impl Color for Token {
    /// Plotters hands colours on as they are: the first channel says which token it is.
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (*self as u8, 0, 0) }
    }
}

impl BackendStyle for Token {
    fn color(&self) -> BackendColor {
        self.to_backend_color()
    }
}

/// A line's colour and its width in units of the picture.
#[derive(Clone, Copy)]
pub struct Stroke(
    /// Colour.
    pub Token,
    /// Width.
    pub f64,
);

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.0.to_backend_color()
    }

    fn stroke_width(&self) -> u32 {
        fine(self.1).max(0) as u32
    }
}

/// Which end of a text its position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// A line's stroke in dashes: how long they and the gaps between them are, in units of the picture.
#[derive(Clone, Copy)]
pub struct Dashed(
    /// Colour and width.
    pub Stroke,
    /// Dashes and gaps, of a tenth of a unit at least and 25 at most.
    pub (f64, f64),
);

impl BackendStyle for Dashed {
    /// Plotters' lines are whole. It hands colours on as they are: what the token leaves of one says how a line is dashed.
    fn color(&self) -> BackendColor {
        let length = |length: f64| fine(length).clamp(1, 255) as u8;
        let BackendColor { alpha, rgb } = self.0.color();
        BackendColor { alpha, rgb: (rgb.0, length(self.1.0), length(self.1.1)) }
    }

    fn stroke_width(&self) -> u32 {
        self.0.stroke_width()
    }
}

/// Dashes and gaps of what is drawn in this colour; 0 where its lines are whole.
pub(super) fn dashes(color: BackendColor) -> [u8; 2] {
    [color.rgb.1, color.rgb.2]
}

/// Letters that can be read from a hand's distance are no smaller, in units of the picture.
const LEAST: f64 = 12.0;

/// How a text is set. Its position is on its baseline.
#[derive(Clone, Copy)]
pub struct TextStyle {
    /// Colour.
    pub token: Token,
    /// Size in units of the picture.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it has a rim of paper around it, for labels over a grid.
    pub halo: bool,
    /// Which end its position is.
    pub anchor: Anchor,
}

impl TextStyle {
    /// As much smaller as a text that is so wide has to be for its room.
    #[must_use]
    pub fn within(self, width: f64, room: f64) -> Self {
        Self { size: self.size * (room / width).min(1.0), ..self }
    }

    /// Whether it can still be read then.
    #[must_use]
    pub fn legible_within(&self, width: f64, room: f64) -> bool {
        self.within(width, room).size >= LEAST.min(self.size)
    }
}

impl BackendTextStyle for TextStyle {
    type FontError = Infallible;

    fn color(&self) -> BackendColor {
        self.token.to_backend_color()
    }

    fn size(&self) -> f64 {
        self.size * SCALE
    }

    fn transform(&self) -> FontTransform {
        FontTransform::None
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn anchor(&self) -> Pos {
        let horizontal = match self.anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        Pos::new(horizontal, VPos::Bottom)
    }

    fn family(&self) -> FontFamily<'_> {
        if self.halo { FontFamily::Name(HALO) } else { FontFamily::SansSerif }
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Infallible> {
        Ok(((0, 0), (fine(text_width(text, self.size, self.bold)), fine(self.size))))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _text: &str,
        _pos: BackendCoord,
        _draw: F,
    ) -> Result<Result<(), E>, Infallible> {
        // Only called by backends that set letters out of pixels; ours hand the text on.
        Ok(Ok(()))
    }
}
