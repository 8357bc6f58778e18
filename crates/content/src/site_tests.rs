use std::path::Path;

use super::*;

/// Both languages with the same small site; then one file is changed or taken away.
fn files(changes: &[(&str, Option<&str>)]) -> Files {
    let mut files = Files::new();
    for language in ["de", "en"] {
        let mut put = |name: &str, text: &str| files.insert(format!("{language}/{name}"), text.to_owned());
        put("terms.md", "---\nglossary: G\nnotes: N\nnote: n\nback: b\n---\n");
        put("about.md", "---\ntitle: About\ndescription: D\n---\nText.\n");
        put("cover.md", "---\ntitle: Cover\ndescription: D\n---\n");
        put(
            "pen-drop.md",
            "---\ntitle: Pen\ndescription: D\nquestion: Q\nsection: 1\ncover: pen\n---\nOne.\n\n::: step A\n:::\n\n{figure: pen-drop}\n\nTwo.\n",
        );
        put("figures/pen-drop.md", "### Assumes\n\nNothing.\n");
    }
    for (name, text) in changes {
        match text {
            Some(text) => files.insert((*name).to_owned(), (*text).to_owned()),
            None => files.remove(*name),
        };
    }
    files
}

/// Knows every state of every figure, and nothing else.
const NOTHING: Known = Known { readout: &|_, _| None, table: &|_, _| None, state: &|_, target| Ok(format!("/{target}")) };

fn build(files: &Files) -> Result<Site, Error> {
    Site::build(files, &["en", "de"], NOTHING)
}

fn fails(changes: &[(&str, Option<&str>)], message: &str) {
    assert_eq!(build(&files(changes)).expect_err(message).to_string(), message);
}

#[test]
fn finds_pages_and_texts_about_figures() {
    let site = build(&files(&[])).unwrap();
    assert_eq!(site.languages(), ["en", "de"]);
    assert_eq!(site.slugs().collect::<Vec<_>>(), ["about", "cover", "pen-drop"]);
    assert_eq!(site.sections(), [Section { slug: "pen-drop".into(), figures: vec!["pen-drop".into()] }]);
    assert_eq!(site.section_of("pen-drop"), site.sections().first());
    assert!(site.section_of("ensemble").is_none());
    let page = site.page("de", "pen-drop").unwrap();
    assert_eq!((page.title.as_str(), page.question.as_str(), page.blocks.len()), ("Pen", "Q", 2));
    assert!(site.about("en", "pen-drop").unwrap().contains("<h3 id=\"pen-drop-about-assumes\">"));
    assert!(site.page("fr", "pen-drop").is_none() && site.page("en", "pen").is_none() && site.about("en", "x").is_none());
}

#[test]
fn a_missing_translation_stops_the_build() {
    fails(&[("de/about.md", None)], "content/de/about.md: is missing; there is en/about.md");
    fails(&[("en/pen-drop.md", None)], "content/en/pen-drop.md: is missing; there is de/pen-drop.md");
    fails(&[("de/figures/pen-drop.md", None)], "content/de/figures/pen-drop.md: is missing; there is en/figures/pen-drop.md");
    fails(&[("de/terms.md", None)], "content/de/terms.md: is missing; there is en/terms.md");
    let french = [("fr/about.md", Some("---\ntitle: A\ndescription: D\n---\n"))];
    fails(&french, "content/fr: is no language of the site; these are en, de");
    let three = Site::build(&files(&french), &["en", "de", "fr"], NOTHING);
    assert_eq!(three.expect_err("fr").to_string(), "content/fr/cover.md: is missing; there is en/cover.md");
    assert!(build(&Files::new()).is_err());
}

