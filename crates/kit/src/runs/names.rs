//! What runs are called.

use crate::{
    format::with_unit,
    locale::Language,
    parameter::{CUSTOM, Kind, Parameter, Quantity},
    values::{Value, Values},
};

/// Names of runs of one figure, in their order: how each differs from the others, as `Feather, Moon`. Where they do not differ,
/// the first parameter says what they are.
#[must_use]
pub fn names(runs: &[&Values], language: Language) -> Vec<String> {
    let Some(first) = runs.first() else { return Vec::new() };
    let parameters = first.parameters();
    let differs = |index: usize| !parameters[index].of_picture && runs.iter().any(|run| run.get(index) != first.get(index));
    let mut named: Vec<usize> = (0..parameters.len()).filter(|index| differs(*index)).collect();
    if named.is_empty() {
        named.extend((0..parameters.len()).take(1));
    }
    runs.iter().map(|run| name(run, &named, language)).collect()
}

/// The name of a run by the parameters at these places. What a choice stands for goes without saying.
fn name(run: &Values, named: &[usize], language: Language) -> String {
    let parameters = run.parameters();
    let stood_for = |name: &str| {
        parameters.iter().enumerate().any(|(index, parameter)| match (&parameter.kind, run.get(index)) {
            (Kind::Choice(choice), Some(Value::Chosen(option))) => {
                choice.options.get(option).is_some_and(|option| option.preset.iter().any(|(filled, _)| *filled == name))
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
            (Kind::Quantity(_), Value::Number(_)) if stood_for(parameter.name) => None,
            (Kind::Quantity(quantity), Value::Number(value)) => {
                let number = with_unit(&(quantity.format_number(value, language), quantity.display.symbol(language).to_owned()));
                Some(if says_which(quantity, parameter, parameters, named) {
                    number
                } else {
                    format!("{} {number}", (parameter.label)(language))
                })
            }
            (_, Value::On(on)) => on.then(|| (parameter.label)(language).to_owned()),
            _ => None,
        }
    };
    let parts: Vec<String> = named.iter().filter_map(part).collect();
    if parts.is_empty() { own(run, named, language) } else { parts.join(", ") }
}

/// Whether the unit alone says which number it is: no other that is named has it.
fn says_which(quantity: &Quantity, parameter: &Parameter, parameters: &[Parameter], named: &[usize]) -> bool {
    let same = |other: &Parameter| {
        other.name != parameter.name && matches!(&other.kind, Kind::Quantity(other) if other.display.unit == quantity.display.unit)
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
