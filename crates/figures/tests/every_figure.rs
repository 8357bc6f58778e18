//! What every figure owes the page, whatever its values and in every language: readouts that are finite or say why not, texts
//! without gaps, tables without holes, pictures within their frames, and jobs, points and handles as they are declared.

#[path = "common/bounds.rs"]
mod bounds;
mod common;
#[path = "common/data.rs"]
mod data;
#[path = "common/states.rs"]
mod states;

use std::{path::Path, sync::Arc};

use bounds::check_frame;
use common::layers;
use data::tables;
use pendrop_figures::{FIGURES, JOBS};
use pendrop_kit::{
    figure::Figure,
    job::{JobSpec, Results},
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome, Reading},
    parameter::Kind,
    picture::{Frame, Gesture, Interaction, Picture, Points},
    svg::Svg,
    tables::Tables,
    values::Values,
};
use proptest::{prelude::*, test_runner::TestRunner};
use states::{Place, at_shares, shares, start_and_choices};

/// How far paths may reach beyond the frame, in units: half a stroke or marker.
const BEYOND: f64 = 6.0;

/// Numbers that make work, and what they are kept to: tests are not built for speed.
const COSTLY: [(&str, f64); 2] = [("drops", 30.0), ("duration", 30.0)];

/// How many random states of a figure are tried.
fn cases(figure: &dyn Figure) -> u32 {
    match figure.id() {
        "flutter" | "dominance-map" => 12,
        "compute-trend" | "backtest" => 30,
        _ => 60,
    }
}

fn readout_names(outcome: &dyn Outcome, language: Language) -> Vec<&'static str> {
    outcome.readouts(language).iter().map(|readout| readout.name).collect()
}

/// No gap, and no placeholder or number that is none.
fn check_text(what: &str, text: &str) {
    assert!(!text.trim().is_empty(), "{what} is empty");
    let whole = |text: &str| !text.contains(['{', '}']) && !text.split(|letter: char| !letter.is_alphanumeric()).any(|word| ["NaN", "inf"].contains(&word));
    assert!(whole(text), "{what}: {text}");
}

