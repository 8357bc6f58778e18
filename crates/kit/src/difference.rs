//! How a state differs from another one, in words.

use crate::{
    locale::{Language, Strings},
    parameter::Kind,
    values::{Value, Values},
};

/// Says the values that differ from others: a choice by its option, and then not what it brings; numbers and switches with their names.
/// Empty where nothing differs.
#[must_use]
pub fn told(values: &Values, others: &Values, language: Language) -> String {
    let parameters = values.parameters();
    let differs = |index: usize| values.get(index) != others.get(index);
    // What the choices that differ would bring to the others.
    let mut brought = others.clone();
    let mut said = Vec::new();
    for choices in [true, false] {
        for (index, parameter) in parameters.iter().enumerate().filter(|(index, _)| differs(*index)) {
            let label = (parameter.label)(language);
            match (&parameter.kind, values.get(index)) {
                (Kind::Choice(choice), Some(Value::Chosen(option))) if choices => {
                    brought.choose(index, option);
                    said.extend(choice.options.get(option).map(|option| (option.label)(language).to_owned()));
                }
                (Kind::Quantity(quantity), Some(Value::Number(number)))
                    if !choices && brought.get(index) != Some(Value::Number(number)) =>
                {
                    said.push(format!("{label} {}", quantity.formatted(number, language)));
                }
                (Kind::Toggle(_), Some(Value::On(on))) if !choices => {
                    let s = Strings::of(language);
                    said.push(format!("{label} {}", if on { s.toggle_on } else { s.toggle_off }));
                }
                _ => {}
            }
        }
    }
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        parameter::{CUSTOM, ChoiceOption, Control, Parameter},
        values::{Key, Parameters},
    };

    // Any labels will do.
    crate::parameters! {
        /// What the tests change.
        pub struct Tried {
            /// A choice that stands for a height.
            place: &'static str = Parameter::choice(label!(computing), Control::Radio, &[
                ChoiceOption { name: "table", label: label!(play), preset: &[("height", 0.75)] },
                ChoiceOption { name: "tower", label: label!(pause), preset: &[("height", 55.0)] },
                ChoiceOption { name: CUSTOM, label: label!(copied), preset: &[] },
            ], 0),
            /// Height, m.
            height: f64 = Parameter::linear(label!(unit_year), (0.0, 100.0), 0.5, 0.75),
            /// On or off.
            air: bool = Parameter::toggle(label!(axis_log), true),
        }
    }

    #[test]
    fn what_differs_is_said_and_what_a_choice_brings_is_not() {
        let start = Values::defaults(Tried::DECLARED);
        let with = |edits: &[(usize, Value)]| {
            let mut values = start.clone();
            edits.iter().for_each(|(index, value)| values.put(Key(*index), *value));
            values
        };
        let told = |edits: &[(usize, Value)]| told(&with(edits), &start, Language::En);
        assert_eq!(told(&[]), "");
        assert_eq!(told(&[(0, Value::Chosen(1))]), "Pause");
        assert_eq!(told(&[(0, Value::Chosen(1)), (2, Value::On(false))]), "Pause, log scale “off”");
        assert_eq!(super::told(&start, &with(&[(0, Value::Chosen(1))]), Language::En), "Play");
        assert_eq!(super::told(&start, &with(&[(1, Value::Number(2.0))]), Language::En), "Play");
        let german = super::told(&with(&[(1, Value::Number(2.5)), (2, Value::On(false))]), &with(&[(1, Value::Number(7.0))]), Language::De);
        assert!(german.starts_with("Jahr 2,5") && german.ends_with("„aus“"), "{german}");
    }
}
