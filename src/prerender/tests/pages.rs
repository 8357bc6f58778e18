//! What stands in the head and body of every page, parsed as browsers parse it.

use std::{
    collections::{BTreeSet, HashSet},
    fs,
};

use pendrop_figures::FIGURES;
use pendrop_kit::locale::{LANGUAGES, Language};
use scraper::{ElementRef, Html, Selector};

use super::{PAGES, made, page, root};

fn parsed(html: &str) -> Html {
    Html::parse_document(html)
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// Every page that has an address of its own, with its language and its path below that.
fn routes() -> impl Iterator<Item = (Language, &'static str, &'static str, &'static str)> {
    made(&PAGES).iter().filter_map(|(path, html)| {
        let (language, code) = LANGUAGES.iter().find(|(_, code)| path.starts_with(&format!("/{code}/")))?;
        Some((*language, *code, path[code.len() + 1..].trim_start_matches('/'), html.as_str()))
    })
}

/// The page of a figure alone, in every language.
fn alone(id: &str) -> Vec<(Language, Html)> {
    LANGUAGES.iter().map(|(language, code)| (*language, parsed(page(&format!("/{code}/figure/{id}/"))))).collect()
}

/// The pages of a language that show several figures.
fn sections(language: Language) -> Vec<(&'static str, Html)> {
    let several = |html: &Html| html.select(&selector("figure[data-figure]")).count() > 1;
    let found: Vec<_> = routes().filter(|(other, ..)| *other == language).map(|(.., path, html)| (path, parsed(html))).collect();
    let found: Vec<_> = found.into_iter().filter(|(_, html)| several(html)).collect();
    assert!(found.len() > 1, "no sections");
    found
}

/// Whether a text has a sign between two digits.
fn divides_digits(text: &str, sign: char) -> bool {
    text.match_indices(sign).any(|(at, _)| {
        text[..at].ends_with(|before: char| before.is_ascii_digit()) && text[at + 1..].starts_with(|after: char| after.is_ascii_digit())
    })
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own_and_knows_the_other_languages() {
    let mut heads = HashSet::new();
    for (_, code, path, html) in routes() {
        let head = parsed(html);
        let one = |text: &str| head.select(&selector(text)).next().unwrap_or_else(|| panic!("{code}/{path} lacks {text}"));
        assert_eq!(one("html").attr("lang"), Some(code), "{path}");
        let title = text(one("title"));
        let description = one("meta[name=description]").attr("content").unwrap_or_default().to_owned();
        assert!(title.ends_with(" · Pendrop") && description.chars().count() > 40, "{code}/{path}: {title}, {description}");
        assert!(heads.insert(title) && heads.insert(description), "{code}/{path} has the title or the description of another page");
        for (_, other) in LANGUAGES {
            let alternate = one(&format!("link[rel=alternate][hreflang={other}]")).attr("href");
            assert_eq!(alternate, Some(format!("https://example.org/base/{other}/{path}").as_str()), "{code}/{path}");
        }
    }
}

/// The masthead shows once something follows it: then it is whole.
#[test]
fn something_follows_the_masthead_on_every_page() {
    let mut seen = 0;
    for (_, code, path, html) in routes() {
        let page = parsed(html);
        let (all, followed) = (page.select(&selector("#masthead")).count(), page.select(&selector("#masthead:has(+ *)")).count());
        assert_eq!(all, followed, "{code}/{path}");
        seen += all;
    }
    assert!(seen > 0, "no page has a masthead");
}

#[test]
fn without_a_language_all_are_offered() {
    for path in ["/", "/404.html"] {
        let html = parsed(page(path));
        for (language, code) in LANGUAGES {
            let links = selector(&format!("a[href=\"/base/{code}/\"]"));
            assert!(html.select(&links).any(|link| !text(link).trim().is_empty()), "{path} lacks {language:?}");
        }
    }
    let missing = text(parsed(page("/404.html")).root_element());
    assert!(missing.contains("This page is not here") && missing.contains("Diese Seite gibt es nicht"));
}

/// Of a fraction with a part too few browsers draw nothing but an error.
#[test]
fn every_fraction_and_every_index_has_two_parts() {
    let mut count = 0;
    for (_, code, path, html) in routes() {
        for element in parsed(html).select(&selector("mfrac, msub, msup, mover, munder")) {
            assert_eq!(element.child_elements().count(), 2, "{code}/{path}: {}", element.html());
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn figures_are_numbered_on_their_sections_and_nothing_is_asked_where_they_stand_alone() {
    for (language, word) in [(Language::En, "Figure"), (Language::De, "Abbildung")] {
        for (path, html) in sections(language) {
            let count = html.select(&selector("figure[data-figure]")).count();
            let numbers: Vec<_> = html.select(&selector("figure[data-figure] .figure-number")).map(text).collect();
            assert_eq!(numbers, (1..=count).map(|number| format!("{word} {number}")).collect::<Vec<_>>(), "{path}");
        }
    }
    for figure in FIGURES {
        for (_, html) in alone(figure.id()) {
            assert!(html.select(&selector("[data-question], .prompt, .figure-number")).next().is_none(), "{}", figure.id());
        }
    }
}

/// The readouts hold the same numbers; what is seen of them, of the picture and of the fields is written as each language does.
#[test]
fn figures_say_the_same_numbers_in_every_language_as_that_writes_them() {
    let values = |html: &Html| -> Vec<_> {
        let output = |output: ElementRef| (output.attr("name").map(str::to_owned), output.attr("data-value").map(str::to_owned));
        html.select(&selector("output")).map(output).collect()
    };
    let shown = |html: &Html| -> Vec<String> {
        let seen = selector("svg text, output, h2, .source-line, .strip, .ticks");
        let seen = html.select(&seen).map(text);
        let fields = selector("input.value, input[type=range]");
        let fields = html
            .select(&fields)
            .flat_map(|field| [field.attr("value").filter(|_| field.attr("min").is_none()), field.attr("aria-valuetext")]);
        seen.chain(fields.flatten().map(str::to_owned)).map(|text| text.replace("CC BY 4.0", "")).collect()
    };
    for figure in FIGURES {
        let pages = alone(figure.id());
        let [(Language::En, english), (Language::De, german)] = &pages[..] else { panic!("in two languages") };
        let names = |html: &Html| values(html).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(english), names(german), "{}", figure.id());
        // What is learnt from another text is something else.
        if figure.corpus().is_none() {
            assert_eq!(values(english), values(german), "{}", figure.id());
        }
        let title = |html: &Html| html.select(&selector("figure h2")).next().map(text);
        assert_ne!(title(english), title(german), "{}", figure.id());
        let with = |html: &Html, sign| shown(html).into_iter().filter(|text| divides_digits(text, sign)).collect::<Vec<_>>();
        assert_eq!(with(german, '.'), Vec::<String>::new(), "{}: decimal points in German", figure.id());
        assert_eq!(with(english, '.').is_empty(), with(german, ',').is_empty(), "{}", figure.id());
    }
}

#[test]
fn every_model_tells_what_it_assumes_its_equations_and_its_source() {
    for figure in FIGURES {
        let id = figure.id();
        for (language, html) in alone(id) {
            let one = |selectors: &str| {
                html.select(&selector(selectors)).next().unwrap_or_else(|| panic!("{id} in {language:?} lacks {selectors}"))
            };
            assert!(one("[data-panel=about] math").child_elements().next().is_some(), "{id}");
            // A formula that Markdown takes for something else, as a line that begins with a minus, stays as it was written.
            assert!(!text(one("[data-panel=about]")).contains('\\'), "{id} in {language:?} shows a formula as it was written");
            let source = one("[data-panel=about] a[rel=external][href*=\"/source/\"]").attr("href");
            assert_eq!(source, Some(format!("/base/source/{}.txt", figure.source()).as_str()));
            assert!(
                text(one("[data-panel=description]")).contains(|sign: char| sign.is_ascii_digit()),
                "{id}: a description without a number"
            );
        }
    }
    for (language, code) in LANGUAGES {
        for (path, html) in sections(*language) {
            let links: Vec<_> = html.select(&selector("figure .about-link a")).filter_map(|link| link.attr("href")).collect();
            let figures = selector("figure[data-figure]");
            let ids = html.select(&figures).filter_map(|figure| figure.attr("data-figure"));
            assert_eq!(links, ids.map(|id| format!("/base/{code}/figure/{id}/")).collect::<Vec<_>>(), "{path}");
        }
    }
}

#[test]
fn there_is_a_way_to_every_table_and_every_such_way_leads_to_one() {
    let files = fs::read_dir(root().join("public/data")).unwrap_or_else(|error| panic!("{error}"));
    let files = files.filter_map(|file| file.ok()?.file_name().into_string().ok()).filter(|name| name.ends_with(".csv"));
    let files: BTreeSet<_> = files.map(|name| format!("/base/data/{name}")).collect();
    for (_, code) in LANGUAGES {
        let pages = routes().filter(|(_, other, ..)| other == code);
        let linked: BTreeSet<_> = pages
            .flat_map(|(.., html)| {
                let links = selector("a[href^=\"/base/data/\"]");
                parsed(html).select(&links).filter_map(|link| link.attr("href").map(str::to_owned)).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(linked, files, "{code}");
    }
}

/// The program enables them once they answer.
#[test]
fn every_control_is_served_disabled() {
    let controls = selector("figure :is(input, select, button), [data-question] :is(input, button)");
    for (_, code, path, html) in routes() {
        for control in parsed(html).select(&controls) {
            assert!(control.attr("disabled").is_some(), "{code}/{path}: {}", control.html());
        }
    }
}
