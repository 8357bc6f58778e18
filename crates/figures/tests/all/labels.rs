//! The texts of every picture stand clear of its edges, of each other and of all that is drawn: in every state of which there is a
//! snapshot, in both languages, at every size that a page gives a picture, throughout its animation, with guesses and beside other runs.

use std::sync::Arc;

use crate::common::{clear::collisions, layers};
use crate::{
    backtest, compute_trend, crossing_curves, dominance_map, drivers, ensemble, fixed_budget, flutter, learn_the_drop, ngram_orders,
    pictures, runs, search_vs_knowledge, structure_vs_scale, your_device,
};
use pendrop_figures::FIGURES;
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Animation, Outcome},
    picture::Frame,
    svg::Svg,
};

/// The room of pictures by the width of the window, px: how wide their frames are, and whether they are the narrow ones. Beyond
/// 1600 px and 3200 px a page's letters grow, and with them the unit of a frame.
const PAGES: [(&str, f64, bool); 4] = [("320", 280.0, true), ("390", 350.0, true), ("736", 304.0, true), ("768 to 3840", 640.0, false)];

/// Wide frames that are not a page's: on the stage that full screen is, 4 by 3 and 16 by 9, and the least wide one.
const STAGES: [(f64, f64); 2] = [(561.0, 420.0), (746.0, 460.0)];

/// The picture that stays above the text on a phone 390 px wide, in a window 844 px high, as high as a browser leaves it, and in the
/// lowest one (`src/parts/pinned/bind.rs`).
const PINNED: [(f64, f64); 3] = [(350.0, 276.0), (350.0, 195.0), (335.0, 175.0)];

/// How high the picture before the guess is on phones (`style/question.css`).
const PROMPT: f64 = 176.0;

fn frames(figure: &dyn Figure, language: Language) -> Vec<Frame> {
    let heights = figure.heights();
    let frame = |width, height, narrow| Frame { width, height, narrow, language, guess: None };
    let pages = PAGES.map(|(_, width, narrow)| frame(width, if narrow { heights.narrow } else { heights.wide }, narrow));
    let stages = STAGES.map(|(width, height)| frame(width, height, false));
    let pinned = PINNED.map(|(width, height)| frame(width, height.min(heights.narrow), true));
    pages.into_iter().chain(stages).chain(pinned).collect()
}

