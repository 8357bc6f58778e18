//! A question that the reader answers before the figure does: its title, what stands in the picture's place until then, and
//! where the guess is made. All of it stands inside the figure; the style sheet shows it or the answer.

use leptos::prelude::*;
use pendrop_kit::{
    chart::text_width,
    figure::Figure,
    locale::{Language, markup::Strings},
    outcome::{Outcome, Prediction},
    picture::Frame,
    question::Question,
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

/// The parts of a question, each for its place in the figure.
pub struct QuestionView {
    /// The question itself, in place of the finding.
    pub title: AnyView,
    /// The picture before the guess, beside that of the answer.
    pub prompt: AnyView,
    /// Where the guess is made, and later what it was worth.
    pub form: AnyView,
    /// The guess among the results.
    pub said: AnyView,
}

/// The question before a figure, if the page asks one.
#[must_use]
pub fn view(figure: &'static dyn Figure, outcome: &dyn Outcome, language: Language, blocks: &Blocks) -> Option<QuestionView> {
    let id = figure.id();
    let title = blocks.get(&title_key(id))?.clone();
    let (question, prediction) = (figure.question()?, outcome.prediction()?);
    let s = Strings::of(language);
    let heading = format!("question-{id}");
    let frames = [false, true].map(|narrow| served_frame(figure, language, narrow));
    // A picture that takes guesses says so.
    let drag = takes_guesses(prediction, &frames[0]).then(|| view! { <p class="question-drag">{s.question_drag}</p> });
    Some(QuestionView {
        title: view! { <h2 class="question-title" id=heading.clone()>{title.clone()}</h2> }.into_any(),
        prompt: prompt(prediction, question, &frames),
        form: view! {
            <section class="question" aria-labelledby=heading>
                <p class="waiting"><span>{s.controls_waiting}</span></p>
                <ProseBlock blocks key=text_key(id)/>
                {drag}
                <div class="guess" data-empty="">
                    {slider(question, title.clone(), language)}
                    {large(question, title, language)}
                    <p class="notice" role="status"></p>
                    <p class="commit">
                        <button type="button" class="primary" data-guess="commit" disabled>{s.question_empty}</button>
                        <span>{s.question_kept}</span>
                    </p>
                </div>
                <details class="show-anyway"><summary><span>{s.question_show}</span><span>{s.question_hide}</span></summary></details>
                <div class=if question.log { "verdict long" } else { "verdict" }>
                    <p role="status" tabindex="-1"></p>
                    <button type="button" data-guess="again" disabled>{s.question_again}</button>
                </div>
            </section>
        }
        .into_any(),
        said: view! { <p class="readout said"><span class="label">{s.question_said}</span><b></b><span class="unit"></span></p> }
            .into_any(),
    })
}

/// What stands in the picture's place until the guess.
fn prompt(prediction: &dyn Prediction, question: &Question, frames: &[Frame; 2]) -> AnyView {
    let places: Option<String> =
        frames.iter().map(|frame| prediction.guess_place(frame, question.start).map(|place| place_of(frame, place))).collect();
    let grip = places.map(|places| view! { <span class="grip" style=places></span> });
    view! {
        <div class="picture prompt" translate="no">
            {frames.each_ref().map(|frame| picture(prediction, frame))}
            {grip}
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

/// The guess as a large number that can be written, with the words of its wording on its sides. It keeps the room that the widest
/// guess takes, so that the slider beside it stays as long as it is.
fn large(question: &Question, title: String, language: Language) -> AnyView {
    let wording = (question.wording)(language);
    let (before, after) = wording.split_once("{number}").unwrap_or_default();
    let room = format!("--room:{:.2}rem", widest(question, language, NUMBER) / 16.0);
    let words = (text_width(before, WORDS, false) + text_width(after, WORDS, false)) / 16.0;
    let beside =
        |words: &str| (!words.trim().is_empty()).then(|| view! { <span class="unit" aria-hidden="true">{words.trim().to_owned()}</span> });
    view! {
        <p class="guess-number" style=format!("{room};--words:{words:.2}rem")>
            {beside(before)}
            <input class="guess-field" type="text" inputmode="decimal" autocomplete="off" placeholder="?" aria-label=title disabled/>
            {beside(after)}
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
                autocomplete="off" aria-label=title aria-valuetext=Strings::of(language).question_unset disabled
                style=format!("--at:{:.4}", question.fraction(question.start))/>
            <div class="ticks" aria-hidden="true">{ticks.collect_view()}</div>
        </div>
    }
    .into_any()
}

fn picture(prediction: &dyn Prediction, frame: &Frame) -> AnyView {
    view! {
        <svg data-layout=layout_name(frame.narrow) role="img" aria-label=prediction.prompt(frame.language)
            viewBox=view_box(frame) xmlns="http://www.w3.org/2000/svg"><g inner_html=prompt_picture(prediction, frame, None)></g></svg>
    }
    .into_any()
}
