//! `search-vs-knowledge`: what is recorded and what is found here, the duel while it is being fought, what it says where there is no
//! crossing, and its pictures.

use std::sync::Arc;

use crate::common::{
    assert_drawn,
    bounds::texts,
    layers,
    owed::{self, WIDTHS},
    state_and_layout,
};
use crate::playing::{EVERYWHERE, played};
use pendrop_figures::{
    search_vs_knowledge::{GameJob, PointJob, SearchVsKnowledge, ShownGame},
    testing::values,
};
use pendrop_kit::{
    corpus::Corpus,
    figure::Figure,
    job::{JobSpec, Results, decode, encode},
    locale::{LANGUAGES, Language},
    outcome::{Outcome, Reading},
    picture::Frame,
    tables::Tables,
    values::Values,
};
use pendrop_science::connect4::{Board, Point, PointSpec};

const READOUTS: [&str; 7] =
    ["crossover_compute", "win_rate", "win_rate_low", "win_rate_high", "optimal_pure", "optimal_opponent", "rollouts_per_s"];
pub const WIDE: Frame = Frame { width: 640.0, height: 480.0, narrow: false, language: Language::En, guess: None };
pub const NARROW: Frame = Frame { width: 350.0, height: 480.0, narrow: true, language: Language::De, guess: None };

fn state(query: &str) -> Values {
    values(&SearchVsKnowledge, query)
}

/// The outcome that is recorded, or with all of its jobs done here: only little ones.
pub fn solved(query: &str) -> Arc<dyn Outcome> {
    SearchVsKnowledge.solve(&state(query), &Tables::default())
}

fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

/// What the jobs for these values have found, where pure search has these rates: of ten games, in tenths.
fn with_rates(query: &str, tenths: &[u32]) -> Arc<dyn Outcome> {
    let values = state(query);
    let jobs = SearchVsKnowledge.all_jobs(&values, &Corpus::default());
    assert_eq!(jobs.len(), tenths.len() + 1, "a job for each budget, and one for the game");
    let found = |(place, tenths): (usize, &u32)| {
        let compute = 32 << place;
        Some(encode(&Point { wins: *tenths, losses: 10 - tenths, ..Point::new(compute) }).into())
    };
    let results: Results = [None].into_iter().chain(tenths.iter().enumerate().map(found)).collect();
    SearchVsKnowledge.outcome(&values, &Tables::default(), &results)
}

/// Five budgets, ten games at each.
const FIVE: &str = "compute=512&games=10&positions=0";

#[test]
fn readouts_are_the_last_row_of_the_table() {
    for query in SearchVsKnowledge.recorded_states() {
        let outcome = solved(query);
        let row: Vec<f64> =
            outcome.table(Language::En).rows.last().expect("rows").iter().map(|cell| cell.number().expect("a number")).collect();
        let said: Vec<f64> = READOUTS[1..6].iter().map(|name| read(&*outcome, name).expect(name)).collect();
        assert_eq!(said, row[2..], "{query}");
    }
}

/// The prototype's crossings, found with 300 to 1000 games at each budget, within what 60 games can tell: at each budget they are off by
/// 0.065, as far as the curve rises within a factor of two.
#[test]
fn recorded_crossings_are_those_of_the_prototype() {
    for (query, expected) in [("opponent=rules-only", 2990.0), ("", 14_300.0)] {
        let found = read(&*solved(query), "crossover_compute").expect("a crossing");
        assert!((0.5..2.0).contains(&(found / expected)), "{query}: {found}");
    }
    for query in ["opponent=soft", "keep_moves=3"] {
        assert_eq!(read(&*solved(query), "crossover_compute"), None, "{query}");
    }
}

/// Who forbids stops; who only advises goes on.
#[test]
fn the_second_yardstick_tells_forbidding_from_knowing() {
    let right = |query, name| read(&*solved(query), name).expect("asked");
    let (guided, advised) = (right("compute=524288", "optimal_opponent"), right("opponent=soft&compute=524288", "optimal_opponent"));
    assert!(advised > guided + 0.03, "{advised} {guided}");
    assert!(right("compute=524288", "optimal_pure") > guided, "{guided}");
    // Sixteen times the computing brings the guided player next to nothing.
    assert!((guided - right("", "optimal_opponent")).abs() < 0.04, "{guided}");
}

