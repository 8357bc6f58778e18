//! Whatever a binder needs is on every page: the markup of all pages is written, parsed as browsers parse it, and searched with
//! the binders' own selectors.

use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::Readout,
    parameter::{Kind, Parameter},
    tables::Tables,
    values::Values,
};
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

/// What is named by another element has a name where that is on its page, once, and says something.
#[test]
fn every_name_that_stands_elsewhere_is_there() {
    let named = selector("[aria-labelledby]");
    let mut pictures = 0;
    for (path, page) in &pages() {
        for element in page.select(&named) {
            pictures += usize::from(element.value().name() == "svg");
            for id in element.attr("aria-labelledby").unwrap_or_default().split(' ') {
                let names: Vec<_> = page.select(&selector(&format!("[id='{id}']"))).map(|name| name.text().collect::<String>()).collect();
                assert!(matches!(&names[..], [name] if !name.trim().is_empty()), "{path}: {id} is {names:?}");
            }
        }
    }
    assert!(pictures >= 2 * LANGUAGES.len(), "{pictures} pictures have a name");
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
    let (language, _) = LANGUAGES.iter().find(|(_, code)| path.starts_with(&format!("/{code}/"))).unwrap_or_else(|| panic!("{path}"));
    for parameter in figure.parameters() {
        check_control(path, element, parameter, *language);
    }
    let readouts = outcome.readouts(LANGUAGES[0].0);
    for Readout { name, unit, .. } in &readouts {
        let found: Vec<_> = element.select(&selector(&readout_selector(name))).collect();
        let [output] = found[..] else { panic!("{path}: {id} has {name} {} times", found.len()) };
        assert_eq!(output.attr("data-unit"), Some(*unit), "{path}: {name}");
        assert!(output.attr("data-value").is_some_and(|value| !value.is_empty()), "{path}: {name} is served without its value");
    }
    assert_eq!(element.select(&selector("output[data-value]")).count(), readouts.len(), "{path}: {id} has other readouts, too");
    let mut layouts: Vec<_> = element.select(&selector(".picture:not(.prompt) > svg")).map(|svg| svg.attr("data-layout")).collect();
    layouts.sort_unstable();
    assert_eq!(layouts, [Some("narrow"), Some("wide")], "{path}: {id}");
    for svg in element.select(&selector(".picture:not(.prompt) > svg")) {
        let count = |what: &str| svg.select(&selector(what)).count();
        // Shapes of one kind share a path: pictures that are mostly lines have few.
        assert!(count("path") > 2 && count("text") > 5, "{path}: the picture of {id} is empty");
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

/// Controls are served out of use, with a name, at the start, and with the options and the bounds that are declared.
fn check_control(path: &str, figure: ElementRef, parameter: &Parameter, language: Language) {
    let name = parameter.name;
    let controls: Vec<_> = figure.select(&selector(&control_selector(name))).collect();
    assert!(!controls.is_empty() && controls.iter().all(|control| control.attr("disabled").is_some()), "{path}: {name}");
    assert_eq!(figure.select(&selector(&format!("[name=\"{name}\"]"))).count(), controls.len(), "{path}: something else is called {name}");
    let attribute = |name: &str| controls[0].attr(name).unwrap_or_default();
    match &parameter.kind {
        Kind::Quantity(quantity) => {
            assert_eq!((controls.len(), attribute("type")), (1, "range"), "{path}: {name}");
            let number = |name: &str| attribute(name).parse::<f64>().unwrap_or(f64::NAN);
            let start = quantity.position(quantity.default);
            assert_eq!([number("min"), number("max"), number("value")], [quantity.first(), quantity.last(), start], "{path}: {name}");
            let (label, unit) = (attribute("aria-label"), quantity.display.symbol(language));
            assert!(label.contains(char::is_alphabetic), "{path}: {name} has no name");
            assert!(label.starts_with((parameter.label)(language)) && label.contains(unit), "{path}: {name}: {label}");
            assert!(attribute("aria-valuetext").contains(char::is_alphanumeric), "{path}: {name} does not say its value");
            assert_eq!(attribute("aria-valuetext"), quantity.formatted(quantity.default, language), "{path}: {name}");
            // What may be negative can be written on every phone.
            let sliders: Vec<_> = figure.select(&selector(super::slider::names::ROOT)).collect();
            let own = sliders.iter().find(|slider| slider.select(&selector(&control_selector(name))).next().is_some());
            let field = own.and_then(|slider| slider.select(&selector(super::slider::names::FIELD.0)).next());
            let keyboard = field.and_then(|field| field.attr("inputmode")).unwrap_or_default();
            assert_eq!(keyboard == "text", quantity.least() < 0.0, "{path}: {name}: {keyboard}");
        }
        Kind::Choice(choice) => {
            let options = selector(&format!("input[type=radio][name=\"{name}\"], select[name=\"{name}\"] option"));
            let options: Vec<_> = figure.select(&options).collect();
            let declared: Vec<_> = choice.options.iter().map(|option| Some(option.name)).collect();
            assert_eq!(options.iter().map(|option| option.attr("value")).collect::<Vec<_>>(), declared, "{path}: {name}");
            let chosen: Vec<_> = options.iter().map(|option| option.attr("selected").or(option.attr("checked")).is_some()).collect();
            assert_eq!(chosen, (0..choice.options.len()).map(|option| option == choice.default).collect::<Vec<_>>(), "{path}: {name}");
        }
        Kind::Toggle(on) => {
            assert_eq!((controls.len(), attribute("type")), (1, "checkbox"), "{path}: {name}");
            assert_eq!(controls[0].attr("checked").is_some(), *on, "{path}: {name}");
        }
    }
}
