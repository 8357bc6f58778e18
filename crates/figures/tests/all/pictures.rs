//! Snapshots of the pictures of `pen-drop` and of the cover: every object, and states at the edges of what the sliders allow.

use crate::common::bounds::check_frame;
use std::{f64::consts::PI, sync::Arc};

use crate::common::{assert_drawn, state_and_layout};
use pendrop_figures::{
    cover,
    pen_drop::{POSTER, PenDropOutcome},
};
use pendrop_kit::{
    locale::Language,
    outcome::{Animation, Outcome, Prediction},
    picture::Frame,
    svg::Svg,
};
use pendrop_science::falling::Release;

const OBJECTS: [&str; 7] = ["pen", "ping-pong-ball", "coffee-filter", "feather", "paper-sheet", "steel-ball", "custom"];

/// A fall of 1.5 m in a room.
fn release(object: &str) -> Release {
    let (mass, area, drag_coefficient, volume) = match object {
        "ping-pong-ball" => (2.7e-3, PI / 4.0 * 0.04_f64.powi(2), 0.445, PI / 6.0 * 0.04_f64.powi(3)),
        "coffee-filter" => (0.9e-3, PI * 0.075_f64.powi(2), 0.9, 0.0),
        "feather" => (5e-5, 20e-4, 1.2, 0.0),
        "paper-sheet" => (4.99e-3, 0.0624, 1.17, 6.24e-6),
        "steel-ball" => (0.0329, PI / 4.0 * 0.02_f64.powi(2), 0.45, PI / 6.0 * 0.02_f64.powi(3)),
        _ => (5.8e-3, PI / 4.0 * 0.008_f64.powi(2), 0.99, PI / 4.0 * 0.008_f64.powi(2) * 0.149),
    };
    Release { mass, area, drag_coefficient, volume, height: 1.5, gravity: 9.80665, fluid_density: 1.225, wind: 0.0 }
}

const WIDE: Frame = Frame { width: 640.0, height: 560.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 284.0, narrow: true, language: Language::De, guess: None };

/// The whole picture at a share of the fall; its two layers in their groups.
fn drawn(frame: &Frame, object: &'static str, release: &Release, share: f64) -> String {
    let outcome = Arc::new(PenDropOutcome::of(release, object));
    let picture = outcome.clone().picture(frame);
    let (mut background, mut foreground) = (Svg::new(frame.width, frame.height), Svg::new(frame.width, frame.height));
    picture.background(&mut background);
    picture.foreground(&mut foreground, share * outcome.duration());
    format!("<g>{}</g><g>{}</g>", background.markup(), foreground.markup())
}

fn assert_picture(name: &str, frame: &Frame, markup: &str) {
    assert_drawn(&format!("pictures__{name}"), frame, markup);
}

#[test]
fn every_object_is_drawn() {
    let snapshots = [
        "pen-wide",
        "pen-narrow",
        "ping-pong-ball-wide",
        "coffee-filter-narrow",
        "feather-wide",
        "feather-narrow",
        "paper-sheet-wide",
        "steel-ball-narrow",
        "custom-wide",
    ];
    for snapshot in snapshots {
        let (name, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let object = OBJECTS.into_iter().find(|object| *object == name).expect("an object");
        assert_picture(snapshot, frame, &drawn(frame, object, &release(object), POSTER));
    }
}

/// States at the edges: name, object, what is different, moment as a share of the fall.
fn odd_states() -> Vec<(&'static str, &'static str, Release, f64)> {
    let pen = release("pen");
    vec![
        ("held", "pen", pen, 0.0),
        ("landed", "pen", pen, 1.0),
        ("water", "pen", Release { fluid_density: 998.2, ..pen }, 0.7),
        ("ball-in-water", "ping-pong-ball", Release { fluid_density: 998.2, ..release("ping-pong-ball") }, 0.7),
        ("no-gravity", "pen", Release { gravity: 0.0, ..pen }, 0.7),
        ("no-gravity-but-wind", "pen", Release { gravity: 0.0, wind: 8.0, ..pen }, 0.7),
        ("wind", "pen", Release { wind: 8.0, ..pen }, 0.7),
        ("feather-in-wind", "feather", Release { wind: 8.0, ..release("feather") }, 0.4),
        ("head-wind", "coffee-filter", Release { wind: -3.0, ..release("coffee-filter") }, 0.7),
        ("high", "pen", Release { height: 4000.0, ..pen }, 0.7),
        ("low", "pen", Release { height: 0.1, ..pen }, 0.7),
        ("vacuum", "feather", Release { fluid_density: 0.0, gravity: 1.622, ..release("feather") }, 0.7),
        ("venus", "pen", Release { fluid_density: 65.0, gravity: 8.87, ..pen }, 0.7),
        ("heavy", "custom", Release { mass: 10.0, area: 1e-6, ..pen }, 0.7),
        ("light", "custom", Release { mass: 1e-5, area: 1.0, volume: 0.0, height: 4000.0, ..pen }, 0.7),
    ]
}

#[test]
fn odd_states_are_drawn() {
    let snapshots = [
        "held-wide",
        "held-narrow",
        "landed-narrow",
        "ball-in-water-wide",
        "ball-in-water-narrow",
        "no-gravity-wide",
        "no-gravity-but-wind-narrow",
        "feather-in-wind-wide",
        "head-wind-narrow",
        "high-wide",
        "high-narrow",
        "low-narrow",
        "vacuum-wide",
        "light-narrow",
    ];
    for snapshot in snapshots {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, object, release, share) = odd_states().into_iter().find(|(name, ..)| *name == state).expect("a state");
        assert_picture(snapshot, frame, &drawn(frame, object, &release, share));
    }
}

