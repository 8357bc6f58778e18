//! What the text of a page leads to.

use pendrop_kit::locale::LANGUAGES;
use scraper::{ElementRef, Html, Selector};

use super::{LECTURE, PAGES, made, page};

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|error| panic!("{selector}: {error}"));
    html.select(&selector).collect()
}

fn text(element: &ElementRef) -> String {
    element.text().collect()
}

/// Without a program they lead to the figure alone in that state.
#[test]
fn words_for_a_state_lead_to_the_page_of_a_figure_that_stands_beside_them() {
    let mut count = 0;
    for (path, html) in made(&PAGES).iter() {
        let html = Html::parse_document(html);
        for words in all(&html, "a[data-shows]") {
            let (id, href) = (words.attr("data-shows").unwrap_or_default(), words.attr("href").unwrap_or_default());
            assert_eq!(all(&html, &format!("figure[data-figure={id}]")).len(), 1, "{path}: {id}");
            let (address, state) = href.split_once('?').unwrap_or((href, ""));
            let language = path.get(..3).unwrap_or_default();
            assert_eq!(address, format!("/base{language}/figure/{id}/"), "{path}");
            assert!(state.is_empty() || state.contains('='), "{path}: {href}");
            page(address.strip_prefix("/base").unwrap_or_default());
            count += 1;
        }
    }
    assert!(count >= 2 * LANGUAGES.len(), "{count}");
}

#[test]
fn explained_words_find_their_entry_on_the_same_page() {
    let mut count = 0;
    for (path, html) in made(&PAGES).iter() {
        let html = Html::parse_document(html);
        for words in all(&html, "a.term") {
            let entry = words.attr("href").unwrap_or_default();
            assert_eq!(all(&html, &format!(".glossary dd{entry}")).len(), 1, "{path}: {entry}");
            count += 1;
        }
    }
    assert!(count >= 2 * LANGUAGES.len(), "{count}");
}

/// Answers need no program: what is said to one is its neighbour, and the region that reads it out is always there.
#[test]
fn check_questions_are_groups_of_answers_that_say_why() {
    for (_, code) in LANGUAGES {
        for section in made(&LECTURE).content.sections() {
            let html = Html::parse_document(page(&format!("/{code}/{}/", section.slug)));
            let checks = all(&html, "fieldset.check");
            assert!(!checks.is_empty(), "{code}/{} asks nothing", section.slug);
            for check in checks {
                let inner = Html::parse_fragment(&check.html());
                let answers = all(&inner, "fieldset > div");
                assert!(!text(&all(&inner, "fieldset > legend")[0]).is_empty());
                for answer in &answers {
                    let one = Html::parse_fragment(&answer.html());
                    let (input, label) = (all(&one, "input[type=radio]")[0], all(&one, "input + label")[0]);
                    assert_eq!((input.attr("id"), input.attr("disabled")), (label.attr("for"), None));
                    assert!(!text(&all(&one, "input ~ [role=status] > div")[0]).trim().is_empty());
                }
            }
        }
    }
}

#[test]
fn a_section_says_where_it_is_and_leads_on() {
    let content = &made(&LECTURE).content;
    let slugs: Vec<_> = content.sections().iter().map(|section| section.slug.as_str()).collect();
    for (_, code) in LANGUAGES {
        for (index, slug) in slugs.iter().enumerate() {
            let html = Html::parse_document(page(&format!("/{code}/{slug}/")));
            let listed: Vec<_> =
                all(&html, ".where details + nav a").iter().map(|link| (link.attr("href").map(str::to_owned), text(link))).collect();
            let headings: Vec<_> = all(&html, ".prose > h2[id]")
                .iter()
                .filter_map(|heading| Some((Some(format!("#{}", heading.attr("id")?)), text(heading))))
                .collect();
            assert!(listed.len() > 2);
            assert_eq!(listed, headings, "{code}/{slug}");
            let beside = [index.checked_sub(1).map(|index| ("prev", index)), Some(("next", index + 1))];
            let beside = beside.into_iter().flatten().filter_map(|(rel, index)| Some((rel, *slugs.get(index)?)));
            let expected: Vec<_> = beside.map(|(rel, slug)| (Some(rel.to_owned()), Some(format!("/base/{code}/{slug}/")), slug)).collect();
            for (place, selector) in [("head", ".where .beside a"), ("end", "nav.way a")] {
                let links = all(&html, selector);
                let found: Vec<_> =
                    links.iter().map(|link| (link.attr("rel").map(str::to_owned), link.attr("href").map(str::to_owned))).collect();
                assert_eq!(
                    found,
                    expected.iter().map(|(rel, href, _)| (rel.clone(), href.clone())).collect::<Vec<_>>(),
                    "{code}/{slug}, {place}"
                );
                for (link, (.., slug)) in links.iter().zip(&expected) {
                    let beside = content.page(code, slug).unwrap_or_else(|| panic!("{slug}"));
                    let words = format!("{} {}", link.attr("aria-label").unwrap_or_default(), text(link));
                    assert!(words.contains(&beside.title), "{code}/{slug}, {place}: {words}");
                    assert!(place == "head" || words.contains(&beside.question), "{code}/{slug}: {words}");
                }
            }
        }
    }
}
