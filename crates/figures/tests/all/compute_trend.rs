//! `compute-trend`: published results, closed forms, every state with and without its tables, and its pictures.

use std::{fmt::Debug, sync::Arc};

use crate::common::bounds::check_frame;
use crate::common::data::tables;
use crate::common::owed::{self, WIDTHS};
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, drawn, layers, state_and_layout};
use pendrop_budget::cases;
use pendrop_figures::{
    compute_trend::{ComputeTrend, Strings, parameters::key},
    datasets::DATASETS,
    tables::schema,
};
use pendrop_kit::{
    figure::Figure,
    format::{significant, with_unit},
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome, Reading},
    picture::{Frame, Gesture, Handle, Picture},
    query,
    svg::Svg,
    tables::Tables,
    values::{Key, Values},
};
use pendrop_science::trend::YEAR;
use proptest::prelude::*;

const READOUTS: [&str; 18] = [
    "doubling_time",
    "tenfold_time",
    "factor_per_year",
    "measured_growth",
    "points",
    "r_squared",
    "doubling_time_low",
    "doubling_time_high",
    "doubling_time_low_hac",
    "doubling_time_high_hac",
    "doubling_time_robust",
    "doubling_time_within",
    "growth",
    "curvature",
    "curvature_low",
    "curvature_high",
    "curvature_low_hac",
    "curvature_high_hac",
];
const WIDE: Frame = Frame { width: 640.0, height: 560.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 340.0, narrow: true, language: Language::De, guess: None };

fn values(state: &str) -> Values {
    let pairs = state.split('&').filter_map(|pair| pair.split_once('='));
    let parsed = query::parse(ComputeTrend.parameters(), "", pairs);
    assert!(parsed.rejections.is_empty(), "{:?}", parsed.rejections);
    parsed.values
}

fn outcome(state: &str) -> Arc<dyn Outcome> {
    ComputeTrend.solve(&values(state), &tables())
}

fn picture(outcome: &Arc<dyn Outcome>, frame: &Frame) -> Box<dyn Picture> {
    outcome.clone().picture(frame)
}

/// The table of Kurzweil's machines with this text.
fn kurzweil(text: &str) -> Tables {
    Tables::default().with(schema("kurzweil").expect("declared"), text).expect("well formed")
}

/// A readout's number in full precision.
fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

fn years(outcome: &dyn Outcome, name: &str) -> f64 {
    read(outcome, name).expect(name) / YEAR
}

/// As published and in the issue: rounded as there.
fn agrees(value: f64, published: f64, decimals: i32) -> bool {
    (value - published).abs() <= 0.5 * 10_f64.powi(-decimals)
}

#[test]
fn transistors_double_every_two_years() {
    let trend = outcome("dataset=transistors");
    assert!(agrees(years(&*trend, "doubling_time"), 2.018, 3));
    assert!(agrees(read(&*trend, "r_squared").unwrap(), 0.981, 3));
    assert_eq!(read(&*trend, "points"), Some(107.0));
}

#[test]
fn the_fastest_computer_doubles_every_fifteen_months() {
    for state in ["dataset=supercomputers", "dataset=supercomputers&from=1993"] {
        let trend = outcome(state);
        assert!(agrees(years(&*trend, "doubling_time"), 1.241, 3));
        assert_eq!(read(&*trend, "points"), Some(66.0));
    }
}

/// Epoch AI publishes 4.7 times a year, n = 428, R² = 0.60.
#[test]
fn training_compute_grows_as_published() {
    let trend = outcome("dataset=training-compute&from=2010");
    assert!(agrees(read(&*trend, "factor_per_year").unwrap(), 4.679, 3));
    assert!(agrees(read(&*trend, "r_squared").unwrap(), 0.604, 3));
    assert_eq!(read(&*trend, "points"), Some(428.0));
}

#[test]
fn machines_grow_tenfold_in_six_years() {
    assert!(agrees(years(&*outcome("dataset=machines&from=1940&to=1998"), "tenfold_time"), 5.73, 2));
}

