//! Brings toolbar and panels to life.

use pendrop_kit::{
    locale::Strings,
    state::{Command, Origin},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement, KeyboardEvent, ScrollLogicalPosition};

use super::{
    code,
    download::{self, Copy, KINDS, Seen},
    names::{ABOUT, DESCRIPTION, EMBED, FILE, FILE_IMAGE, FILE_TEXT, FRAME_WIDTH, LINK, NOTICE, RESET, TABLE},
    table,
};
use crate::{
    browser::{
        self, Base,
        dom::{all, bind_text, effect, find, find_as, need, need_as, on, set_attribute, set_flag, show_notice},
        request_animation_frame, spawn_local,
    },
    parts::picture::view::View,
    reactive::*,
};

/// Brings toolbar and panels to life.
pub fn bind(view: View, base: Base, figure: &Element) {
    let session = view.session;
    // A reader who comes back finds open what they had opened.
    let opened = find(figure, "[data-panel]:not([hidden])").and_then(|panel| panel.get_attribute("data-panel"));
    let open = RwSignal::new(opened.unwrap_or_default());
    toggle(open, figure);
    close(open, figure);
    let is_open = move |name: &str| open.with(|open| open == name);

    if let Some(element) = need(figure, TABLE) {
        effect(Box::new(move || {
            if is_open("table") {
                element.set_inner_html(&table::rows(&session.evaluation().outcome.table(session.language), session.language));
            }
        }));
    }
    if let Some(about) = need(figure, ABOUT) {
        effect(Box::new(move || {
            if is_open("about") {
                fetch_about(&about);
            }
        }));
    }
    bind_text(need(figure, DESCRIPTION), Box::new(move || session.evaluation().outcome.description(session.language)));
    let language = session.language;
    code::bind(language, need(figure, LINK), Box::new(move || if is_open("link") { code::link(session) } else { String::new() }));
    let frame = frame_size(figure);
    let embed =
        move || if is_open("embed") { frame.with(|(width, height)| code::embed(session, base, (width, height))) } else { String::new() };
    code::bind(language, need(figure, EMBED), Box::new(embed));

    if let Some(reset) = need(figure, RESET) {
        on(&reset, "click", Box::new(move |_| session.dispatch(Command::Reset, Origin::Reader)));
    }
    saves(view, open, figure);
}

/// Width and height of the frame that the code makes, as they are chosen.
fn frame_size(figure: &Element) -> RwSignal<(String, String)> {
    let size = RwSignal::default();
    if let Some(select) = need_as::<HtmlSelectElement>(figure, FRAME_WIDTH) {
        let list = select.clone();
        let take = move || {
            let chosen = find(&list, &format!("option:nth-child({})", list.selected_index() + 1));
            let height = chosen.and_then(|option| option.get_attribute("data-height")).unwrap_or_default();
            size.set((list.value(), height));
        };
        take();
        on(&select, "change", Box::new(move |_| take()));
    }
    size
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
                    show_when_filled(Some(opened.clone()));
                }
            }),
        );
        effect(Box::new(move || {
            let is_open = open.with(|open| *open == name);
            set_attribute(&button, "aria-expanded", Some(if is_open { "true" } else { "false" }));
            set_flag(&panel, "hidden", !is_open);
        }));
    }
}

/// A panel may open under the edge of the window; once it is filled, as much of it is shown as there is room for.
fn show_when_filled(panel: Option<Element>) {
    request_animation_frame(move || panel.iter().for_each(|panel| browser::bring_into_view(panel, ScrollLogicalPosition::Nearest)));
}

/// On a page of several figures "About this model" stands on the figure's own page; where it cannot be had, the link stays.
fn fetch_about(panel: &Element) {
    let Some(link) = find(panel, ".about-link") else { return };
    let Some(address) = find(&link, "a").and_then(|link| link.get_attribute("href")) else { return };
    spawn_local(async move {
        let page = browser::fetch_page(&address).await.as_deref().and_then(browser::parse);
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

/// Says under the toolbar what failed, or no more.
fn notice(figure: &Element, words: Option<&str>) {
    if let Some(place) = need(figure, NOTICE) {
        show_notice(&place, words.map(|words| (words, "")));
    }
}

/// The buttons that save a file. Where the page stands in a frame, the file also opens as a panel, to be copied: frames that
/// may not save do so silently, and cannot be asked.
fn saves(view: View, open: RwSignal<String>, figure: &Element) {
    let language = view.session.language;
    let text = RwSignal::new(String::new());
    let panel = need(figure, FILE);
    code::bind(language, panel.clone(), Box::new(move || text.get()));
    if let Some(panel) = &panel {
        let panel = panel.clone();
        effect(Box::new(move || set_flag(&panel, "hidden", !open.with(|open| KINDS.contains(&open.as_str())))));
    }
    for kind in KINDS {
        let Some(button) = find(figure, &format!("[data-action={kind}]")) else { continue };
        let (figure, panel) = (figure.clone(), panel.clone());
        on(
            &button,
            "click",
            Box::new(move |_| {
                let (figure, panel) = (figure.clone(), panel.clone());
                notice(&figure, None);
                let seen = Seen::now(view);
                spawn_local(async move {
                    let s = Strings::of(language);
                    let Some(copy) = download::save(seen, kind, figure.clone()).await else {
                        notice(&figure, Some(s.save_failed));
                        return;
                    };
                    if browser::around().is_some() {
                        notice(&figure, Some(s.save_framed));
                        show_copy(copy, text, &figure);
                        // The page may have gone meanwhile.
                        open.set(kind.to_owned());
                        show_when_filled(panel);
                    }
                });
            }),
        );
    }
}

/// Fills the panel of a file.
fn show_copy(copy: Copy, text: RwSignal<String>, figure: &Element) {
    let (Some(image), Some(texts)) = (need(figure, FILE_IMAGE), need(figure, FILE_TEXT)) else { return };
    set_flag(&texts, "hidden", matches!(copy, Copy::Image(_)));
    let (words, picture) = match copy {
        Copy::Text(words) => (words, String::new()),
        Copy::Image(picture) => (String::new(), picture),
    };
    text.set(words);
    image.set_inner_html(&picture);
}
