//! A figure with everything around it.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    format::with_unit,
    locale::{Language, Strings, fill},
    outcome::{Outcome, Place, Readout},
    parameter::Kind,
    tables::Tables,
    values::Values,
};

use super::{
    choice::ChoiceControl, marks, panels::Toolbar, prose::Blocks, readouts::Readouts, slider::Slider, toggle::ToggleControl,
    transport::Transport,
};
use crate::layout::{handle_label, handle_places, moving, served_frame, slides, still, view_box};

/// The figure as it stands at the start; an unknown one shows nothing.
#[component]
pub fn FigureView<'a>(
    /// Its id.
    id: &'static str,
    /// Its number on the page; none where it stands alone, and then its parameters need no prefix in the address.
    number: Option<usize>,
    /// The language of the page.
    language: Language,
    /// Where the site lies on its host.
    base: &'a str,
    /// The prose of the page.
    blocks: &'a Blocks,
    /// What figures draw from.
    tables: &'a Tables,
) -> AnyView {
    let Some(figure) = pendrop_figures::figure(id) else { return ().into_any() };
    let s = Strings::of(language);
    let start = Values::defaults(figure.parameters());
    let tables_needed = figure.tables(&start);
    let outcome = figure.solve(&start, tables);
    let outcome = &*outcome;
    let readouts = outcome.readouts(language);
    let heights = figure.heights();
    let served = served_frame(figure, language, false);
    let sweeps = !outcome.swept(&served, 0.3 * served.width, 0.7 * served.width).is_empty();
    let large = readouts.iter().find(|readout| readout.place == Place::Large).map(|readout| {
        view! { <p class="strip" aria-hidden="true"><span>{(readout.label)(s)}</span><b>{with_unit(&readout.shown)}</b></p> }
    });
    // On a page of several figures each landmark has a name of its own.
    let named = |name: &str| match number {
        Some(number) => format!("{name}, {}", fill(s.figure_number, &[("number", &number.to_string())])),
        None => name.to_owned(),
    };
    let number_line = number.map(|number| fill(s.figure_number, &[("number", &number.to_string())]));
    view! {
        <figure data-figure=id data-state="static" data-tables=(!tables_needed.is_empty()).then(|| tables_needed.join(" ")) data-prefix=if number.is_some() { format!("{id}.") } else { String::new() }
            style=format!("--narrow-height:{}rem;--wide-height:{}rem", heights.narrow / 16.0, heights.wide / 16.0)>
            <div class="figure-head">
                <h2>{outcome.headline(language)}</h2>
                {number_line.map(|line| view! { <p class="figure-number">{line}</p> })}
            </div>
            <div class="stage">
                <div class="show">
                    {large}
                    <div class="picture" data-sweeps=sweeps.then_some("")>
                        <Layout figure outcome language narrow=false/>
                        <Layout figure outcome language narrow=true/>
                        {handles(figure, outcome, language)}
                    </div>
                    {outcome.duration().map(|_| view! { <Transport figure outcome language/> })}
                    {figure.computes().then(|| computing(language))}
                    {figure.measures().then(|| measuring(language))}
                </div>
                {marks::view(outcome, &served, language)}
                <div class="caveat" role="status"><p class="notice">{outcome.caveat(language)}</p></div>
                <div class="results" role="group" aria-label=s.figure_readouts>
                    <Readouts readouts=&readouts language place=Place::Large/>
                    <div class="rows"><Readouts readouts=&readouts language place=Place::Front/></div>
                    {more_readouts(&readouts, language)}
                </div>
                <form class="settings" aria-label=named(s.figure_controls) autocomplete="off">
                    <Controls figure language front=true/>
                    {figure.parameters().iter().any(|parameter| !parameter.front).then(|| {
                        view! { <details class="more"><summary>{s.more_settings}</summary><Controls figure language front=false/></details> }
                    })}
                </form>
                <p class="source-line">{outcome.source_line(language)}</p>
            </div>
            <Toolbar figure outcome language base blocks/>
        </figure>
    }
    .into_any()
}

