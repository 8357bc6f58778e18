//! The head of every page: title, description, languages, theme and style, so that the first paint needs no further file.

use pendrop_kit::{
    figure,
    locale::{LANGUAGES, Strings},
    tables::Tables,
    values::Values,
};
use std::{fs, io, path::Path};

use pendrop_content::Site;

use super::blocks::escaped;
use crate::place::{Page, Place};

/// The style sheets in the order in which they apply.
const SHEETS: [&str; 8] =
    ["tokens.css", "page.css", "cover.css", "figure.css", "controls.css", "panels.css", "picture.css", "question.css"];

/// Sets the stored theme before the first paint. Fixed text, so that a host may allow it by its hash.
const THEME_SCRIPT: &str = r#"try{var t=localStorage.getItem("pendrop-theme");if(/^(light|dark|projector)$/.test(t))document.documentElement.dataset.theme=t}catch(e){}"#;

/// Opens before the first paint what need not be asked: everything where the address asks for a state or a place, and
/// what waits for a guess that this device holds. `live::question` has the same rules.
const OPEN_SCRIPT: &str = r#"(function(d,l){if(/^#(?!fn)./.test(l.hash)||/[?&][^=]*\./.test(l.search))d.open="address";try{for(var s=localStorage,g=[],i=0,m;i<s.length;i++)if((m=/^pendrop-guess-([a-z\d-]+)$/.exec(s.key(i)))&&/^\d+(\.\d+)?$/.test(s.getItem(m[0])))g.push(m[1]);if(g.length)d.guessed=g.join(" ")}catch(e){}})(document.documentElement.dataset,location)"#;

/// Stands in the style sheets for the questions that are answered.
const ANSWERED: &str = "ANSWERED";

/// Picks a language at `/`: the stored one, else the browser's, else English.
const LANGUAGE_SCRIPT: &str = r#"var k=["en","de"],l;try{l=localStorage.getItem("pendrop-language")}catch(e){}if(k.indexOf(l)<0)l=(navigator.languages||[navigator.language]).map(function(x){return(x||"").slice(0,2).toLowerCase()}).find(function(x){return k.indexOf(x)>=0})||"en";location.replace(l+"/"+location.search+location.hash)"#;

/// All style sheets in one, without comments and needless spaces. `asked` are the figures that pages ask about: which of
/// them have been guessed stands in the root element, so that the style sheet has to name each.
///
/// # Errors
/// A sheet that cannot be read.
pub fn style(folder: &Path, asked: &[&str]) -> io::Result<String> {
    let mut all = String::new();
    for sheet in SHEETS {
        all += &compact(&fs::read_to_string(folder.join(sheet))?);
    }
    Ok(all.replace(ANSWERED, &answered(asked)))
}

/// Selects the questions that are answered.
fn answered(asked: &[&str]) -> String {
    asked.iter().map(|id| format!("[data-guessed~={id}] [data-question={id}]")).collect::<Vec<_>>().join(",")
}

/// Leaves out comments and spaces that mean nothing. Our sheets hold no strings with comments or runs of spaces.
fn compact(sheet: &str) -> String {
    let mut text = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        text += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for mark in ["{", "}", ";", ","] {
        words = words.replace(&format!(" {mark}"), mark).replace(&format!("{mark} "), mark);
    }
    words.replace(": ", ":").replace(";}", "}")
}

/// Title and description of a page.
fn words(content: &Site, place: Place, tables: &Tables) -> (String, String) {
    let code = place.language.code();
    let s = Strings::of(place.language);
    let of_page = |slug: &str| content.page(code, slug).map(|page| (page.title.clone(), page.description.clone()));
    let found = match place.page {
        Page::Cover => of_page("cover"),
        Page::About => of_page("about"),
        Page::Section(section) => of_page(section.slug),
        Page::Figure(id) => figure(id).map(|figure| {
            let outcome = figure.solve(&Values::defaults(figure.parameters()), tables);
            (outcome.headline(place.language), outcome.description(place.language))
        }),
        Page::NotFound => Some((s.not_found_title.to_owned(), s.not_found_text.to_owned())),
    };
    found.unwrap_or_default()
}

/// What stands in the head of a page.
#[must_use]
pub fn of(content: &Site, place: Place, base: &str, origin: &str, style: &str, tables: &Tables) -> String {
    let (title, description) = words(content, place, tables);
    let mut head = format!("<title>{} · Pendrop</title><meta name=\"description\" content=\"{}\">", escaped(&title), escaped(&description));
    if place.page == Page::NotFound {
        head += "<meta name=\"robots\" content=\"noindex\">";
    } else {
        for (language, code) in LANGUAGES {
            let path = Place { language: *language, ..place }.path();
            head += &format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{origin}{base}{path}\">");
        }
    }
    if matches!(place.page, Page::Section(_)) {
        head += &format!("<script>{OPEN_SCRIPT}</script>");
    }
    head += &format!(
        "{}<noscript><style>[data-panel=about],[data-panel=description]{{display:block!important}}.transport,.toolbar,.guess,.held-drag,.question .prose{{display:none!important}}</style></noscript>",
        common(base, style)
    );
    head
}

fn common(base: &str, style: &str) -> String {
    format!(
        "<meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}/icon.svg\"><script>{THEME_SCRIPT}</script><style>{style}</style>"
    )
}

/// The page at `/`.
#[must_use]
pub fn start(content: &Site, base: &str, style: &str) -> String {
    let links: String = LANGUAGES
        .iter()
        .filter_map(|(language, code)| {
            let cover = content.page(code, "cover")?;
            Some(format!(
                "<p lang=\"{code}\"><a class=\"primary\" href=\"{base}/{code}/\" hreflang=\"{code}\">{}</a></p><p lang=\"{code}\">{}</p>",
                Strings::of(language).language_name,
                escaped(&cover.title)
            ))
        })
        .collect();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Pendrop</title><meta name=\"description\" content=\"Pendrop: English, Deutsch\"><script>{LANGUAGE_SCRIPT}</script>{}</head><body><main class=\"alone\"><article class=\"text start\"><h1>Pendrop</h1>{links}</article></main></body></html>",
        common(base, style)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_is_made_compact_without_changing_it() {
        assert_eq!(compact("/* why */\na b,\nc { d: e f; }\n"), "a b,c{d:e f}");
    }

    #[test]
    fn the_style_names_every_figure_that_is_asked_about() -> io::Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
        let style = style(&folder, &["pen-drop", "other"])?;
        assert!(!style.contains(ANSWERED));
        let both = "[data-guessed~=pen-drop] [data-question=pen-drop],[data-guessed~=other] [data-question=other]";
        assert!(style.contains(&format!(":is({both}) .verdict{{display:block}}")));
        assert!(super::style(&folder, &[])?.contains(":is() .verdict{display:block}"));
        Ok(())
    }
}
