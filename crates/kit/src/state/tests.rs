use super::*;
use crate::{
    job::{decode, encode},
    locale::markup::Strings,
    parameter::{CUSTOM, ChoiceOption, Control},
};

crate::parameters! {
    /// What the tests change.
    pub struct Tried {
        /// A choice that stands for a height.
        place: &'static str = Parameter::choice(label!(site_name), Control::Radio, &[
            ChoiceOption { name: "table", label: label!(site_name), preset: &[("height", 0.75)] },
            ChoiceOption { name: "tower", label: label!(site_name), preset: &[("height", 55.0)] },
            ChoiceOption { name: CUSTOM, label: label!(site_name), preset: &[] },
        ], 0),
        /// Height, m.
        height: f64 = Parameter::linear(label!(site_name), (0.0, 100.0), 0.5, 0.75),
        /// On or off.
        air: bool = Parameter::toggle(label!(site_name), true),
    }
}

use crate::values::Parameters;

fn start() -> State {
    State::start(Tried::DECLARED)
}

fn tried(state: &State) -> (&'static str, f64, bool) {
    let Tried { place, height, air } = Tried::of(&state.values);
    (place, height, air)
}

#[test]
fn an_edit_changes_values_and_what_follows_from_them() {
    let mut state = start();
    assert_eq!(tried(&state), ("table", 0.75, true));
    state.apply(Command::Edit(vec![(key::place, Value::Chosen(1))]));
    assert_eq!(tried(&state), ("tower", 55.0, true));
    state.apply(Command::Edit(vec![(key::height, Value::Number(200.0)), (key::air, Value::On(false))]));
    assert_eq!(tried(&state), (CUSTOM, 100.0, false));
    // A value of another kind, or of no parameter, changes nothing.
    state.apply(Command::Edit(vec![(key::height, Value::On(true)), (Key(9), Value::Number(1.0))]));
    assert_eq!(tried(&state), (CUSTOM, 100.0, false));
}

#[test]
fn an_animation_plays_on_pauses_and_begins_anew_from_its_end() {
    let mut state = start();
    state.apply(Command::Play);
    assert_eq!((state.position, state.playing), (Some(0.0), true));
    state.advance(0.4);
    state.apply(Command::Pause);
    state.apply(Command::Play);
    assert_eq!((state.position, state.playing), (Some(0.4), true));
    state.advance(1.3);
    assert_eq!((state.position, state.playing), (Some(1.0), false));
    state.apply(Command::Play);
    assert_eq!(state.position, Some(0.0));
    state.apply(Command::Seek(0.5));
    assert_eq!((state.position, state.playing), (Some(0.5), false));
    state.apply(Command::Seek(f64::NAN));
    assert_eq!(state.position, Some(0.5));
}

#[test]
fn a_reset_keeps_what_the_reader_has_made() {
    let mut state = start();
    for command in [
        Command::Guess(Some(0.7)),
        Command::Meet("half".to_owned()),
        Command::Meet("half".to_owned()),
        Command::Edit(vec![(key::height, Value::Number(3.0))]),
        Command::Keep,
        Command::Keep,
        Command::Play,
        Command::Reset,
    ] {
        state.apply(command);
    }
    assert_eq!((tried(&state), state.position, state.playing), (("table", 0.75, true), None, false));
    assert_eq!((state.guess, state.challenges.len(), state.kept.len()), (Some(0.7), 1, 1));
}

#[test]
fn the_newest_runs_are_kept() {
    let mut state = start();
    for height in [1.0, 2.0, 3.0, 4.0] {
        state.apply(Command::Edit(vec![(key::height, Value::Number(height))]));
        state.apply(Command::Keep);
    }
    assert_eq!(state.kept.iter().map(|values| Tried::of(values).height).collect::<Vec<_>>(), [2.0, 3.0, 4.0]);
}

#[test]
fn a_state_arrives_as_it_was_sent_as_json_and_as_bytes() -> Result<(), serde_json::Error> {
    let mut state = start();
    state.apply(Command::Edit(vec![(key::height, Value::Number(2.5))]));
    state.apply(Command::Keep);
    state.apply(Command::Seek(0.25));
    state.apply(Command::Edit(vec![(key::place, Value::Chosen(1)), (key::air, Value::On(false))]));
    let json = serde_json::to_string(&state.snapshot())?;
    assert!(json.starts_with(r#"{"values":{"air":false,"height":55.0,"place":"tower"},"position":0.25,"playing":false"#), "{json}");
    assert!(State::of(&serde_json::from_str(&json)?, Tried::DECLARED) == state);
    let sent: Option<Snapshot> = decode(&encode(&state.snapshot()));
    assert!(sent.is_some_and(|sent| State::of(&sent, Tried::DECLARED) == state));
    Ok(())
}

#[test]
fn what_cannot_be_is_replaced() -> Result<(), serde_json::Error> {
    let sent = r#"{"values":{"height":1e9,"place":"moon","air":3,"more":1},"position":7}"#;
    let state = State::of(&serde_json::from_str(sent)?, Tried::DECLARED);
    assert_eq!((tried(&state), state.position, state.playing), ((CUSTOM, 100.0, true), Some(1.0), false));
    assert!(State::of(&serde_json::from_str("{}")?, Tried::DECLARED) == start());
    Ok(())
}
