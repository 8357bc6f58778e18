//! Whatever a binder needs is on every page: the markup of all pages is written, parsed as browsers parse it, and searched with
//! the binders' own selectors.

use pendrop_kit::{figure::Figure, locale::LANGUAGES, outcome::Readout, tables::Tables, values::Values};
use scraper::{ElementRef, Html, Selector};

use super::{
    PARTS,
    figure::names::{CHUNKS, chunks::INTERACTION},
    notice::notice_selector,
    readouts::readout_selector,
};
use crate::{browser::dom::control_selector, prerender};

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Every page with its path.
fn pages() -> Vec<(String, Html)> {
    let pages =
        prerender::pages(include_str!("../index.html"), prerender::Program::default(), "", "").unwrap_or_else(|error| panic!("{error}"));
    pages.into_iter().map(|(path, html)| (path, Html::parse_document(&html))).collect()
}

#[test]
fn every_binder_finds_what_it_needs_on_every_page() {
    let pages = pages();
    for part in PARTS {
        let roots = selector(part.root);
        let mut found = 0;
        for (path, page) in &pages {
            for root in page.select(&roots) {
                found += 1;
                for need in part.needs {
                    // As in the browser, a selector may name what stands above the root, too.
                    assert!(root.select(&selector(need.0)).next().is_some(), "{path}: {} lacks {}", part.root, need.0);
                }
            }
        }
        assert!(found >= LANGUAGES.len(), "{} is on no page", part.root);
    }
}

#[test]
fn every_figure_has_its_controls_notices_readouts_and_handles() {
    let figures = selector("figure[data-figure]");
    let mut seen = Vec::new();
    for (path, page) in &pages() {
        for element in page.select(&figures) {
            let id = element.attr("data-figure").unwrap_or_default();
            let figure = pendrop_figures::figure(id).unwrap_or_else(|| panic!("{path}: no figure {id}"));
            check(path, element, figure);
            seen.push(id.to_owned());
        }
    }
    for figure in pendrop_figures::FIGURES {
        assert!(seen.iter().any(|id| id == figure.id()), "{} is on no page", figure.id());
    }
}

fn check(path: &str, element: ElementRef, figure: &dyn Figure) {
    let id = figure.id();
    assert_eq!(element.attr("id"), Some(format!("figure-{id}").as_str()), "{path}");
    assert_eq!(element.attr("data-state"), Some("static"), "{path}");
    let has = |text: &str| assert!(element.select(&selector(text)).next().is_some(), "{path}: {id} lacks {text}");
    for parameter in figure.parameters() {
        has(&control_selector(parameter.name));
        has(&notice_selector(parameter.name));
    }
    let outcome = figure.solve(&Values::defaults(figure.parameters()), &Tables::default());
    for Readout { name, .. } in outcome.readouts(LANGUAGES[0].0) {
        has(&readout_selector(name));
    }
    if outcome.animation().is_some() {
        has(super::transport::names::ROOT);
    }
    let chunks = element.attr(CHUNKS).unwrap_or_default();
    let interacts = element.select(&selector(".handle, .points, [data-sweeps]")).next().is_some();
    assert_eq!(chunks.split(' ').any(|chunk| chunk == INTERACTION), interacts, "{path}: {id} names {chunks}");
    if figure.computes() {
        has(super::progress::names::ROOT);
    }
    if figure.measures() {
        has(super::benchmark::names::ROOT);
    }
}