/// By ordinary least squares in Python; with a level for each market it is 3.093, and 3.703 since 2010.
#[test]
fn graphics_cards_grow_as_an_independent_fit_says() {
    for (state, doubling, within, points) in [
        ("", 3.2285, 3.2285, 175.0),
        ("&from=2010", 4.1551, 4.1551, 148.0),
        ("&segment=professional", 2.145, 2.145, 30.0),
        ("&segment=all", 3.779, 3.093, 205.0),
        ("&segment=all&from=2010", 4.770, 3.703, 178.0),
        ("&segment=all&frontier=true", 2.631, 2.631, 22.0),
        ("&segment=all&frontier=true&from=2010", 4.095, 4.095, 14.0),
    ] {
        let trend = outcome(&format!("dataset=gpu-prices{state}"));
        assert!(agrees(years(&*trend, "doubling_time"), doubling, 3), "{state}: {}", years(&*trend, "doubling_time"));
        assert!(agrees(years(&*trend, "doubling_time_within"), within, 3), "{state}: {}", years(&*trend, "doubling_time_within"));
        assert_eq!(read(&*trend, "points"), Some(points), "{state}");
    }
    let consumer = outcome("dataset=gpu-prices");
    assert!(agrees(years(&*consumer, "doubling_time_low"), 2.952, 3) && agrees(years(&*consumer, "doubling_time_high"), 3.562, 3));
    assert!(agrees(read(&*consumer, "factor_per_year").unwrap(), 1.2395, 4) && agrees(read(&*consumer, "r_squared").unwrap(), 0.720, 3));
}

/// Simpson's paradox: since 2010 both together double more slowly than either alone.
#[test]
fn two_markets_together_are_slower_than_each() {
    let [all, consumer, professional] = ["all", "consumer", "professional"]
        .map(|segment| years(&*outcome(&format!("dataset=gpu-prices&from=2010&segment={segment}")), "doubling_time"));
    assert!(all > consumer && all > professional, "{all} {consumer} {professional}");
}

/// A table of our own: twice as much every two years from 1950 on, in the middle of each year.
fn doubling() -> Tables {
    let mut text = "machine,year,calculations_per_s_per_1000_usd,source\n".to_owned();
    for place in 0..20 {
        text += &format!("m{place},{},{},kurzweil\n", 1950 + 2 * place, 3.0 * 2_f64.powi(place));
    }
    kurzweil(&text)
}

#[test]
fn an_exact_exponential_is_found() {
    let trend = ComputeTrend.solve(&values("dataset=kurzweil&from=1950&to=1980"), &doubling());
    let near = |name: &str, expected: f64| assert!((read(&*trend, name).expect(name) / expected - 1.0).abs() < 1e-9, "{name}");
    near("doubling_time", 2.0 * YEAR);
    near("doubling_time_low", 2.0 * YEAR);
    near("doubling_time_high", 2.0 * YEAR);
    near("doubling_time_robust", 2.0 * YEAR);
    near("tenfold_time", 2.0 * YEAR / 2_f64.log10());
    near("factor_per_year", 2_f64.sqrt());
    near("growth", 2_f64.powi(15));
    near("measured_growth", 2_f64.powi(15));
    near("r_squared", 1.0);
    near("points", 16.0);
}

#[test]
fn both_ends_of_the_range_belong_to_it() {
    let count = |state: &str| read(&*ComputeTrend.solve(&values(&format!("dataset=kurzweil&{state}")), &doubling()), "points");
    assert_eq!(count("from=1950&to=1954"), Some(3.0));
    assert_eq!(count("from=1950.5&to=1953.5"), Some(1.0));
}

#[test]
fn records_are_counted_anew_from_the_beginning_of_the_range() {
    let (all, records) = (outcome("dataset=machines&from=1950"), outcome("dataset=machines&from=1950&frontier=true"));
    assert!(read(&*records, "points").unwrap() < read(&*all, "points").unwrap() / 2.0);
    let first = |state: &str| {
        let table = outcome(state).table(Language::En);
        table.rows.iter().find(|row| row[3] == Cell::Text("yes".to_owned())).unwrap()[0].clone()
    };
    // The Zuse-1 is worse than the National-Ellis of 1928, and the first of the thirties.
    assert_eq!(first("dataset=machines&from=1930&frontier=true"), Cell::Text("Zuse-1".to_owned()));
    assert_eq!(first("dataset=machines&from=1890&frontier=true"), Cell::Text("Ohdner".to_owned()));
}

