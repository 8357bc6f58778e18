//! A figure with everything around it, as it is served.

use leptos::prelude::*;
use pendrop_figures::chunk_of;
use pendrop_kit::{
    figure::Figure,
    format::with_unit,
    locale::{Language, fill, markup::Strings},
    outcome::{Prominence, Readout, beside_each_other},
    parameter::Kind,
    picture::Picture,
    tables::Tables,
    values::Values,
};

use super::names::chunks as names;
use crate::{
    parts::prose::Blocks,
    parts::{
        benchmark, challenge,
        choice::markup::ChoiceControl,
        corpus, drawing, full_screen, handles,
        panels::markup::Toolbar,
        picture,
        picture::layout::served_frame,
        play, points, progress, question,
        readouts::{self, markup::Readouts},
        runs,
        slider::markup::Slider,
        toggle::markup::ToggleControl,
        transport,
    },
};

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
    let (start, tables) = (Values::defaults(figure.parameters()), &tables.clone().reading(language, None));
    let tables_needed = figure.tables(&start);
    let outcome = figure.solve(&start, tables);
    let readouts = beside_each_other(outcome.readouts(language));
    let heights = figure.heights();
    let pictures = [false, true].map(|narrow| {
        let frame = served_frame(figure, language, narrow);
        (frame, outcome.clone().picture(&frame))
    });
    let shown = &*pictures[0].1;
    let sweeps = shown.interaction().is_some_and(|interaction| interaction.sweeps());
    let handled = !handles::handles(shown).is_empty();
    let large = readouts.iter().find(|readout| readout.prominence == Prominence::Large).map(|readout| {
        let class = readouts::strip_class(readout);
        view! { <p class="strip" aria-hidden="true"><span>{(readout.label)(language)}</span><b class=class>{with_unit(&readout.display)}</b></p> }
    });
    // On a page of several figures each landmark has a name of its own.
    let named = |name: &str| match number {
        Some(number) => format!("{name}, {}", fill(s.figure_number, &[("number", &number.to_string())])),
        None => name.to_owned(),
    };
    let (title, prompt, form, said) = match question::markup::view(figure, &*outcome, language, blocks) {
        Some(question) => (Some(question.title), Some(question.prompt), Some(question.form), Some(question.said)),
        None => (None, None, None, None),
    };
    let number_line = number.map(|number| fill(s.figure_number, &[("number", &number.to_string())]));
    view! {
        <figure id=format!("figure-{id}") data-figure=id data-state="static" data-accent=readouts::accents(&readouts).then_some("") data-chunks=listed(&chunks(figure, shown)) data-tables=listed(tables_needed) data-prefix=if number.is_some() { format!("{id}.") } else { String::new() }
            style=format!("--narrow-height:{}rem;--wide-height:{}rem", heights.narrow / 16.0, heights.wide / 16.0)>
            <p class="waiting"><span>{s.controls_waiting}</span>{(!figure.computes()).then(|| view! { <span>{s.data_waiting}</span> })}</p>
            <div class="figure-head">
                <h2>{outcome.headline(language)}</h2>
                {title}
                <div class="caveat"><p class="notice">{outcome.caveat(language)}</p></div>
                {full_screen::markup::tools(language)}
                {number_line.map(|line| view! { <p class="figure-number">{line}</p> })}
            </div>
            <div class="figure-notice" role="status"><p class="notice"></p></div>
            <div class="stage">
                <div class="show" data-plays=outcome.play().is_some().then_some("")>
                    {number.map(|_| view! { <button type="button" class="unpin" data-action="unpin" disabled aria-label=s.action_unpin>"×"</button> })}
                    {large}
                    // Translators put elements of their own around texts; in a picture those vanish.
                    <div class="picture" translate="no" data-sweeps=sweeps.then_some("") data-handles=handled.then_some("")>
                        {pictures.each_ref().map(|(frame, drawn)| picture::markup::layout(id, &*outcome, &**drawn, frame))}
                        {handles::markup::view(figure, &pictures, language)}
                        {outcome.play().map(|play| play::markup::over(play, &pictures, language))}
                    </div>
                    {outcome.animation().map(|animation| transport::markup::view(animation, &pictures, language))}
                    {figure.computes().then(|| progress::markup::view(figure.recording(&start, tables.corpus()).as_ref(), language))}
                    {figure.measures().then(|| benchmark::markup::view(language))}
                    {outcome.play().map(|play| play::markup::line(play, language))}
                    {prompt}
                </div>
                <div class="aside">
                    {form}
                    {points::markup::view(shown, language)}
                    <div class="results" role="group" aria-label=s.figure_readouts>
                        <Readouts readouts=&readouts language prominence=Prominence::Large/>
                        <div class="rows"><Readouts readouts=&readouts language prominence=Prominence::Front/>{said}</div>
                        {more_readouts(&readouts, language)}
                        {runs::markup::view(figure, language)}
                        {challenge::markup::view(figure, language)}
                    </div>
                    {outcome.sketch().map(|sketch| drawing::markup::view(sketch, language))}
                    <form class="settings" aria-label=named(s.figure_controls) autocomplete="off">
                        <Controls figure language front=true/>
                        {figure.parameters().iter().any(|parameter| !parameter.front).then(|| {
                            view! { <details class="more"><summary>{s.more_settings}</summary><Controls figure language front=false/></details> }
                        })}
                        {corpus::markup::view(figure, language)}
                    </form>
                    <p class="source-line">{outcome.source_line(language)}</p>
                    <Toolbar figure outcome=&*outcome language base blocks/>
                </div>
            </div>
        </figure>
    }
    .into_any()
}

/// Names as the value of an attribute; no attribute where there are none.
fn listed(names: &[&str]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(" "))
}

/// The chunks of the program that a figure needs: its own, and those of what it has.
fn chunks(figure: &dyn Figure, picture: &dyn Picture) -> Vec<&'static str> {
    let interacts = picture.interaction().is_some() || picture.points().is_some();
    [
        chunk_of(figure.id()),
        interacts.then_some(names::INTERACTION),
        figure.computes().then_some(names::JOBS),
        figure.measures().then_some(names::MEASURING),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn more_readouts(readouts: &[Readout], language: Language) -> Option<AnyView> {
    let any = readouts.iter().any(|readout| readout.prominence == Prominence::More);
    any.then(|| {
        view! {
            <details class="more">
                <summary>{Strings::of(language).more_readouts}</summary>
                <div class="rows"><Readouts readouts language prominence=Prominence::More/></div>
            </details>
        }
        .into_any()
    })
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
