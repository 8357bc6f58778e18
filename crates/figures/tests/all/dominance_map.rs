//! `dominance-map`: it says what `pen-drop` says of each of its points, over all bounds, and its lines lie where they belong.

use std::{sync::Arc, time::Instant};

use crate::common::bounds::{check_frame, corners};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, assert_snapshot, drawn, state_and_layout};
use pendrop_budget::cases;
use pendrop_figures::{
    dominance_map::{
        CONTOURS, DominanceMap, DominanceMapJob,
        map::{Map, grid},
        parameters::{DominanceMapParameters, key},
    },
    pen_drop::{PenDrop, Strings},
};
use pendrop_kit::{
    corpus::Corpus,
    figure::Figure,
    job::Results,
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome, Reading},
    parameter::{Kind, Parameter},
    picture::{Frame, Gesture, Handle},
    tables::Tables,
    values::{Parameters, Values},
};
use pendrop_science::{
    error_map::ErrorGrid,
    falling::{Fall, Release},
};
use proptest::prelude::*;

const WIDE: Frame = Frame { width: 640.0, height: 560.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 324.0, narrow: true, language: Language::De, guess: None };

/// A state: named numbers and options set one after the other.
fn state(parameters: &'static [Parameter], set: &[(&str, f64)]) -> Values {
    let mut values = Values::defaults(parameters);
    for (name, value) in set {
        let index = parameters.iter().position(|parameter| parameter.name == *name).unwrap();
        match parameters[index].kind {
            Kind::Quantity(_) => values.set(index, *value),
            Kind::Choice(_) => values.choose(index, *value as usize),
            Kind::Toggle(_) => values.turn(index, *value > 0.0),
        }
    }
    values
}

fn values(set: &[(&str, f64)]) -> Values {
    state(DominanceMap.parameters(), set)
}

/// How bodies are let go.
fn release(values: &Values) -> Release {
    Release::from(&DominanceMapParameters::of(values))
}

fn mapped(set: &[(&str, f64)]) -> Arc<dyn Outcome> {
    DominanceMap.solve(&values(set), &Tables::default())
}

/// The same as far as it is there at once, which in wind is much sooner.
fn sketched(set: &[(&str, f64)]) -> Arc<dyn Outcome> {
    at_once(&values(set))
}

fn at_once(values: &Values) -> Arc<dyn Outcome> {
    DominanceMap.outcome(values, &Tables::default(), &Results::none())
}

/// What the job for these values finds, if there is one.
fn found(values: &Values) -> Option<ErrorGrid> {
    let results: Results = DominanceMap.jobs(values, &Corpus::default()).iter().map(|job| job.run_to_completion()).collect();
    results.get::<DominanceMapJob>(0).flatten()
}

fn map(values: &Values, found: Option<ErrorGrid>) -> Map {
    Map::of(grid(&release(values)), found)
}

fn reading(outcome: &dyn Outcome, name: &str) -> Reading {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).unwrap().reading
}

/// The error of a fall.
fn error(release: &Release) -> f64 {
    Fall::solve(release).prediction_error().unwrap()
}

const ROOM: &[(&str, f64)] = &[];
const WIND: &[(&str, f64)] = &[("wind", 8.0)];
const WATER: &[(&str, f64)] = &[("world", 6.0)];

#[test]
fn readouts_are_those_of_pen_drop() {
    for set in [ROOM, WIND, WATER, &[("object", 3.0), ("wind", -2.0)], &[("gravity", 0.0)]] {
        let (map, drop) = (sketched(set), PenDrop.solve(&state(PenDrop.parameters(), set), &Tables::default()));
        let names: Vec<_> = map.readouts(Language::En).iter().map(|readout| readout.name).collect();
        assert_eq!(names, ["prediction_error", "fall_time", "fall_time_vacuum"]);
        for name in names {
            assert_eq!(reading(&*map, name), reading(&*drop, name), "{name}");
        }
    }
}

