//! The state of a figure on a page: one value that can be sent, stored and applied, and the commands that change it.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use crate::{
    parameter::{Kind, Parameter},
    values::{Key, Value, Values},
};

/// So many runs can be kept beside the present one.
pub const MOST_KEPT: usize = 3;

/// A figure's state. What follows from it (outcome, picture, status) is no part of it.
#[derive(Clone, PartialEq)]
pub struct State {
    /// Values of the parameters.
    pub values: Values,
    /// Where the animation is, from 0 to 1; nothing before it has been touched.
    pub position: Option<f64>,
    /// Whether the animation plays.
    pub playing: bool,
    /// What the reader has guessed before the figure answered, in the unit of its question.
    pub guess: Option<f64>,
    /// Values of earlier runs that are kept beside the present one; the oldest first.
    pub kept: Vec<Values>,
    /// Names of the challenges that have been met.
    pub challenges: Vec<String>,
}

/// What changes a state.
#[derive(Clone, PartialEq)]
pub enum Command {
    /// Parameters take other values. A choice brings the values it stands for.
    Edit(Vec<(Key, Value)>),
    /// The whole state becomes another one.
    Load(Box<State>),
    /// The animation goes to a place, from 0 to 1, and stays there.
    Seek(f64),
    /// The animation plays: on from where it is, or anew from the end and where it has not been touched.
    Play,
    /// The animation stays where it is.
    Pause,
    /// The animation shows the moment that it shows before anything has been played.
    Rest,
    /// The present run is kept beside the next ones.
    Keep,
    /// The run at a place among those that are kept is kept no longer.
    Drop(usize),
    /// A guess is made, or taken back.
    Guess(Option<f64>),
    /// A challenge is met.
    Meet(String),
    /// Values and animation are those of the start; guess, kept runs and challenges stay.
    Reset,
}

/// Who gave a command. Whoever mirrors a state passes on what others have changed, and never what came from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The reader's hand.
    Reader,
    /// The passing of time while an animation plays.
    Clock,
    /// The page's address.
    Address,
    /// What is stored on this device.
    Storage,
    /// Another window that shows the same.
    Mirror,
}

impl State {
    /// The state at the start.
    #[must_use]
    pub fn start(parameters: &'static [Parameter]) -> Self {
        Self { values: Values::defaults(parameters), position: None, playing: false, guess: None, kept: Vec::new(), challenges: Vec::new() }
    }

    /// Does what a command says.
    pub fn apply(&mut self, command: Command) {
        match command {
            Command::Edit(edits) => {
                for (key, value) in edits {
                    self.values.put(key, value);
                }
            }
            Command::Load(state) => *self = *state,
            Command::Seek(position) => {
                self.playing = false;
                self.move_to(position);
            }
            Command::Play => {
                if self.position.is_none_or(|position| position >= 1.0) {
                    self.position = Some(0.0);
                }
                self.playing = true;
            }
            Command::Pause => self.playing = false,
            Command::Rest => {
                self.playing = false;
                self.position = None;
            }
            Command::Keep => {
                if !self.kept.iter().any(|kept| kept.is_run_of(&self.values)) {
                    self.kept.push(self.values.clone());
                    let surplus = self.kept.len().saturating_sub(MOST_KEPT);
                    self.kept.drain(..surplus);
                }
            }
            Command::Drop(place) => {
                if place < self.kept.len() {
                    self.kept.remove(place);
                }
            }
            Command::Guess(guess) => self.guess = guess,
            Command::Meet(challenge) => {
                if !self.challenges.contains(&challenge) {
                    self.challenges.push(challenge);
                }
            }
            Command::Reset => {
                self.values = Values::defaults(self.values.parameters());
                self.position = None;
                self.playing = false;
            }
        }
    }

    /// Time has passed: the animation is at a place, from 0 to 1, and ends at 1.
    pub fn advance(&mut self, position: f64) {
        self.move_to(position);
        if position >= 1.0 {
            self.playing = false;
        }
    }

    fn move_to(&mut self, position: f64) {
        if position.is_finite() {
            self.position = Some(position.clamp(0.0, 1.0));
        }
    }

