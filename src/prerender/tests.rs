use std::{
    collections::{BTreeSet, HashSet},
    sync::LazyLock,
};

use pendrop_figures::{STRINGS, figure};
use pendrop_kit::{
    locale::{Folder, Strings},
    parameter::{Kind, Parameter},
};
use scraper::{ElementRef, Html, Selector};

use super::*;

/// Every page of the real content, rendered once for all tests.
static PAGES: LazyLock<Result<Vec<(String, String)>, String>> = LazyLock::new(|| {
    pages(include_str!("../index.html"), Program::default(), "/base", "https://example.org").map_err(|error| error.to_string())
});

static CONTENT: LazyLock<Result<Site, String>> =
    LazyLock::new(|| Lecture::read(Program::default(), "", "").map(|lecture| lecture.content).map_err(|error| error.to_string()));

/// What was made once for all tests; each that needs it says why it could not be made.
fn made<T>(result: &'static LazyLock<Result<T, String>>) -> &'static T {
    result.as_ref().unwrap_or_else(|error| panic!("{error}"))
}

fn page(path: &str) -> &'static str {
    made(&PAGES).iter().find(|(known, _)| known == path).map(|(_, html)| html.as_str()).unwrap_or_else(|| panic!("{path} is missing"))
}

/// What stands between two marks, or up to the end.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("{from} is missing"));
    rest.split_once(to).map_or(rest, |(inner, _)| inner)
}

#[test]
fn every_page_is_there_in_every_language() {
    let sections = made(&CONTENT).sections().len();
    assert_eq!(made(&PAGES).len(), LANGUAGES.len() * (2 + sections + FIGURES.len()) + 2);
    for (_, code) in LANGUAGES {
        for section in made(&CONTENT).sections() {
            let html = page(&format!("/{code}/{}/", section.slug));
            assert!(html.contains(&format!("<html lang=\"{code}\" data-base=\"/base\"")));
            let figures: Vec<_> = html.split(" data-figure=\"").skip(1).map(|rest| between(rest, "", "\"")).collect();
            assert_eq!(figures, section.figures, "{code}/{}", section.slug);
        }
    }
    assert!(page("/404.html").contains("noindex") && page("/").contains("/base/de/"));
}

#[test]
fn pages_hold_no_markers_and_every_name_of_the_contract() {
    for (path, html) in made(&PAGES).iter() {
        assert!(!between(html, "<body>", "</body>").contains("<!"), "{path}");
        for figure in FIGURES.iter().filter(|figure| html.contains(&format!(" data-figure=\"{}\"", figure.id()))) {
            for parameter in figure.parameters() {
                assert!(html.contains(&format!(" name=\"{}\"", parameter.name)), "{} on {path}", parameter.name);
            }
        }
    }
}

/// The program holds no strings.
#[test]
fn pages_bring_the_strings_of_their_figures_in_their_language() {
    let brings = |html: &str, Folder { name, texts }: &Folder, language: Language| {
        let lines = between(html, &format!("<script type=\"text/plain\" data-strings=\"{name}\">"), "</script>");
        assert_eq!(lines.lines().collect::<Vec<_>>(), texts(language), "{name}");
    };
    for (language, code) in LANGUAGES {
        for (path, html) in made(&PAGES).iter().filter(|(path, _)| path.starts_with(&format!("/{code}/"))) {
            let shown: Vec<_> = STRINGS.iter().filter(|(id, _)| html.contains(&format!(" data-figure=\"{id}\""))).collect();
            for folder in shown.iter().flat_map(|(_, folders)| *folders) {
                brings(html, folder, *language);
            }
            assert_eq!(html.contains(" data-strings=\"interface\""), !shown.is_empty(), "{path}");
            if !shown.is_empty() {
                brings(html, &Strings::FOLDER, *language);
            }
        }
    }
}

#[test]
fn every_call_of_a_footnote_finds_it() {
    for (path, html) in made(&PAGES).iter() {
        for call in html.split("href=\"#fn-").skip(1).map(|rest| between(rest, "", "\"")) {
            assert!(html.contains(&format!(" id=\"fn-{call}\"")), "note {call} on {path}");
        }
    }
}

