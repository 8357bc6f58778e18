//! The toolbar of a figure and the panels that open below it, in place.

use leptos::{prelude::*, task::spawn_local};
use pendrop_kit::{
    format::short,
    locale::{Language, Strings},
    outcome::{Cell, Table},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, KeyboardEvent, ScrollLogicalPosition};

use super::{
    address,
    browser::{self, Base},
    chunks,
    dom::{all, bind_text, find, find_as, follow, on, say, set_attribute, set_flag, set_text},
    state::FigureState,
};
use crate::place::{Page, Place};

/// Brings toolbar and panels to life.
pub fn attach(state: FigureState, base: Base, figure: &Element) {
    let open = RwSignal::new(String::new());
    toggle(open, figure);
    close(open, figure);
    let is_open = move |name: &str| open.with(|open| open == name);

    if let Some(table) = find(figure, "[data-panel=table] table") {
        follow(Box::new(move || {
            if is_open("table") {
                table.set_inner_html(&rows(&state.solved().0.table(state.language), state.language));
            }
        }));
    }
    if let Some(about) = find(figure, "[data-panel=about]") {
        follow(Box::new(move || {
            if is_open("about") {
                fetch_about(&about);
            }
        }));
    }
    bind_text(find(figure, "[data-panel=description] p"), Box::new(move || state.solved().0.description(state.language)));
    code(state, figure, "link", Box::new(move || if is_open("link") { link(state) } else { String::new() }));
    code(state, figure, "embed", Box::new(move || if is_open("embed") { embed(state, base) } else { String::new() }));

    if let Some(reset) = find(figure, "[data-action=reset]") {
        on(&reset, "click", Box::new(move |_| state.reset()));
    }
    saves(state, figure);
    full_screen(state, figure);
}

/// The buttons that open and close a panel; one is open at a time.
fn toggle(open: RwSignal<String>, figure: &Element) {
    for panel in all(figure, "[data-panel]") {
        let name = panel.get_attribute("data-panel").unwrap_or_default();
        let Some(button) = find(figure, &format!("[data-action={name}]")) else { continue };
        let (clicked, opened) = (name.clone(), panel.clone());
        on(
            &button,
            "click",
            Box::new(move |_| {
                open.update(|open| *open = if *open == clicked { String::new() } else { clicked.clone() });
                if open.with_untracked(|open| *open == clicked) {
                    // It may open under the edge of the window; once it is filled, as much of it is shown as there is room for.
                    let panel = opened.clone();
                    request_animation_frame(move || browser::bring_into_view(&panel, ScrollLogicalPosition::Nearest));
                }
            }),
        );
        follow(Box::new(move || {
            let is_open = open.with(|open| *open == name);
            set_attribute(&button, "aria-expanded", Some(if is_open { "true" } else { "false" }));
            set_flag(&panel, "hidden", !is_open);
        }));
    }
}

/// On a page of several figures "About this model" stands on the figure's own page; where it cannot be had, the link stays.
fn fetch_about(panel: &Element) {
    let Some(link) = find(panel, ".about-link") else { return };
    let Some(address) = find(&link, "a").and_then(|link| link.get_attribute("href")) else { return };
    spawn_local(async move {
        let page = browser::fetch_text(&address).await.as_deref().and_then(browser::parse);
        let about = page.and_then(|page| page.query_selector("[data-panel=about] .prose").ok().flatten());
        if let Some(about) = about {
            link.set_outer_html(&about.outer_html());
        }
    });
}

/// Escape closes what is open, from its button or from inside, and the button takes the focus.
fn close(open: RwSignal<String>, figure: &Element) {
    for part in all(figure, ".toolbar, .panels") {
        let figure = figure.clone();
        on(
            &part,
            "keydown",
            Box::new(move |event| {
                let name = open.get_untracked();
                if name.is_empty() || event.dyn_ref::<KeyboardEvent>().is_none_or(|event| event.key() != "Escape") {
                    return;
                }
                open.set(String::new());
                if let Some(button) = find_as::<HtmlElement>(&figure, &format!("[data-action={name}]")) {
                    // A button that is there can take the focus.
                    let _ = button.focus();
                }
            }),
        );
    }
}

