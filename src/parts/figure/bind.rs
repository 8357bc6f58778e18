//! Brings a served figure to life.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::{Language, Strings},
    parameter::Kind,
};
use web_sys::{Element, HtmlElement};

use super::{
    address,
    browser::Base,
    choice,
    chunks::Extras,
    dom::{all, bind_text, find, find_as, focus_in_place, follow, on, say, set_attribute, set_flag},
    history::History,
    panels, picture, question, readouts, slider,
    state::FigureState,
    tables::{self, Shelf},
    toggle, transport,
};

/// Takes over a figure.
pub fn attach(
    figure: &'static dyn Figure,
    extras: Vec<Extras>,
    element: &Element,
    body: &Element,
    language: Language,
    (base, shelf): (Base, Shelf),
    history: &History,
) {
    let state = FigureState::new(figure, language, element.get_attribute("data-prefix").unwrap_or_default(), shelf);
    on_cleanup(move || {
        state.playing.try_set(false);
    });
    address::attach(state, history);

    for (index, parameter) in figure.parameters().iter().enumerate() {
        match &parameter.kind {
            Kind::Quantity(quantity) => slider::attach(state, index, quantity, element),
            Kind::Choice(choice) => choice::attach(state, index, choice, element),
            Kind::Toggle(_) => toggle::attach(state, index, element),
        }
    }
    readouts::attach(state, element);
    words(state, element);
    let width = picture::attach(state, element);
    transport::attach(state, width, element);
    panels::attach(state, base, element);

    question::attach(state, body);

    for control in all(element, ":disabled") {
        set_flag(&control, "disabled", false);
    }
    let there = state.values.with_untracked(|values| shelf.tables().has(figure.tables(values)));
    set_attribute(element, "data-state", Some(if there { "ready" } else { "running" }));
    for extras in extras {
        extras(state, width, element);
    }
}

/// Headline, caveat, source; and settings open by themselves where a notice stands among them.
fn words(state: FigureState, element: &Element) {
    bind_text(find(element, "h2"), Box::new(move || state.solved().0.headline(state.language)));
    bind_text(find(element, ".source-line"), Box::new(move || state.solved().0.source_line(state.language)));
    if !state.values.with_untracked(|values| state.figure.tables(values)).is_empty() {
        tables::attach(state, element);
    } else if let Some(place) = find(element, ".caveat p") {
        follow(Box::new(move || say(&place, state.solved().0.caveat(state.language).as_deref().map(|text| (text, "")))));
    }
    if let Some(form) = find(element, ".settings") {
        on(&form, "submit", Box::new(|event| event.prevent_default()));
    }
    if let Some(more) = find(element, ".settings details") {
        follow(Box::new(move || {
            let among = |index: usize| !state.figure.parameters()[index].front;
            if state.rejections.with(|rejections| rejections.iter().any(|rejection| among(rejection.index))) {
                set_flag(&more, "open", true);
            }
        }));
    }
}

/// Says that the figure's program or its data could not be had, and offers to try again: what was served stays.
pub fn fail(element: &Element, language: Language, why: &str, again: Box<dyn Fn(Element)>) {
    set_attribute(element, "data-state", Some("error"));
    let Some(place) = find(element, ".caveat p") else { return };
    say(&place, Some((why, "")));
    let (element, words) = (element.clone(), place.clone());
    let figure = element.clone();
    let try_again = move || {
        say(&words, None);
        set_attribute(&element, "data-state", Some("static"));
        again(element.clone());
    };
    if let Some(button) = again_button(&figure, language, Box::new(try_again)) {
        // A paragraph takes any child.
        let _ = place.append_child(&button);
    }
}

/// A button that tries again what has failed for a figure, and goes when it is pressed.
pub fn again_button(figure: &Element, language: Language, again: Box<dyn Fn()>) -> Option<Element> {
    let button = document().create_element("button").ok()?;
    set_attribute(&button, "type", Some("button"));
    button.set_text_content(Some(Strings::of(language).try_again));
    let (figure, pressed) = (figure.clone(), button.clone());
    on(
        &button,
        "click",
        Box::new(move |_| {
            // The focus must not be lost with the button.
            if let Some(heading) = find_as::<HtmlElement>(&figure, "h2") {
                heading.set_tab_index(-1);
                focus_in_place(&heading);
            }
            pressed.remove();
            again();
        }),
    );
    Some(button)
}
