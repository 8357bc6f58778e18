//! A question that the reader answers before the figure does, and what stands in the figure's place until then.

use leptos::prelude::*;
use pendrop_figures::{
    anatomy::{Frame, Outcome, Question},
    format::short,
    locale::{Language, fill},
    tables::Tables,
    values::Values,
};

use super::prose::{Blocks, ProseBlock};
use crate::layout::{drawn, served_frame, view_box};

/// The question before a figure, if the page asks one.
#[must_use]
pub fn view(id: &'static str, number: usize, language: Language, blocks: &Blocks, tables: &Tables) -> Option<AnyView> {
    let title = blocks.get(&title_key(id))?.clone();
    let figure = pendrop_figures::figure(id)?;
    let question = figure.question()?;
    let s = language.strings();
    let outcome = figure.solve(&Values::defaults(figure.parameters()), tables);
    let outcome = &*outcome;
    let start = question.told(question.start, language);
    let heading = format!("question-{id}");
    Some(
        view! {
            <section class="question" data-question=id aria-labelledby=heading.clone()>
                <h2 id=heading.clone()>{title.clone()}</h2>
                <ProseBlock blocks key=text_key(id)/>
                <div class="guess">
                    {slider(question, title, language)}
                    <p class="guess-number" aria-hidden="true"><b>{question.written(question.start, language)}</b><span class="unit">{question.unit}</span></p>
                    <p class="commit">
                        <button type="button" class="primary" data-guess="commit" disabled>{fill(s.question_commit, &[("value", &start)])}</button>
                        <span>{s.question_kept}</span>
                    </p>
                </div>
                <details class="show-anyway"><summary><span>{s.question_show}</span><span>{s.question_hide}</span></summary></details>
                <div class="verdict">
                    <p role="status"></p>
                    <button type="button" data-guess="again" disabled>{s.question_again}</button>
                </div>
            </section>
            <div class="held">
                <div class="figure-head">
                    <p class="held-title">{outcome.held(language)}</p>
                    <p class="figure-number">{fill(s.figure_number, &[("number", &number.to_string())])}</p>
                </div>
                <div class="picture" style=format!("--narrow-height:{}rem;--wide-height:{}rem", figure.heights().narrow / 16.0, figure.heights().wide / 16.0)>
                    {[false, true].map(|narrow| picture(outcome, &served_frame(figure, language, narrow)))}
                </div>
                <p class="held-drop"><button type="button" disabled>{s.question_drop}</button><span>{s.question_after}</span></p>
            </div>
        }
        .into_any(),
    )
}

/// Name of the block that holds a question's title, as plain text.
#[must_use]
pub fn title_key(id: &str) -> String {
    format!("question-title-{id}")
}

/// Name of the block that holds what belongs to a question.
#[must_use]
pub fn text_key(id: &str) -> String {
    format!("question-text-{id}")
}

fn slider(question: &Question, title: String, language: Language) -> AnyView {
    let share = |guess: f64| (guess - question.least) / (question.greatest - question.least);
    let last = question.ticks.len().saturating_sub(1);
    let ticks = question.ticks.iter().enumerate().map(|(index, tick)| {
        let edge = match index {
            0 => Some("start"),
            index if index == last => Some("end"),
            _ => None,
        };
        let label = short(*tick, 3, language);
        view! { <span class=edge style=format!("--at:{:.3}", share(*tick))><i>{label}</i></span> }
    });
    view! {
        <div class="slider">
            <input type="range" class="guess-range" min=question.least max=question.greatest step=question.step value=question.start
                autocomplete="off" aria-label=title aria-valuetext=question.told(question.start, language) disabled
                style=format!("--at:{:.4}", share(question.start))/>
            <div class="ticks" aria-hidden="true">{ticks.collect_view()}</div>
        </div>
    }
    .into_any()
}

fn picture(outcome: &dyn Outcome, frame: &Frame) -> AnyView {
    let markup = drawn(frame, |svg, frame| outcome.draw_held(svg, frame));
    view! {
        <svg data-layout=if frame.narrow { "narrow" } else { "wide" } role="img" aria-label=outcome.held(frame.language)
            viewBox=view_box(frame) xmlns="http://www.w3.org/2000/svg"><g inner_html=markup></g></svg>
    }
    .into_any()
}
