//! The layouts a picture is drawn in: the same when the site is built and when the program draws anew.

use pendrop_kit::{
    figure::Figure,
    locale::Language,
    number,
    picture::{Frame, Picture},
    svg::{SCALE, Svg},
};

use crate::browser::Size;

/// Widths of the served layouts in units of 1/16 of the root font size.
const SERVED_NARROW: f64 = 350.0;
const SERVED_WIDE: f64 = 640.0;

/// From this width on the wide layout is shown; the style sheet says the same.
const WIDE_FROM: f64 = 560.0;

/// The layout as served, before it is known how much room the page has.
#[must_use]
pub fn served_frame(figure: &dyn Figure, language: Language, narrow: bool) -> Frame {
    let heights = figure.heights();
    let (width, height) = if narrow { (SERVED_NARROW, heights.narrow) } else { (SERVED_WIDE, heights.wide) };
    Frame { width, height, narrow, language, guess: None }
}

/// The layout for the room that the page has. It is as high as the style sheet has it: on a page the figure's own height, on a
/// stage all that is left.
#[must_use]
pub fn frame_for(figure: &dyn Figure, language: Language, (width, height): Size) -> Frame {
    Frame { width, height, ..served_frame(figure, language, is_narrow(width)) }
}

/// Whether the layout for phones is shown at a width.
#[must_use]
pub fn is_narrow(width: f64) -> bool {
    width < WIDE_FROM
}

/// What the document calls a layout.
#[must_use]
pub fn layout_name(narrow: bool) -> &'static str {
    if narrow { "narrow" } else { "wide" }
}

/// What is drawn into a frame, as SVG markup.
#[must_use]
pub fn drawn(frame: &Frame, draw: &dyn Fn(&mut Svg)) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    draw(&mut svg);
    svg.markup()
}

/// What does not change in a picture.
#[must_use]
pub fn background(picture: &dyn Picture, frame: &Frame) -> String {
    drawn(frame, &|svg| picture.background(svg))
}

/// What changes in a picture, at a time in the animation's unit.
#[must_use]
pub fn foreground(picture: &dyn Picture, frame: &Frame, time: f64) -> String {
    drawn(frame, &|svg| picture.foreground(svg, time))
}

/// The `viewBox` of a frame.
#[must_use]
pub fn view_box(frame: &Frame) -> String {
    format!("0 0 {} {}", number::fixed(frame.width * SCALE, 0), number::fixed(frame.height * SCALE, 0))
}
