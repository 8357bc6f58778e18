//! A figure's state as an address query, there and back.

use crate::{
    parameter::{CUSTOM, Kind, Parameter},
    state::MOST_KEPT,
    values::{Value, Values},
};

/// The name under which an address says where an animation is, in seconds.
pub const TIME: &str = "time";

/// The name under which an address holds the runs that are kept: `object:feather,world:moon;object:pen`.
pub const KEEP: &str = "keep";

/// A kept run that differs in nothing from the start.
const START: &str = "start";

/// Names that mean the same in every address, and are never a parameter's: the moment shown, kept runs, whether to ask first, and how
/// a page is to look.
pub const RESERVED: [&str; 9] = [TIME, KEEP, "ask", "theme", "controls", "background", "embed", "present", "print"];

/// What was asked for and could not be had.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejection {
    /// The parameter's place in the declaration.
    pub index: usize,
    /// What the address or the reader's input said, shortened if long.
    pub asked: String,
    /// The number it said, in the SI unit, if it was one.
    pub number: Option<f64>,
}

/// A state read from an address.
pub struct Parsed {
    /// The state, always valid.
    pub values: Values,
    /// Where the animation is, s, if the address says so.
    pub time: Option<f64>,
    /// Values of the runs that are kept, each valid.
    pub kept: Vec<Values>,
    /// What the address says of kept runs that cannot be had, shortened if long; the first of it.
    pub not_kept: Option<String>,
    /// What had to be replaced.
    pub rejections: Vec<Rejection>,
}

/// Reads a number in plain decimal or exponent notation. Infinite and absent numbers are none.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    // A plus sign in a query arrives as a space.
    let text = text.trim_end().replace(' ', "+");
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    if !plain || text.len() > 400 {
        return None;
    }
    crate::number::parse(&text).filter(|value| value.is_finite())
}

/// Reads a state from decoded query pairs; later pairs win. `prefix` is `"pen-drop."` on a page of several figures,
/// empty where the figure stands alone. Unknown names are ignored.
pub fn parse<'a>(parameters: &'static [Parameter], prefix: &str, pairs: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Parsed {
    let mut parsed = Parsed { values: Values::defaults(parameters), time: None, kept: Vec::new(), not_kept: None, rejections: Vec::new() };
    let own = pairs.filter_map(|(name, value)| name.strip_prefix(prefix).map(|name| (name, value)));
    let last = |wanted: &str| own.clone().filter(|(name, _)| *name == wanted).last().map(|(_, value)| value);
    // Choices first: they fill the parameters they stand for, and explicit values win over them.
    for (index, parameter) in parameters.iter().enumerate() {
        if let (Kind::Choice(choice), Some(asked)) = (&parameter.kind, last(parameter.name)) {
            match choice.index(asked) {
                Some(option) => parsed.values.choose(index, option),
                None => parsed.rejections.push(Rejection { index, asked: shortened(asked), number: number(asked) }),
            }
        }
    }
    for (index, parameter) in parameters.iter().enumerate() {
        if let (Kind::Quantity(quantity), Some(asked)) = (&parameter.kind, last(parameter.name)) {
            match number(asked) {
                Some(value) => {
                    if !quantity.allows(value) {
                        parsed.rejections.push(Rejection { index, asked: shortened(asked), number: number(asked) });
                    }
                    parsed.values.set(index, value);
                }
                None => parsed.rejections.push(Rejection { index, asked: shortened(asked), number: number(asked) }),
            }
        }
    }
    for (index, parameter) in parameters.iter().enumerate() {
        if let (Kind::Toggle(_), Some(asked)) = (&parameter.kind, last(parameter.name)) {
            match switch(asked) {
                Some(on) => parsed.values.turn(index, on),
                None => parsed.rejections.push(Rejection { index, asked: shortened(asked), number: None }),
            }
        }
    }
    if let Some(asked) = last(KEEP) {
        read_kept(parameters, asked, &mut parsed);
    }
    parsed.time = last(TIME).and_then(number).filter(|time| *time >= 0.0);
    parsed
}