/// Years without points change nothing that is read: nothing is said of them.
#[test]
fn years_without_points_say_nothing() {
    for (wide, tight) in [
        ("dataset=gpu-prices&from=1890&to=2030", "dataset=gpu-prices"),
        ("dataset=kurzweil&from=1890&to=2030", "dataset=kurzweil"),
        ("dataset=transistors&from=1900&to=2030&fit=curve&frontier=true", "dataset=transistors&fit=curve&frontier=true"),
    ] {
        let said = |state: &str| {
            let outcome = outcome(state);
            let readouts = outcome.readouts(Language::En).into_iter().map(|readout| (readout.name, readout.reading, readout.display));
            (outcome.headline(Language::En), outcome.description(Language::De), readouts.collect::<Vec<_>>())
        };
        assert_eq!(said(wide), said(tight));
    }
    let trend = outcome("dataset=supercomputers&from=1964&to=1983&frontier=true&to=1977");
    // Two machines twelve years apart: along the line as much as from one to the other.
    assert!((read(&*trend, "growth").unwrap() / read(&*trend, "measured_growth").unwrap() - 1.0).abs() < 1e-9);
    assert_eq!(read(&*trend, "r_squared"), None);
}

/// Of Moravec's machines the rate itself has grown, as the lecturer and Moravec say; of records since 2010 nobody can tell.
#[test]
fn a_curve_tells_whether_growth_grew() {
    let century = outcome("fit=curve");
    assert!(read(&*century, "curvature_low").unwrap() > 0.0);
    let [english, german] = [Language::En, Language::De].map(|language| century.headline(language));
    assert!(english.ends_with(" grew ever faster") && german.ends_with(" immer schneller"), "{english} {german}");
    let slower = outcome("dataset=supercomputers&fit=curve").headline(Language::En);
    assert!(slower.ends_with("ever more slowly"), "{slower}");
    // How fast it was at an end is said only where that is known: near the top of a parabola it is not.
    let pace = |state: &str| with_unit(&outcome(state).readouts(Language::De).swap_remove(0).display);
    assert_eq!(pace("dataset=gpu-prices&fit=curve"), "1,6 → …\u{202f}Jahre");
    // In one unit with the line's own time to double, and records are called so.
    assert_eq!(pace("dataset=supercomputers&fit=curve"), "0,90 → 2,0\u{202f}Jahre");
    assert!(outcome("frontier=true&fit=curve").headline(Language::En).starts_with("By the records from 1900 to 1998, the computing"));
    let straight = outcome("dataset=gpu-prices&segment=professional&fit=curve");
    assert!(straight.headline(Language::En).ends_with("no bend can be made out"), "{}", straight.headline(Language::En));
    // The line's own numbers stay.
    assert_eq!(read(&*century, "doubling_time"), read(&*outcome(""), "doubling_time"));
    let few = outcome("fit=curve&from=1911&to=1920");
    assert!(few.caveat(Language::En).is_some_and(|caveat| caveat.contains("Too few points for a curve")));
}

/// All times to double stand in one unit, in the title too.
#[test]
fn what_doubles_within_a_year_is_shown_in_months() {
    let trend = outcome("dataset=training-compute");
    assert!(trend.headline(Language::En).contains("5.4\u{202f}months"), "{}", trend.headline(Language::En));
    let units = trend
        .readouts(Language::En)
        .into_iter()
        .filter(|readout| readout.name.starts_with("doubling_time") || readout.name == "tenfold_time")
        .map(|readout| readout.display.1);
    assert_eq!(units.collect::<Vec<_>>(), ["months"; 8]);
    let upper = outcome("dataset=supercomputers&from=1993&to=1994.5").readouts(Language::De);
    // Where the trend is unclear two of them are words.
    let is_time = |name: &str| name.starts_with("doubling_time") || name == "tenfold_time";
    let units = upper.into_iter().filter(|readout| is_time(readout.name) && !readout.display.1.is_empty());
    assert_eq!(units.map(|readout| readout.display.1).collect::<std::collections::BTreeSet<_>>().len(), 1);
}

#[test]
fn a_segment_acts_on_graphics_cards_only() {
    let points = |state: &str| read(&*outcome(state), "points").unwrap();
    let [all, consumer, professional] =
        ["all", "consumer", "professional"].map(|segment| points(&format!("dataset=gpu-prices&segment={segment}")));
    assert_eq!((consumer + professional, professional), (all, 30.0));
    assert_eq!(points("dataset=machines&segment=professional"), points("dataset=machines"));
}