/// The slider goes by powers of two, and whatever it comes to up to the greatest of them is recorded at the start.
#[test]
fn every_budget_of_the_slider_is_recorded() {
    let mut compute = 32;
    while compute <= 524_288 {
        let values = state(&format!("compute={compute}"));
        assert!(SearchVsKnowledge.jobs(&values, &Corpus::default()).is_empty(), "{compute}");
        compute *= 2;
    }
    assert!(!SearchVsKnowledge.jobs(&state("compute=1000000"), &Corpus::default()).is_empty());
    assert!(!SearchVsKnowledge.jobs(&state("seed=1"), &Corpus::default()).is_empty());
}

/// A lower budget needs some of the same jobs, and what does not matter to a player changes none of them.
#[test]
fn jobs_are_shared() {
    let jobs = |query: &str| SearchVsKnowledge.all_jobs(&state(query), &Corpus::default());
    let (low, high) = (jobs("compute=4096"), jobs("compute=65536"));
    // All but the game, which is played at the greatest budget.
    assert!(low[1..].iter().all(|job| high.contains(job)) && !high.contains(&low[0]));
    assert_eq!(jobs("opponent=soft&keep_moves=4"), jobs("opponent=soft"));
    assert_ne!(jobs("keep_moves=4"), jobs(""));
}

/// Long points come in parts, which together play each game and ask each position once.
#[test]
fn no_job_is_long_and_none_is_done_twice() {
    for (query, games, positions) in [("compute=1000000", 60, 200), ("compute=1000000&games=2&positions=500", 2, 500)] {
        let jobs = SearchVsKnowledge.all_jobs(&state(query), &Corpus::default());
        let specs = jobs[1..].iter().map(|job| pendrop_kit::job::decode::<PointSpec>(&job.spec).expect("a point"));
        let last: Vec<PointSpec> = specs.filter(|spec| spec.compute == 1_000_000).collect();
        let count = |of: fn(&PointSpec) -> usize| last.iter().map(of).sum::<usize>();
        assert_eq!((count(|spec| spec.games.len()), count(|spec| spec.positions.len())), (games, positions));
        assert!(last.windows(2).all(|pair| pair[0].games.end == pair[1].games.start && pair[0].positions.end == pair[1].positions.start));
        let longest = jobs.iter().map(|job| job.seconds).fold(0.0, f64::max);
        // A single game with the positions that come with it cannot be parted.
        assert!(longest < if games == 2 { 20.0 } else { 2.5 }, "{query}: {longest}");
    }
}

/// The seconds are those of one core: longer with more of anything, and none for rules.
#[test]
fn jobs_say_how_long_they_take() {
    let seconds = |query: &str| SearchVsKnowledge.all_jobs(&state(query), &Corpus::default()).iter().map(|job| job.seconds).sum::<f64>();
    let start = seconds("");
    assert!((2.0..8.0).contains(&start), "{start}");
    assert!(seconds("opponent=rules-only") < 0.7 * start);
    for more in ["games=120", "positions=400", "compute=65536"] {
        assert!(seconds(more) > 1.05 * start, "{more}");
    }
}

