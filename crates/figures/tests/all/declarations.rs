//! What the declarations of all figures owe the page: controls that reach their ends, presets of declared numbers, and names
//! that mean one thing only.

use std::collections::HashSet;

use pendrop_figures::{FIGURES, testing::start_and_choices};
use pendrop_kit::{
    locale::LANGUAGES,
    parameter::{CUSTOM, Choice, Control, Kind, Parameter},
    query,
    values::Values,
};

#[test]
fn arrow_keys_reach_every_end_and_are_never_stuck() {
    for parameter in FIGURES.iter().flat_map(|figure| figure.parameters()) {
        let Kind::Quantity(quantity) = &parameter.kind else { continue };
        let mut value = quantity.default;
        for _ in 0..2000 {
            let next = quantity.stepped(value, 1.0);
            assert!(next > value || next == quantity.max, "{} is stuck at {value}", parameter.name);
            value = next;
        }
        assert_eq!(value, quantity.max);
        for _ in 0..2000 {
            value = quantity.stepped(value, -1.0);
        }
        assert_eq!(value, quantity.least(), "{}", parameter.name);
    }
}

#[test]
fn every_question_starts_and_is_marked_within_its_bounds() {
    for figure in FIGURES {
        let Some(question) = figure.question() else { continue };
        assert_eq!(question.nearest(question.start), question.start, "{}", figure.id());
        assert!(question.ticks.iter().all(|tick| question.allows(*tick)), "{}", figure.id());
        for (language, _) in LANGUAGES {
            assert!((question.wording)(*language).contains("{number}"), "{}", figure.id());
        }
    }
}

/// A preset of any other name would do nothing, and one out of bounds would put a value where none can be had.
#[test]
fn every_preset_names_a_declared_number_and_a_value_within_its_bounds() {
    for figure in FIGURES {
        for choice in choices(figure.parameters()) {
            for (name, value) in choice.options.iter().flat_map(|option| option.preset) {
                let declared = figure.parameters().iter().find(|parameter| parameter.name == *name).map(|parameter| &parameter.kind);
                let Some(Kind::Quantity(quantity)) = declared else { panic!("{}: {name} is no declared number", figure.id()) };
                assert!(quantity.allows(*value), "{}: {name} = {value}", figure.id());
            }
        }
    }
}

/// A figure says one thing at a time: what else can be set is folded away.
#[test]
fn few_controls_stand_in_front() {
    for figure in FIGURES {
        let front = || figure.parameters().iter().filter(|parameter| parameter.front);
        let rows = front().filter(|parameter| matches!(&parameter.kind, Kind::Choice(choice) if choice.control == Control::Radio)).count();
        assert!(rows <= 1 && front().count() - rows <= 3, "{}: {rows} rows, {} controls", figure.id(), front().count() - rows);
    }
}

/// What was moved by hand stands for nothing, and stands last.
#[test]
fn custom_is_the_last_option_and_has_no_preset() {
    for choice in FIGURES.iter().flat_map(|figure| choices(figure.parameters())) {
        if let Some(place) = choice.index(CUSTOM) {
            assert_eq!(place + 1, choice.options.len());
            assert!(choice.options[place].preset.is_empty());
        }
    }
}

/// The options at the start stand for the values at the start, which no address needs to say.
#[test]
fn the_presets_at_the_start_are_the_values_at_the_start() {
    for figure in FIGURES {
        let start = Values::defaults(figure.parameters());
        assert!(query::pairs(&start).is_empty(), "{}", figure.id());
        for (index, parameter) in figure.parameters().iter().enumerate() {
            let Kind::Choice(choice) = &parameter.kind else { continue };
            let mut chosen = start.clone();
            chosen.choose(index, choice.default);
            assert!(chosen == start, "{}: {}", figure.id(), parameter.name);
        }
    }
}

/// An address that is handed out leads to the same state when the start has become another one.
#[test]
fn an_address_that_is_handed_out_names_every_value() {
    for figure in FIGURES {
        for values in start_and_choices(*figure) {
            let pairs = query::all_pairs(&values);
            let names: Vec<_> = figure.parameters().iter().map(|parameter| parameter.name).collect();
            assert_eq!(pairs.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names, "{}", figure.id());
            let read = query::parse(figure.parameters(), "", pairs.iter().map(|(name, value)| (*name, value.as_str())));
            assert!(read.values == values && read.rejections.is_empty(), "{}: {pairs:?}", figure.id());
        }
    }
}

#[test]
fn every_name_is_unique_and_none_is_reserved() {
    let mut ids = HashSet::new();
    for figure in FIGURES {
        assert!(ids.insert(figure.id()), "{} twice", figure.id());
        let mut names = HashSet::new();
        for parameter in figure.parameters() {
            assert!(names.insert(parameter.name), "{}: {} twice", figure.id(), parameter.name);
            assert!(!parameter.name.is_empty() && !query::RESERVED.contains(&parameter.name), "{}: {}", figure.id(), parameter.name);
        }
        for choice in choices(figure.parameters()) {
            let options: HashSet<_> = choice.options.iter().map(|option| option.name).collect();
            assert_eq!(options.len(), choice.options.len(), "{}", figure.id());
        }
    }
}

fn choices(parameters: &'static [Parameter]) -> impl Iterator<Item = &'static Choice> {
    parameters.iter().filter_map(|parameter| if let Kind::Choice(choice) = &parameter.kind { Some(choice) } else { None })
}
