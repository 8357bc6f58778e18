//! The numbers of a figure as they are served.

use leptos::prelude::*;
use pendrop_kit::{
    locale::Language,
    outcome::{Prominence, Readout},
};

/// The readouts of one prominence.
#[component]
pub fn Readouts<'a>(readouts: &'a [Readout], language: Language, prominence: Prominence) -> AnyView {
    readouts
        .iter()
        .filter(|readout| readout.prominence == prominence)
        .map(|readout| {
            let class = if prominence == Prominence::Large { "readout large" } else { "readout" };
            let (number, unit) = readout.display.clone();
            view! {
                <div class=class>
                    <span class="label">{label_view((readout.label)(language))}</span>
                    // An output is a live region by itself: it would be read out with each step of a slider.
                    <output name=readout.name aria-live="off" data-value=readout.reading.data() data-unit=readout.unit data-measured=readout.measured.then_some("") class=super::class(readout)>
                        <b>{number}</b>
                        <span class="unit">{unit}</span>
                    </output>
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// Labels may hold a symbol's index as `v_t`.
fn label_view(label: &'static str) -> AnyView {
    match label.split_once("v_t/(g t)") {
        Some((before, after)) => view! { {before}<var>"v"</var><sub>"t"</sub>"/("<var>"g"</var>" "<var>"t"</var>")"{after} }.into_any(),
        None => label.into_any(),
    }
}
