//! The layouts a picture is drawn in: the same when the site is built and when the program draws anew.

use pendrop_kit::{
    figure::Figure,
    format::{short, with_unit},
    locale::{Language, Strings, fill},
    outcome::Outcome,
    parameter::{Kind, Parameter, Quantity},
    picture::{Frame, Handle},
    svg::{SCALE, Svg},
};

/// Widths of the served layouts in units of 1/16 of the root font size.
const SERVED_NARROW: f64 = 350.0;
const SERVED_WIDE: f64 = 640.0;

/// From this width on the wide layout is shown; the style sheet says the same.
pub const WIDE_FROM: f64 = 560.0;

/// The name under which a guess is remembered, before the figure's id; the inline script in the page's head reads it too.
pub const GUESS: &str = "pendrop-guess-";

/// The layout as served, before the width of the page is known.
#[must_use]
pub fn served_frame(figure: &dyn Figure, language: Language, narrow: bool) -> Frame {
    let heights = figure.heights();
    let (width, height) = if narrow { (SERVED_NARROW, heights.narrow) } else { (SERVED_WIDE, heights.wide) };
    Frame { width, height, narrow, language, guess: None }
}

/// What is drawn into a frame, as SVG markup.
#[must_use]
pub fn drawn(frame: &Frame, draw: impl FnOnce(&mut Svg, &Frame)) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    draw(&mut svg, frame);
    svg.markup()
}

/// What stands still.
#[must_use]
pub fn still(outcome: &dyn Outcome, frame: &Frame) -> String {
    drawn(frame, |svg, frame| outcome.draw_still(svg, frame))
}

/// What moves, at a time in s.
#[must_use]
pub fn moving(outcome: &dyn Outcome, frame: &Frame, time: f64) -> String {
    drawn(frame, |svg, frame| outcome.draw_moving(svg, frame, time))
}

/// Whether guesses can be made in the picture that is held before the guess.
#[must_use]
pub fn takes_guesses(outcome: &dyn Outcome, frame: &Frame) -> bool {
    outcome.guess_at(frame, frame.width / 2.0, frame.height / 2.0).is_some()
}

/// What is held before the guess, with the guess that is being made where the picture takes guesses.
#[must_use]
pub fn held(outcome: &dyn Outcome, frame: &Frame, guess: f64) -> String {
    let guess = takes_guesses(outcome, frame).then_some(guess);
    drawn(&Frame { guess, ..*frame }, |svg, frame| outcome.draw_held(svg, frame))
}

/// The `viewBox` of a frame.
#[must_use]
pub fn view_box(frame: &Frame) -> String {
    format!("0 0 {:.0} {:.0}", frame.width * SCALE, frame.height * SCALE)
}

/// Where the scrubber stands, as custom properties of the transport: under the time axes of both layouts.
#[must_use]
pub fn scrubber_place(outcome: &dyn Outcome, wide: &Frame, narrow: &Frame) -> String {
    [("wide", wide), ("narrow", narrow)]
        .into_iter()
        .filter_map(|(name, frame)| Some((name, outcome.time_axis(frame)?)))
        .map(|(name, axis)| format!("--{name}-left:{:.4}rem;--{name}-width:{:.4}rem;", axis.left / 16.0, (axis.right - axis.left) / 16.0))
        .collect()
}

/// Where each handle stands in the wide and in the narrow layout, as custom properties.
#[must_use]
pub fn handle_places(outcome: &dyn Outcome, frames: &[Frame; 2]) -> Vec<String> {
    // A share of the width holds before the true width is known, too.
    let place = |name: &str, frame: &Frame, handle: Handle| {
        format!("--{name}-x:{:.4}%;--{name}-y:{:.4}rem;", 100.0 * handle.x / frame.width, handle.y / 16.0)
    };
    let [wide, narrow] = frames;
    let both = outcome.handles(wide).into_iter().zip(outcome.handles(narrow));
    both.map(|(at_wide, at_narrow)| place("wide", wide, at_wide) + &place("narrow", narrow, at_narrow)).collect()
}