#[test]
fn the_parameters_are_those_of_pen_drop() {
    for parameter in PenDrop.parameters() {
        assert!(DominanceMap.parameters().iter().any(|other| other.name == parameter.name), "{}", parameter.name);
    }
    let front: Vec<_> = DominanceMap.parameters().iter().filter(|parameter| parameter.front).map(|parameter| parameter.name).collect();
    assert_eq!(front, ["object", "mass", "area", "height"]);
}

/// Between its nodes the map differs from the fall itself by less than can be seen.
#[test]
fn the_map_says_what_single_falls_say() {
    for set in [ROOM, WIND, WATER] {
        let values = values(set);
        let found = found(&values);
        assert_eq!(found.is_none(), set != WIND);
        let map = map(&values, found);
        for (mass, area) in [(0.011, 3e-6), (0.031, 7e-5), (0.5, 2.3e-3), (7.0, 0.6), (0.013, 0.9)] {
            let exact = error(&Release { mass, area, ..release(&values) });
            let read = map.error(mass, area).unwrap();
            assert!((read / exact - 1.0).abs() < 0.02, "{set:?} {mass} kg, {area} m²: {read} {exact}");
        }
    }
}

#[test]
fn lines_lie_where_bisection_puts_them() {
    for set in [ROOM, WATER, &[("height", 30.0), ("object", 1.0)]] {
        let values = values(set);
        let map = map(&values, None);
        for (level, mass) in CONTOURS.into_iter().zip([1.0, 0.3, 0.1]) {
            let Some(area) = map.area_of(level, mass) else { continue };
            let (mut low, mut high) = (1e-6_f64, 1.0_f64);
            for _ in 0..60 {
                let middle = (low * high).sqrt();
                if error(&Release { mass, area: middle, ..release(&values) }) < level { low = middle } else { high = middle }
            }
            // A hundredth of a decade is less than a unit of the picture.
            assert!((area / low).log10().abs() < 0.01, "{set:?} {level}: {area} {low}");
        }
    }
}

/// The first grid is there at once, the last one is finer.
#[test]
fn a_map_in_wind_grows_finer() {
    let values = values(WIND);
    let (whole, coarse) = (map(&values, found(&values)), map(&values, None));
    for (mass, area) in [(1e-4, 1e-4), (2e-3, 5e-4), (0.7, 0.02)] {
        let (whole, coarse) = (whole.error(mass, area).unwrap(), coarse.error(mass, area).unwrap());
        assert!((coarse / whole - 1.0).abs() < 0.2, "{coarse} {whole}");
    }
}

/// Without a first grid the map is what is there at once; what is no result changes nothing.
#[test]
fn nothing_else_is_taken_for_a_grid() {
    let values = values(WIND);
    let begun = DominanceMap.jobs(&values, &Corpus::default())[0].start().unwrap().partial();
    let expected = drawn(&at_once(&values), &WIDE);
    for odd in [&begun, &vec![], &vec![7; 9], &vec![255; 4000]] {
        let results = [Some(odd.as_slice().into())].into_iter().collect();
        assert_eq!(drawn(&DominanceMap.outcome(&values, &Tables::default(), &results), &WIDE), expected);
    }
}

/// Where there is a formula, the map is whole at once.
#[test]
fn only_wind_takes_a_job() {
    assert!(DominanceMap.computes() && !DominanceMap.jobs(&values(WIND), &Corpus::default()).is_empty());
    for set in [ROOM, WATER, &[("gravity", 0.0), ("wind", 8.0)], &[("wind", 8.0), ("fluid_density", 0.0)]] {
        assert!(DominanceMap.jobs(&values(set), &Corpus::default()).is_empty(), "{set:?}");
    }
}

/// The table holds the falls at all decades; where nothing lands it holds nothing.
#[test]
fn the_table_says_what_single_falls_say() {
    let values = values(WATER);
    let table = DominanceMap.solve(&values, &Tables::default()).table(Language::En);
    assert_eq!((table.heads.len(), table.rows.len()), (4, 49));
    for row in table.rows {
        let row: Vec<f64> = row.iter().filter_map(Cell::number).collect();
        let fall = Fall::solve(&Release { mass: row[0], area: row[1], ..release(&values) });
        let expected = fall.landing().ok().zip(fall.prediction_error()).map(|(landing, error)| [error, landing.time]);
        assert_eq!(expected.is_none(), row[2].is_nan() && row[3].is_nan());
        assert!(expected.is_none_or(|expected| row[2..] == expected));
    }
}

