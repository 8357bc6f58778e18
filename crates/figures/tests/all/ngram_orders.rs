//! `ngram-orders`: what is recorded for both languages, the text of the site, texts of the reader's, and the pictures.

use std::{any::Any, sync::Arc};

use crate::common::data::tables;
use crate::common::growth::read;
use crate::common::jobs::{at_steps, begun, so_far, states_are_drawn};
use crate::common::owed::{self, WIDTHS};
use crate::common::still;
use pendrop_figures::{
    ngram_orders::{NgramOrders, NgramOrdersOutcome},
    testing::values,
};
use pendrop_kit::{
    figure::Figure,
    job::Results,
    locale::{LANGUAGES, Language},
    outcome::Outcome,
    picture::Frame,
    tables::Tables,
};

const READOUTS: [&str; 7] =
    ["best_order", "bits_per_character", "cost_of_highest", "order_1_from", "order_2_from", "order_3_from", "order_4_from"];
const WIDE: Frame = Frame { width: 640.0, height: 500.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 400.0, narrow: true, language: Language::De, guess: None };

/// Something that is not recorded.
const LONG: &str = "seed=7&characters=1000";

fn of_site(language: Language) -> Tables {
    tables().reading(language, None)
}

fn given(text: &str) -> Tables {
    tables().reading(Language::En, Some(text.into()))
}

fn solved(query: &str, tables: &Tables) -> Arc<dyn Outcome> {
    NgramOrders.solve(&values(&NgramOrders, query), tables)
}

/// Verse that is the same again and again in another order: whoever looks back can know.
fn verse(lines: usize) -> String {
    let all = [
        "Ὕβρις φυτεύει τύραννον.\r\n",
        "雪とけて村いっぱいの子どもかな。\r\n",
        "🖊️ falls, 🪶 floats.\t\u{1}\r\n",
        "مرحبا بالعالم الجميل.\r\n",
    ];
    (0..lines).map(|line| all[line * line % 7 % 4]).collect()
}

/// Each weaker assumption overtakes the stronger one in turn, in the prototype at 300, 7000 and 57 000 characters of a larger text;
/// mixed, a memory that is too long costs little.
#[test]
fn the_recording_shows_each_assumption_overtaken_in_turn() {
    for (language, code) in LANGUAGES {
        let tables = of_site(*language);
        let number = |query: &str, name: &str| read(&*solved(query, &tables), name);
        for query in ["", "smoothing=mixed", "characters=100&order=7"] {
            assert!(NgramOrders.recording(&values(&NgramOrders, query), tables.corpus()).is_some(), "{code} {query}");
        }
        let best = ["characters=100", "characters=1000", "characters=10000", "characters=500000"].map(|query| number(query, "best_order"));
        assert_eq!(best, [Some(0.0), Some(1.0), Some(2.0), Some(3.0)], "{code}");
        let from = READOUTS[3..].iter().map(|name| number("", name)).collect::<Vec<_>>();
        let [Some(one), Some(two), Some(three), None] = from[..] else { panic!("{code}: {from:?}") };
        assert!((100.0..1000.0).contains(&one) && (2000.0..10_000.0).contains(&two) && (15_000.0..60_000.0).contains(&three), "{from:?}");
        for characters in ["characters=1000", "characters=10000"] {
            let [alone, mixed] =
                ["alone", "mixed"].map(|smoothing| number(&format!("{characters}&smoothing={smoothing}"), "cost_of_highest"));
            assert!(alone > Some(1.0) && mixed < Some(0.4), "{code} {characters}: {alone:?} {mixed:?}");
        }
    }
}

/// The numbers in the title are those of the readouts, and the line in words is the one in the picture.
#[test]
fn the_best_model_writes_a_line_in_words_and_in_the_picture() {
    for (language, code) in LANGUAGES {
        for query in ["", "characters=100", "characters=500000", "smoothing=mixed"] {
            let outcome = solved(query, &of_site(*language));
            let typed: &dyn Any = &*outcome;
            let line = typed.downcast_ref::<NgramOrdersOutcome>().and_then(NgramOrdersOutcome::line).expect("there is a line");
            assert!(outcome.description(*language).contains(line), "{code} {query}: {line}");
            let begin: String = line.chars().take_while(|letter| letter.is_alphanumeric()).collect();
            let drawn = still(&outcome, &Frame { language: *language, ..WIDE });
            assert!(drawn.contains(&format!(">{begin}")), "{code} {query}: {line}");
        }
    }
}