#[test]
fn what_cannot_be_fitted_says_why() {
    for (state, sentence, missing) in [
        ("from=1990&to=1950", "Move one end", 17),
        ("from=1900&to=1901", "Points that count here: 1.", 17),
        ("from=1920.5&to=1927", "Points that count", 17),
        ("from=1977&to=1977", "have the same date", 17),
        ("dataset=supercomputers&from=1964&to=1977", "Two points cannot say", 10),
        ("from=1974&to=1978", "just as well be level", 1),
    ] {
        let trend = outcome(state);
        assert!(trend.caveat(Language::En).is_some_and(|caveat| caveat.contains(sentence)), "{state}: {:?}", trend.caveat(Language::En));
        let count = trend.readouts(Language::En).iter().filter(|readout| readout.reading == Reading::Missing).count();
        assert_eq!(count, missing, "{state}");
    }
    let nothing = ComputeTrend.solve(&values(""), &Tables::default());
    assert!(nothing.caveat(Language::De).is_some_and(|caveat| caveat.contains("noch nicht da")));
}

#[test]
fn a_trend_that_falls_has_no_doubling_time() {
    let text = "machine,year,calculations_per_s_per_1000_usd,source\na,1950,8,k\nb,1951,4,k\nc,1952,2,k\nd,1953,1,k\n";
    let trend = ComputeTrend.solve(&values("dataset=kurzweil"), &kurzweil(text));
    assert_eq!(["doubling_time", "tenfold_time", "doubling_time_low", "doubling_time_high"].map(|name| read(&*trend, name)), [None; 4]);
    assert!((read(&*trend, "factor_per_year").unwrap() - 0.5).abs() < 1e-12);
    assert!(trend.headline(Language::En).ends_with("fell by half every 1.0\u{202f}years"), "{}", trend.headline(Language::En));
    check(&"a trend that falls", &trend);
}

#[test]
fn the_title_states_what_the_points_bear() {
    let text = "machine,year,calculations_per_s_per_1000_usd,source\na,1950.1,1,k\nb,1950.4,2,k\nc,1950.7,4,k\nd,1950.9,7,k\n";
    let short = ComputeTrend.solve(&values("dataset=kurzweil"), &kurzweil(text));
    assert!(short.headline(Language::En).starts_with("From 1950 to 1951 the computing"), "{}", short.headline(Language::En));
    assert!(short.headline(Language::De).starts_with("Von 1950 bis 1951 verdoppelte"), "{}", short.headline(Language::De));
    for (state, english, german) in [
        (
            "from=1984&to=1985",
            "The computing that a dollar buys: no clear trend from 1984 to 1985",
            "Die Rechenleistung für einen Dollar: von 1984 bis 1985 kein klarer Trend",
        ),
        // R² is 0.46 here, and the slope is well known.
        (
            "dataset=gpu-prices&from=2010",
            "From 2010 to 2024 what a dollar buys in consumer graphics cards doubled every 4.2\u{202f}years",
            "Von 2010 bis 2024 verdoppelte sich die Leistung je Dollar bei Grafikkarten für zu Hause alle 4,2\u{202f}Jahre",
        ),
        (
            "from=1900&to=1940",
            "From 1900 to 1940 the computing that a dollar buys doubled every 6.2\u{202f}years (95 %: 4.5 to 10\u{202f}years)",
            "Von 1900 bis 1940 verdoppelte sich die Rechenleistung für einen Dollar alle 6,2\u{202f}Jahre (95 %: 4,5 bis 10\u{202f}Jahre)",
        ),
        (
            "dataset=supercomputers&from=1964&to=1977",
            "From 1964 to 1977 the speed of the fastest computer doubled every 2.2\u{202f}years (two points)",
            "Von 1964 bis 1977 verdoppelte sich die Leistung des schnellsten Rechners alle 2,2\u{202f}Jahre (zwei Punkte)",
        ),
        (
            "frontier=true",
            "By the records from 1900 to 1998, the computing that a dollar buys doubled every 2.1\u{202f}years",
            "Nach den Rekorden von 1900 bis 1998 verdoppelte sich die Rechenleistung für einen Dollar alle 2,1\u{202f}Jahre",
        ),
    ] {
        let trend = outcome(state);
        assert_eq!((&*trend.headline(Language::En), &*trend.headline(Language::De)), (english, german));
    }
}

/// The range in the title is that of the sliders, as far as there are points.
#[test]
fn the_title_names_the_years_of_the_sliders() {
    for dataset in &DATASETS {
        let title = outcome(&format!("dataset={}", dataset.id)).headline(Language::En);
        let years = format!("From {} to {} ", dataset.span.0, dataset.span.1);
        assert!(title.starts_with(&years) && title.contains(" doubled every "), "{title}, not {years}");
    }
    for (state, years) in [
        ("from=1901&to=1970", "From 1901 to 1970 "),
        ("dataset=gpu-prices&from=2011&to=2020", "From 2011 to 2020 "),
        ("dataset=gpu-prices&from=1890&to=2030", "From 2006 to 2024 "),
        ("dataset=gpu-prices&segment=professional&from=2000", "From 2012 to 2024 "),
    ] {
        let title = outcome(state).headline(Language::En);
        assert!(title.starts_with(years), "{state}: {title}");
    }
}

