//! The numbers of a figure.

use leptos::prelude::*;
use pendrop_figures::{
    anatomy::{Place, Reading},
    format::with_unit,
};

use crate::ui::{
    react::{flag, text},
    state::{FigureState, Solved},
};

/// What one readout shows at the moment.
#[derive(Clone, PartialEq, Default)]
struct Shown {
    number: String,
    unit: String,
    data: String,
    missing: bool,
}

/// The readouts at one place, by their order in the outcome.
#[component]
pub fn Readouts(state: FigureState, place: Place) -> impl IntoView {
    let readouts = state.solved.with_untracked(|solved| solved.1.clone());
    let s = state.language.strings();
    readouts
        .iter()
        .enumerate()
        .filter(|(_, readout)| readout.place == place)
        .map(|(index, readout)| {
            let shown = Memo::new(move |_| shown(state, index));
            let accent = readout.accent;
            let label = label_view((readout.label)(s));
            let number = text(move || shown.with(|shown| shown.number.clone()));
            let unit = text(move || shown.with(|shown| shown.unit.clone()));
            let output = view! {
                <output name=readout.name data-value=text(move || shown.with(|shown| shown.data.clone())) data-unit=readout.unit
                    class:missing=flag(move || shown.with(|shown| shown.missing))>
                    <b>{number}</b>
                    <span class="unit">{unit}</span>
                </output>
            };
            view! { <div class="readout" class:large=place == Place::Large class:accent=accent><span class="label">{label}</span>{output}</div> }
        })
        .collect_view()
}

/// Labels may hold a symbol's index as `v_t`.
fn label_view(label: &'static str) -> AnyView {
    match label.split_once("v_t/(g t)") {
        Some((before, after)) => view! { {before}<var>"v"</var><sub>"t"</sub>"/("<var>"g"</var>" "<var>"t"</var>")"{after} }.into_any(),
        None => label.into_any(),
    }
}

fn shown(state: FigureState, index: usize) -> Shown {
    state.solved.with(|solved| {
        solved.1.get(index).map_or_else(Shown::default, |readout| Shown {
            number: readout.shown.0.clone(),
            unit: readout.shown.1.clone(),
            data: match readout.reading {
                Reading::Number(value) => format!("{value}"),
                Reading::Word(word) => word.to_owned(),
                Reading::Missing => "null".to_owned(),
            },
            missing: readout.reading == Reading::Missing,
        })
    })
}

/// The large number once more, as plain text, for the strip above the picture on phones.
#[component]
pub fn Strip(state: FigureState) -> impl IntoView {
    let s = state.language.strings();
    let find = |solved: &Solved| solved.1.iter().position(|readout| readout.place == Place::Large);
    let label = state.solved.with_untracked(|solved| find(solved).map_or("", |index| (solved.1[index].label)(s)));
    let value = text(move || state.solved.with(|solved| find(solved).map_or_else(String::new, |index| with_unit(&solved.1[index].shown))));
    view! { <p class="strip" aria-hidden="true"><span>{label}</span><b>{value}</b></p> }
}
