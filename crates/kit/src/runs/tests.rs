use super::*;
use crate::{
    parameter::{CUSTOM, ChoiceOption, Control, Parameter},
    query,
    state::{Command, State},
    values::{Parameters, Value, Values},
};

crate::parameters! {
    /// What the tests compare.
    pub struct Tried {
        /// A choice that stands for a height.
        place: &'static str = Parameter::choice(|_| "Place", Control::Radio, &[
            ChoiceOption { name: "table", label: |_| "Table", preset: &[("height", 0.75)] },
            ChoiceOption { name: "tower", label: |_| "Tower", preset: &[("height", 55.0)] },
            ChoiceOption { name: CUSTOM, label: |_| "Custom", preset: &[] },
        ], 0),
        /// Height, m.
        height: f64 = Parameter::linear(|_| "Height", (0.0, 100.0), 0.5, 0.75).unit("m", 1.0),
        /// Width, m.
        width: f64 = Parameter::linear(|_| "Width", (0.0, 100.0), 0.5, 1.0).unit("m", 1.0),
        /// Floors, of a tower alone.
        floors: f64 = Parameter::whole(|_| "Floors", (1.0, 99.0), 1.0, 9.0).only_with("place", "tower"),
        /// How it is drawn.
        log: bool = Parameter::toggle(|_| "Log", false).of_picture(),
    }
}

fn values(query: &str) -> Values {
    query::parse(Tried::DECLARED, "", query.split('&').filter_map(|pair| pair.split_once('='))).values
}

fn named(queries: &[&str]) -> Vec<String> {
    let runs: Vec<_> = queries.iter().map(|query| values(query)).collect();
    names(&runs.iter().collect::<Vec<_>>(), Language::En).into_iter().map(|name| name.full).collect()
}

#[test]
fn a_run_is_called_by_how_it_differs_from_the_others() {
    assert_eq!(named(&["", "place=tower"]), ["Table", "Tower"]);
    assert_eq!(named(&["", "height=3"]), ["Table", "3\u{202f}m"]);
    assert_eq!(named(&["width=2", "width=3", "width=3&log=on"]), ["2\u{202f}m", "3\u{202f}m", "3\u{202f}m"]);
    // Where two numbers have one unit, each says which it is.
    assert_eq!(named(&["place=tower", "height=3&width=2"]), ["Tower, Width 1\u{202f}m", "Height 3\u{202f}m, Width 2\u{202f}m"]);
    let runs = [values(""), values("width=2"), values("place=tower&width=2"), values("height=3")];
    let short = names(&runs.iter().collect::<Vec<_>>(), Language::En).into_iter().map(|name| name.short).collect::<Vec<_>>();
    assert_eq!(short[1..], ["Width 2\u{202f}m", "Tower, Width 2\u{202f}m", "Height 3\u{202f}m"]);
    assert_eq!(named(&["place=tower"]), ["Tower"]);
    // What says nothing of a run is not in its name.
    assert_eq!(named(&["floors=3", "place=tower&floors=3", "place=tower"]), ["Table", "Tower, Floors 3", "Tower, Floors 9"]);
    assert_eq!(named(&["floors=3", "floors=5"]), ["Table", "Table"]);
    assert!(named(&[]).is_empty());
}

#[test]
fn a_movement_is_one_run_and_a_choice_is_one_at_once() {
    let (mut state, mut before) = (State::start(Tried::DECLARED), Before::default());
    let mut edit = |before: &mut Before, edits: Vec<(crate::values::Key, Value)>| {
        let old = state.values.clone();
        state.apply(Command::Edit(edits.clone()));
        before.edited(&old, &edits, &state.values)
    };
    let height = |before: &Before| before.run().map(|run| run.number(key::height.0));
    assert_eq!(height(&before), None);
    // A drag: what was before it stays until its end.
    for (metres, begins) in [(3.0, true), (4.0, false), (5.0, false)] {
        assert_eq!(edit(&mut before, vec![(key::height, Value::Number(metres))]), begins);
        assert_eq!(height(&before), Some(0.75));
    }
    // The next one.
    before.begin();
    edit(&mut before, vec![(key::height, Value::Number(6.0))]);
    assert_eq!(height(&before), Some(5.0));
    // Another slider, without anything between.
    edit(&mut before, vec![(key::width, Value::Number(6.0))]);
    edit(&mut before, vec![(key::place, Value::Chosen(1))]);
    assert_eq!(height(&before), Some(6.0));
    edit(&mut before, vec![(key::place, Value::Chosen(0))]);
    assert_eq!(height(&before), Some(55.0));
    // What changes nothing, or only how it is drawn, is no run.
    assert!(!edit(&mut before, vec![(key::place, Value::Chosen(0))]) && !edit(&mut before, vec![(key::log, Value::On(true))]));
    assert_eq!(height(&before), Some(55.0));
    before.clear();
    assert_eq!(height(&before), None);
}

#[test]
fn runs_that_differ_only_in_how_they_are_drawn_are_kept_once_and_each_can_be_dropped() {
    let mut state = State::start(Tried::DECLARED);
    for edit in
        [(key::log, Value::On(true)), (key::log, Value::On(false)), (key::width, Value::Number(2.0)), (key::width, Value::Number(3.0))]
    {
        state.apply(Command::Edit(vec![edit]));
        state.apply(Command::Keep);
    }
    let widths = |state: &State| state.kept.iter().map(|run| run.number(key::width.0)).collect::<Vec<_>>();
    assert_eq!(widths(&state), [1.0, 2.0, 3.0]);
    state.apply(Command::Drop(1));
    state.apply(Command::Drop(7));
    assert_eq!(widths(&state), [1.0, 3.0]);
}

#[test]
fn kept_runs_go_through_an_address() {
    let runs = [values("place=tower&width=2.5"), values(""), values("height=3&log=on")];
    let text = query::kept(&runs).unwrap_or_default();
    assert_eq!(text, "place:tower,width:2.5;start;height:3,log:true");
    let read = |prefix: &str, text: &str| {
        let pairs = [(format!("{prefix}{}", query::KEEP), text.to_owned())];
        query::parse(Tried::DECLARED, prefix, pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    };
    for prefix in ["", "tried."] {
        let parsed = read(prefix, &text);
        assert!(parsed.kept == runs && parsed.not_kept.is_none() && parsed.rejections.is_empty());
    }
    assert_eq!(query::kept(&[]), None);
}

#[test]
fn what_an_address_says_of_no_run_is_left_out_and_noted() {
    let read = |text: &str| {
        let parsed = query::parse(Tried::DECLARED, "", [(query::KEEP, text)].into_iter());
        (parsed.kept.iter().map(|run| run.number(key::height.0)).collect::<Vec<_>>(), parsed.not_kept)
    };
    let noted = |text: &str| Some(text.to_owned());
    assert_eq!(read(""), (vec![], noted("")));
    assert_eq!(read("nonsense;place:tower"), (vec![55.0], noted("nonsense")));
    assert_eq!(read("moon:3;;place:cellar"), (vec![], noted("moon:3")));
    // A value that cannot be is replaced, as everywhere.
    assert_eq!(read("height:1e9"), (vec![100.0], noted("height:1e9")));
    assert_eq!(read("height:3,nonsense"), (vec![3.0], noted("height:3,nonsense")));
    assert_eq!(read("height:3;height:3"), (vec![3.0], None));
    assert_eq!(read("height:1;height:2;height:3;height:4"), (vec![1.0, 2.0, 3.0], noted("height:4")));
}