/// All that there is while it is being fought: nothing, a few games, all of them.
#[test]
fn a_duel_being_fought_is_whole_at_every_step() {
    let query = "compute=256&games=4&positions=3&seed=2";
    let values = state(query);
    let mut jobs: Vec<_> =
        SearchVsKnowledge.jobs(&values, &Corpus::default()).iter().map(|job| job.start().expect("a job of these kinds")).collect();
    let found = |results: Results| SearchVsKnowledge.outcome(&values, &Tables::default(), &results);
    let check = |outcome: &Arc<dyn Outcome>| owed::check(&SearchVsKnowledge, &query, outcome, &READOUTS, &WIDTHS, 1.0);
    let begin = found(Results::none());
    check(&begin);
    assert!(READOUTS.iter().all(|name| read(&*begin, name).is_none()) && begin.table(Language::En).rows.is_empty());
    for (language, part) in [(Language::En, "no game has been played yet"), (Language::De, "noch ist keine Partie gespielt")] {
        assert!(begin.headline(language).contains(part), "{}", begin.headline(language));
    }
    let mut so_far: Vec<Option<Arc<[u8]>>> = vec![None; jobs.len()];
    for place in 0..jobs.len() {
        while jobs[place].step() {}
        so_far[place] = Some(jobs[place].partial().into());
        let outcome = found(so_far.iter().cloned().collect());
        check(&outcome);
        let last = place + 1 == jobs.len();
        assert_eq!(outcome.headline(Language::En).starts_with("So far"), place > 0 && !last, "{place}");
        assert_eq!(outcome.table(Language::En).rows.len(), place);
    }
    let (streamed, whole) = (found(so_far.into_iter().collect()), solved(query));
    assert_eq!(READOUTS.map(|name| read(&*streamed, name)), READOUTS.map(|name| read(&*whole, name)));
}

/// The same game, move by move, as it is played, in as many steps as it takes.
#[test]
fn the_game_that_is_shown_can_be_replayed() {
    for query in ["compute=32", "", "opponent=rules-only", "compute=300000&games=2&positions=0"] {
        let job = &SearchVsKnowledge.all_jobs(&state(query), &Corpus::default())[0];
        let game: ShownGame = pendrop_kit::job::decode(&job.run_to_completion().expect("a game")).expect("a game");
        let columns: Vec<usize> = game.moves.iter().map(|step| usize::from(step.column)).collect();
        assert!(game.over && Board::after(&columns).is_some_and(Board::is_over), "{query}");
        for step in &game.moves {
            let tries: u32 = step.tries.iter().map(|share| u32::from(*share)).sum();
            // Rounded to halves of a per cent each.
            assert!(tries == 0 || (193..=207).contains(&tries), "{query}: {step:?}");
            let most = step.tries.iter().max().expect("columns");
            assert!(tries == 0 || step.tries[usize::from(step.column)] == *most, "{query}: {step:?}");
        }
    }
}

#[test]
fn the_game_is_shown_move_by_move() {
    let outcome = solved("");
    let animation = outcome.animation().expect("a game");
    let shown = |time: f64| layers(&outcome, &WIDE, time)[1].clone();
    // The scrubber goes from before the first move to the last.
    for frame in [WIDE, NARROW] {
        let axis = outcome.clone().picture(&frame).time_axis().expect("an axis");
        assert!(axis.end == animation.duration() && axis.left > 0.4 * frame.width, "{axis:?}");
    }
    assert_eq!((animation.step(), animation.duration().fract()), (Some(1.0), 0.0));
    let said = |time: f64| texts(&shown(time)).into_iter().map(|(text, _)| text).collect::<Vec<_>>();
    assert_eq!(said(0.0), ["before the first move"]);
    assert!(!shown(0.0).contains("circle"));
    assert_eq!(said(1.7), ["move 1: drawn by lot"]);
    assert_ne!(shown(1.0), shown(2.0));
    assert_eq!(shown(5.0), shown(5.9));
    assert!(said(3.0)[0].starts_with("tries before move 3"));
    // Four in a line, and who made it.
    let end = said(animation.duration());
    assert!(end.iter().any(|text| text == "Pure search wins"), "{end:?}");
    assert!(animation.poster() <= animation.duration());
}

/// Each with its reason, and the sentence that says more, in both languages.
#[test]
fn where_there_is_no_crossing_there_is_a_reason() {
    for (tenths, reasons, sentences) in [
        ([0, 1, 2, 3, 5], ["never in this range", "hier nirgends"], ["No crossing", "Kein Überholen"]),
        ([6, 7, 8, 9, 10], ["ahead from the start", "von Anfang an"], ["at every budget", "Bei jedem Budget"]),
        ([1, 6, 7, 6, 4], ["falls back", "nicht von Dauer"], ["that lasts", "das bleibt"]),
    ] {
        let outcome = with_rates(FIVE, &tenths);
        owed::check(&SearchVsKnowledge, &tenths, &outcome, &READOUTS, &WIDTHS, 0.0);
        for ((language, _), (reason, sentence)) in LANGUAGES.iter().zip(reasons.iter().zip(sentences)) {
            let readouts = outcome.readouts(*language);
            assert_eq!((readouts[0].reading.clone(), readouts[0].display.0.as_str()), (Reading::Missing, *reason));
            assert!(
                outcome.caveat(*language).is_some_and(|caveat| caveat.contains(sentence)),
                "{tenths:?}: {:?}",
                outcome.caveat(*language)
            );
        }
    }
}

