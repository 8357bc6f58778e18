//! What runs are called.

use super::Name;
use crate::{
    locale::{Language, fill},
    parameter::{CUSTOM, Kind, Parameter, Quantity},
    values::{Value, Values},
};

/// Names of runs of one figure, in their order; the first is the present one. Where they do not differ, the first parameter says
/// what they are.
#[must_use]
pub fn names(runs: &[&Values], language: Language) -> Vec<Name> {
    let Some(first) = runs.first() else { return Vec::new() };
    let parameters = first.parameters();
    let differ = |run: &Values, index| run.get(index) != first.get(index) && (says(run, index) || says(first, index));
    let differs = |index: usize| !parameters[index].of_picture && runs.iter().any(|run| differ(run, index));
    let mut named: Vec<usize> = (0..parameters.len()).filter(|index| differs(*index)).collect();
    if named.is_empty() {
        named.extend((0..parameters.len()).take(1));
    }
    let short = |run: &Values| {
        let own: Vec<usize> = named.iter().copied().filter(|index| differ(run, *index)).collect();
        name(run, if own.is_empty() { &named } else { &own }, &named, language)
    };
    runs.iter().map(|run| Name { full: name(run, &named, &named, language), short: short(run) }).collect()
}

/// The name of a run by the parameters at some places, among names by all of those at others. What a choice stands for goes without
/// saying.
fn name(run: &Values, named: &[usize], all: &[usize], language: Language) -> String {
    let parameters = run.parameters();
    let place = |name: &str| parameters.iter().position(|parameter| parameter.name == name).unwrap_or(usize::MAX);
    // By a choice that is named itself.
    let stood_for = |name: &str| {
        named.iter().any(|index| match (&parameters[*index].kind, run.get(*index)) {
            (Kind::Choice(choice), Some(Value::Chosen(option))) => {
                let preset = choice.options.get(option).map_or(&[][..], |option| option.preset);
                preset.iter().any(|(filled, value)| *filled == name && run.get(place(name)) == Some(Value::Number(*value)))
            }
            _ => false,
        })
    };
    let part = |index: &usize| {
        let parameter = parameters.get(*index)?;
        match (&parameter.kind, run.get(*index)?) {
            (Kind::Choice(choice), Value::Chosen(option)) => {
                choice.options.get(option).filter(|option| option.name != CUSTOM).map(|option| (option.label)(language).to_owned())
            }
            (Kind::Quantity(_), Value::Number(_)) if stood_for(parameter.name) || !says(run, *index) => None,
            (Kind::Quantity(quantity), Value::Number(value)) => {
                let number = quantity.formatted(value, language);
                Some(match parameter.in_names {
                    Some(wording) => fill(wording(language), &[("value", &number)]),
                    None if says_which(quantity, parameter, parameters, all) => number,
                    None => format!("{} {number}", (parameter.label)(language)),
                })
            }
            (_, Value::On(on)) => on.then(|| (parameter.label)(language).to_owned()),
            _ => None,
        }
    };
    let parts: Vec<String> = named.iter().filter_map(part).collect();
    if parts.is_empty() { own(run, named, language) } else { parts.join(", ") }
}

/// Whether the parameter at a place says anything of a run ([`Parameter::only_with`]).
fn says(run: &Values, index: usize) -> bool {
    let parameters = run.parameters();
    let Some((choice, option)) = parameters.get(index).and_then(|parameter| parameter.only_with) else { return true };
    parameters.iter().enumerate().any(|(place, parameter)| match (&parameter.kind, run.get(place)) {
        (Kind::Choice(kind), Some(Value::Chosen(chosen))) if parameter.name == choice => {
            kind.options.get(chosen).is_some_and(|chosen| chosen.name == option)
        }
        _ => false,
    })
}

/// Whether the unit alone says which number it is: no other that is named by it has it.
fn says_which(quantity: &Quantity, parameter: &Parameter, parameters: &[Parameter], named: &[usize]) -> bool {
    let same = |other: &Parameter| {
        other.name != parameter.name
            && other.in_names.is_none()
            && matches!(&other.kind, Kind::Quantity(other) if other.display.unit == quantity.display.unit)
    };
    !quantity.display.unit.is_empty() && !named.iter().filter_map(|index| parameters.get(*index)).any(same)
}

/// What a run without any name of its own is: the label of what was chosen, or of what is switched off.
fn own(run: &Values, named: &[usize], language: Language) -> String {
    let label = |index: &usize| {
        let parameter = run.parameters().get(*index)?;
        match (&parameter.kind, run.get(*index)?) {
            (Kind::Choice(choice), Value::Chosen(option)) => Some((choice.options.get(option)?.label)(language)),
            (Kind::Toggle(_), _) => Some("–"),
            _ => None,
        }
    };
    named.iter().find_map(label).unwrap_or("–").to_owned()
}