/// What a handle that moves both ways is called, by what it moves sideways and upwards.
#[must_use]
pub fn handle_label(language: Language, across: &str, up: &str) -> String {
    fill(Strings::of(language).handle_label, &[("across", across), ("up", up)])
}

/// The only parameter of a handle that moves one way, and its place in the declaration: such a handle is a slider. Nothing
/// for a handle that moves both ways.
#[must_use]
pub fn slides(figure: &dyn Figure, handle: &Handle) -> Option<(usize, &'static Parameter, &'static Quantity)> {
    let name = match (handle.across, handle.up) {
        ("", name) | (name, "") => name,
        _ => return None,
    };
    let found = figure.parameters().iter().enumerate().find(|(_, parameter)| parameter.name == name);
    found.and_then(|(index, parameter)| match &parameter.kind {
        Kind::Quantity(quantity) => Some((index, parameter, quantity)),
        _ => None,
    })
}

/// Time at the right end of the scrubber, s.
#[must_use]
pub fn scrubber_end(outcome: &dyn Outcome, frame: &Frame) -> f64 {
    outcome.time_axis(frame).map(|axis| axis.end).or(outcome.duration()).unwrap_or(1.0)
}

/// A moment of the animation in words.
#[must_use]
pub fn moment(outcome: &dyn Outcome, time: f64, language: Language) -> String {
    let unit = outcome.time_unit();
    with_unit(&(short(time, 4, language), if unit == "1" { String::new() } else { unit.to_owned() }))
}

#[cfg(test)]
mod tests {
    use pendrop_kit::outcome::{Readout, Table};

    use super::*;

    /// An outcome of which only the held picture matters: its right edge is a guess from 0 at the bottom to 1 at the top.
    struct Drawn {
        takes_guesses: bool,
    }

    impl Outcome for Drawn {
        fn headline(&self, _: Language) -> String {
            String::new()
        }
        fn description(&self, _: Language) -> String {
            String::new()
        }
        fn caveat(&self, _: Language) -> Option<String> {
            None
        }
        fn source_line(&self, _: Language) -> String {
            String::new()
        }
        fn readouts(&self, _: Language) -> Vec<Readout> {
            Vec::new()
        }
        fn table(&self, _: Language) -> Table {
            Table { heads: Vec::new(), rows: Vec::new() }
        }
        fn guess_at(&self, frame: &Frame, _: f64, y: f64) -> Option<f64> {
            self.takes_guesses.then_some(1.0 - y / frame.height)
        }
        fn draw_held(&self, _: &mut Svg, frame: &Frame) {
            assert_eq!(frame.guess, self.takes_guesses.then_some(0.25));
        }
        fn draw_still(&self, _: &mut Svg, _: &Frame) {}
    }

    #[test]
    fn a_handle_that_moves_one_way_is_a_slider() {
        let handle = |across, up| Handle { x: 0.0, y: 0.0, across, up };
        let figure = pendrop_figures::figure("compute-trend").expect("a figure of this site");
        let named = |handle| slides(figure, &handle).map(|(index, parameter, _)| (figure.parameters()[index].name, parameter.name));
        assert_eq!(named(handle("from", "")), Some(("from", "from")));
        assert_eq!(named(handle("", "to")), Some(("to", "to")));
        assert_eq!(named(handle("from", "to")), None);
        assert_eq!(named(handle("dataset", "")), None);
    }

    #[test]
    fn the_guess_is_drawn_where_the_held_picture_takes_guesses() {
        let frame = Frame { width: 350.0, height: 300.0, narrow: true, language: Language::En, guess: None };
        for drawn in [true, false].map(|takes_guesses| Drawn { takes_guesses }) {
            assert_eq!(takes_guesses(&drawn, &frame), drawn.takes_guesses);
            assert!(held(&drawn, &frame, 0.25).is_empty());
        }
    }
}