/// The style sheet finds what a question keeps back as its second neighbour.
#[test]
fn a_question_is_followed_by_its_prompt_and_what_waits() {
    for section in made(&CONTENT).sections() {
        let content = made(&CONTENT).page("en", &section.slug).unwrap_or_else(|| panic!("{}", section.slug));
        let asked: Vec<_> = section.figures.iter().zip(&content.questions).filter(|(_, question)| question.is_some()).collect();
        let html = page(&format!("/en/{}/", section.slug));
        let parts: Vec<_> = html.split(" data-question=\"").skip(1).collect();
        assert_eq!(parts.len(), asked.len(), "{}", section.slug);
        for ((id, _), part) in asked.into_iter().zip(parts) {
            assert!(figure(id).is_some_and(|figure| figure.question().is_some()), "{id}");
            let marks = [format!("{id}\""), "</section><div class=\"prompt\">".into(), "</div><div class=\"answer\">".into()];
            let places = marks.map(|mark| part.find(&mark).unwrap_or(usize::MAX));
            let figure = part.find(&format!(" data-figure=\"{id}\"")).unwrap_or_default();
            assert!(places.is_sorted() && places[2] < figure, "{id}: {places:?}, {figure}");
        }
    }
}

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
    for section in made(&CONTENT).sections() {
        for ((_, code), word) in LANGUAGES.iter().zip(["Figure", "Abbildung"]) {
            let html = parsed(page(&format!("/{code}/{}/", section.slug)));
            let numbers: Vec<_> = html.select(&selector("figure[data-figure] .figure-number")).map(text).collect();
            let expected: Vec<_> = (1..=section.figures.len()).map(|number| format!("{word} {number}")).collect();
            assert_eq!(numbers, expected, "{code}/{}", section.slug);
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
        assert_eq!(values(english), values(german), "{}", figure.id());
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
            let source = one("[data-panel=about] a[rel=external][href*=\"/source/\"]").attr("href");
            assert_eq!(source, Some(format!("/base/source/{}.txt", figure.source()).as_str()));
            assert!(
                text(one("[data-panel=description]")).contains(|sign: char| sign.is_ascii_digit()),
                "{id}: a description without a number"
            );
        }
    }
    for section in made(&CONTENT).sections() {
        for (_, code) in LANGUAGES {
            let html = parsed(page(&format!("/{code}/{}/", section.slug)));
            let links: Vec<_> = html.select(&selector("figure .about-link a")).filter_map(|link| link.attr("href")).collect();
            let expected: Vec<_> = section.figures.iter().map(|id| format!("/base/{code}/figure/{id}/")).collect();
            assert_eq!(links, expected, "{code}/{}", section.slug);
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
fn every_control_is_served_disabled_at_its_start() {
    let controls = selector("figure :is(input, select, button), [data-question] :is(input, button)");
    for (_, code, path, html) in routes() {
        for control in parsed(html).select(&controls) {
            assert!(control.attr("disabled").is_some(), "{code}/{path}: {}", control.html());
        }
    }
    for figure in FIGURES {
        for (language, html) in alone(figure.id()) {
            for parameter in figure.parameters() {
                check_control(&html, parameter, language);
            }
        }
    }
}

/// A control stands for the values that are declared.
fn check_control(html: &Html, parameter: &Parameter, language: Language) {
    let name = parameter.name;
    let all: Vec<_> = html.select(&selector(&format!("figure [name=\"{name}\"]"))).map(|found| found.value().clone()).collect();
    match &parameter.kind {
        Kind::Quantity(quantity) => {
            let [range] = &all[..] else { panic!("{} controls {name}", all.len()) };
            let number = |attribute: &str| range.attr(attribute).and_then(|text| text.parse::<f64>().ok());
            assert_eq!(range.attr("type"), Some("range"), "{name}");
            assert_eq!((number("min"), number("max")), (Some(quantity.first()), Some(quantity.last())), "{name}");
            assert_eq!(number("value"), Some(quantity.position(quantity.default)), "{name}");
            assert_eq!(range.attr("aria-valuetext"), Some(quantity.formatted(quantity.default, language).as_str()));
            let label = range.attr("aria-label").unwrap_or_default();
            let unit = quantity.display.symbol(language);
            assert!(label.starts_with((parameter.label)(language)) && label.contains(unit), "{name}: {label}");
        }
        Kind::Choice(choice) => {
            let options = selector(&format!("select[name=\"{name}\"] option, input[type=radio][name=\"{name}\"]"));
            let options: Vec<_> = html.select(&options).collect();
            let declared: Vec<_> = choice.options.iter().map(|option| Some(option.name)).collect();
            assert_eq!(options.iter().map(|option| option.attr("value")).collect::<Vec<_>>(), declared);
            let chosen: Vec<_> = options.iter().map(|option| option.attr("selected").or(option.attr("checked")).is_some()).collect();
            assert_eq!(chosen, (0..choice.options.len()).map(|option| option == choice.default).collect::<Vec<_>>(), "{name}");
        }
        Kind::Toggle(on) => {
            let [toggle] = &all[..] else { panic!("{} controls {name}", all.len()) };
            assert_eq!((toggle.attr("type"), toggle.attr("checked").is_some()), (Some("checkbox"), *on), "{name}");
        }
    }
}
