//! The toolbar of a figure and the panels that open below it, in place.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::{Language, fill, markup::Strings},
    outcome::Outcome,
    parameter::Kind,
    tables::SOURCES_FILE,
    values::Values,
};

use super::heights;
use crate::{
    parts::{
        corpus,
        prose::{Blocks, ProseBlock, about_key},
    },
    route::{Page, Route},
};

/// What a frame is higher than what was measured, CSS pixels: another system's letters take other lines.
const SLACK: u32 = 24;
/// A frame as wide as its page is taken to be at least as wide, CSS pixels; in a narrower one the figure scrolls.
const WHOLE_FROM: u32 = 640;

/// The widths that are offered beside it, CSS pixels.
const OFFERED: [u32; 6] = [320, 480, 640, 800, 960, 1280];

/// The id of a figure's description.
pub fn description_id(figure: &str) -> String {
    format!("description-{figure}")
}

/// The toolbar and its panels.
#[component]
pub fn Toolbar<'a>(
    figure: &'static dyn Figure,
    outcome: &'a dyn Outcome,
    language: Language,
    base: &'a str,
    blocks: &'a Blocks,
) -> AnyView {
    let s = Strings::of(language);
    let toggles = |panels: &[(&'static str, &'static str)]| {
        let toggle = |&(panel, label)| view! { <button type="button" data-action=panel disabled aria-expanded="false">{label}</button> };
        panels.iter().map(toggle).collect_view()
    };
    // One menu of a figure is open at a time.
    let name = format!("menu-{}", figure.id());
    let saves = super::download::KINDS.map(|kind| {
        let label = fill(s.save_label, &[("kind", &kind.to_ascii_uppercase())]);
        view! { <button type="button" data-action=kind disabled aria-label=label>{kind.to_ascii_uppercase()}</button> }
    });
    let source = figure.source();
    let alone = Route { language, page: Page::Figure(figure.id()) }.path();
    view! {
        <div class="toolbar">
            <button type="button" data-action="reset" disabled>{s.action_reset}</button>
            <details class="menu" name=name.clone()>
                <summary>{s.action_share}</summary>
                <div>{toggles(&[("link", s.action_link), ("embed", s.action_embed)])}<span class="label">{s.save_as}</span>{saves}</div>
            </details>
            <details class="menu" name=name>
                <summary>{s.action_more}</summary>
                <div>{toggles(&[("table", s.action_table), ("description", s.action_description), ("about", s.action_about)])}</div>
            </details>
        </div>
        <div class="toolbar-notice" role="status"><p class="notice"></p></div>
        <div class="panels">
            <section data-panel="table" hidden>
                <div class="scroll" tabindex="0" role="group" aria-label=s.table_caption><table></table></div>
            </section>
            <section data-panel="description" hidden><p id=description_id(figure.id())>{outcome.description(language)}</p></section>
            <section data-panel="link" hidden><Code hint=s.link_hint language/>{corpus::markup::not_in_link(figure, language)}</section>
            <section data-panel="embed" hidden>
                {frame_widths(figure, language)}
                <Code hint=s.embed_hint language/>
                {corpus::markup::not_in_link(figure, language)}
            </section>
            <section data-panel="file" hidden>
                <p class="file-image"></p>
                <div class="file-text"><Code hint=s.file_hint language/></div>
            </section>
            <section data-panel="about" hidden>
                {match blocks.get(&about_key(figure.id())) {
                    Some(_) => view! { <ProseBlock blocks key=about_key(figure.id())/> }.into_any(),
                    // On a page of several figures it would weigh more than the page's own text: it is fetched when asked for.
                    None => view! { <p class="about-link"><a href=format!("{base}{alone}")>{s.action_about}</a></p> }.into_any(),
                }}
                <p><a rel="external" href=format!("{base}/source/{source}.txt")>{s.source_link}</a>": "<code>{source}</code></p>
                {data_links(figure, base, s.data_links)}
            </section>
        </div>
    }
    .into_any()
}

/// The widths that a frame for the figure may have, each with the height that it then needs; across the whole of another page, the
/// greatest one from a certain width on.
fn frame_widths(figure: &dyn Figure, language: Language) -> AnyView {
    let s = Strings::of(language);
    let measured = heights::of(figure.id(), language);
    let whole = measured.iter().filter(|(width, _)| *width >= WHOLE_FROM).map(|(_, height)| *height).max();
    let option = |width: String, height: u32, text: String| {
        let height = height + SLACK;
        view! { <option value=width data-height=height>{text}</option> }
    };
    let whole = whole.map(|height| option("100%".to_owned(), height, s.embed_whole.to_owned()));
    let offered = measured.iter().filter(|(width, _)| OFFERED.contains(width));
    let fixed = offered.map(|(width, height)| option(width.to_string(), *height, format!("{width}\u{202f}px"))).collect_view();
    view! {
        <label class="select">{s.embed_width}<select autocomplete="off" disabled>{whole}{fixed}</select></label>
    }
    .into_any()
}

/// Links to the tables that the figure draws from, and to the file that explains their sources; nothing where it has none.
fn data_links(figure: &'static dyn Figure, base: &str, label: &'static str) -> Option<AnyView> {
    let mut files: Vec<String> = tables_of(figure).into_iter().map(|name| format!("{name}.csv")).collect();
    if files.is_empty() {
        return None;
    }
    files.push(SOURCES_FILE.to_owned());
    let links = files.into_iter().enumerate().map(|(place, file)| {
        let comma = if place > 0 { ", " } else { "" };
        let address = format!("{base}/data/{file}");
        view! { {comma}<a rel="external" href=address>{file}</a> }
    });
    Some(view! { <p class="data-links">{label}": "{links.collect_view()}</p> }.into_any())
}

/// All tables that a figure draws from, whatever its choices.
fn tables_of(figure: &dyn Figure) -> Vec<&'static str> {
    let mut states = vec![Values::defaults(figure.parameters())];
    for (index, parameter) in figure.parameters().iter().enumerate() {
        let Kind::Choice(choice) = &parameter.kind else { continue };
        states.extend((0..choice.options.len()).map(|option| {
            let mut values = Values::defaults(figure.parameters());
            values.choose(index, option);
            values
        }));
    }
    let mut names = Vec::new();
    for name in states.iter().flat_map(|values| figure.tables(values)) {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    names
}

#[component]
fn Code(hint: &'static str, language: Language) -> AnyView {
    view! {
        <p>{hint}</p>
        <textarea readonly rows="3" spellcheck="false" aria-label=hint></textarea>
        <p class="copy"><button type="button" disabled>{Strings::of(language).copy}</button><span role="status"></span></p>
    }
    .into_any()
}