#[test]
fn several_crossings_are_told_and_the_last_one_counts() {
    let outcome = with_rates(FIVE, &[4, 6, 4, 4, 6]);
    let found = read(&*outcome, "crossover_compute").expect("a crossing");
    assert!((found / (256.0 * 2_f64.sqrt()) - 1.0).abs() < 1e-9, "{found}");
    assert!(outcome.caveat(Language::En).is_some_and(|caveat| caveat.contains("Crosses 2 times")));
    let once = with_rates(FIVE, &[1, 2, 4, 6, 7]);
    assert!(once.caveat(Language::De).is_some_and(|caveat| !caveat.contains("-mal") && caveat.contains("10 Partien")));
}

#[test]
fn guesses_are_judged_by_factors() {
    let outcome = with_rates(FIVE, &[1, 2, 4, 6, 7]);
    let prediction = outcome.prediction().expect("a question");
    // At 181 units.
    for (guess, part) in
        [(100.0, "well guessed"), (350.0, "well guessed"), (80.0, "2.3 times as many"), (400.0, "2.2 times fewer"), (1e7, "It does")]
    {
        let verdict = prediction.verdict(guess, Language::En);
        assert!(verdict.contains(part) && verdict.contains("180"), "{guess}: {verdict}");
    }
    let never = with_rates(FIVE, &[0; 5]);
    let prediction = never.prediction().expect("a question");
    assert!(prediction.verdict(1e7, Language::De).contains("stimmt das"));
    assert!(prediction.verdict(100.0, Language::De).contains("geschieht es nicht"));
}

/// What is no result of a job of its own counts nothing.
#[test]
fn odd_results_are_none() {
    let values = state(FIVE);
    let nothing = SearchVsKnowledge.outcome(&values, &Tables::default(), &Results::none());
    let air = encode(&ShownGame {
        moves: vec![pendrop_figures::search_vs_knowledge::ShownMove {
            column: 9,
            mover: pendrop_science::connect4::Mover::Pure,
            tries: [0; 7],
        }],
        over: true,
    });
    for odd in [vec![], vec![7; 7], vec![255; 4000], encode(&Point::new(77)), air] {
        let results: Results = (0..6).map(|_| Some(odd.as_slice().into())).collect();
        let outcome = SearchVsKnowledge.outcome(&values, &Tables::default(), &results);
        assert_eq!(READOUTS.map(|name| read(&*outcome, name)), READOUTS.map(|name| read(&*nothing, name)));
        assert_eq!(layers(&outcome, &WIDE, 1.0), layers(&nothing, &WIDE, 1.0));
    }
}

/// Who computed: nobody here, or this device.
#[test]
fn the_source_line_says_who_computed() {
    assert!(solved("").source_line(Language::En).starts_with("Recorded games"));
    let values = state("");
    let jobs = SearchVsKnowledge.all_jobs(&values, &Corpus::default());
    let point = jobs.iter().find(|job| job.kind.name == <PointJob as pendrop_kit::job::Job>::NAME).map(JobSpec::run_to_completion);
    let game = jobs.iter().find(|job| job.kind.name == <GameJob as pendrop_kit::job::Job>::NAME).map(JobSpec::run_to_completion);
    let results: Results = [game.flatten(), point.flatten()].into_iter().collect();
    assert!(SearchVsKnowledge.outcome(&values, &Tables::default(), &results).source_line(Language::En).contains("on this device"));
}

