//! The footnotes at the end of a page.

use pendrop_content::Page;
use pendrop_kit::text::escaped;

/// The footnotes of a page as a section of its own; nothing where it has none. Where some wait for an answer together with
/// the text that calls them, `called` has the numbers of those that do not.
#[must_use]
pub fn html(page: &Page, called: Option<&[usize]>) -> String {
    if page.footnotes.is_empty() {
        return String::new();
    }
    let all_wait = called.is_some_and(<[usize]>::is_empty);
    let mut items = String::new();
    for note in &page.footnotes {
        let waits = !all_wait && called.is_some_and(|called| !called.contains(&note.number));
        items += &format!("<li{} id=\"{}\">{}</li>\n", if waits { " class=\"waits\"" } else { "" }, note.id, note.html);
    }
    format!(
        "<section class=\"footnotes{}\" role=\"doc-endnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\">{}</h2>\n<ol>\n{items}</ol>\n</section>\n",
        if all_wait { " waits" } else { "" },
        escaped(&page.footnotes_title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use pendrop_content::Footnote;

    #[test]
    fn notes_wait_with_the_text_that_calls_them() {
        let note = |number: usize| Footnote { number, id: format!("fn-{number}"), html: "a".to_owned() };
        let page = Page { footnotes: vec![note(1), note(2)], footnotes_title: "Notes".to_owned(), ..Page::default() };
        let notes = html(&page, None);
        assert!(notes.contains("<section class=\"footnotes\"") && notes.contains("<h2 id=\"footnotes\">Notes</h2>"));
        assert!(!notes.contains("waits"));
        assert_eq!(html(&page, Some(&[2, 1])), notes);
        assert_eq!(html(&page, Some(&[1])), notes.replace("<li id=\"fn-2", "<li class=\"waits\" id=\"fn-2"));
        assert_eq!(html(&page, Some(&[])), notes.replace("class=\"footnotes", "class=\"footnotes waits"));
        assert_eq!(html(&Page::default(), None), "");
    }
}
