//! What the tests of several figures need.

pub mod bounds;
pub mod clear;
pub mod data;
pub mod growth;
pub mod jobs;
pub mod owed;
pub mod states;

use std::sync::Arc;

use pendrop_kit::{
    outcome::Outcome,
    picture::Frame,
    svg::{SCALE, Svg},
};

/// The two layers of an outcome's picture: background, and foreground at a time, s.
pub fn layers(outcome: &Arc<dyn Outcome>, frame: &Frame, time: f64) -> [String; 2] {
    let picture = outcome.clone().picture(frame);
    let (mut background, mut foreground) = (Svg::new(frame.width, frame.height), Svg::new(frame.width, frame.height));
    picture.background(&mut background);
    picture.foreground(&mut foreground, time);
    [background.markup(), foreground.markup()]
}

/// The picture of an outcome in which nothing moves.
pub fn still(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    let [background, foreground] = layers(outcome, frame, 0.0);
    assert!(foreground.is_empty());
    background
}

/// Both layers as they lie over each other, at time 0.
pub fn drawn(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    layers(outcome, frame, 0.0).map(|layer| format!("<g>{layer}</g>")).concat()
}

/// The state and the layout in a snapshot's name, `STATE-LAYOUT`.
pub fn state_and_layout<F>(name: &str, wide: F, narrow: F) -> (&str, F) {
    let (state, layout) = name.rsplit_once('-').expect("a layout");
    match layout {
        "wide" => (state, wide),
        "narrow" => (state, narrow),
        _ => panic!("{name}: there is no such layout"),
    }
}

/// Compares a drawing with its snapshot, one element per line. It holds no style: that is the page's, and
/// `./dev gallery` shows both together.
pub fn assert_drawn(name: &str, frame: &Frame, markup: &str) {
    let (width, height) = (frame.width * SCALE, frame.height * SCALE);
    let drawing = format!("<svg viewBox=\"0 0 {width} {height}\">\n{}\n</svg>", markup.replace("><", ">\n<"));
    assert_snapshot(name, &drawing);
}

/// Compares a text with its snapshot.
pub fn assert_snapshot(name: &str, text: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    insta::with_settings!({ snapshot_path => folder, prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}