/// A duel of two small budgets with all of its jobs done, each of which has taken so many seconds, or not been timed.
fn timed(query: &str, seconds: &[Option<f64>]) -> Arc<dyn Outcome> {
    let values = state(&format!("compute=64&games=4&positions=3&seed=2&{query}"));
    let jobs = SearchVsKnowledge.jobs(&values, &Corpus::default());
    assert_eq!(jobs.len(), seconds.len());
    let mut results: Results = jobs.iter().map(JobSpec::run_to_completion).collect();
    seconds.iter().enumerate().filter_map(|(place, seconds)| Some((place, (*seconds)?))).for_each(|(place, s)| results.took(place, s));
    SearchVsKnowledge.outcome(&values, &Tables::default(), &results)
}

/// What both have spent at the two budgets.
fn spent() -> (f64, [f64; 2]) {
    let jobs = SearchVsKnowledge.jobs(&state("compute=64&games=4&positions=3&seed=2"), &Corpus::default());
    let points: Vec<Point> = jobs[1..].iter().map(|job| decode(&job.run_to_completion().expect("done")).expect("a point")).collect();
    let of = |point: &Point| [point.pure, point.opponent];
    let playouts = points.iter().flat_map(of).map(|spent| spent.playouts).sum::<u64>() as f64;
    (playouts, [0, 1].map(|place| of(&points[place]).map(|spent| spent.moves).iter().sum::<u64>() as f64))
}

/// Of both players, in all of the jobs but the game that is shown.
#[test]
fn playouts_are_told_for_a_second_of_a_core() {
    let (playouts, _) = spent();
    assert!(playouts > 0.0);
    let outcome = timed("", &[Some(100.0), Some(0.5), Some(1.5)]);
    assert_eq!(read(&*outcome, "rollouts_per_s"), Some(playouts / 2.0));
    let readout =
        |outcome: &dyn Outcome, language| outcome.readouts(language).into_iter().find(|of| of.name == "rollouts_per_s").expect("it");
    let told = readout(&*outcome, Language::De);
    assert!(told.measured && told.display.1 == "je s");
    for (seconds, reasons) in [
        ([None; 3], ["not timed", "nicht gemessen"]),
        ([Some(1.0), Some(1.0), None], ["not timed", "nicht gemessen"]),
        ([Some(1.0), Some(0.0), Some(0.0)], ["not timed", "nicht gemessen"]),
    ] {
        let outcome = timed("", &seconds);
        for ((language, _), reason) in LANGUAGES.iter().zip(reasons) {
            assert_eq!(readout(&*outcome, *language).display.0, reason);
        }
        // Nobody has asked for time.
        assert!(outcome.caveat(Language::En).is_none_or(|caveat| !caveat.contains("timed")));
    }
    let nothing = SearchVsKnowledge.outcome(&state("seed=1"), &Tables::default(), &Results::none());
    assert_ne!(readout(&*nothing, Language::En).display.0, "not timed");
    // What is recorded was timed when it was recorded.
    for query in SearchVsKnowledge.recorded_states() {
        let recorded = read(&*solved(query), "rollouts_per_s").expect("timed");
        assert!((2e4..5e7).contains(&recorded), "{query}: {recorded}");
    }
}

/// The centres of the opponent's points in the lower chart.
fn dots(outcome: &Arc<dyn Outcome>) -> Vec<(f64, f64)> {
    let [background, _] = layers(outcome, &WIDE, 0.0);
    let number = |circle: &str, name: &str| -> f64 {
        circle
            .split_once(&format!("{name}=\""))
            .and_then(|(_, rest)| rest.split('"').next())
            .and_then(|text| text.parse().ok())
            .expect(name)
    };
    background.split("<circle").skip(1).take(2).map(|circle| (number(circle, " cx"), number(circle, " cy"))).collect()
}

