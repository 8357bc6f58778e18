//! The toolbar of a figure and the panels that open below it, in place.

use leptos::{ev, html, prelude::*, task::spawn_local};
use pendrop_figures::{
    format::short,
    locale::{Language, Strings},
};
use wasm_bindgen::JsCast;

use crate::{
    browser::{self, Base},
    prose::{Prose, ProseBlock},
    ui::{
        address, download,
        react::{flag, part, part_if, text},
        state::FigureState,
    },
};

/// What a panel shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Panel {
    Table,
    Description,
    Link,
    Embed,
    About,
}

const PANELS: [Panel; 5] = [Panel::Table, Panel::Description, Panel::Link, Panel::Embed, Panel::About];

impl Panel {
    fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Description => "description",
            Self::Link => "link",
            Self::Embed => "embed",
            Self::About => "about",
        }
    }

    fn label(self, s: &'static Strings) -> &'static str {
        match self {
            Self::Table => s.action_table,
            Self::Description => s.action_description,
            Self::Link => s.action_link,
            Self::Embed => s.action_embed,
            Self::About => s.action_about,
        }
    }
}

/// The toolbar and its panels.
#[component]
pub fn Toolbar(state: FigureState, node: NodeRef<html::Figure>, prefix: StoredValue<String>, prose: Prose) -> impl IntoView {
    let s = state.language.strings();
    let base = expect_context::<Base>();
    let open = RwSignal::new(None::<Panel>);
    // What went wrong with a download or with full screen, in words.
    let trouble = RwSignal::new(None::<&'static str>);
    let disabled = state.locked;
    let toggles = PANELS.map(|panel| {
        view! {
            <button type="button" data-action=panel.name() disabled=disabled aria-expanded=text(move || (open.get() == Some(panel)).to_string())
                on:click=move |_| open.update(|open| *open = if *open == Some(panel) { None } else { Some(panel) })>{panel.label(s)}</button>
        }
    });
    let saves = ["png", "svg", "csv"].map(|kind| {
        let save = move |_| {
            trouble.set(None);
            spawn_local(async move {
                if download::save(state, kind, node).await.is_none() {
                    trouble.try_set(Some(s.save_failed));
                }
            });
        };
        let label = pendrop_figures::locale::fill(s.save_label, &[("kind", &kind.to_ascii_uppercase())]);
        view! { <button type="button" data-action=kind disabled=disabled aria-label=label on:click=save>{kind.to_ascii_uppercase()}</button> }
    });
    let full = RwSignal::new(false);
    browser::listen("fullscreenchange", move || full.set(document().fullscreen_element().is_some()));
    let full_screen = move |_| {
        trouble.set(None);
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        } else if node.get_untracked().is_none_or(|figure| figure.request_fullscreen().is_err()) || !document().fullscreen_enabled() {
            trouble.set(Some(s.fullscreen_failed));
        }
    };
    // Escape closes what is open, from its button or from inside, and the button takes the focus.
    let close = move |event: ev::KeyboardEvent| {
        let Some(panel) = open.get_untracked().filter(|_| event.key() == "Escape") else { return };
        open.set(None);
        let button =
            node.get_untracked().and_then(|figure| figure.query_selector(&format!("[data-action={}]", panel.name())).ok().flatten());
        if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A button that is there can take the focus.
            let _ = button.focus();
        }
    };
    view! {
        <div class="toolbar" on:keydown=close>
            <button type="button" data-action="reset" disabled=disabled on:click=move |_| state.reset()>{s.action_reset}</button>
            {toggles}
            <span class="saves">
                <span class="label">{s.save_as}</span>
                {saves}
                <button type="button" data-action="fullscreen" disabled=disabled on:click=full_screen>
                    {text(move || if full.get() { s.action_leave_fullscreen } else { s.action_fullscreen }.to_owned())}
                </button>
            </span>
        </div>
        <div class="toolbar-notice" role="status">{part(move || trouble.get().map(|text| view! { <p class="notice">{text}</p> }).into_any())}</div>
        <div class="panels" on:keydown=close>
        <section data-panel="table" hidden=flag(move || open.get() != Some(Panel::Table)) aria-label=s.action_table>
            {part_if(move || open.get() == Some(Panel::Table), move || view! { <DataTable state/> }.into_any())}
        </section>
        <section data-panel="description" hidden=flag(move || open.get() != Some(Panel::Description)) aria-label=s.action_description>
            <p>{text(move || state.solved.with(|solved| solved.0.description(state.language)))}</p>
        </section>
        <section data-panel="link" hidden=flag(move || open.get() != Some(Panel::Link)) aria-label=s.action_link>
            {part_if(move || open.get() == Some(Panel::Link), move || view! { <Code state hint=s.link_hint code=text(move || link(state, prefix))/> }.into_any())}
        </section>
        <section data-panel="embed" hidden=flag(move || open.get() != Some(Panel::Embed)) aria-label=s.action_embed>
            {part_if(move || open.get() == Some(Panel::Embed), move || view! { <Code state hint=s.embed_hint code=text(move || embed(state, base))/> }.into_any())}
        </section>
        <section data-panel="about" hidden=flag(move || open.get() != Some(Panel::About)) aria-label=s.action_about>
            <ProseBlock key=format!("about-{}", state.figure.id()) prose/>
            <p><SourceLink state/></p>
        </section>
        </div>
    }
    .into_any()
}

