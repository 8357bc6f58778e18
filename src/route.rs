//! Where in the site a reader is: what an address path means.

use pendrop_kit::{figure, locale::Language};

/// A section of the lecture. The program knows its figures' order; its prose stands in the page.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in addresses and its file in `content`.
    pub slug: &'static str,
    /// Ids of its figures in the order of the page.
    pub figures: &'static [&'static str],
}

/// The sections that are there.
pub static SECTIONS: &[Section] = &[
    Section { slug: "pen-drop", figures: &["pen-drop", "dominance-map", "ensemble", "flutter"] },
    Section { slug: "dominant-force", figures: &["compute-trend", "fixed-budget", "backtest", "drivers", "your-device"] },
];

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The cover.
    Cover,
    /// A section of the lecture.
    Section(&'static Section),
    /// Sources, licences, the talk.
    About,
    /// A figure alone.
    Figure(&'static str),
    /// Nothing is at this address.
    NotFound,
}

/// A page in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The language; English where the address names none.
    pub language: Language,
    /// The page.
    pub page: Page,
}

impl Place {
    /// What a path under the site's base means, with or without slashes at its ends.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let Some(language) = parts.next().and_then(Language::from_code) else {
            return Self { language: Language::En, page: Page::NotFound };
        };
        let page = match (parts.next(), parts.next(), parts.next()) {
            (None, _, _) => Page::Cover,
            (Some("about"), None, _) => Page::About,
            (Some("figure"), Some(id), None) => figure(id).map_or(Page::NotFound, |figure| Page::Figure(figure.id())),
            (Some(slug), None, _) => SECTIONS.iter().find(|section| section.slug == slug).map_or(Page::NotFound, Page::Section),
            _ => Page::NotFound,
        };
        Self { language, page }
    }

    /// The path under the site's base, with slashes at both ends, so that a static server need not redirect.
    #[must_use]
    pub fn path(self) -> String {
        let language = self.language.code();
        match self.page {
            Page::Cover | Page::NotFound => format!("/{language}/"),
            Page::Section(section) => format!("/{language}/{}/", section.slug),
            Page::About => format!("/{language}/about/"),
            Page::Figure(id) => format!("/{language}/figure/{id}/"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_places_and_back() {
        for path in ["/en/", "/de/pen-drop/", "/en/about/", "/de/figure/pen-drop/"] {
            assert_eq!(Place::from_path(path).path(), path);
            assert_eq!(Place::from_path(path.trim_end_matches('/')), Place::from_path(path));
        }
    }

    #[test]
    fn unknown_paths_are_not_found() {
        for path in ["", "/", "/fr/", "/en/nothing", "/en/figure/", "/en/figure/nothing/", "/en/pen-drop/more"] {
            assert_eq!(Place::from_path(path).page, Page::NotFound, "{path}");
        }
    }
}