#[test]
fn it_is_whole_at_every_step() {
    let (state, tables) = (values(&NgramOrders, LONG), of_site(Language::En));
    let before = NgramOrders.outcome(&state, &tables, &Results::none());
    owed::check(&NgramOrders, &"nothing yet", &before, &READOUTS, &WIDTHS, 0.0);
    assert!(READOUTS.iter().all(|name| read(&*before, name).is_none()) && before.caveat(Language::En).is_none());
    let (mut jobs, mut steps) = (begun(&NgramOrders, &state, &tables), 0);
    while jobs[0].step() {
        // A report comes now and then.
        if steps % 7 == 0 {
            owed::check(&NgramOrders, &steps, &so_far(&NgramOrders, &state, &tables, &jobs), &READOUTS, &WIDTHS[2..3], 0.0);
        }
        steps += 1;
    }
    assert!(steps > 20 && jobs[0].progress() == 1.0, "{steps}");
    assert_eq!(still(&so_far(&NgramOrders, &state, &tables, &jobs), &WIDE), still(&solved(LONG, &tables), &WIDE));
}

/// What is no result counts for nothing.
#[test]
fn what_is_no_result_says_nothing() {
    let state = values(&NgramOrders, LONG);
    for odd in [&[][..], &[7; 7], &[255; 4000], &[0; 40]] {
        let outcome = NgramOrders.outcome(&state, &of_site(Language::En), &[Some(odd.into())].into_iter().collect());
        assert!(READOUTS.iter().all(|name| read(&*outcome, name).is_none()), "{odd:?}");
        assert!(outcome.table(Language::En).rows.is_empty());
    }
}

/// Greek, Japanese, Arabic, emoji, tabs, control characters and line ends of every kind.
#[test]
fn a_text_of_the_readers_in_any_script_is_learnt_from() {
    let tables = given(&verse(300));
    for query in ["", "smoothing=mixed&order=7&characters=500000"] {
        let outcome = solved(query, &tables);
        owed::check(&NgramOrders, &query, &outcome, &READOUTS, &WIDTHS, 0.0);
        assert!(read(&*outcome, "best_order") >= Some(2.0) && read(&*outcome, "bits_per_character") < Some(0.5), "{query}");
        for (language, _) in LANGUAGES {
            let (headline, source) = (outcome.headline(*language), outcome.source_line(*language));
            assert!(
                headline.contains("your text")
                    || headline.contains("Ihres Textes")
                    || headline.contains("Ihrem Text")
                    || headline.contains("In your"),
                "{headline}"
            );
            assert!(source.contains("Your text") || source.contains("Ihr Text"), "{source}");
        }
        assert!(!still(&outcome, &WIDE).contains(char::is_control));
    }
    assert!(NgramOrders.recording(&values(&NgramOrders, ""), tables.corpus()).is_none());
}

#[test]
fn a_text_that_teaches_nothing_is_told() {
    for (text, caveat) in [("a".repeat(3000), "one character"), ("ab ".repeat(100), "too few")] {
        let outcome = solved("", &given(&text));
        assert_eq!(outcome.headline(Language::En), "There is nothing to learn from this text");
        assert!(outcome.caveat(Language::En).expect("a reason").contains(caveat));
        assert!(READOUTS.iter().all(|name| read(&*outcome, name).is_none()));
    }
}

/// A text that has not come asks for work that cannot be begun yet.
#[test]
fn work_waits_for_its_text() {
    let state = values(&NgramOrders, LONG);
    let [spec] = &NgramOrders.jobs(&state, Tables::default().reading(Language::De, None).corpus())[..] else { panic!("this is work") };
    assert!(spec.text().is_none() && spec.start().is_none());
    let [there] = &NgramOrders.jobs(&state, of_site(Language::De).corpus())[..] else { panic!("this is work") };
    assert!(there != spec && there.text().is_some_and(|text| text.len() > 50_000));
    // The text of the start is not needed: what is learnt from it is recorded.
    assert!(NgramOrders.jobs(&values(&NgramOrders, ""), Tables::default().reading(Language::De, None).corpus()).is_empty());
}

/// A name, an address, and how many steps of the work are done: all, if none is said.
const STATES: [(&str, &str, Option<usize>); 8] = [
    ("start", "", None),
    ("mixed", "smoothing=mixed", None),
    ("least", "characters=100&order=0", None),
    ("all", "characters=500000&order=7", None),
    ("mixed-all", "characters=500000&smoothing=mixed&order=7", None),
    ("begun", LONG, Some(0)),
    ("half-way", LONG, Some(40)),
    ("any-script", "characters=500000", None),
];

const SNAPSHOTS: [&str; 7] =
    ["start-wide", "start-narrow", "mixed-wide", "all-narrow", "begun-narrow", "half-way-wide", "any-script-narrow"];

/// States that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    let tables = |name| if name == "any-script" { given(&verse(200)) } else { of_site(Language::En) };
    STATES.into_iter().map(|(name, query, steps)| (name, at_steps(&NgramOrders, query, steps, &tables(name)))).collect()
}

#[test]
fn typical_states_are_drawn() {
    states_are_drawn(&NgramOrders, &looked_at(), &SNAPSHOTS, [&WIDE, &NARROW], 20_000);
}
