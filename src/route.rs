//! The pages of the site and their addresses.

use pendrop_kit::locale::Language;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page<'a> {
    /// The cover.
    Cover,
    /// The section of the lecture with this slug.
    Section(&'a str),
    /// Sources, licences, the talk.
    About,
    /// The figure with this id, alone.
    Figure(&'a str),
    /// Nothing is at this address.
    NotFound,
}

/// A page in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route<'a> {
    /// The language; English where the address names none.
    pub language: Language,
    /// The page.
    pub page: Page<'a>,
}

impl Route<'_> {
    /// The path under the site's base, with slashes at both ends, so that a static server need not redirect. Where nothing
    /// is, the cover's: that is where a change of language leads from there.
    #[must_use]
    pub fn path(self) -> String {
        let language = self.language.code();
        match self.page {
            Page::Cover | Page::NotFound => format!("/{language}/"),
            Page::Section(slug) => format!("/{language}/{slug}/"),
            Page::About => format!("/{language}/about/"),
            Page::Figure(id) => format!("/{language}/figure/{id}/"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_path() {
        let path = |language, page| Route { language, page }.path();
        assert_eq!(path(Language::En, Page::Cover), "/en/");
        assert_eq!(path(Language::De, Page::Section("pen-drop")), "/de/pen-drop/");
        assert_eq!(path(Language::En, Page::About), "/en/about/");
        assert_eq!(path(Language::De, Page::Figure("pen-drop")), "/de/figure/pen-drop/");
        assert_eq!(path(Language::De, Page::NotFound), "/de/");
    }
}
