use std::path::Path;

use super::*;

/// Both languages with the same small site; then one file is changed or taken away.
fn files(changes: &[(&str, Option<&str>)]) -> Files {
    let mut files = Files::new();
    for language in ["de", "en"] {
        let mut put = |name: &str, text: &str| files.insert(format!("{language}/{name}"), text.to_owned());
        put("terms.md", "---\nnotes: N\nnote: n\nback: b\n---\n");
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

fn build(files: &Files) -> Result<Site, Error> {
    Site::build(files, &["en", "de"], &|_, _| None, &|_, _| None)
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
    let three = Site::build(&files(&french), &["en", "de", "fr"], &|_, _| None, &|_, _| None);
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
    let site = crate::load(&root, &["en", "de"], &|_, name| Some(format!("<{name}>")), &|_, _| Some("<table></table>".to_owned()))
        .unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(site.languages(), ["en", "de"]);
    assert_eq!(site.sections().iter().map(|section| section.slug.as_str()).collect::<Vec<_>>(), ["pen-drop", "dominant-force"]);
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
            crate::load(&root, &["en", "de"], &|_, _| Some(String::new()), &table).unwrap_or_else(|error| panic!("{error}"));
            assert!(asked.get(), "{of}");
        }
    }
    assert!(crate::load(&root, &["en", "de"], &|_, _| None, &|_, _| Some(String::new())).is_err(), "an unknown readout");
    assert!(crate::load(&root.join("nowhere"), &["en", "de"], &|_, _| None, &|_, _| None).is_err());
}
