//! What figures say where readers look for words: which readouts are missing and why, how published numbers are shown, and what
//! the headline finds, in every language.

use std::sync::Arc;

use crate::common::data::tables;
use pendrop_figures::{figure, testing::values};
use pendrop_kit::{
    locale::{LANGUAGES, Language},
    outcome::{Outcome, Prominence, Reading, beside_each_other},
};

fn solved(id: &str, query: &str) -> Arc<dyn Outcome> {
    let figure = figure(id).unwrap_or_else(|| panic!("there is no {id}"));
    figure.solve(&values(figure, query), &tables())
}

/// A readout as it is shown, with its unit.
fn shown(outcome: &dyn Outcome, name: &str, language: Language) -> String {
    let found = outcome.readouts(language).into_iter().find(|readout| readout.name == name).unwrap_or_else(|| panic!("there is no {name}"));
    format!("{} {}", found.display.0, found.display.1).trim_end().to_owned()
}

/// The texts in English and in German.
fn said(outcome: &dyn Outcome, what: &str) -> [String; 2] {
    [Language::En, Language::De].map(|language| match what {
        "headline" => outcome.headline(language),
        "caveat" => outcome.caveat(language).unwrap_or_default(),
        readout => shown(outcome, readout, language),
    })
}

#[test]
fn published_numbers_are_shown_as_they_are_published() {
    for (query, readout, english, german) in [
        ("dataset=transistors", "doubling_time", "2.02 years", "2,02 Jahre"),
        ("dataset=transistors", "r_squared", "0.981", "0,981"),
        ("dataset=transistors", "points", "107", "107"),
        ("dataset=supercomputers&from=1993", "doubling_time", "1.24 years", "1,24 Jahre"),
        ("dataset=supercomputers&from=1993", "points", "66", "66"),
        ("dataset=training-compute&from=2010", "factor_per_year", "4.68 times", "4,68 mal"),
        ("dataset=training-compute&from=2010", "points", "428", "428"),
        ("dataset=training-compute&from=2010", "r_squared", "0.604", "0,604"),
        ("from=1940&to=1998", "tenfold_time", "5.73 years", "5,73 Jahre"),
        ("dataset=gpu-prices", "doubling_time", "3.23 years", "3,23 Jahre"),
        ("dataset=gpu-prices&segment=all", "doubling_time", "3.78 years", "3,78 Jahre"),
        ("dataset=training-compute", "doubling_time", "5.39 months", "5,39 Monate"),
    ] {
        assert_eq!(said(&*solved("compute-trend", query), readout), [english, german], "{query}");
    }
}