/// The handles that the reader moves: sliders where they move one way. Of the others the name says where they are, once
/// the program is there.
fn handles(figure: &'static dyn Figure, outcome: &dyn Outcome, language: Language) -> AnyView {
    let frames = [false, true].map(|narrow| served_frame(figure, language, narrow));
    let name = |name: &str| {
        figure.parameters().iter().find(|parameter| parameter.name == name).map_or("", |parameter| (parameter.label)(Strings::of(language)))
    };
    let buttons = outcome.handles(&frames[0]).into_iter().zip(handle_places(outcome, &frames)).map(|(handle, style)| {
        let Some((_, parameter, quantity)) = slides(figure, &handle) else {
            let label = handle_label(language, name(handle.across), name(handle.up));
            return view! { <button type="button" class="handle" disabled aria-label=label style=style></button> }.into_any();
        };
        view! {
            <button type="button" class="handle" role="slider" disabled aria-label=(parameter.label)(Strings::of(language)) style=style
                aria-orientation=if handle.across.is_empty() { "vertical" } else { "horizontal" }
                aria-valuemin=quantity.first() aria-valuemax=quantity.last() aria-valuenow=quantity.position(quantity.default)
                aria-valuetext=quantity.formatted(quantity.default, language)></button>
        }
        .into_any()
    });
    buttons.collect_view().into_any()
}

/// The line that says how far a computation is; its place is kept.
fn computing(language: Language) -> AnyView {
    let s = Strings::of(language);
    view! {
        <div class="computing" data-idle>
            <span class="computing-word">{s.computing}</span>
            <b class="computing-share"></b>
            <progress max="1" value="0" aria-label=s.computing></progress>
            <span class="computing-left"></span>
            <button type="button" data-computing="pause" disabled>{s.computing_pause}</button>
            <button type="button" data-computing="cancel" disabled>{s.computing_cancel}</button>
        </div>
    }
    .into_any()
}

/// The button that measures the reader's device, and how far that is.
fn measuring(language: Language) -> AnyView {
    let s = Strings::of(language);
    view! {
        <div class="computing measuring" data-idle>
            <button type="button" class="primary" data-measure disabled>{s.measure_start}</button>
            <span class="computing-word" role="status"></span>
            <b class="computing-share"></b>
            <progress max="1" value="0" aria-label=s.measure_running></progress>
        </div>
    }
    .into_any()
}

fn more_readouts(readouts: &[Readout], language: Language) -> Option<AnyView> {
    let any = readouts.iter().any(|readout| readout.place == Place::More);
    any.then(|| {
        view! {
            <details class="more">
                <summary>{Strings::of(language).more_readouts}</summary>
                <div class="rows"><Readouts readouts language place=Place::More/></div>
            </details>
        }
        .into_any()
    })
}

/// The picture in one of its two layouts, of which the style shows one.
#[component]
fn Layout<'a>(figure: &'static dyn Figure, outcome: &'a dyn Outcome, language: Language, narrow: bool) -> AnyView {
    let frame = served_frame(figure, language, narrow);
    view! {
        <svg data-layout=if narrow { "narrow" } else { "wide" } role="img" aria-label=outcome.description(language)
            viewBox=view_box(&frame) xmlns="http://www.w3.org/2000/svg">
            <g inner_html=still(outcome, &frame)></g>
            <g inner_html=moving(outcome, &frame, outcome.poster())></g>
            {(!outcome.marks(&frame).is_empty()).then(|| view! { <g></g> })}
        </svg>
    }
    .into_any()
}

/// The controls that stand in front, or the others.
#[component]
fn Controls(figure: &'static dyn Figure, language: Language, front: bool) -> AnyView {
    figure
        .parameters()
        .iter()
        .filter(|parameter| parameter.front == front)
        .map(|parameter| match &parameter.kind {
            Kind::Quantity(quantity) => view! { <Slider figure parameter quantity language/> }.into_any(),
            Kind::Choice(choice) => view! { <ChoiceControl parameter choice language/> }.into_any(),
            Kind::Toggle(on) => view! { <ToggleControl parameter on=*on language/> }.into_any(),
        })
        .collect_view()
        .into_any()
}