#[test]
fn languages_have_the_same_figures_steps_and_sections() {
    let head = "---\ntitle: Pen\ndescription: D\nquestion: Q\nsection: 1\ncover: pen\n---\n";
    let changed = |body: &str| format!("{head}{body}");
    fails(
        &[("de/pen-drop.md", Some(&changed("One.\n")))],
        "content/de/pen-drop.md: the figures differ from en/pen-drop.md: pen-drop there, none here",
    );
    fails(
        &[("de/pen-drop.md", Some(&changed("{figure: pen-drop}\n")))],
        "content/de/pen-drop.md: the presentation steps differ from en/pen-drop.md: 1 there, 0 here",
    );
    fails(
        &[("de/pen-drop.md", Some(&changed("{figure: pen-drop}\n\n::: step A\n:::\n")))],
        "content/de/pen-drop.md: step 1 shows or stands elsewhere in en/pen-drop.md",
    );
    let body = "::: step A\n:::\n\n{figure: pen-drop}\n";
    fails(
        &[("de/pen-drop.md", Some(&format!("---\ntitle: P\ndescription: D\nquestion: Q\n---\n{body}")))],
        "content/de/pen-drop.md: the section numbers differ from en/pen-drop.md: 1 there, none here",
    );
    fails(
        &[("de/pen-drop.md", Some(&format!("---\ntitle: P\ndescription: D\nsection: 1\ncover: pen\n---\n{body}")))],
        "content/de/pen-drop.md: “question” is given in en/pen-drop.md but not in de/pen-drop.md",
    );
    fails(
        &[("de/pen-drop.md", Some(&format!("---\ntitle: P\ndescription: D\nquestion: Q\nsection: 1\ncover: feather\n---\n{body}")))],
        "content/de/pen-drop.md: the pictures on the cover differ from en/pen-drop.md: pen there, feather here",
    );
    fails(
        &[("de/pen-drop.md", Some(&changed("::: step A\n:::\n\n::: question When?\n:::\n\n{figure: pen-drop}\n")))],
        "content/de/pen-drop.md: the figures with a question before them differ from en/pen-drop.md: none there, pen-drop here",
    );
}

#[test]
fn languages_have_the_same_headings_states_checks_and_words() {
    let head = "---\ntitle: Pen\ndescription: D\nquestion: Q\nsection: 1\ncover: pen\n---\n";
    let german_differs = |english: &str, german: &str, message: &str| {
        let (english, german) = (format!("{head}{english}\n\n{{figure: pen-drop}}\n"), format!("{head}{german}\n\n{{figure: pen-drop}}\n"));
        fails(&[("en/pen-drop.md", Some(&english)), ("de/pen-drop.md", Some(&german))], message);
    };
    german_differs("## A {#a}", "## B", "content/de/pen-drop.md: the ids of the headings differ from en/pen-drop.md: a there, b here");
    german_differs(
        "[a](pen-drop) [b](pen-drop?x=1)",
        "[b](pen-drop?x=1)",
        "content/de/pen-drop.md: the states that the text leads to, in block 1, differ from en/pen-drop.md: pen-drop, pen-drop?x=1 there, pen-drop?x=1 here",
    );
    let check = |first: &str, second: &str| format!("::: check Q\n- [{first}] A\n\n  A.\n- [{second}] B\n\n  B.\n:::");
    german_differs(
        &check("x", " "),
        &check(" ", "x"),
        "content/de/pen-drop.md: the check questions and their right answers differ from en/pen-drop.md: [1] 2 in block 1 there, 1 [2] in block 1 here",
    );
    let site = files(&[("en/glossary.md", Some("### a {#a}\n\nB.\n")), ("de/glossary.md", Some("### c {#c}\n\nD.\n"))]);
    assert_eq!(build(&site).expect_err("ids").to_string(), "content/de/glossary.md: the entries differ from en: a there, c here");
    // In another language words may stand in another order.
    let text = |body: &str| format!("{head}{body}\n\n::: step A\n:::\n\n{{figure: pen-drop}}\n");
    let (english, german) = (text("[a](pen-drop) [b](pen-drop?x=1)"), text("[b](pen-drop?x=1) [a](pen-drop)"));
    assert!(build(&files(&[("en/pen-drop.md", Some(&english)), ("de/pen-drop.md", Some(&german))])).is_ok());
}

#[test]
fn a_glossary_is_a_list_of_entries_of_one_paragraph() {
    let entry = "\n### two words {#two-words}\n\nWhat *it*\nis.\n";
    let site = build(&files(&[("en/glossary.md", Some(entry)), ("de/glossary.md", Some(entry))])).unwrap();
    let term = Term { id: "two-words".into(), title: "two words".into(), html: "What <em>it</em>\nis.".into() };
    assert_eq!(site.glossary_of("de").map(|(_, term)| term).collect::<Vec<_>>(), [&term]);
    let page = "---\ntitle: A\ndescription: D\n---\n[Two]{term=two-words}.\n";
    let about = page.split("---\n").last().unwrap();
    let site = build(&files(&[
        ("en/glossary.md", Some(entry)),
        ("de/glossary.md", Some(entry)),
        ("en/about.md", Some(page)),
        ("en/figures/pen-drop.md", Some(about)),
    ]))
    .unwrap();
    assert_eq!(
        site.page("en", "about").unwrap().glossary,
        "<div class=\"glossary\" role=\"doc-glossary\" aria-label=\"G\">\n<h2>G</h2>\n<dl>\n<div><dt>two words</dt><dd id=\"term-two-words\">What <em>it</em>\nis.</dd></div>\n</dl>\n</div>\n"
    );
    assert!(site.page("de", "about").unwrap().glossary.is_empty());
    assert!(
        site.about("en", "pen-drop")
            .unwrap()
            .contains("<div class=\"glossary\">\n<h3>G</h3>\n<dl>\n<div><dt>two words</dt><dd id=\"pen-drop-about-term-two-words\">")
    );
    let fails = |text: &str, message: &str| fails(&[("en/glossary.md", Some(text)), ("de/glossary.md", Some(text))], message);
    fails("A.\n", "content/en/glossary.md:1: a glossary begins with an entry: ### word {#id}");
    fails("\n### a\n\nA.\n", "content/en/glossary.md:2: “a”: an entry begins with its word and its id: ### word {#id}");
    fails("### a {#a}\n", "content/en/glossary.md:1: “a”: an entry is one paragraph");
    fails("### a {#a}\n\nA.\n\nB.\n", "content/en/glossary.md:1: “a”: an entry is one paragraph");
    fails("### a {#a}\n\nA.\n\n### b {#a}\n\nB.\n", "content/en/glossary.md:5: “a” stands here twice");
    fails("### a {#a}\n\nIt's.\n", "content/en/glossary.md:3: straight quotes: write “ ” ‘ ’ or „ “ ‚ ‘ and the apostrophe ’");
}

