//! The head of every page: title, description, languages, theme and style, so that the first paint needs no further file.

use pendrop_figures::figure;
use pendrop_kit::{
    locale::{LANGUAGES, markup::Strings},
    text::escaped,
    values::Values,
};

use super::Lecture;
use crate::{
    browser::place::MARKS,
    route::{Page, Route},
};

/// Says that scripts run, which of the questions the reader steps around, and sets the stored theme before the first paint. Fixed
/// text, so that a host may allow it by its hash.
const FIRST_SCRIPT: &str = r#"document.documentElement.dataset.script="";addEventListener("toggle",function(e){e=e.target;if(e.className=="show-anyway")e.closest(".asked").toggleAttribute("data-shown",e.open)},true);try{var t=localStorage.getItem("pendrop-theme");if(/^(light|dark|projector)$/.test(t))document.documentElement.dataset.theme=t}catch(e){}"#;

/// Opens before the first paint what need not be asked: the figures that the address asks for, and those with a guess that this
/// device holds. When the page is there, it opens what the reader has stepped around in this visit, and goes to the figure that
/// the address has a state of; who comes back, or loads the page anew, gets to where they were. `parts::question`,
/// `browser::history` and `browser::place` have the same rules. `MARKS` stands for what a place is told by.
const OPEN_SCRIPT: &str = r#"(function(d,l,w){var o=[],m=/^#figure-(.+)/.exec(l.hash);if(m)o.push(m[1]);l.search.replace(/[?&]([a-z\d-]+)\./g,function(_,i){if(o.indexOf(i)<0)o.push(i)});if(o.length||/^#(?!fn)./.test(l.hash))w.dataset.open=o.join(" ");try{for(var s=localStorage,g=[],i=0;i<s.length;i++)if((m=/^pendrop-guess-([a-z\d-]+)$/.exec(s.key(i)))&&/^\d+(\.\d+)?$/.test(s.getItem(m[0])))g.push(m[1]);if(g.length)w.dataset.guessed=g.join(" ")}catch(e){}addEventListener("DOMContentLoaded",function(){var q,n;try{sessionStorage.getItem("pendrop-opened").split(" ").forEach(function(i){if(q=d.querySelector("[data-question="+i+"]")){q.dataset.shown="";q.querySelector(".show-anyway").open=true}})}catch(e){}if((m=/^(\d+) (-?\d+)/.exec(history.state))&&(q=d.querySelectorAll("MARKS")[m[1]]))scrollY||scrollBy(0,q.getBoundingClientRect().top-m[2]);else if(o.length&&!l.hash&&(q=d.getElementById("figure-"+o[0]))&&(n=performance.getEntriesByType("navigation")[0])&&n.type=="navigate")q.scrollIntoView()})})(document,location,document.documentElement)"#;

/// In a frame of another page a figure takes all of its width, and links open outside of it. `browser::history` leaves those to the
/// browser then, but for a place on the same page.
const FRAME_SCRIPT: &str = r#"if(self!=top){document.documentElement.dataset.framed="";document.head.appendChild(document.createElement("base")).target="_blank"}"#;

/// Picks a language at `/`: the stored one, else the browser's, else the first. `CODES` stands for those that there are, and
/// `BASE` for where the site lies, which the address need not say with a slash at its end.
const LANGUAGE_SCRIPT: &str = r#"var k=[CODES],l;try{l=localStorage.getItem("pendrop-language")}catch(e){}if(k.indexOf(l)<0)l=(navigator.languages||[navigator.language]).map(function(x){return(x||"").slice(0,2).toLowerCase()}).find(function(x){return k.indexOf(x)>=0})||k[0];location.replace("BASE/"+l+"/"+location.search+location.hash)"#;

/// What shows without JavaScript, and what is then of no use.
const WITHOUT_SCRIPT: &str = "<noscript><style>[data-panel=about],[data-panel=description]{display:block!important}.transport,.toolbar,.guess,.question-drag,.question .prose,.waiting{display:none!important}</style></noscript>";

/// Title and description of a page.
fn title_and_description(lecture: &Lecture, Route { language, page }: Route) -> (String, String) {
    let s = Strings::of(language);
    let of_page = |slug: &str| lecture.content.page(language.code(), slug).map(|page| (page.title.clone(), page.description.clone()));
    let found = match page {
        Page::Cover => of_page("cover"),
        Page::About => of_page("about"),
        Page::Section(slug) => of_page(slug),
        Page::Figure(id) => figure(id).map(|figure| {
            let outcome = figure.solve(&Values::defaults(figure.parameters()), &lecture.tables.clone().reading(language, None));
            (outcome.headline(language), outcome.description(language))
        }),
        Page::NotFound => Some((s.not_found_title.to_owned(), s.not_found_text.to_owned())),
    };
    found.unwrap_or_default()
}

/// What stands in the head of a page. What it links to is there before the style, which is long.
#[must_use]
pub fn head(lecture: &Lecture, route: Route, links: &str) -> String {
    let (title, description) = title_and_description(lecture, route);
    let mut head =
        format!("<title>{} · Pendrop</title>{links}<meta name=\"description\" content=\"{}\">", escaped(&title), escaped(&description));
    if route.page == Page::NotFound {
        head += "<meta name=\"robots\" content=\"noindex\">";
    } else {
        for (language, code) in LANGUAGES {
            let href = lecture.href(Route { language: *language, ..route });
            head += &format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{}{href}\">", lecture.origin);
        }
    }
    if matches!(route.page, Page::Section(_)) {
        head += &format!("<script>{}</script>", OPEN_SCRIPT.replace("MARKS", MARKS));
    }
    if matches!(route.page, Page::Figure(_)) {
        head += &format!("<script>{FRAME_SCRIPT}</script>");
    }
    head + &common(lecture) + WITHOUT_SCRIPT
}

/// What stands in every head.
fn common(Lecture { base, style, .. }: &Lecture) -> String {
    format!(
        "<meta name=\"color-scheme\" content=\"light dark\"><link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}/icon.svg\"><script>{FIRST_SCRIPT}</script><style>{style}</style>"
    )
}

/// The page at `/`: picks a language, and without a program offers all.
#[must_use]
pub fn start(lecture: &Lecture) -> String {
    let base = lecture.base;
    let links: String = LANGUAGES
        .iter()
        .filter_map(|(language, code)| {
            let cover = lecture.content.page(code, "cover")?;
            Some(format!(
                "<p lang=\"{code}\"><a class=\"primary\" href=\"{base}/{code}/\" hreflang=\"{code}\">{}</a></p><p lang=\"{code}\">{}</p>",
                Strings::of(*language).language_name,
                escaped(&cover.title)
            ))
        })
        .collect();
    let names: Vec<_> = LANGUAGES.iter().map(|(language, _)| Strings::of(*language).language_name).collect();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Pendrop</title><meta name=\"description\" content=\"Pendrop: {}\"><script>{}</script>{}</head><body><main class=\"alone\"><article class=\"text start\"><h1>Pendrop</h1>{links}</article></main></body></html>",
        names.join(", "),
        language_script(base),
        common(lecture)
    )
}

fn language_script(base: &str) -> String {
    let codes: Vec<_> = LANGUAGES.iter().map(|(_, code)| format!("{code:?}")).collect();
    LANGUAGE_SCRIPT.replace("CODES", &codes.join(",")).replace("BASE", base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_page_picks_among_all_languages() {
        let script = language_script("/x");
        assert!(script.starts_with(r#"var k=["en","de"],l;"#) && script.contains(r#"location.replace("/x/"+l+"/""#));
    }
}