/// The words that a reader sees first, and the large number beside them.
fn said_large(outcome: &dyn Outcome, language: Language) -> (String, String, bool) {
    let large = outcome.readouts(language).swap_remove(0);
    (outcome.headline(language), with_unit(&large.display), large.accent)
}

#[test]
fn the_large_number_says_what_the_title_says() {
    let both = |state: &str| [Language::En, Language::De].map(|language| said_large(&*outcome(state), language));
    let [(title, large, accent), (_, german, _)] = both("from=1984&to=1985");
    assert!(title.contains("no clear trend") && large == "unclear" && german == "unklar" && !accent, "{title}: {large}");
    // The ends of a curve, in the unit of the title.
    let [(title, large, accent), _] = both("fit=curve");
    assert!(title.ends_with("grew ever faster"), "{title}");
    assert!(large == "7.0 → 1.4\u{202f}years" && accent, "{large}");
    let [(title, large, _), _] = both("from=1890&fit=curve");
    assert!(title.ends_with("grew ever faster") && large.starts_with("… → "), "{title}: {large}");
    let [(_, large, accent), _] = both("");
    assert!(large == "1.96\u{202f}years" && accent);
}

#[test]
fn where_only_the_robust_line_falls_it_says_so() {
    let trend = outcome("dataset=kurzweil&from=1953&to=1960");
    assert!(read(&*trend, "doubling_time").is_some());
    let robust = trend.readouts(Language::En).into_iter().find(|readout| readout.name == "doubling_time_robust").unwrap();
    assert_eq!((robust.reading, robust.display.0.as_str()), (Reading::Missing, Strings::of(Language::En).trend_reason_falls));
}

#[test]
fn the_guess_is_compared_with_two_machines() {
    let trend = outcome("");
    // Gateway G6-200: 3.5e8 instructions/s for 2950 dollars; Steiger Millionaire: 0.0133 for 187 000. Dollars of 1997.
    let grown = read(&*trend, "measured_growth").unwrap();
    assert!(agrees(grown / 1e12, 1.67, 2), "{grown}");
    for (guess, words) in [(1e12, "Well guessed"), (100.0, "times as much as you guessed"), (1e20, "too high by a factor")] {
        let prediction = trend.prediction().expect("there is a question");
        let verdict = prediction.verdict(guess, Language::En);
        assert!(verdict.contains(words) && verdict.contains("1.7 trillion times"), "{verdict}");
        assert!(prediction.verdict(guess, Language::De).contains("1,7-Billionen-Fache"), "{}", prediction.verdict(guess, Language::De));
    }
}

fn handles(picture: &dyn Picture) -> Vec<Handle> {
    picture.interaction().expect("the range can be dragged").handles()
}

fn edited(picture: &dyn Picture, gesture: Gesture) -> Vec<(Key, f64)> {
    picture.interaction().expect("the range can be dragged").edit(gesture)
}

#[test]
fn the_ends_of_the_range_can_be_dragged() {
    let trend = outcome("from=1940&to=1990");
    for frame in [WIDE, NARROW] {
        let picture = picture(&trend, &frame);
        let handles = handles(&*picture);
        let keys = [(Some(key::from), None), (Some(key::to), None)];
        assert_eq!(handles.iter().map(|handle| (handle.across, handle.up)).collect::<Vec<_>>(), keys);
        let places: Vec<_> = handles.iter().map(|handle| handle.at).collect();
        let moved = |handle, to| edited(&*picture, Gesture::Move { handle, to });
        assert_eq!(moved(0, places[0]), [(key::from, 1940.0)]);
        assert_eq!(moved(1, places[1]), [(key::to, 1990.0)]);
        // They do not pass each other, and stay on the chart.
        assert_eq!(moved(0, (1e4, 0.0)), [(key::from, 1989.0)]);
        assert_eq!(moved(1, (-1e4, 0.0)), [(key::to, 1941.0)]);
        assert!(picture.interaction().is_some_and(|interaction| interaction.sweeps()));
        let swept = |from, to| edited(&*picture, Gesture::Sweep { from, to });
        for (start, end) in [(places[0].0, places[1].0), (places[1].0, places[0].0)] {
            assert_eq!(swept(start, end), [(key::from, 1940.0), (key::to, 1990.0)]);
        }
        assert_eq!(swept(places[0].0, places[0].0), [(key::from, 1940.0), (key::to, 1942.0)]);
        assert_eq!(edited(&*picture, Gesture::Press(places[0])), []);
    }
}

