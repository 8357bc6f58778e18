//! Brings the points of a picture to life.

use std::{rc::Rc, sync::Arc};

use pendrop_kit::{
    chart::marks::{draw, matching, nearest},
    locale::{Strings, fill},
    number,
    picture::{Picture, Points},
};
use web_sys::{Element, HtmlInputElement};

use super::names::{COUNT, DETAILS, NAME, RANGE, ROOT, SEARCH};
use crate::{
    browser::{
        dom::{bind_text, effect, find, need, need_as, on, set_attribute, set_style},
        place_in,
        press::{self, Undo},
    },
    parts::picture::{bind::points_layer, layout::drawn, view::View},
    reactive::*,
};

/// How far from a point, in units of the picture, it is still meant.
const HIT_RADIUS: f64 = 22.0;

/// Which point the reader asks about.
#[derive(Clone, Copy)]
pub struct PointPicker {
    view: View,
    /// What is looked for in the names.
    query: RwSignal<String>,
    /// The point that is asked about.
    selected: RwSignal<Option<usize>>,
    /// How many points there are.
    count: Memo<usize>,
    /// Those whose names match the query.
    matches: Memo<Vec<usize>>,
}

/// What a picture's points say, or what nothing says where it has none.
fn of_points<T: Default>(picture: &Arc<dyn Picture>, ask: impl FnOnce(&dyn Points) -> T) -> T {
    picture.points().map_or_else(T::default, ask)
}

impl PointPicker {
    /// Brings the line under the picture to life; nothing where there are no points.
    pub fn bind(view: View, figure: &Element) -> Option<Self> {
        let line = find(figure, ROOT)?;
        let (query, selected) = (view.sought, view.selected);
        let picker = Self {
            view,
            query,
            selected,
            count: Memo::new(move |_| of_points(&view.any_picture(), |points| points.count())),
            matches: Memo::new(move |_| {
                let query = query.get();
                // Where nothing is looked for, the picture need not be asked.
                if query.trim().is_empty() { Vec::new() } else { of_points(&view.any_picture(), |points| matching(points, &query)) }
            }),
        };
        // Other points are other answers.
        effect(Box::new(move || {
            picker.count.get();
            picker.selected.set(untrack(|| picker.matches.get()).first().copied());
        }));
        picker.search(&line);
        picker.step(&line);
        picker.tell(&line);
        for narrow in [false, true] {
            if let Some(layer) = points_layer(figure, narrow) {
                picker.draw(narrow, layer);
            }
        }
        Some(picker)
    }

    /// Asks about the point at a place of the picture on the screen; about no other one where there is none.
    pub fn point_at(self, picture: &Element, event: &web_sys::MouseEvent) {
        let Some((_, shown)) = self.view.picture_now() else { return };
        let nearest = of_points(&shown, |points| nearest(points, place_in(picture, event), HIT_RADIUS));
        if nearest.is_some() && nearest != self.selected.get_untracked() {
            self.selected.set(nearest);
        }
    }

    /// The points that the slider goes through: those that match the query, or all.
    fn range(self) -> Vec<usize> {
        let matches = self.matches.get();
        if matches.is_empty() { (0..self.count.get()).collect() } else { matches }
    }

    /// Whether a text is looked for; reading it in an effect subscribes.
    fn searches(self) -> bool {
        self.query.with(|query| !query.trim().is_empty())
    }

    fn search(self, line: &Element) {
        let Some(field) = need_as::<HtmlInputElement>(line, SEARCH) else { return };
        let input = field.clone();
        on(
            &field,
            "input",
            Box::new(move |_| {
                self.query.set(input.value());
                // Without a text the last point stays.
                if untrack(|| self.searches()) {
                    self.selected.set(untrack(|| self.matches.get()).first().copied());
                }
            }),
        );
        let count = move || {
            if !self.searches() {
                return String::new();
            }
            let (found, all) = (self.matches.with(Vec::len).to_string(), self.count.get().to_string());
            fill(Strings::of(self.view.session.language).mark_count, &[("found", &found), ("all", &all)])
        };
        bind_text(need(line, COUNT), Box::new(count));
    }

    /// The slider goes through the points in their order.
    fn step(self, line: &Element) {
        let Some(range) = need_as::<HtmlInputElement>(line, RANGE) else { return };
        let undo = move || -> Undo {
            let before = self.selected.get_untracked();
            Box::new(move || self.selected.set(before))
        };
        let to = move |place: f64, _| self.selected.set(untrack(|| self.range()).get(place as usize).copied());
        press::slide(&range, Box::new(undo), Rc::new(to));
        effect(Box::new(move || {
            let points = self.range();
            let last = points.len().saturating_sub(1);
            set_attribute(&range, "max", Some(&last.to_string()));
            let place = self.selected.get().and_then(|selected| points.iter().rposition(|point| *point <= selected)).unwrap_or(0);
            range.set_value(&place.to_string());
            set_style(&range, "--at", &number::fixed(place as f64 / last.max(1) as f64, 4));
            let text = self.name_and_details().map_or_else(String::new, |(name, details)| format!("{name}: {details}"));
            set_attribute(&range, "aria-valuetext", Some(&text));
        }));
    }

    /// Name and details of the point that is asked about.
    fn name_and_details(self) -> Option<(String, String)> {
        let selected = self.selected.get()?;
        of_points(&self.view.any_picture(), |points| {
            (selected < points.count()).then(|| (points.name(selected).to_owned(), points.details(selected, self.view.session.language)))
        })
    }

    fn tell(self, line: &Element) {
        let s = Strings::of(self.view.session.language);
        let hint = move || {
            let query = self.query.get();
            let none = self.searches() && self.matches.with(Vec::is_empty);
            if none { fill(s.mark_none, &[("sought", query.trim())]) } else { s.mark_hint.to_owned() }
        };
        let name = move || self.name_and_details().map_or_else(String::new, |(name, _)| name);
        let details = move || self.name_and_details().map_or_else(hint, |(_, details)| details);
        bind_text(need(line, NAME), Box::new(name));
        bind_text(need(line, DETAILS), Box::new(details));
    }

    /// Draws into the third layer of a layout, while that is on the screen.
    fn draw(self, narrow: bool, layer: Element) {
        let mut last = String::new();
        effect(Box::new(move || {
            let Some(frame) = self.view.frames()[usize::from(narrow)] else { return };
            let (matches, selected) = (self.matches.get(), self.selected.get());
            let picture = self.view.picture(&frame);
            let markup = drawn(&frame, &|svg| {
                if let Some(points) = picture.points() {
                    draw(svg, &frame, points, &matches, selected);
                }
            });
            if last != markup {
                layer.set_inner_html(&markup);
                last = markup;
            }
        }));
    }
}
