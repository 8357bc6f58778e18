//! A question that the reader answers before the figure does, and what stands in the figure's place until then.
//!
//! On the page a question, the prompt and what waits for the answer are neighbours in this order: the style sheet relies
//! on it.

use leptos::prelude::*;
use pendrop_kit::{
    chart::text_width,
    figure::Figure,
    locale::{Language, fill, markup::Strings},
    outcome::Prediction,
    picture::Frame,
    question::Question,
    tables::Tables,
    values::Values,
};

use super::{prompt_picture, takes_guesses};
use crate::{
    parts::handles::place_of,
    parts::picture::layout::{layout_name, served_frame, view_box},
    parts::prose::{Blocks, ProseBlock},
};

/// Sizes of the large number and of the words beside it, in sixteenths of the root font size; the style sheet has them too.
const NUMBER: f64 = 39.0;
const WORDS: f64 = 20.0;

/// The question before a figure, if the page asks one. `first` says that all that follows waits for it.
#[must_use]
pub fn view(id: &'static str, number: usize, first: bool, language: Language, blocks: &Blocks, tables: &Tables) -> Option<AnyView> {
    let title = blocks.get(&title_key(id))?.clone();
    let figure = pendrop_figures::figure(id)?;
    let question = figure.question()?;
    let s = Strings::of(language);
    let start = question.formatted(question.start, language);
    let heading = format!("question-{id}");
    Some(
        view! {
            <section class="question" data-question=id aria-labelledby=heading.clone()>
                <p class="waiting"><span>{s.controls_waiting}</span></p>
                <h2 id=heading.clone()>{title.clone()}</h2>
                <ProseBlock blocks key=text_key(id)/>
                <div class=if question.log { "guess by-decades" } else { "guess" }>
                    {slider(question, title, language)}
                    {large(question, language)}
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
            {prompt_view(figure, question, (number, first), language, tables)}
        }
        .into_any(),
    )
}

/// What stands in the figure's place until the guess.
fn prompt_view(
    figure: &'static dyn Figure,
    question: &Question,
    (number, first): (usize, bool),
    language: Language,
    tables: &Tables,
) -> AnyView {
    let s = Strings::of(language);
    let outcome = figure.solve(&Values::defaults(figure.parameters()), tables);
    let Some(prediction) = outcome.prediction() else { return ().into_any() };
    let heights = figure.heights();
    let drop = outcome.animation().map(|_| {
        view! { <p class="prompt-drop"><button type="button" disabled>{s.question_drop}</button><span>{s.question_after}</span></p> }
    });
    let frames = [false, true].map(|narrow| served_frame(figure, language, narrow));
    let places: Option<String> =
        frames.iter().map(|frame| prediction.guess_place(frame, question.start).map(|place| place_of(frame, place))).collect();
    let grip = places.map(|places| view! { <span class="grip" style=places></span> });
    // On a phone the question's own button is out of sight while the curve is dragged.
    let drag = takes_guesses(prediction, &frames[0]).then(|| {
        let commit = fill(s.question_commit, &[("value", &question.formatted(question.start, language))]);
        view! {
            <div class="prompt-drag">
                <p>{s.question_drag}</p>
                <button type="button" class="primary" data-guess="commit-here" disabled>{commit}</button>
            </div>
        }
    });
    view! {
        <div class="prompt">
            <div class="figure-head">
                <p class="prompt-title">{prediction.prompt(language)}</p>
                <p class="figure-number">{fill(s.figure_number, &[("number", &number.to_string())])}</p>
            </div>
            <div class="picture" translate="no" style=format!("--narrow-height:{}rem;--wide-height:{}rem", heights.narrow / 16.0, heights.wide / 16.0)>
                {frames.map(|frame| picture(prediction, question, &frame))}
                {grip}
            </div>
            {drag}
            {drop}
            {first.then(|| view! { <p class="prompt-rest">{s.question_rest}</p> })}
        </div>
    }
    .into_any()
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

/// The guess as a large number, with the words of its wording on their sides. It keeps the room that the widest guess by
/// decades takes, so that the slider beside it stays as long as it is.
fn large(question: &Question, language: Language) -> AnyView {
    let wording = (question.wording)(language);
    let (before, after) = wording.split_once("{number}").unwrap_or_default();
    let room = question.log.then(|| {
        let words = text_width(before, WORDS, false) + text_width(after, WORDS, false);
        format!("--room:{:.2}rem", (widest(question, language, NUMBER) + words) / 16.0)
    });
    let beside = |words: &str| (!words.is_empty()).then(|| view! { <span class="unit">{words.to_owned()}</span> });
    view! {
        <p class="guess-number" aria-hidden="true" style=room>
            {beside(before)}<b>{question.format_number(question.start, language)}</b>{beside(after)}
        </p>
    }
    .into_any()
}

/// Width of the widest guess on the slider.
fn widest(question: &Question, language: Language, size: f64) -> f64 {
    let (first, last) = (question.position(question.least), question.position(question.greatest));
    let steps = ((last - first) / question.step).round() as u32;
    let width =
        |step: u32| text_width(&question.format_number(question.value_at(first + f64::from(step) * question.step), language), size, true);
    (0..=steps).map(width).fold(0.0, f64::max)
}

fn slider(question: &Question, title: String, language: Language) -> AnyView {
    let last = question.ticks.len().saturating_sub(1);
    let ticks = question.ticks.iter().enumerate().map(|(index, tick)| {
        let edge = match index {
            0 => Some("start"),
            index if index == last => Some("end"),
            _ => None,
        };
        view! { <span class=edge style=format!("--at:{:.3}", question.fraction(*tick))><i>{question.mark(*tick, language)}</i></span> }
    });
    view! {
        <div class="slider">
            <input type="range" class="guess-range" min=question.position(question.least) max=question.position(question.greatest)
                step=question.step value=question.position(question.start)
                autocomplete="off" aria-label=title aria-valuetext=question.spoken(question.start, language) disabled
                style=format!("--at:{:.4}", question.fraction(question.start))/>
            <div class="ticks" aria-hidden="true">{ticks.collect_view()}</div>
        </div>
    }
    .into_any()
}

fn picture(prediction: &dyn Prediction, question: &Question, frame: &Frame) -> AnyView {
    view! {
        <svg data-layout=layout_name(frame.narrow) role="img" aria-label=prediction.prompt(frame.language)
            viewBox=view_box(frame) xmlns="http://www.w3.org/2000/svg"><g inner_html=prompt_picture(prediction, frame, question.start)></g></svg>
    }
    .into_any()
}