    /// The state as it can be sent.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            values: named(&self.values),
            position: self.position,
            playing: self.playing,
            guess: self.guess,
            kept: self.kept.iter().map(named).collect(),
            challenges: self.challenges.clone(),
        }
    }

    /// The state that was sent. Unknown names are ignored, what is missing is as at the start, and a value that cannot be is
    /// replaced as in an address.
    #[must_use]
    pub fn of(snapshot: &Snapshot, parameters: &'static [Parameter]) -> Self {
        let mut state = Self {
            values: read(&snapshot.values, parameters),
            position: None,
            playing: snapshot.playing,
            guess: snapshot.guess.filter(|guess| guess.is_finite()),
            kept: snapshot.kept.iter().take(MOST_KEPT).map(|values| read(values, parameters)).collect(),
            challenges: snapshot.challenges.clone(),
        };
        if let Some(position) = snapshot.position {
            state.move_to(position);
        }
        state
    }
}

/// A state as it is sent between windows and stored: as JSON, or as bytes. Values are named as in addresses, and are numbers
/// in SI units, names of options, or true and false.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    /// Values by the parameters' names.
    pub values: BTreeMap<String, Scalar>,
    /// See [`State::position`].
    pub position: Option<f64>,
    /// See [`State::playing`].
    pub playing: bool,
    /// See [`State::guess`].
    pub guess: Option<f64>,
    /// See [`State::kept`].
    pub kept: Vec<BTreeMap<String, Scalar>>,
    /// See [`State::challenges`].
    pub challenges: Vec<String>,
}

/// A value as it is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// A number in SI units.
    Number(f64),
    /// The name of an option.
    Word(String),
    /// On or off.
    Flag(bool),
}

/// In JSON a scalar is the plain number, word or flag; in bytes it says which of them it is.
#[derive(Serialize, Deserialize)]
enum Tagged {
    Number(f64),
    Word(String),
    Flag(bool),
}

impl Serialize for Scalar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            let tagged = match self.clone() {
                Self::Number(number) => Tagged::Number(number),
                Self::Word(word) => Tagged::Word(word),
                Self::Flag(flag) => Tagged::Flag(flag),
            };
            return tagged.serialize(serializer);
        }
        match self {
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Word(word) => serializer.serialize_str(word),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
        }
    }
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(Plain);
        }
        Ok(match Tagged::deserialize(deserializer)? {
            Tagged::Number(number) => Self::Number(number),
            Tagged::Word(word) => Self::Word(word),
            Tagged::Flag(flag) => Self::Flag(flag),
        })
    }
}

/// Reads a plain number, word or flag.
struct Plain;

impl serde::de::Visitor<'_> for Plain {
    type Value = Scalar;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a number, a word, true or false")
    }
    fn visit_f64<E>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as f64))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as f64))
    }
    fn visit_str<E>(self, word: &str) -> Result<Scalar, E> {
        Ok(Scalar::Word(word.to_owned()))
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Scalar, E> {
        Ok(Scalar::Flag(flag))
    }
}

/// Values by name.
fn named(values: &Values) -> BTreeMap<String, Scalar> {
    let scalar = |(index, parameter): (usize, &Parameter)| {
        let scalar = match (values.get(index)?, &parameter.kind) {
            (Value::Number(number), _) => Scalar::Number(number),
            (Value::Chosen(option), Kind::Choice(choice)) => Scalar::Word(choice.options.get(option)?.name.to_owned()),
            (Value::On(on), _) => Scalar::Flag(on),
            (Value::Chosen(_), _) => return None,
        };
        Some((parameter.name.to_owned(), scalar))
    };
    values.parameters().iter().enumerate().filter_map(scalar).collect()
}

/// Values from what was sent: first the choices, which fill the parameters they stand for, then everything that is said by
/// itself.
fn read(named: &BTreeMap<String, Scalar>, parameters: &'static [Parameter]) -> Values {
    let mut values = Values::defaults(parameters);
    let choices_first = [true, false];
    for of_choices in choices_first {
        for (index, parameter) in parameters.iter().enumerate() {
            let value = match (&parameter.kind, named.get(parameter.name)) {
                (Kind::Choice(choice), Some(Scalar::Word(word))) => choice.index(word).map(Value::Chosen),
                (Kind::Quantity(_), Some(Scalar::Number(number))) if number.is_finite() => Some(Value::Number(*number)),
                (Kind::Toggle(_), Some(Scalar::Flag(on))) => Some(Value::On(*on)),
                _ => None,
            };
            if let Some(value) = value.filter(|value| matches!(value, Value::Chosen(_)) == of_choices) {
                values.put(Key(index), value);
            }
        }
    }
    values
}