#[test]
fn the_handle_is_where_its_values_are() {
    for frame in [WIDE, NARROW] {
        let picture = mapped(&[("mass", 0.123), ("area", 4.56e-3)]).picture(&frame);
        let interaction = picture.interaction().unwrap();
        let [Handle { at, across, up }] = interaction.handles()[..] else { panic!("one handle") };
        assert_eq!((across, up), (Some(key::mass), Some(key::area)));
        assert!(!interaction.sweeps() && interaction.edit(Gesture::Sweep { from: 0.0, to: 100.0 }).is_empty());
        for gesture in [|to| Gesture::Move { handle: 0, to }, Gesture::Press] {
            let [(across, mass), (up, area)] = interaction.edit(gesture(at))[..] else { panic!("two values") };
            assert_eq!((across, up), (key::mass, key::area));
            assert!((mass / 0.123 - 1.0).abs() < 0.01 && (area / 4.56e-3 - 1.0).abs() < 0.01);
            assert_eq!(interaction.edit(gesture((-50.0, 9999.0))), [(key::mass, 1e-5), (key::area, 1e-6)]);
            assert_eq!(interaction.edit(gesture((9999.0, -50.0))), [(key::mass, 10.0), (key::area, 1.0)]);
            assert!(interaction.edit(gesture((f64::NAN, f64::INFINITY))).iter().all(|(_, value)| value.is_finite()));
        }
    }
}

/// States worth looking at.
fn states() -> Vec<(&'static str, &'static [(&'static str, f64)])> {
    vec![
        ("room", ROOM),
        ("feather", &[("object", 3.0)]),
        ("water", WATER),
        ("ball-in-water", &[("object", 1.0), ("world", 6.0)]),
        ("wind", WIND),
        ("vacuum", &[("world", 7.0)]),
        ("no-gravity", &[("gravity", 0.0)]),
        ("venus", &[("world", 4.0), ("height", 4000.0)]),
        ("corner", &[("mass", 10.0), ("area", 1.0)]),
        ("light", &[("mass", 1e-5), ("area", 1.0), ("volume", 0.0)]),
        ("all-float", &[("fluid_density", 1100.0), ("volume", 0.01)]),
        ("thin", &[("fluid_density", 1e-3), ("height", 0.1)]),
    ]
}

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 12] = [
    "room-wide",
    "room-narrow",
    "water-wide",
    "ball-in-water-narrow",
    "wind-wide",
    "wind-narrow",
    "vacuum-wide",
    "no-gravity-narrow",
    "corner-wide",
    "corner-narrow",
    "all-float-wide",
    "thin-narrow",
];

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, set) = states().into_iter().find(|(name, _)| *name == state).expect("a state");
        assert_drawn(&format!("dominance_map__{snapshot}"), frame, &drawn(&mapped(set), frame));
    }
}

/// What is said of the same states.
#[test]
fn typical_states_have_texts() {
    let mut texts = String::new();
    for (name, set) in states() {
        let outcome = sketched(set);
        for (language, code) in LANGUAGES {
            texts += &format!(
                "{name} {code}\n{}\n{}\n{}\n",
                outcome.headline(*language),
                outcome.description(*language),
                outcome.source_line(*language)
            );
        }
    }
    assert_snapshot("dominance_map__typical_states_are_told", &texts);
}