/// A year apart they are grasped where they are drawn, and what is grasped stays where it is.
#[test]
fn ends_a_year_apart_stay_two() {
    for (state, left, right) in [("from=1960&to=1961", key::from, key::to), ("from=1961&to=1960", key::to, key::from)] {
        let trend = outcome(state);
        for frame in [WIDE, NARROW] {
            let handles = handles(&*picture(&trend, &frame));
            let x = |key| handles.iter().find(|handle| handle.across == Some(key)).expect("two ends").at.0;
            assert!(x(right) - x(left) > 35.0, "{state}");
        }
    }
    for frame in [WIDE, NARROW] {
        for (from, to) in [(1960, 1961), (1960, 1963), (1960, 1966), (1960, 1980), (1998, 1999)] {
            let picture = picture(&outcome(&format!("from={from}&to={to}")), &frame);
            for (handle, (key, year)) in [(key::from, f64::from(from)), (key::to, f64::from(to))].into_iter().enumerate() {
                let grip = handles(&*picture)[handle].at;
                // At the very edge of the frame a handle is kept on the page.
                if grip.0 < frame.width - 6.0 {
                    assert_eq!(edited(&*picture, Gesture::Move { handle, to: grip }), [(key, year)], "{from} to {to}");
                }
            }
        }
    }
}

#[test]
fn every_point_can_be_asked() {
    let supercomputers = picture(&outcome("dataset=supercomputers"), &WIDE);
    let points = supercomputers.points().expect("there are points");
    assert_eq!((points.count(), points.name(0)), (71, "CDC 6600"));
    assert_eq!(points.details(0, Language::En), "1964: 3\u{202f}000\u{202f}000\u{202f}FLOP/s (secondary source, order of magnitude)");
    let transistors = picture(&outcome("dataset=transistors"), &NARROW);
    let points = transistors.points().expect("there are points");
    assert_eq!(points.name(0), "Chip, in der Quelle ohne Namen");
    assert_eq!(points.details(0, Language::De), "1971,9: 2310\u{202f}Transistoren (Rupp 2022)");
    assert_eq!(points.details(999, Language::De), "");
}

/// A point is labelled exactly where the picture has its name, or the part of it that the chart calls it by.
#[test]
fn labelled_points_have_their_names_in_the_picture() {
    for (state, names) in [
        ("", &["IBM Tabulator", "Colossus", "ENIAC", "Commodore 64", "Gateway G6-200"][..]),
        ("dataset=kurzweil", &["Analytical Engine (Babbage)", "Colossus", "DEC PDP-8", "Cray 1", "Pentium II"]),
        ("dataset=supercomputers", &["CDC 6600", "Cray-2", "ASCI Red", "Roadrunner", "El Capitan"]),
    ] {
        let outcome = outcome(state);
        for frame in [WIDE, NARROW] {
            let (picture, markup) = (picture(&outcome, &frame), moving(&outcome, &frame));
            let points = picture.points().expect("there are points");
            let labelled: Vec<_> = (0..points.count()).filter(|index| points.is_labelled(*index)).map(|index| points.name(index)).collect();
            assert!(!labelled.is_empty() && labelled.iter().all(|name| names.contains(name)), "{labelled:?}");
            for name in names.iter().filter(|name| **name != "Cray 1") {
                let text = format!(">{}<", name.trim_end_matches(" (Babbage)"));
                assert_eq!(labelled.contains(name), markup.contains(&text), "{name}");
            }
        }
    }
}

#[test]
fn the_table_has_every_point_with_its_source() {
    for dataset in DATASETS.iter() {
        let trend = outcome(&format!("dataset={}", dataset.id));
        let table = trend.table(Language::En);
        assert!(table.rows.iter().all(|row| row.len() == table.heads.len() && row[4] != Cell::Text(String::new())), "{}", dataset.id);
        let counted = table.rows.iter().filter(|row| row[3] == Cell::Text("yes".to_owned())).count();
        assert_eq!(Some(counted as f64), read(&*trend, "points"));
    }
}