/// As high as before, in the same order, and as far apart as the clock says.
#[test]
fn over_time_the_same_points_stand_elsewhere() {
    let (_, moves) = spent();
    // Times that make the second move a hundred times as long as the first.
    let seconds = [None, Some(1e-4 * moves[0]), Some(1e-2 * moves[1])];
    let (units, time) = (timed("", &seconds), timed("axis=time", &seconds));
    let (over_units, over_time) = (dots(&units), dots(&time));
    let heights = |dots: &[(f64, f64)]| dots.iter().map(|(_, y)| *y).collect::<Vec<_>>();
    assert!(over_units.len() == 2 && heights(&over_units) == heights(&over_time), "{over_units:?} {over_time:?}");
    let apart = |dots: &[(f64, f64)]| dots[1].0 - dots[0].0;
    assert!(apart(&over_units) > 0.0 && apart(&over_time) > 2.0 * apart(&over_units), "{over_units:?} {over_time:?}");
    let times = |outcome: &dyn Outcome| {
        let table = outcome.table(Language::En);
        let place = table.heads.iter().position(|head| head == "time per move, s")?;
        Some(table.rows.iter().map(|row| row[place].number().expect("a number")).collect::<Vec<_>>())
    };
    assert!(times(&*units).is_none());
    let told = times(&*time).expect("times");
    assert!((told[0] / 1e-4 - 1.0).abs() < 1e-9 && (told[1] / 1e-2 - 1.0).abs() < 1e-9, "{told:?}");
    for name in READOUTS {
        assert_eq!(read(&*units, name), read(&*time, name), "{name}");
    }
    assert_eq!([Language::En, Language::De].map(|of| units.headline(of)), [Language::En, Language::De].map(|of| time.headline(of)));
}

fn written(outcome: &Arc<dyn Outcome>, frame: &Frame) -> Vec<String> {
    let [background, _] = layers(outcome, frame, 0.0);
    texts(&background).into_iter().map(|(text, _)| text.replace('\u{202f}', " ")).collect()
}

/// On this device, or on which day; and as long as there is no time the axis keeps its units and says so.
#[test]
fn the_axis_says_where_its_time_was_measured() {
    let here = [Some(1.0), Some(0.01), Some(0.1)];
    for (outcome, wide, narrow) in [
        (solved("axis=time"), "time per move, recorded on 20", "Zeit je Zug, aufgezeichnet am "),
        (timed("axis=time", &here), "time per move, measured on this device", "Zeit je Zug, auf diesem Gerät gemessen"),
        (timed("axis=time", &[None; 3]), "units per move, log scale", "Einheiten je Zug, logarithmisch"),
        (timed("", &here), "units per move, log scale", "Einheiten je Zug, logarithmisch"),
    ] {
        for (frame, title) in [(WIDE, wide), (NARROW, narrow)] {
            assert!(written(&outcome, &frame).iter().any(|text| text.starts_with(title)), "{title}: {:?}", written(&outcome, &frame));
        }
    }
    let untimed = timed("axis=time", &[None; 3]);
    assert!(untimed.caveat(Language::En).is_some_and(|caveat| caveat.contains("Not timed")));
    assert!(untimed.caveat(Language::De).is_some_and(|caveat| caveat.contains("nicht gemessen")));
    assert!(timed("axis=time", &here).caveat(Language::En).is_none_or(|caveat| !caveat.contains("timed")));
    assert_eq!(layers(&untimed, &WIDE, 0.0), layers(&timed("", &[None; 3]), &WIDE, 0.0));
}

/// The crossing stands between the same points, and a guess where it belongs.
#[test]
fn crossing_and_guess_follow_the_axis() {
    let outcome = solved("axis=time");
    let frame = Frame { guess: Some(1e6), ..WIDE };
    let said = written(&outcome, &frame);
    assert!(said.iter().any(|text| text.ends_with("µs")) && said.iter().any(|text| text == "your guess"), "{said:?}");
    // The guess is beyond what was measured, by as much as it takes more units.
    let reaches = |frame: &Frame| written(&outcome, frame).iter().any(|text| text == "100 ms");
    assert!(reaches(&frame) && !reaches(&WIDE), "{said:?}");
}

