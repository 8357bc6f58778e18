//! What every outcome owes the page, whatever it is of: readouts that are finite or say why not, texts without gaps, tables
//! without holes, pictures within their frames, and points, handles and guesses that mean something.

use std::{fmt::Debug, sync::Arc};

use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome, Prominence, Reading},
    parameter::Kind,
    picture::{Frame, Gesture, Interaction, Points},
    svg::Svg,
};

use super::{bounds::check_frame, clear::check_clear, layers, states::Place};

/// Widths of the wide layout and of the narrow one that pages really have.
pub const WIDTHS: [(f64, f64); 4] = [(560.0, 256.0), (560.0, 280.0), (640.0, 350.0), (900.0, 608.0)];

/// Sizes of the picture on the stage that full screen is: on a screen of 4 by 3, and on one of 16 by 9.
const STAGES: [(f64, f64); 2] = [(561.0, 420.0), (746.0, 460.0)];

/// The wide layout and the narrow one at these widths.
pub fn frames(figure: &dyn Figure, (wide, narrow): (f64, f64), language: Language) -> [Frame; 2] {
    let heights = figure.heights();
    let frame = |width, height, narrow| Frame { width, height, narrow, language, guess: None };
    [frame(wide, heights.wide, false), frame(narrow, heights.narrow, true)]
}

/// All of it, in every language, in both layouts at these widths, and at a share of the animation. The readouts have these
/// names.
pub fn check(figure: &dyn Figure, state: &dyn Debug, outcome: &Arc<dyn Outcome>, names: &[&str], widths: &[(f64, f64)], share: f64) {
    check_languages_agree(&**outcome);
    for (language, _) in LANGUAGES {
        {
            let _place = Place(figure, state, language);
            check_words(&**outcome, names, *language);
        }
        for widths in widths {
            let frames = frames(figure, *widths, *language);
            for frame in frames {
                let _place = Place(figure, state, &frame);
                check_picture(figure, outcome, &frame, share);
                check_prediction(figure, outcome, &frame, share);
            }
            let _place = Place(figure, state, language);
            let [wide, narrow] = frames.map(|frame| point_names(outcome.clone().picture(&frame).points()));
            assert_eq!(wide, narrow, "the points in the wide layout and in the narrow one");
        }
        for (width, height) in STAGES {
            let frame = Frame { width, height, narrow: false, language: *language, guess: None };
            let _place = Place(figure, state, &frame);
            check_picture(figure, outcome, &frame, share);
            check_prediction(figure, outcome, &frame, share);
        }
    }
}

/// How far paths may reach beyond the frame, in units: half a stroke or a marker.
fn beyond(figure: &dyn Figure) -> f64 {
    match figure.id() {
        "backtest" => 0.1,
        "compute-trend" | "drivers" | "fixed-budget" => 6.0,
        _ => 2.0,
    }
}

pub fn readout_names(outcome: &dyn Outcome, language: Language) -> Vec<&'static str> {
    outcome.readouts(language).iter().map(|readout| readout.name).collect()
}

/// No gap, and no placeholder or number that is none.
pub fn check_text(what: &str, text: &str) {
    assert!(!text.trim().is_empty(), "{what} is empty");
    let whole = |text: &str| {
        !text.contains(['{', '}']) && !text.split(|letter: char| !letter.is_alphanumeric()).any(|word| ["NaN", "inf"].contains(&word))
    };
    assert!(whole(text), "{what}: {text}");
}

/// Readouts say the same in every language: the same value or word, and the same digits of it.
fn check_languages_agree(outcome: &dyn Outcome) {
    let digits = |text: &str| text.chars().filter(|letter| letter.is_numeric() || *letter == '−').collect::<String>();
    let said = |language| {
        let readouts = outcome.readouts(language).into_iter();
        readouts.map(|readout| (readout.name, digits(&readout.display.0), readout.reading)).collect::<Vec<_>>()
    };
    let first = said(LANGUAGES[0].0);
    for (language, _) in LANGUAGES {
        assert_eq!(said(*language), first);
    }
}

