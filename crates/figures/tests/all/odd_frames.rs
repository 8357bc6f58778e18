//! All figures in frames that no page gives them on purpose: a window being opened, a projector's, a print's.

use std::sync::Arc;

use crate::common::data::tables;
use crate::common::states::Place;
use pendrop_figures::{FIGURES, testing::start_and_choices};
use pendrop_kit::{
    chart::marks,
    locale::LANGUAGES,
    outcome::{Animation, Outcome},
    picture::{Frame, Gesture},
    query,
    svg::Svg,
};

fn draw(outcome: &Arc<dyn Outcome>, frame: &Frame) {
    let mut drawn = Svg::new(frame.width, frame.height);
    let svg = &mut drawn;
    let picture = outcome.clone().picture(frame);
    picture.background(svg);
    picture.foreground(svg, outcome.animation().map_or(0.0, Animation::poster));
    picture.time_axis();
    let places = [(0.0, 0.0), (frame.width / 2.0, frame.height / 2.0), (frame.width, frame.height), (-1e4, 1e4)];
    if let Some(interaction) = picture.interaction() {
        for place in places {
            for handle in 0..interaction.handles().len() {
                interaction.edit(Gesture::Move { handle, to: place });
            }
            interaction.edit(Gesture::Press(place));
            interaction.edit(Gesture::Sweep { from: place.0, to: frame.width / 3.0 });
        }
    }
    if let Some(points) = picture.points() {
        marks::draw(svg, frame, points, &[0, 1], points.count().checked_sub(1));
    }
    if let Some(prediction) = outcome.prediction() {
        prediction.draw(svg, frame);
        for place in places {
            prediction.guess_at(frame, place);
            prediction.guess_place(frame, place.1);
        }
    }
}

#[test]
fn nothing_panics_in_odd_frames() {
    let tables = tables();
    for figure in FIGURES {
        let heights = figure.heights();
        for state in start_and_choices(*figure) {
            let address = query::pairs(&state);
            let outcome = figure.solve(&state, &tables);
            for (language, _) in LANGUAGES {
                for (narrow, height) in [(false, heights.wide), (true, heights.narrow)] {
                    let sizes = [1.0, 40.0, 65.0, 100.0, 200.0, 280.0].map(|width| (width, height));
                    for (width, height) in sizes.into_iter().chain([(0.0, 0.0), (65.0, 45.0), (350.0, 45.0), (3840.0, 2160.0)]) {
                        let frame = Frame { width, height, narrow, language: *language, guess: Some(10.0) };
                        let _place = Place(*figure, &address, &frame);
                        draw(&outcome, &frame);
                    }
                }
            }
        }
    }
}