/// A press on a heavy line as it is drawn leads to a body for which gravity alone is wrong by as much as the line says, and
/// each of the three lines is there.
#[test]
fn a_press_on_a_line_leads_to_its_error() {
    for set in [ROOM, &[("object", 3.0)]] {
        let values = values(set);
        let outcome = mapped(set);
        let picture = outcome.clone().picture(&WIDE);
        let interaction = picture.interaction().unwrap();
        let markup = drawn(&outcome, &WIDE);
        let lines = markup.split("<path ").filter(|path| path.contains("class=\"ink l\"") && path.contains("stroke-width=\"18\""));
        let lines: Vec<_> = lines.filter_map(|path| path.split(" d=\"").nth(1)?.split('"').next()).flat_map(corners).collect();
        let levels = lines.iter().step_by(5).map(|at| {
            let [(key::mass, mass), (key::area, area)] = interaction.edit(Gesture::Press(*at))[..] else { panic!("two values") };
            let error = error(&Release { mass, area, ..release(&values) });
            let level = CONTOURS.into_iter().find(|level| (error / level - 1.0).abs() < 0.06);
            level.unwrap_or_else(|| panic!("{set:?}: {error} at {mass} kg, {area} m²"))
        });
        let levels: Vec<f64> = levels.collect();
        assert!(CONTOURS.iter().all(|level| levels.contains(level)), "{set:?}: {levels:?}");
    }
}

/// Whatever else is on the map, its lines have their errors and the objects their names.
#[test]
fn objects_and_lines_are_named() {
    for (name, set) in &states()[..6] {
        let outcome = sketched(set);
        for frame in [WIDE, NARROW] {
            for (language, _) in LANGUAGES {
                let s = Strings::of(*language);
                let markup = drawn(&outcome, &Frame { language: *language, ..frame });
                for text in [
                    s.picture_pen,
                    s.picture_ping_pong_ball,
                    s.picture_coffee_filter,
                    s.picture_feather,
                    s.picture_paper_sheet,
                    s.picture_steel_ball,
                ] {
                    assert!(markup.contains(&format!(">{text}<")), "{name}: {text}");
                }
                for error in ["1\u{202f}%<", "10\u{202f}%<", "50\u{202f}%<"] {
                    assert!(*name == "vacuum" || markup.contains(error), "{name}: {error}");
                }
            }
        }
    }
}

/// Both layouts are in every page: together they must stay small.
#[test]
fn pictures_are_small_and_stay_in_the_frame() {
    for (name, set) in states() {
        let outcome = sketched(set);
        let size: usize = [WIDE, NARROW].iter().map(|frame| drawn(&outcome, frame).len()).sum();
        assert!(size < 20_000, "{name}: {size} bytes");
        for width in [280.0, 350.0, 560.0, 640.0, 720.0] {
            for (language, _) in LANGUAGES {
                let narrow = width < 400.0;
                let frame = Frame { width, height: if narrow { 324.0 } else { 560.0 }, narrow, language: *language, guess: None };
                let markup = drawn(&outcome, &frame);
                assert!(!markup.contains("NaN") && !markup.contains("inf") && !markup.contains('–'), "{name}");
                check_frame(&frame, &markup, 2.0);
            }
        }
    }
}

/// Not a test of the clock, which other work may hold up, but a place to read it: `cargo test --release -- speed --nocapture --ignored`.
#[test]
#[ignore = "says how long things take"]
fn speed() {
    for (name, set) in [("still", ROOM), ("water", WATER), ("wind, coarse", WIND)] {
        let values = values(set);
        let begin = Instant::now();
        let outcome = at_once(&values);
        let solved = begin.elapsed();
        let markup = drawn(&outcome, &WIDE);
        println!("{name}: solved {solved:?}, with drawing {:?}, {} bytes", begin.elapsed(), markup.len());
    }
    let mut job = DominanceMap.jobs(&values(WIND), &Corpus::default())[0].start().unwrap();
    let (begin, mut longest) = (Instant::now(), 0.0_f64);
    loop {
        let step = Instant::now();
        let more = job.step();
        longest = longest.max(step.elapsed().as_secs_f64());
        if !more {
            break;
        }
    }
    println!("wind: whole {:?}, longest step {longest} s", begin.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(60)))]

    #[test]
    fn a_caveat_says_why_there_is_no_fall_time(shares in shares(&DominanceMap)) {
        let outcome = at_once(&at_shares(&DominanceMap, &shares));
        prop_assert_eq!(reading(&*outcome, "fall_time") == Reading::Missing, outcome.caveat(Language::En).is_some());
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    states().into_iter().map(|(name, set)| (name, sketched(set))).collect()
}