/// Each with a part of the caveat; the readouts are all that are missing.
#[test]
fn what_is_missing_says_why() {
    const BOUNDS: &str = "doubling_time_low doubling_time_high doubling_time_low_hac doubling_time_high_hac";
    const CURVE: &str = "curvature curvature_low curvature_high curvature_low_hac curvature_high_hac";
    let falls = format!("{BOUNDS} doubling_time tenfold_time doubling_time_robust doubling_time_within");
    let no_fit = format!("{falls} {CURVE} factor_per_year measured_growth r_squared growth");
    let level = format!("{falls} {CURVE} r_squared");
    let two = format!("{BOUNDS} {CURVE} r_squared");
    let untested = "came_last mean_error_decades bias_decades coverage_95 mean_error_decades_constant mean_error_decades_recent bias_decades_constant \
        bias_decades_recent coverage_80 outcomes";
    let unknown = format!("{untested} forecast");
    let hidden = format!("{untested} beats_constant beats_recent");
    let no_landing = "prediction_error fall_time fall_time_vacuum impact_speed dominance peak_drag_to_weight drift";
    let no_pull = format!("{no_landing} terminal_velocity");
    let no_times = "relative_spread mean standard_deviation p05 p95";
    let no_shares = "share_compute share_price share_spending share_other share_algorithms dominant_driver";
    for (id, query, missing, english, german) in [
        ("compute-trend", "from=1990&to=1950", no_fit.as_str(), "past the other", "am anderen vorbei"),
        ("compute-trend", "from=1893&to=1899", &no_fit, "needs two points", "braucht zwei Punkte"),
        ("compute-trend", "from=1944&to=1944.5", &no_fit, "count here: 1", "Hier zählen: 1"),
        ("compute-trend", "from=2000&to=2020", &no_fit, "end in 1997", "enden 1997"),
        ("compute-trend", "from=1911&to=1919", &two, "Two points", "zwei Punkte"),
        ("compute-trend", "from=1974&to=1978", "doubling_time_high", "be level", "waagrecht"),
        ("compute-trend", "from=1949&to=1954", &falls, "line falls", "Gerade fällt"),
        ("compute-trend", "dataset=supercomputers&from=2013.4&to=2014.5", &level, "is level", "Waagrecht"),
        ("backtest", "cut=1895&reveal=true", &unknown, "Fewer than three points", "Weniger als drei Punkte"),
        ("backtest", "cut=2010&reveal=true", untested, "no point after 2010", "Nach 2010"),
        (
            "backtest",
            "cut=1908&horizon=20&reveal=true",
            "bias_decades_recent mean_error_decades_recent",
            "five years before",
            "fünf Jahren davor",
        ),
        ("backtest", "reveal=false", &hidden, "choose “Show what happened”", "wählen Sie „Zeigen, was kam“"),
        ("pen-drop", "world=water", no_landing, "it displaces", "verdrängte Fluid"),
        ("pen-drop", "gravity=0", &no_pull, "first ten seconds", "ersten zehn Sekunden"),
        ("pen-drop", "gravity=0&wind=10", &no_pull, "Nothing pulls downward", "zieht nichts nach unten"),
        ("pen-drop", "fluid_density=1000&volume=0.01&wind=-3", no_landing, "it displaces", "verdrängte Fluid"),
        ("dominance-map", "world=water", "prediction_error fall_time fall_time_vacuum", "too large", "zu groß"),
        ("ensemble", "object=ping-pong-ball&world=water", no_times, "it displaces", "das verdrängte Fluid"),
        ("ensemble", "gravity=0", no_times, "no fall time", "keine Fallzeit"),
        ("flutter", "inertia=1.4", "predictable_for time_per_decade", "within the tolerance", "innerhalb der Toleranz"),
        ("flutter", "duration=200", "separation descent_velocity", "rounding errors", "Rundungsfehler"),
        ("drivers", "spending_growth=0.5&price_halving=20&algorithm_halving=20", no_shares, "no growth", "kein Wachstum"),
        ("search-vs-knowledge", "opponent=soft", "crossover_compute", "No crossing", "Kein Überholen"),
        (
            "search-vs-knowledge",
            "compute=64&games=2&positions=0",
            "crossover_compute optimal_pure optimal_opponent rollouts_per_s",
            "No crossing",
            "Kein Überholen",
        ),
        ("learn-the-drop", "flutter=0", "crossover_samples", "up to 1000 measurements", "Bis 1000 Messungen"),
        ("learn-the-drop", "samples=10", "crossover_samples", "Not overtaken", "nicht überholt"),
        ("ngram-orders", "characters=200000", "order_4_from", "has only", "hat der Text nur"),
        ("structure-vs-scale", "compute=1e9", "crossover_cnn crossover_mlp", "up to 1\u{202f}GFLOP", "Bis 1\u{202f}GFLOP"),
        ("structure-vs-scale", "compute=9e9", "crossover_cnn", "Convolutional: not up", "Faltungsnetz: bis"),
        ("crossing-curves", "structure=0&measured=true", "crossing_year off_by", "nothing to overtake", "gibt es nichts"),
        ("crossing-curves", "compute_now=1e7", "crossing_year off_by", "crossed already", "schon gekreuzt"),
        ("crossing-curves", "years=9&measured=true", "crossing_year", "further ahead", "weiter voraus"),
    ] {
        let outcome = solved(id, query);
        let (mut found, mut expected) = (Vec::new(), missing.split(' ').collect::<Vec<_>>());
        found.extend(
            outcome.readouts(Language::En).into_iter().filter(|readout| readout.reading == Reading::Missing).map(|readout| readout.name),
        );
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{id}?{query}");
        for (caveat, part) in said(&*outcome, "caveat").into_iter().zip([english, german]) {
            assert!(caveat.contains(part), "{id}?{query}: {caveat}");
        }
        // A reason in words, and no number that could be taken for the value.
        for (language, _) in LANGUAGES {
            for name in &found {
                let reason = shown(&*outcome, name, *language);
                let words = reason.chars().filter(|letter| letter.is_alphabetic()).count() >= 3;
                assert!(words && !reason.contains(|letter: char| letter.is_ascii_digit()), "{id}?{query}: {name} reads {reason}");
            }
        }
    }
}