/// Rules take no time of their own: only who thinks counts.
#[test]
fn who_does_not_think_does_not_count() {
    let outcome = timed("axis=time&opponent=rules-only", &[None, Some(1.0), Some(1.0)]);
    let table = outcome.table(Language::En);
    let point = |place: usize| {
        let jobs = SearchVsKnowledge.jobs(&state("compute=64&games=4&positions=3&seed=2&opponent=rules-only"), &Corpus::default());
        decode::<Point>(&jobs[place].run_to_completion().expect("done")).expect("a point")
    };
    for (place, row) in table.rows.iter().enumerate() {
        assert_eq!(row.last().and_then(|cell| cell.number()), Some(1.0 / point(place + 1).pure.moves as f64));
    }
}

/// States that can be looked at: a name, an address, and what share of the game has been played.
const STATES: [(&str, &str, f64); 10] = [
    ("start", "", 1.0),
    ("rules", "opponent=rules-only", 1.0),
    ("soft", "opponent=soft", 0.3),
    ("three", "keep_moves=3", 0.8),
    ("most", "compute=524288", 0.5),
    ("least", "compute=32", 0.0),
    ("few", "compute=256&games=2&positions=0", 1.0),
    ("time", "axis=time", 1.0),
    ("time-most", "opponent=soft&compute=524288&axis=time", 0.5),
    ("time-least", "compute=32&axis=time", 0.0),
];

/// Games of the reader's that can be looked at: a name, an address, whom they are against, and the reader's moves.
const OWN: [(&str, &str, usize, &[usize]); 4] = [
    ("own", "compute=4096", 0, &[3, 3, 1]),
    ("own-lost", "compute=4096", 0, &EVERYWHERE),
    ("own-guided", "compute=4096", 1, &EVERYWHERE),
    ("own-soft", "opponent=soft", 1, &[2, 2]),
];

const SNAPSHOTS: [&str; 10] = [
    "start-wide",
    "start-narrow",
    "rules-wide",
    "soft-narrow",
    "least-wide",
    "few-narrow",
    "own-wide",
    "own-lost-narrow",
    "time-wide",
    "time-most-narrow",
];

/// States that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    let own = |(name, query, rival, moves): (&'static str, _, _, &[usize])| {
        let outcome = solved(query);
        let game = played(&*outcome, rival, rival == 1, moves);
        (name, outcome.play().expect("a game").shown(&game))
    };
    STATES.into_iter().map(|(name, query, _)| (name, solved(query))).chain(OWN.into_iter().map(own)).collect()
}

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (name, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let share = STATES.into_iter().find(|(state, ..)| *state == name).map_or(1.0, |(.., share)| share);
        let (_, outcome) = looked_at().into_iter().find(|(state, _)| *state == name).expect("a state");
        let time = share * outcome.animation().expect("a game").duration();
        let drawing = layers(&outcome, frame, time).map(|layer| format!("<g>{layer}</g>")).concat();
        assert_drawn(&format!("search_vs_knowledge__{snapshot}"), frame, &drawing);
    }
}

/// The numbers of a guess stand on the axis of the question, whatever is shown.
#[test]
fn a_guess_stands_where_it_was_made() {
    let outcome = solved("");
    for frame in [WIDE, NARROW] {
        let frame = Frame { guess: Some(1000.0), ..frame };
        let [background, _] = layers(&outcome, &frame, 0.0);
        let said: Vec<String> = texts(&background).into_iter().map(|(text, _)| text).collect();
        for wanted in if frame.narrow { ["Ihre Schätzung", "1000 Einheiten", "nie"] } else { ["your guess", "1000 units", "never"] } {
            assert!(said.iter().any(|text| text.replace('\u{202f}', " ") == wanted), "{wanted}: {said:?}");
        }
    }
}

/// Both layouts are in every page that has the figure.
#[test]
fn outcomes_are_whole_and_pictures_are_small() {
    for (name, query, share) in STATES {
        let outcome = solved(query);
        owed::check(&SearchVsKnowledge, &name, &outcome, &READOUTS, &WIDTHS, share);
        let time = share * outcome.animation().expect("a game").duration();
        let size: usize = [WIDE, NARROW].iter().map(|frame| layers(&outcome, frame, time).concat().len()).sum();
        assert!(size < 30_000, "{name}: {size} bytes");
    }
}