/// Puts words about something that failed under the toolbar, or takes them away.
fn trouble(figure: &Element, words: Option<&str>) {
    if let Some(place) = find(figure, ".toolbar-notice p") {
        say(&place, words.map(|words| (words, "")));
    }
}

fn saves(state: FigureState, figure: &Element) {
    for kind in ["png", "svg", "csv"] {
        let Some(button) = find(figure, &format!("[data-action={kind}]")) else { continue };
        let figure = figure.clone();
        on(
            &button,
            "click",
            Box::new(move |_| {
                let figure = figure.clone();
                trouble(&figure, None);
                spawn_local(async move {
                    if chunks::save(state, kind, figure.clone()).await.is_none() {
                        trouble(&figure, Some(Strings::of(state.language).save_failed));
                    }
                });
            }),
        );
    }
}

fn full_screen(state: FigureState, figure: &Element) {
    let Some(button) = find(figure, "[data-action=fullscreen]") else { return };
    let s = Strings::of(state.language);
    let word = button.clone();
    browser::listen("fullscreenchange", move || {
        let full = document().fullscreen_element().is_some();
        set_text(&word, if full { s.action_leave_fullscreen } else { s.action_fullscreen });
    });
    let figure = figure.clone();
    on(
        &button,
        "click",
        Box::new(move |_| {
            trouble(&figure, None);
            if document().fullscreen_element().is_some() {
                document().exit_fullscreen();
            } else if !document().fullscreen_enabled() || figure.request_fullscreen().is_err() {
                trouble(&figure, Some(s.fullscreen_failed));
            }
        }),
    );
}

/// A panel with text to be copied.
fn code(state: FigureState, figure: &Element, panel: &str, make: Box<dyn Fn() -> String>) {
    let Some(panel) = find(figure, &format!("[data-panel={panel}]")) else { return };
    let (Some(area), Some(button), Some(answer)) =
        (find_as::<HtmlTextAreaElement>(&panel, "textarea"), find(&panel, "button"), find(&panel, "span"))
    else {
        return;
    };
    let text = area.clone();
    follow(Box::new(move || text.set_value(&make())));
    on(
        &button,
        "click",
        Box::new(move |_| {
            let (area, answer) = (area.clone(), answer.clone());
            spawn_local(async move {
                let s = Strings::of(state.language);
                let done = browser::copy(&area.value()).await;
                if !done {
                    area.select();
                }
                set_text(&answer, if done { s.copied } else { s.copy_failed });
            });
        }),
    );
}

/// The address that opens the page with the figure as it stands.
fn link(state: FigureState) -> String {
    follow_state(state);
    let location = window().location();
    let query = browser::query_text(&address::pairs(state, &state.prefix.get_value()));
    format!("{}{}{query}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default())
}

/// Code that puts the figure alone into another page.
fn embed(state: FigureState, base: Base) -> String {
    follow_state(state);
    let origin = window().location().origin().unwrap_or_default();
    let path = Place { language: state.language, page: Page::Figure(state.figure.id()) }.path();
    let query = browser::query_text(&address::pairs(state, "")).replace('&', "&amp;");
    let title = state.solved_now().0.headline(state.language).replace('"', "&quot;");
    format!(
        "<iframe src=\"{origin}{}{query}\" title=\"{title}\" width=\"100%\" height=\"1600\" style=\"border:0\" allow=\"fullscreen; clipboard-write\"></iframe>",
        base.url(&path)
    )
}

fn follow_state(state: FigureState) {
    state.values.track();
    state.phase.track();
}

/// The rows of a data table as HTML; heads come from the locale files and hold no markup, names may.
fn rows(table: &Table, language: Language) -> String {
    let mut html = format!("<caption>{}</caption><thead><tr>", Strings::of(language).table_caption);
    for head in &table.heads {
        html += &format!("<th scope=\"col\">{head}</th>");
    }
    html += "</tr></thead><tbody>";
    for row in &table.rows {
        html += "<tr>";
        for cell in row {
            html += &match cell {
                Cell::Number(value) if value.is_nan() => "<td>–</td>".to_owned(),
                Cell::Number(value) => format!("<td>{}</td>", short(*value, 5, language)),
                Cell::Text(text) => format!("<td class=\"name\">{}</td>", text.replace('&', "&amp;").replace('<', "&lt;")),
            };
        }
        html += "</tr>";
    }
    html + "</tbody>"
}