/// What an outcome says in a language.
fn check_words(outcome: &dyn Outcome, names: &[&str], language: Language) {
    assert_eq!(readout_names(outcome, language), names);
    for readout in outcome.readouts(language) {
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
                Cell::Number(number) => assert!(!number.is_infinite(), "{row:?}"),
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
    for layer in layers(outcome, frame, time) {
        check_frame(frame, &layer, BEYOND);
    }
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

/// How it is asked, if it is.
fn check_prediction(figure: &dyn Figure, outcome: &dyn Outcome, frame: &Frame) {
    assert_eq!(figure.question().is_some(), outcome.prediction().is_some());
    let (Some(question), Some(prediction)) = (figure.question(), outcome.prediction()) else { return };
    check_text("the title before the guess", &prediction.prompt(frame.language));
    for guess in [question.least, question.start, question.greatest] {
        let mut svg = Svg::new(frame.width, frame.height);
        prediction.draw(&mut svg, &Frame { guess: Some(guess), ..*frame });
        check_frame(frame, &svg.markup(), BEYOND);
    }
}

fn frames(figure: &dyn Figure, language: Language) -> [Frame; 2] {
    let heights = figure.heights();
    let frame = |width, height, narrow| Frame { width, height, narrow, language, guess: None };
    [frame(640.0, heights.wide, false), frame(350.0, heights.narrow, true)]
}

fn handle_count(picture: &dyn Picture) -> Option<usize> {
    picture.interaction().map(|interaction| interaction.handles().len())
}

fn point_names(points: Option<&dyn Points>) -> Option<Vec<String>> {
    points.map(|points| (0..points.count()).map(|index| points.name(index).to_owned()).collect())
}

/// What is the same in every state: the names of the readouts, and how many handles there are.
struct Constant {
    names: Vec<&'static str>,
    handles: Option<usize>,
}

impl Constant {
    fn of(figure: &dyn Figure, tables: &Tables) -> Self {
        let outcome = figure.solve(&Values::defaults(figure.parameters()), tables);
        let names = readout_names(&*outcome, Language::En);
        Self { names, handles: handle_count(&*outcome.picture(&frames(figure, Language::En)[0])) }
    }
}

/// All that an outcome owes the page.
fn check(figure: &dyn Figure, values: &Values, outcome: &Arc<dyn Outcome>, constant: &Constant, share: f64) {
    for (language, _) in LANGUAGES {
        {
            let _place = Place(figure, values, *language);
            check_words(&**outcome, &constant.names, *language);
        }
        let frames = frames(figure, *language);
        for frame in frames {
            let _place = Place(figure, values, frame);
            let picture = outcome.clone().picture(&frame);
            assert_eq!(handle_count(&*picture), constant.handles);
            check_picture(figure, outcome, &frame, share);
            check_prediction(figure, &**outcome, &frame);
            if let Some(question) = figure.question() {
                check_picture(figure, outcome, &Frame { guess: Some(question.start), ..frame }, share);
            }
        }
        let [wide, narrow] = frames.map(|frame| point_names(outcome.clone().picture(&frame).points()));
        assert_eq!(wide, narrow);
    }
}

/// What the jobs have found after their first step.
fn first_results(jobs: &[JobSpec]) -> Results {
    let partial = |job: &JobSpec| {
        let mut job = job.start()?;
        job.step();
        Some(job.partial().into())
    };
    jobs.iter().map(partial).collect()
}

#[test]
fn at_the_start_and_with_each_choice_every_figure_is_whole() {
    let tables = tables();
    for figure in FIGURES {
        let constant = Constant::of(*figure, &tables);
        for values in start_and_choices(*figure) {
            check(*figure, &values, &figure.solve(&values, &tables), &constant, 0.7);
        }
    }
}

#[test]
fn at_the_start_every_guess_is_judged() {
    let tables = tables();
    for figure in FIGURES {
        let Some(question) = figure.question() else { continue };
        let start = Values::defaults(figure.parameters());
        let outcome = figure.solve(&start, &tables);
        for (language, _) in LANGUAGES {
            for guess in [question.least, question.start, question.greatest] {
                let _place = Place(*figure, &start, (*language, guess));
                check_text("the verdict", &outcome.prediction().expect("there is a question").verdict(guess, *language));
            }
        }
    }
}

/// With the tables and without, before the first step of the jobs and after it.
#[test]
fn every_state_gives_finite_readouts_or_says_why() {
    let loaded = tables();
    for figure in FIGURES {
        let constant = Constant::of(*figure, &loaded);
        let config = ProptestConfig { source_file: Some(file!()), ..ProptestConfig::with_cases(cases(*figure)) };
        let states = (shares(*figure), any::<bool>(), 0.0..1.0);
        let result = TestRunner::new(config).run(&states, |(shares, there, share)| {
            let mut values = at_shares(*figure, &shares);
            for (index, parameter) in figure.parameters().iter().enumerate() {
                if let Some((_, most)) = COSTLY.iter().find(|(name, _)| *name == parameter.name) {
                    values.set(index, most.min(values.number(index)));
                }
            }
            let tables = if there { loaded.clone() } else { Tables::default() };
            let jobs = figure.jobs(&values);
            check_kinds(*figure, &values, &jobs);
            check(*figure, &values, &figure.outcome(&values, &tables, &Results::none()), &constant, share);
            if !jobs.is_empty() {
                check(*figure, &values, &figure.outcome(&values, &tables, &first_results(&jobs)), &constant, share);
            }
            Ok(())
        });
        assert!(result.is_ok(), "{}: {}", figure.id(), result.map_or_else(|error| error.to_string(), |()| String::new()));
    }
}

/// The kinds of jobs that the figure's model declares.
fn check_kinds(figure: &dyn Figure, values: &Values, jobs: &[JobSpec]) {
    let _place = Place(figure, values, jobs);
    let declared = FIGURES.iter().zip(JOBS).find(|(other, _)| other.id() == figure.id()).map(|(_, kinds)| *kinds).unwrap_or_default();
    assert!(jobs.iter().all(|job| declared.iter().any(|kind| kind.name == job.kind.name)), "of {declared:?} are declared");
}

/// Only what takes a job asks for one, and none does at the start: pages are served whole.
#[test]
fn at_the_start_no_figure_asks_for_a_job() {
    for figure in FIGURES {
        let jobs = figure.jobs(&Values::defaults(figure.parameters()));
        assert!(jobs.is_empty(), "{}: {jobs:?}", figure.id());
    }
}

#[test]
fn every_figure_names_its_source_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for figure in FIGURES {
        assert!(root.join(figure.source()).is_file(), "{}: there is no {}", figure.id(), figure.source());
    }
}