type States = Vec<(&'static str, Arc<dyn Outcome>)>;

fn states(id: &str) -> States {
    match id {
        "pen-drop" => pictures::looked_at(),
        "dominance-map" => dominance_map::looked_at(),
        "ensemble" => ensemble::looked_at(),
        "flutter" => flutter::looked_at(),
        "compute-trend" => compute_trend::looked_at(),
        "fixed-budget" => fixed_budget::looked_at(),
        "backtest" => backtest::looked_at(),
        "drivers" => drivers::looked_at(),
        "your-device" => your_device::looked_at(),
        "search-vs-knowledge" => search_vs_knowledge::looked_at(),
        "learn-the-drop" => learn_the_drop::looked_at(),
        "ngram-orders" => ngram_orders::looked_at(),
        "structure-vs-scale" => structure_vs_scale::looked_at(),
        "crossing-curves" => crossing_curves::looked_at(),
        _ => panic!("{id} has no states that can be looked at"),
    }
}

/// The shares of an animation that are looked at: from the moment when the hand lets go until all has landed; and the one shown first.
const SHARES: [f64; 3] = [0.0, 0.5, 1.0];

fn times(outcome: &dyn Outcome) -> Vec<f64> {
    let moving = |animation: &dyn Animation| SHARES.iter().map(|share| share * animation.duration()).chain([animation.poster()]).collect();
    outcome.animation().map_or_else(|| vec![0.0], moving)
}

fn look(what: &str, figure: &dyn Figure, outcome: &Arc<dyn Outcome>, frame: &Frame, found: &mut Vec<String>) {
    for time in times(&**outcome) {
        for collision in collisions(frame, &layers(outcome, frame, time).concat()) {
            found.push(format!(
                "{} {what} {}x{} {:?} {:?} t={time:.3}: {collision}",
                figure.id(),
                frame.width,
                frame.height,
                frame.language,
                frame.guess
            ));
        }
    }
}

#[test]
fn texts_stand_clear() {
    let mut found = Vec::new();
    for figure in FIGURES {
        for (name, outcome) in states(figure.id()) {
            for (language, _) in LANGUAGES {
                for frame in frames(*figure, *language) {
                    look(name, *figure, &outcome, &frame, &mut found);
                }
            }
        }
        if let Some(question) = figure.question() {
            let (name, outcome) = states(figure.id()).swap_remove(0);
            for (language, _) in LANGUAGES {
                for frame in frames(*figure, *language) {
                    let guesses = [0.0, 0.1, 0.3, 0.5, 0.55, 0.6, 0.8, 1.0]
                        .map(|share| question.nearest(question.least + share * (question.greatest - question.least)));
                    for guess in guesses.into_iter().chain([question.start]) {
                        let frame = Frame { guess: Some(guess), ..frame };
                        look(name, *figure, &outcome, &frame, &mut found);
                        // On phones the picture before the guess is lower, so that the question has room on the first screen.
                        let low = Frame { height: frame.height.min(PROMPT), ..frame };
                        for frame in [Some(frame), frame.narrow.then_some(low)].into_iter().flatten() {
                            let mut svg = Svg::new(frame.width, frame.height);
                            outcome.prediction().expect("there is a question").draw(&mut svg, &frame);
                            for collision in collisions(&frame, &svg.markup()) {
                                found.push(format!(
                                    "{} PROMPT {}x{} {:?} {:?}: {collision}",
                                    figure.id(),
                                    frame.width,
                                    frame.height,
                                    frame.language,
                                    frame.guess
                                ));
                            }
                        }
                    }
                }
            }
        }
    }
    for runs in &runs::RUNS {
        for (language, _) in LANGUAGES {
            let outcome = runs.compared(*language);
            for frame in frames(runs.figure(), *language) {
                look(&format!("RUNS {}", runs.present), runs.figure(), &outcome, &frame, &mut found);
            }
        }
    }
    assert!(found.is_empty(), "{} collisions:\n{}", found.len(), found.join("\n"));
}

/// What the check sees, and what it lets pass.
#[test]
fn every_kind_of_collision_is_seen() {
    let frame = Frame { width: 100.0, height: 50.0, narrow: true, language: Language::En, guess: None };
    let text = |x: i32, words: &str| format!("<text class=\"ink\" x=\"{x}\" y=\"300\" font-size=\"120\">{words}</text>");
    let (line, rule) = (
        "<path class=\"edge l\" stroke-width=\"10\" d=\"m100 260h300\"/>",
        "<path class=\"rule l\" stroke-width=\"10\" d=\"m100 260h300\"/>",
    );
    let ground = "<path class=\"paper\" d=\"m150 180h300v200h-300z\"/>";
    let name = text(200, "pen");
    let haloed = name.replace("ink", "ink h");
    for (drawn, found) in [
        (name.clone(), 0),
        (text(-50, "pen"), 1),
        (text(900, "pen"), 1),
        // Texts on each other, without a space between them, and with one.
        (name.clone() + &text(250, "0.5"), 1),
        (name.clone() + &text(425, "0.5"), 1),
        (name.clone() + &text(480, "0.5"), 0),
        // Lines under and over it, those of the grid only with a rim, and a ground between.
        (line.to_owned() + &name, 1),
        (name.clone() + line, 1),
        (rule.to_owned() + &name, 1),
        (rule.to_owned() + &haloed, 0),
        (haloed + rule, 1),
        (line.to_owned() + ground + &name, 0),
        (name.clone() + ground, 1),
        // Marks: a disc, a ring around it and one through it, an area that holds it and one that it leaves.
        (format!("<circle class=\"ink\" cx=\"300\" cy=\"260\" r=\"40\"/>{name}"), 1),
        (format!("<path class=\"ink\" d=\"m0 260a310 310 0 1 0 0-.1zm10 0a300 300 0 1 1 0 .1z\"/>{name}"), 0),
        (format!("<path class=\"ink\" d=\"m180 260a40 40 0 1 0 0-.1zm10 0a30 30 0 1 1 0 .1z\"/>{name}"), 1),
        (format!("<path class=\"s1\" d=\"m150 180h300v200h-300z\"/>{name}"), 0),
        (format!("<path class=\"s1\" d=\"m250 180h300v200h-300z\"/>{name}"), 1),
    ] {
        assert_eq!(collisions(&frame, &drawn).len(), found, "{drawn}: {:?}", collisions(&frame, &drawn));
    }
}
