//! All figures in frames that no page gives them on purpose: a window being opened, a projector's, a print's.

#[path = "common/data.rs"]
mod data;

use data::tables;
use pendrop_figures::FIGURES;
use pendrop_kit::{
    chart::marks, figure::Figure, locale::LANGUAGES, outcome::Outcome, parameter::Kind, picture::Frame, svg::Svg, values::Values,
};

/// The values at the start, and each choice once.
fn states(figure: &dyn Figure) -> Vec<Values> {
    let start = Values::defaults(figure.parameters());
    let mut states = vec![start.clone()];
    for (index, parameter) in figure.parameters().iter().enumerate() {
        let Kind::Choice(choice) = &parameter.kind else { continue };
        states.extend((1..choice.options.len()).map(|option| {
            let mut state = start.clone();
            state.choose(index, option);
            state
        }));
    }
    states
}

fn draw(outcome: &dyn Outcome, frame: &Frame) {
    let mut drawn = Svg::new(frame.width, frame.height);
    let svg = &mut drawn;
    outcome.draw_still(svg, frame);
    outcome.draw_moving(svg, frame, outcome.poster());
    outcome.draw_held(svg, frame);
    let places = [(0.0, 0.0), (frame.width / 2.0, frame.height / 2.0), (frame.width, frame.height), (-1e4, 1e4)];
    for place in places {
        for handle in 0..outcome.handles(frame).len() {
            outcome.moved_to(frame, handle, place);
        }
        outcome.pressed_at(frame, place);
        outcome.swept(frame, place.0, frame.width / 3.0);
        outcome.guess_at(frame, place.0, place.1);
    }
    let found = outcome.marks(frame);
    marks::draw(svg, frame, &found, &[0, 1], found.len().checked_sub(1), false);
    outcome.time_axis(frame);
    assert!(!drawn.markup().contains("NaN"), "{frame:?}");
}

#[test]
fn nothing_panics_in_odd_frames() {
    let tables = tables();
    for figure in FIGURES {
        let heights = figure.heights();
        for state in states(*figure) {
            let outcome = figure.solve(&state, &tables);
            for (language, _) in LANGUAGES {
                for (narrow, height) in [(false, heights.wide), (true, heights.narrow)] {
                    let sizes = [1.0, 40.0, 65.0, 100.0, 200.0, 280.0].map(|width| (width, height));
                    for (width, height) in sizes.into_iter().chain([(0.0, 0.0), (65.0, 45.0), (350.0, 45.0), (3840.0, 2160.0)]) {
                        let frame = Frame { width, height, narrow, language: *language, guess: Some(10.0) };
                        draw(&*outcome, &frame);
                    }
                }
            }
        }
    }
}