/// Where many are missing for one reason, that is said once; it is the first of them that says it.
#[test]
fn readouts_beside_each_other_say_a_reason_once() {
    for (id, query, reasons) in [
        ("your-device", "", ["press Measure", "erst messen"]),
        ("backtest", "", ["not revealed yet", "noch verdeckt"]),
        ("pen-drop", "gravity=0", ["no landing", "keine Landung"]),
        ("compute-trend", "from=1990&to=1950", ["empty range", "leerer Zeitraum"]),
    ] {
        for ((language, _), reason) in LANGUAGES.iter().zip(reasons) {
            let readouts = beside_each_other(solved(id, query).readouts(*language));
            let missing: Vec<_> = readouts.iter().filter(|readout| readout.reading == Reading::Missing).collect();
            let count = |text: &str| missing.iter().filter(|readout| readout.display.0 == text).count();
            assert!(count(reason) == 1 && count("–") > 4, "{id}?{query}: said {} times", count(reason));
            assert!(missing[0].prominence == Prominence::Large && missing[0].display.0 != "–", "{id}?{query}");
        }
    }
    // What is there stays as it is, and each reason of its own too.
    let readouts = beside_each_other(solved("backtest", "cut=1908&horizon=20&reveal=true").readouts(Language::En));
    let dashes: Vec<_> = readouts.iter().filter(|readout| readout.display.0 == "–").map(|readout| readout.name).collect();
    assert_eq!(dashes, ["bias_decades_recent"]);
}

#[test]
fn words_are_shown_in_the_readers_language() {
    for (id, query, readout, word, english, german) in [
        ("flutter", "inertia=0.8", "regime", "flutter", "fluttering", "flatternd"),
        ("flutter", "inertia=1.4", "regime", "tumbling", "tumbling", "taumelnd"),
        ("flutter", "inertia=1.5", "regime", "mixed", "mixed", "gemischt"),
        ("flutter", "inertia=2.2", "regime", "chaotic", "chaotic", "chaotisch"),
        ("flutter", "inertia=3", "regime", "flutter", "fluttering", "flatternd"),
        ("drivers", "", "dominant_driver", "compute", "Compute", "Rechnen"),
        ("drivers", "scenario=flat-budget", "dominant_driver", "algorithms", "Algorithms", "Algorithmen"),
        ("drivers", "other_growth=1", "dominant_driver", "none", "neither", "keine"),
        ("pen-drop", "", "dominant_force", "gravity", "gravity", "Schwerkraft"),
        ("pen-drop", "object=feather", "dominant_force", "none", "none", "keine"),
        ("pen-drop", "object=ping-pong-ball&mass=0.001&height=0.1&wind=20", "dominant_force", "wind", "wind", "Wind"),
        ("pen-drop", "world=water", "dominant_force", "buoyancy", "buoyancy", "Auftrieb"),
        ("crossing-curves", "", "best_now", "more-structure", "more structure", "mehr Struktur"),
        ("crossing-curves", "", "best_later", "less-structure", "less structure", "weniger Struktur"),
        ("crossing-curves", "structure=0", "best_now", "neither", "neither", "keines von beiden"),
    ] {
        let outcome = solved(id, query);
        let reading = outcome.readouts(Language::De).into_iter().find(|other| other.name == readout).map(|other| other.reading.data());
        assert_eq!(reading.as_deref(), Some(word), "{id}?{query}");
        assert_eq!(said(&*outcome, readout), [english, german], "{id}?{query}");
    }
}

