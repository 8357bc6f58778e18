//! Where the reader is on a page. It is kept in the entry of the browser's history, so that whoever goes back, or loads the page
//! anew, is where they were.

use std::cell::Cell;

use pendrop_kit::number;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{
    after_painting, document,
    dom::{all, set_flag, set_style},
    root_element, window,
};

/// What a place is told by: it stands on the page as served, in whatever state its figures are.
pub const MARKS: &str = "main :is(h1, h2, h3, p, li, figure):not(figure *)";
/// What the reader opens there. What stands before a question has a memory of its own.
const FOLDS: &str = "main :is(details:not(.show-anyway), [data-panel])";

thread_local! {
    static COVERED: Cell<f64> = const { Cell::new(0.0) };
}

/// Says how far down from its upper edge the window is covered by what stays in view, CSS pixels: the reader reads below it.
pub fn set_covered(height: f64) {
    COVERED.set(height);
}

/// A place on a page. It is told by what stands there and not in pixels: above it things may take another height by now.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which of the marks is the first in the window that nothing covers.
    mark: usize,
    /// Where it begins, CSS pixels below the window's upper edge.
    offset: f64,
    /// Which folds are open.
    opened: Vec<usize>,
}

impl Place {
    /// Where the reader is; nothing on a page without text.
    #[must_use]
    pub fn now() -> Option<Self> {
        let body = document().body()?;
        let (mark, offset) = marks(&body).into_iter().enumerate().find_map(|(index, mark)| {
            let mark = mark.get_bounding_client_rect();
            // What is not shown has no height.
            (mark.height() > 0.0 && mark.bottom() > COVERED.get()).then(|| (index, mark.top()))
        })?;
        let folds = all(&body, FOLDS).into_iter().enumerate();
        let opened = folds.filter(|(_, fold)| is_open(fold)).map(|(index, _)| index).collect();
        Some(Self { mark, offset, opened })
    }

    /// The place that the entry of the history keeps.
    #[must_use]
    pub fn of_entry() -> Option<Self> {
        Self::parse(&window().history().ok()?.state().ok()?.as_string()?)
    }

    /// Keeps it in the entry of the history.
    pub fn keep(&self) {
        if let Ok(history) = window().history() {
            // Browsers refuse too many changes in a short time; then the place before is kept.
            let _ = history.replace_state_with_url(&JsValue::from_str(&self.text()), "", None);
        }
    }

    /// Takes the reader there who has just loaded the page, unless they have gone elsewhere meanwhile. The browser, or the script in
    /// the page's head, may have done so already.
    pub fn restore_at_start(&self) {
        let mark = document().body().and_then(|body| marks(&body).get(self.mark).cloned());
        let is_here = mark.is_some_and(|mark| (mark.get_bounding_client_rect().top() - self.offset).abs() < 2.0);
        if window().scroll_y().is_ok_and(|y| y <= 0.0) || is_here {
            self.open();
            self.scroll();
        }
    }

    /// Opens what the reader had opened, on a page that has not been brought to life yet.
    pub fn open(&self) {
        let Some(body) = document().body() else { return };
        for (index, fold) in all(&body, FOLDS).iter().enumerate() {
            let open = self.opened.contains(&index);
            if is_panel(fold) {
                set_flag(fold, "hidden", !open);
            } else {
                set_flag(fold, "open", open);
            }
        }
    }

    /// Takes the reader there.
    pub fn scroll(&self) {
        let Some(body) = document().body() else { return };
        if let Some(mark) = marks(&body).get(self.mark) {
            let place = mark.get_bounding_client_rect();
            // In other lines it may be less high.
            window().scroll_by_with_x_and_y(0.0, place.top() - self.offset.max(COVERED.get() + 1.0 - place.height()));
        }
    }

    /// Takes the reader there in a window of another size: at once, and once more when it is known what covers that window.
    pub fn scroll_resized(self) {
        let before = COVERED.get();
        self.scroll();
        after_painting(move || {
            after_painting(move || Self { offset: self.offset - before + COVERED.get(), ..self }.scroll());
        });
    }

    /// As text: the number of the mark, the offset, the numbers of the folds.
    fn text(&self) -> String {
        let mut text = format!("{} {}", self.mark, self.offset.round() as i32);
        for fold in &self.opened {
            text += &format!(" {fold}");
        }
        text
    }

    /// Reads what [`text`](Self::text) has written; nothing from anything else.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (mark, offset) = (parts.next()?.parse().ok()?, number::parse(parts.next()?)?);
        Some(Self { mark, offset, opened: parts.map(|fold| fold.parse().ok()).collect::<Option<_>>()? })
    }
}

/// Keeps the page from scrolling while something unfolds under the reader's hand: browsers would keep what stands below it where it
/// was, and move the hand's place away.
pub fn hold_still() {
    let Some(root) = root_element() else { return };
    set_style(&root, "overflow-anchor", "none");
    after_painting(move || set_style(&root, "overflow-anchor", ""));
}

/// Headings and figures that have the same names in every language.
const LANDMARKS: &str = "main :is(h2, h3, figure)[id]:not(figure *)";

/// A heading or figure, and where it is in the window: it is found again on the same page in another language.
pub struct Landmark {
    id: String,
    /// Where it begins, CSS pixels below the window's upper edge.
    offset: f64,
}

impl Landmark {
    /// The last one that begins in the upper quarter of the window, or above it; nothing at the top of a page.
    #[must_use]
    pub fn now() -> Option<Self> {
        let line = window().inner_height().ok()?.as_f64()? / 4.0;
        all(&document().body()?.into(), LANDMARKS).iter().rev().find_map(|mark| {
            let place = mark.get_bounding_client_rect();
            // What is not shown has no height.
            (place.height() > 0.0 && place.top() <= line).then(|| Self { id: mark.id(), offset: place.top() })
        })
    }

    /// Takes the reader there.
    pub fn scroll(&self) {
        if let Some(mark) = document().get_element_by_id(&self.id) {
            window().scroll_by_with_x_and_y(0.0, mark.get_bounding_client_rect().top() - self.offset);
        }
    }
}

fn is_panel(fold: &Element) -> bool {
    fold.has_attribute("data-panel")
}

fn is_open(fold: &Element) -> bool {
    if is_panel(fold) { !fold.has_attribute("hidden") } else { fold.has_attribute("open") }
}

fn marks(body: &Element) -> Vec<Element> {
    all(body, MARKS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else_is_one() {
        for place in [Place { mark: 0, offset: 24.0, opened: vec![] }, Place { mark: 31, offset: -812.0, opened: vec![2, 7] }] {
            assert_eq!(Place::parse(&place.text()), Some(place));
        }
        for text in ["", "3", "a 1", "3 x", "3 1 y", "-1 5", "3 1 "] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }
}