#[component]
fn SourceLink(state: FigureState) -> impl IntoView {
    let base = expect_context::<Base>();
    let path = state.figure.source();
    view! {
        <a rel="external" href=base.url(&format!("/source/{path}.txt"))>{state.language.strings().source_link}</a>
        ": "
        <code>{path}</code>
    }
}

/// The address that opens the page with the figure as it stands.
fn link(state: FigureState, prefix: StoredValue<String>) -> String {
    follow_state(state);
    let location = window().location();
    let query = browser::query_text(&prefix.with_value(|prefix| address::pairs(state, prefix)));
    format!("{}{}{query}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default())
}

/// Code that puts the figure alone into another page.
fn embed(state: FigureState, base: Base) -> String {
    follow_state(state);
    let origin = window().location().origin().unwrap_or_default();
    let path = crate::place::Place { language: state.language, page: crate::place::Page::Figure(state.figure.id()) }.path();
    let query = browser::query_text(&address::pairs(state, "")).replace('&', "&amp;");
    let title = state.solved.with_untracked(|solved| solved.0.headline(state.language)).replace('"', "&quot;");
    format!(
        "<iframe src=\"{origin}{}{query}\" title=\"{title}\" width=\"100%\" height=\"1400\" style=\"border:0\" allow=\"fullscreen\"></iframe>",
        base.url(&path)
    )
}

fn follow_state(state: FigureState) {
    state.values.track();
    state.phase.track();
}

#[component]
fn Code(state: FigureState, hint: &'static str, code: Signal<String>) -> impl IntoView {
    let s = state.language.strings();
    let node = NodeRef::<html::Textarea>::new();
    let outcome = RwSignal::new(None::<&'static str>);
    let copy = move |_| {
        spawn_local(async move {
            let done = browser::copy(&code.get_untracked()).await;
            if !done && let Some(area) = node.get_untracked() {
                area.select();
            }
            outcome.try_set(Some(if done { s.copied } else { s.copy_failed }));
        });
    };
    view! {
        <p>{hint}</p>
        <textarea readonly rows="3" spellcheck="false" aria-label=hint node_ref=node prop:value=code>{code.get_untracked()}</textarea>
        <p class="copy">
            <button type="button" on:click=copy>{s.copy}</button>
            <span role="status">{text(move || outcome.get().unwrap_or_default().to_owned())}</span>
        </p>
    }
}

#[component]
fn DataTable(state: FigureState) -> impl IntoView {
    let s = state.language.strings();
    let cell = |value: f64, language: Language| if value.is_nan() { "–".to_owned() } else { short(value, 5, language) };
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=s.table_caption>
            <table>
                <caption>{s.table_caption}</caption>
                {part(move || {
                    let table = state.solved.with(|solved| solved.0.table(state.language));
                    let heads = table.heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
                    let rows = table.rows.into_iter().map(|row| {
                        let cells = row.into_iter().map(|value| view! { <td>{cell(value, state.language)}</td> }).collect_view();
                        view! { <tr>{cells}</tr> }
                    }).collect_view();
                    view! { <thead><tr>{heads}</tr></thead><tbody>{rows}</tbody> }.into_any()
                })}
            </table>
        </div>
    }
}