fn still(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    let [background, _] = layers(outcome, frame, 0.0);
    background
}

fn moving(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    let [_, foreground] = layers(outcome, frame, 0.0);
    foreground
}

/// The picture before the guess.
fn asking(outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    outcome.prediction().expect("there is a question").draw(&mut svg, frame);
    svg.markup()
}

/// All that an outcome owes the page.
fn check(state: &dyn Debug, outcome: &Arc<dyn Outcome>) {
    owed::check(&ComputeTrend, state, outcome, &READOUTS, &WIDTHS, 0.0);
    assert!(outcome.readouts(Language::En).iter().all(|readout| !matches!(readout.reading, Reading::Word(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(60)))]

    #[test]
    fn a_caveat_says_why_readouts_are_missing(shares in shares(&ComputeTrend)) {
        let state = at_shares(&ComputeTrend, &shares);
        for tables in [tables(), Tables::default()] {
            let outcome = ComputeTrend.solve(&state, &tables);
            let missing = outcome.readouts(Language::En).iter().any(|readout| readout.reading == Reading::Missing);
            prop_assert_eq!(missing, outcome.caveat(Language::En).is_some());
        }
    }

    /// Where the title states a time to double, it is the large number's, and where it states none, neither does that.
    #[test]
    fn title_and_large_number_agree(shares in shares(&ComputeTrend)) {
        let outcome = ComputeTrend.solve(&at_shares(&ComputeTrend, &shares), &tables());
        let (title, large, accent) = said_large(&*outcome, Language::En);
        if title.contains("doubled every") {
            let unit = if large.ends_with("months") { YEAR / 12.0 } else { YEAR };
            let stated = significant(read(&*outcome, "doubling_time").unwrap_or(f64::NAN) / unit, 2, Language::En);
            prop_assert!(title.contains(&format!("every {stated}\u{202f}")) && accent, "{title}: {large}");
        } else if title.contains("no clear trend") {
            prop_assert!(!large.contains(|letter: char| letter.is_ascii_digit()) && !accent, "{title}: {large}");
        } else if title.contains("grew ever") {
            prop_assert!(large.contains('→') || large == "varies", "{title}: {large}");
        }
    }

    /// Nothing that is read speaks of years that have no points: the range of the points alone says the same.
    #[test]
    fn only_years_with_points_are_read(shares in shares(&ComputeTrend)) {
        let state = at_shares(&ComputeTrend, &shares);
        let outcome = ComputeTrend.solve(&state, &tables());
        let said = |outcome: &dyn Outcome| {
            let readouts = outcome.readouts(Language::En).into_iter().map(|readout| (readout.name, readout.reading, readout.display));
            readouts.collect::<Vec<_>>()
        };
        let counted = outcome.table(Language::En).rows.into_iter().filter(|row| row[3] == Cell::Text("yes".to_owned()));
        let years: Vec<f64> = counted.filter_map(|row| row[1].number()).collect();
        if let (Some(first), Some(last), true) = (years.first(), years.last(), read(&*outcome, "points") > Some(1.0)) {
            let mut tight = state.clone();
            tight.set(key::from.0, *first);
            tight.set(key::to.0, *last);
            prop_assert_eq!(said(&*outcome), said(&*ComputeTrend.solve(&tight, &tables())));
        }
    }
}

/// States that can be looked at.
const STATES: [(&str, &str); 17] = [
    ("machines", ""),
    ("since-1940", "from=1940&to=1998"),
    ("linear", "scale=linear"),
    ("records", "frontier=true"),
    ("kurzweil", "dataset=kurzweil"),
    ("gpu-prices", "dataset=gpu-prices"),
    ("professional", "dataset=gpu-prices&segment=professional"),
    ("both-markets", "dataset=gpu-prices&segment=all&from=2010"),
    ("curve", "fit=curve"),
    ("slowing-curve", "dataset=supercomputers&fit=curve&scale=linear"),
    ("transistors", "dataset=transistors"),
    ("supercomputers", "dataset=supercomputers"),
    ("supercomputers-linear", "dataset=supercomputers&scale=linear"),
    ("training-compute", "dataset=training-compute"),
    ("unsure", "from=1974&to=1978"),
    ("reversed", "from=1990&to=1950"),
    ("two-points", "dataset=supercomputers&from=1964&to=1977"),
];

/// Those of them, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 18] = [
    "machines-wide",
    "machines-narrow",
    "since-1940-wide",
    "linear-narrow",
    "records-wide",
    "kurzweil-narrow",
    "gpu-prices-wide",
    "professional-narrow",
    "both-markets-wide",
    "curve-wide",
    "curve-narrow",
    "slowing-curve-wide",
    "transistors-narrow",
    "supercomputers-wide",
    "training-compute-wide",
    "training-compute-narrow",
    "unsure-wide",
    "two-points-narrow",
];

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (name, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, state) = STATES.into_iter().find(|(other, _)| *other == name).expect("a state");
        assert_drawn(&format!("compute_trend__{snapshot}"), frame, &drawn(&outcome(state), frame));
    }
}