/// Reads the runs that are kept. What is none is left out and noted, as is what had to be replaced.
fn read_kept(parameters: &'static [Parameter], asked: &str, parsed: &mut Parsed) {
    for text in asked.split(';') {
        let pairs: Vec<_> = text.split(',').filter_map(|pair| pair.split_once(':')).collect();
        let known = pairs.iter().filter(|(name, _)| parameters.iter().any(|parameter| parameter.name == *name)).count();
        let run = parse(parameters, "", pairs.iter().copied());
        let whole = text == START || (known == text.split(',').count() && run.rejections.is_empty());
        let there = whole || !run.values.is_run_of(&Values::defaults(parameters));
        let twice = parsed.kept.iter().any(|kept| kept.is_run_of(&run.values));
        if there && (twice || parsed.kept.len() < MOST_KEPT) {
            if !twice {
                parsed.kept.push(run.values);
            }
            if whole {
                continue;
            }
        }
        parsed.not_kept.get_or_insert_with(|| shortened(text));
    }
}

/// Runs that are kept, as an address says them; nothing where there are none.
#[must_use]
pub fn kept(runs: &[Values]) -> Option<String> {
    let text = |values| {
        let pairs: Vec<_> = pairs(values).into_iter().map(|(name, value)| format!("{name}:{value}")).collect();
        if pairs.is_empty() { START.to_owned() } else { pairs.join(",") }
    };
    (!runs.is_empty()).then(|| runs.iter().map(text).collect::<Vec<_>>().join(";"))
}

/// Reads on or off, as a word or as a number.
fn switch(text: &str) -> Option<bool> {
    match text {
        "true" | "on" | "1" => Some(true),
        "false" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// What was said, without what cannot be shown, and not longer than fits a sentence.
#[must_use]
pub fn shortened(text: &str) -> String {
    let mut short: String = text.chars().filter(|letter| !letter.is_control()).take(24).collect();
    if text.chars().count() > 24 {
        short.push('…');
    }
    short
}

/// The pairs that say how a state differs from the start, in the order of the declaration.
#[must_use]
pub fn pairs(values: &Values) -> Vec<(&'static str, String)> {
    let parameters = values.parameters();
    let mut expected = Values::defaults(parameters);
    let mut pairs = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        if let (Kind::Choice(choice), Some(Value::Chosen(option))) = (&parameter.kind, values.get(index)) {
            let name = choice.options.get(option).map_or("", |option| option.name);
            // `custom` shows by the values themselves, unless these are still the start's.
            let said_by_values = name == CUSTOM
                && parameters
                    .iter()
                    .enumerate()
                    .any(|(place, other)| choice.covers(other.name) && values.get(place) != expected.get(place));
            if option != choice.default && !said_by_values {
                pairs.push((parameter.name, name.to_owned()));
            }
            if name != CUSTOM {
                expected.choose(index, option);
            }
        }
    }
    for (index, parameter) in parameters.iter().enumerate() {
        if let (Kind::Quantity(_), Some(Value::Number(value))) = (&parameter.kind, values.get(index))
            && expected.get(index) != Some(Value::Number(value))
        {
            pairs.push((parameter.name, plain(value)));
        }
    }
    for (index, parameter) in parameters.iter().enumerate() {
        if let (Kind::Toggle(start), Some(Value::On(on))) = (&parameter.kind, values.get(index))
            && on != *start
        {
            pairs.push((parameter.name, on.to_string()));
        }
    }
    pairs
}

/// The pairs that say every value of a state, in the order of the declaration: what they say stays, whatever the start is later.
#[must_use]
pub fn all_pairs(values: &Values) -> Vec<(&'static str, String)> {
    let text = |(index, parameter): (usize, &Parameter)| match (&parameter.kind, values.get(index)?) {
        (Kind::Choice(choice), Value::Chosen(option)) => Some(choice.options.get(option)?.name.to_owned()),
        (_, Value::Number(value)) => Some(plain(value)),
        (_, Value::On(on)) => Some(on.to_string()),
        _ => None,
    };
    values.parameters().iter().enumerate().filter_map(|pair| Some((pair.1.name, text(pair)?))).collect()
}

/// A number as short as it can be read back.
#[must_use]
pub fn plain(value: f64) -> String {
    if value != 0.0 && !(1e-4..1e7).contains(&value.abs()) { crate::number::shortest(value) } else { crate::number::plain(value) }
}