#[test]
fn every_figure_on_a_page_has_its_text_and_every_section_its_place() {
    let without = [("en/figures/pen-drop.md", None), ("de/figures/pen-drop.md", None)];
    fails(&without, "content/en/figures/pen-drop.md: is missing; en/pen-drop.md shows that figure");
    let about = |front: &str, message: &str| {
        let text = format!("---\ntitle: A\ndescription: D\n{front}---\n");
        fails(&[("en/about.md", Some(&text)), ("de/about.md", Some(&text))], message);
    };
    about("section: 1\ncover: pen\n", "content/en/pen-drop.md: “about” is section 1 as well");
    about("section: 3\ncover: pen\n", "content/en/about.md: is section 3, but no page is section 2");
    about("section: 2\n", "content/en/about.md: a section names its picture on the cover: “cover” is missing");
    about("cover: pen\n", "content/en/about.md: “cover” is for sections, and “section” is missing");
    fails(
        &[("en/drafts/a.md", Some("")), ("de/drafts/a.md", Some(""))],
        "content/en/drafts/a.md: below a language there is only the folder figures",
    );
}

#[test]
fn the_real_content_loads() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let known = Known { readout: &|_, name| Some(format!("<{name}>")), table: &|_, _| Some("<table></table>".to_owned()), ..NOTHING };
    let site = crate::load(&root, &["en", "de"], known).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(site.languages(), ["en", "de"]);
    assert_eq!(
        site.sections().iter().map(|section| section.slug.as_str()).collect::<Vec<_>>(),
        ["pen-drop", "dominant-force", "bitter-lesson"]
    );
    for language in site.languages() {
        for slug in ["cover", "about", "pen-drop"] {
            assert!(site.page(language, slug).is_some(), "{language}/{slug}");
        }
        let page = site.page(language, "pen-drop").unwrap();
        assert_eq!(page.figures.first().map(String::as_str), Some("pen-drop"));
        // Text before the first figure, between figures, and after the last.
        assert_eq!(page.blocks.len(), page.figures.len() + 1);
        assert!(page.questions[0].is_some());
        assert!(page.blocks.iter().all(|block| !block.html().is_empty()) && !page.footnotes.is_empty());
        // Guess first: nothing before the figure gives away what it will say.
        assert!(!page.blocks[0].html().contains("data-readout"));
        for of in ["objects", "worlds"] {
            let asked = std::cell::Cell::new(false);
            let table = |_: &str, name: &str| {
                asked.set(asked.get() || name == format!("pen-drop.{of}"));
                Some(String::new())
            };
            crate::load(&root, &["en", "de"], Known { table: &table, ..known }).unwrap_or_else(|error| panic!("{error}"));
            assert!(asked.get(), "{of}");
        }
    }
    for id in site.glossary() {
        let mut texts = site.pages.values().map(|page| &page.glossary).chain(site.abouts.values());
        assert!(texts.any(|html| html.contains(&format!("term-{id}\""))), "no text explains “{id}”");
    }
    assert!(crate::load(&root, &["en", "de"], Known { readout: &|_, _| None, ..known }).is_err(), "an unknown readout");
    let no_state = Known { state: &|_, _| Err("no".to_owned()), ..known };
    assert!(crate::load(&root, &["en", "de"], no_state).is_err(), "an unknown state");
    assert!(crate::load(&root.join("nowhere"), &["en", "de"], known).is_err());
}