#[test]
fn typical_states_are_whole() {
    for (name, state) in STATES {
        check(&name, &outcome(state));
    }
}

#[test]
fn the_picture_waits_for_its_table_and_for_the_guess() {
    let (missing, trend) = (ComputeTrend.solve(&values(""), &Tables::default()), outcome(""));
    assert_drawn("compute_trend__no-table-narrow", &NARROW, &drawn(&missing, &NARROW));
    for (frame, layout) in [(WIDE, "wide"), (NARROW, "narrow")] {
        let frame = Frame { guess: Some(1e4), ..frame };
        let markup = asking(&trend, &frame);
        assert!(!markup.contains("accent") && !markup.contains("1.7"));
        assert_drawn(&format!("compute_trend__held-{layout}"), &frame, &markup);
        assert_drawn(&format!("compute_trend__guessed-{layout}"), &frame, &drawn(&trend, &frame));
    }
}

#[test]
fn a_guess_is_where_it_was_put() {
    let trend = outcome("");
    let prediction = trend.prediction().expect("there is a question");
    for frame in [WIDE, NARROW] {
        let guesses = (0..=10).map(|step| 40.0 + f64::from(step) * (frame.height - 80.0) / 10.0);
        let guesses: Vec<_> = guesses.map(|y| prediction.guess_at(&frame, (0.0, y)).expect("the picture takes guesses")).collect();
        assert!(guesses.windows(2).all(|pair| pair[0] > pair[1]));
        assert!(guesses[0] > 1e18 && guesses[10] < 10.0, "{guesses:?}");
    }
}

#[test]
fn nothing_leaves_the_frame_at_any_width() {
    for (_, state) in STATES {
        let outcome = outcome(state);
        for width in [280.0, 350.0, 500.0, 559.0, 560.0, 640.0, 900.0] {
            for (language, _) in LANGUAGES {
                let narrow = width < 560.0;
                let frame = Frame { width, narrow, language: *language, height: if narrow { 340.0 } else { 560.0 }, guess: Some(1e6) };
                for markup in [still(&outcome, &frame), moving(&outcome, &frame), asking(&outcome, &frame)] {
                    check_frame(&frame, &markup, 6.0);
                }
            }
        }
    }
}

/// What changes while the range is dragged is small, whatever the number of points.
#[test]
fn points_and_axes_stay_while_the_range_is_dragged() {
    for dataset in DATASETS.iter() {
        let [one, other] = ["from=1950&to=2020", "from=1985&to=2024"].map(|range| outcome(&format!("dataset={}&{range}", dataset.id)));
        for frame in [WIDE, NARROW] {
            assert_eq!(still(&one, &frame), still(&other, &frame));
            assert!(moving(&one, &frame).len() < 8000, "{}: {}", dataset.id, moving(&one, &frame).len());
        }
    }
}

/// Run with `cargo test --release -p pendrop-figures --test all compute_trend -- --ignored --nocapture`.
#[test]
#[ignore = "measures time"]
fn a_step_of_the_range_is_fast() {
    let tables = tables();
    for dataset in DATASETS.iter() {
        let mut times: Vec<f64> = (0..200)
            .map(|step| {
                let state = values(&format!("dataset={}&from={}", dataset.id, dataset.span.0 as i32 + step % 5));
                let start = std::time::Instant::now();
                let outcome = ComputeTrend.solve(&state, &tables);
                let size = outcome.readouts(Language::En).len() + outcome.headline(Language::En).len();
                let size = size + layers(&outcome, &WIDE, 0.0).concat().len();
                assert!(size > 0);
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{}: median {:.2} ms, 95 % {:.2} ms", dataset.id, times[100], times[190]);
    }
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    let missing = ComputeTrend.solve(&values(""), &Tables::default());
    STATES.into_iter().map(|(name, state)| (name, outcome(state))).chain([("no-table", missing)]).collect()
}