/// What an outcome says in a language.
fn check_words(outcome: &dyn Outcome, names: &[&str], language: Language) {
    assert_eq!(readout_names(outcome, language), names);
    for (place, readout) in outcome.readouts(language).iter().enumerate() {
        assert_eq!(readout.prominence == Prominence::Large, place == 0, "{}: the first one is the large one", readout.name);
        match &readout.reading {
            Reading::Number(value) => assert!(value.is_finite(), "{} is {value}", readout.name),
            Reading::Word(word) => check_text(readout.name, word),
            Reading::Missing => {}
        }
        // A number or a word; the reason where there is none.
        check_text(readout.name, &readout.display.0);
        check_text(readout.name, (readout.label)(language));
        check_text(readout.name, &format!("unit: {}", readout.display.1));
    }
    check_text("the headline", &outcome.headline(language));
    check_text("the description", &outcome.description(language));
    check_text("the source line", &outcome.source_line(language));
    if let Some(caveat) = outcome.caveat(language) {
        check_text("the caveat", &caveat);
    }
    let table = outcome.table(language);
    table.heads.iter().for_each(|head| check_text("a head of the table", head));
    for row in &table.rows {
        assert_eq!(row.len(), table.heads.len(), "{row:?}");
        for cell in row {
            match cell {
                Cell::Number(number) | Cell::Exact(number) => assert!(!number.is_infinite(), "{row:?}"),
                Cell::Text(text) => check_text("a cell of the table", &format!("text: {text}")),
            }
        }
    }
}

/// What an outcome shows in a frame, at a share of its animation.
fn check_picture(figure: &dyn Figure, outcome: &Arc<dyn Outcome>, frame: &Frame, share: f64) {
    let time = outcome.animation().map_or(0.0, |animation| {
        assert!(animation.duration().is_finite() && (0.0..=animation.duration()).contains(&animation.poster()));
        share * animation.duration()
    });
    let picture = outcome.clone().picture(frame);
    let layers = layers(outcome, frame, time);
    for layer in &layers {
        check_frame(frame, layer, beyond(figure));
    }
    check_clear(frame, &layers.concat());
    if let Some(axis) = picture.time_axis() {
        assert!(axis.end.is_finite() && 0.0 <= axis.left && axis.left < axis.right && axis.right <= frame.width, "{axis:?}");
    }
    if let Some(points) = picture.points() {
        for index in 0..points.count() {
            check_inside(frame, points.position(index));
            check_text("a point", &points.details(index, frame.language));
        }
    }
    if let Some(interaction) = picture.interaction() {
        check_interaction(figure, interaction, frame);
    }
}

fn check_inside(frame: &Frame, (x, y): (f64, f64)) {
    assert!((0.0..=frame.width).contains(&x) && (0.0..=frame.height).contains(&y), "({x}, {y}) is not in the frame");
}

/// Handles lie in the frame, and gestures give declared numbers values within their bounds, wherever they lead.
fn check_interaction(figure: &dyn Figure, interaction: &dyn Interaction, frame: &Frame) {
    let handles = interaction.handles();
    handles.iter().for_each(|handle| check_inside(frame, handle.at));
    let places = [(0.0, 0.0), (0.4 * frame.width, 0.6 * frame.height), (frame.width, frame.height), (-1e4, 1e4), (1e4, -1e4)];
    for to in places {
        let moves = (0..handles.len()).map(|handle| Gesture::Move { handle, to });
        for gesture in moves.chain([Gesture::Press(to), Gesture::Sweep { from: to.0, to: 0.5 * frame.width }]) {
            for (key, value) in interaction.edit(gesture) {
                let Some(Kind::Quantity(quantity)) = figure.parameters().get(key.0).map(|parameter| &parameter.kind) else {
                    panic!("{gesture:?} edits {key:?}, which is no declared number")
                };
                assert!((quantity.least()..=quantity.max).contains(&value), "{gesture:?} makes {value} of {key:?}");
            }
        }
    }
}

/// How it is asked, and how a guess stands in the picture, if there is a question.
fn check_prediction(figure: &dyn Figure, outcome: &Arc<dyn Outcome>, frame: &Frame, share: f64) {
    assert_eq!(figure.question().is_some(), outcome.prediction().is_some());
    let (Some(question), Some(prediction)) = (figure.question(), outcome.prediction()) else { return };
    check_text("the title before the guess", &prediction.prompt(frame.language));
    for guess in [question.least, question.start, question.greatest] {
        let frame = Frame { guess: Some(guess), ..*frame };
        check_picture(figure, outcome, &frame, share);
        let mut svg = Svg::new(frame.width, frame.height);
        prediction.draw(&mut svg, &frame);
        let markup = svg.markup();
        check_frame(&frame, &markup, beyond(figure));
        check_clear(&frame, &markup);
        // Who grabs a guess where it stands does not move it.
        let place = prediction.guess_place(&frame, guess);
        let found = place.and_then(|place| prediction.guess_at(&frame, place)).map(|found| question.nearest(found));
        let takes_guesses = prediction.guess_at(&frame, (frame.width / 2.0, frame.height / 2.0)).is_some();
        assert_eq!(found, takes_guesses.then_some(guess), "{place:?}");
        place.into_iter().for_each(|place| check_inside(&frame, place));
    }
}

fn point_names(points: Option<&dyn Points>) -> Option<Vec<String>> {
    points.map(|points| (0..points.count()).map(|index| points.name(index).to_owned()).collect())
}