#[test]
fn the_cover_is_drawn() {
    for (width, narrow, language, name) in [(400.0, false, Language::En, "wide"), (350.0, true, Language::De, "narrow")] {
        let frame = Frame { width, height: 420.0, narrow, language, guess: None };
        let mut svg = Svg::new(frame.width, frame.height);
        cover::hero(&mut svg, &frame);
        assert_picture(&format!("cover-hero-{name}"), &frame, &svg.markup());
        let frame = Frame { height: 150.0, ..frame };
        let mut svg = Svg::new(frame.width, frame.height);
        cover::row_pen_drop(&mut svg, &frame);
        assert_picture(&format!("cover-row-{name}"), &frame, &svg.markup());
    }
}

/// Both layouts are in every page: together they must stay small.
#[test]
fn pictures_are_small() {
    for object in OBJECTS {
        let size: usize = [WIDE, NARROW].iter().map(|frame| drawn(frame, object, &release(object), POSTER).len()).sum();
        assert!(size < 16_000, "{object}: {size} bytes");
    }
}

/// Whatever the sliders say, at any width and moment: no number is missing, and nothing lies outside the frame but by what
/// letters and strokes need.
#[test]
fn everything_stays_in_the_frame() {
    for (name, object, release, _) in odd_states() {
        for width in [280.0, 350.0, 608.0, 560.0, 640.0, 720.0] {
            let narrow = width < 350.5 || width == 608.0;
            for language in [Language::En, Language::De] {
                let frame = Frame { width, height: if narrow { 284.0 } else { 560.0 }, narrow, language, guess: None };
                for step in 0..=10 {
                    let markup = drawn(&frame, object, &release, f64::from(step) / 10.0);
                    for value in ["NaN", "inf", "–"] {
                        assert!(!markup.contains(value), "{name} {width}: {value}");
                    }
                    check_frame(&frame, &markup, 2.0);
                }
            }
        }
    }
}

/// Before the guess nothing is drawn but what is known to everyone.
#[test]
fn the_picture_before_the_guess_gives_nothing_away() {
    let outcome = PenDropOutcome::of(&release("pen"), "pen");
    for (frame, layout) in [(&WIDE, "wide"), (&NARROW, "narrow")] {
        let mut svg = Svg::new(frame.width, frame.height);
        outcome.draw(&mut svg, frame);
        // The snapshot has an ordinary space in the label.
        let markup = svg.markup().replace("held at 1.5\u{202f}m", "held at 1.5 m");
        assert!(!markup.contains("accent") && !markup.contains("0.6"), "{layout}");
        assert_picture(&format!("unanswered-{layout}"), frame, &markup);
    }
}

#[test]
fn a_guess_stands_on_the_time_axis() {
    let release = release("pen");
    // Before the fall's end, close to it, beyond the axis.
    for (guess, frame, layout) in [(0.3, WIDE, "wide"), (0.55, WIDE, "wide"), (0.55, NARROW, "narrow"), (2.0, NARROW, "narrow")] {
        let frame = Frame { guess: Some(guess), ..frame };
        assert_picture(&format!("guess-{:.0}-ms-{layout}", 1e3 * guess), &frame, &drawn(&frame, "pen", &release, 1.0));
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    let objects = OBJECTS.into_iter().map(|object| (object, object, release(object)));
    let odd = odd_states().into_iter().map(|(name, object, release, _)| (name, object, release));
    objects.chain(odd).map(|(name, object, release)| (name, Arc::new(PenDropOutcome::of(&release, object)) as Arc<dyn Outcome>)).collect()
}