#[test]
fn headlines_state_the_finding() {
    for (id, query, english, german) in [
        ("fixed-budget", "", "73.1 times as much", "das 73,1-Fache"),
        ("fixed-budget", "halving_time=2", "1020 times as much", "das 1020-Fache"),
        ("ensemble", "jitter=0&object=feather", "every drop takes equally long", "dauert jeder Fall gleich lang"),
        ("ensemble", "fluid_density=774.4", "50\u{202f}% of the drops never land", "landen 50\u{202f}% der Versuche nie"),
        (
            "backtest",
            "dataset=supercomputers&cut=2013&reveal=true",
            "the band held 35\u{202f}% of what came",
            "das Band fasste 35\u{202f}% dessen, was kam",
        ),
        ("flutter", "", "after 70.3 units of time", "nach 70,3 Zeiteinheiten"),
        ("your-device", "", "?", "?"),
        ("search-vs-knowledge", "", "pure search beats a player limited to two moves", "schlägt die reine Suche"),
        ("search-vs-knowledge", "opponent=soft", "Up to 32\u{202f}768 units", "führt die reine Suche nie"),
        ("search-vs-knowledge", "opponent=rules-only", "beats rules of thumb", "Faustregeln"),
        ("learn-the-drop", "", "From about 45 measurements on", "Ab etwa 45 Messungen"),
        (
            "learn-the-drop",
            "samples=10",
            "the law of falling is still the best: off by 12\u{202f}mm",
            "noch am besten: 12\u{202f}mm daneben",
        ),
        ("learn-the-drop", "flutter=0", "nothing beats it: off by 160\u{202f}µm", "nichts besser: 160\u{202f}µm daneben"),
        ("learn-the-drop", "flutter=0&noise=0&samples=10&seeds=5", "exact as soon as", "trifft genau, sobald"),
        ("ngram-orders", "", "looking back 2 letters guesses best", "wer 2 Buchstaben zurückblickt"),
        ("ngram-orders", "characters=100", "looking back at nothing guesses best", "wer gar nicht zurückblickt"),
        ("ngram-orders", "characters=1000", "looking back 1 letter guesses best", "wer 1 Buchstaben zurückblickt"),
        ("ngram-orders", "smoothing=mixed", "Mixed with shorter ones, looking back 5 letters costs", "Gemischt kosten 5 Buchstaben"),
        ("structure-vs-scale", "", "it overtook the features at 9.3\u{202f}GFLOP", "bei 9,3\u{202f}GFLOP überholt"),
        (
            "structure-vs-scale",
            "compute=1e10",
            "With 10\u{202f}GFLOP, the plain network is ahead",
            "Mit 10\u{202f}GFLOP ist das einfache Netz vorn",
        ),
        ("structure-vs-scale", "compute=1e9", "the hand-made features are still ahead: 75", "die Merkmale von Hand noch vorn: 75"),
        ("crossing-curves", "", "and less in 9.96 years", "und in 9,96 Jahren weniger"),
        ("crossing-curves", "years=9", "still is in 9 years", "in 9 Jahren noch immer"),
        ("crossing-curves", "compute_now=1e7", "already the better choice today", "schon heute die bessere Wahl"),
    ] {
        for (headline, part) in said(&*solved(id, query), "headline").into_iter().zip([english, german]) {
            assert!(headline.contains(part), "{id}?{query}: {headline}");
        }
    }
}
