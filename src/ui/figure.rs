//! One view that turns any figure into a full citizen of the page.

use leptos::{html, prelude::*};
use pendrop_figures::{
    anatomy::Place,
    locale::{Language, fill},
    parameter::Kind,
};

use crate::{
    prose::Prose,
    ui::{
        address,
        choice::ChoiceControl,
        panels::Toolbar,
        picture::Picture,
        react::{flag, part, text},
        readouts::{Readouts, Strip},
        slider::Slider,
        state::FigureState,
        transport::Transport,
    },
};

/// A figure with everything around it.
#[component]
pub fn FigureView(
    /// Its id; an unknown one shows nothing.
    id: &'static str,
    /// Its number on the page.
    number: Option<usize>,
    /// What stands before its parameters' names in the address: `"pen-drop."`, or nothing where it stands alone.
    prefix: String,
    /// The language of the page.
    language: Language,
    /// The prose of the page.
    prose: Prose,
) -> impl IntoView {
    pendrop_figures::figure(id).map(|figure| {
        let state = FigureState::new(figure, language);
        let prefix = StoredValue::new(prefix);
        address::follow(state, prefix);
        on_cleanup(move || {
            state.playing.try_set(false);
        });
        let s = language.strings();
        let node = NodeRef::<html::Figure>::new();
        let width = RwSignal::new(None);
        let in_page = prose.in_page;
        let heights = figure.heights();
        let moves = untrack(|| state.duration()).is_some();
        let headline = text(move || state.solved.with(|solved| solved.0.headline(language)));
        let caveat = part(move || state.solved.with(|solved| solved.0.caveat(language)).map(|text| view! { <p class="notice">{text}</p> }).into_any());
        let refused_in_more = flag(move || {
            state.refusals.with(|refusals| refusals.iter().any(|refusal| !figure.parameters()[refusal.index].front))
        });
        view! {
            <figure data-figure=id data-state=text(move || if state.live.get() { "ready" } else { "static" }.to_owned()) node_ref=node
                style=format!("--narrow-height:{}rem;--wide-height:{}rem", heights.narrow / 16.0, heights.wide / 16.0)>
                <div class="figure-head">
                    <h2>{headline}</h2>
                    {number.map(|number| view! { <p class="figure-number">{fill(s.figure_number, &[("number", &number.to_string())])}</p> })}
                </div>
                <div class="stage">
                    <div class="show">
                        <Strip state/>
                        <Picture state width in_page/>
                        {moves.then(|| view! { <Transport state width/> })}
                    </div>
                    <div class="caveat" role="status">{caveat}</div>
                    <div class="results" role="group" aria-label=s.figure_readouts>
                        <Readouts state place=Place::Large/>
                        <div class="rows"><Readouts state place=Place::Front/></div>
                        <details class="more"><summary>{s.more_readouts}</summary><div class="rows"><Readouts state place=Place::More/></div></details>
                    </div>
                    <form class="settings" aria-label=s.figure_controls autocomplete="off" on:submit=|event| event.prevent_default()>
                        <Controls state front=true/>
                        <details class="more" open=refused_in_more><summary>{s.more_settings}</summary><Controls state front=false/></details>
                    </form>
                    <p class="source-line">{text(move || state.solved.with(|solved| solved.0.source_line(language)))}</p>
                </div>
                <Toolbar state node prefix prose/>
            </figure>
        }
        .into_any()
    })
}

/// The controls that stand in front, or the others.
#[component]
fn Controls(state: FigureState, front: bool) -> impl IntoView {
    state
        .figure
        .parameters()
        .iter()
        .enumerate()
        .filter(|(_, parameter)| parameter.front == front)
        .map(|(index, parameter)| match &parameter.kind {
            Kind::Quantity(quantity) => view! { <Slider state index quantity/> }.into_any(),
            Kind::Choice(choice) => view! { <ChoiceControl state index choice/> }.into_any(),
        })
        .collect_view()
}
