//! Points of a picture that the reader asks about: by pointing, by going through them with a slider, or by their names.

use leptos::prelude::*;
use pendrop_kit::{
    chart::{
        marks::{draw, matching, nearest},
        text_width,
    },
    locale::{Strings, fill},
    picture::Mark,
    svg::SCALE,
};
use web_sys::{Element, HtmlInputElement};

use super::{
    browser::place_in,
    dom::{all, bind_text, find, find_as, follow, on, set_attribute, set_style},
    picture::{frames, layers, shown_frame},
    state::FigureState,
};
use crate::layout::{WIDE_FROM, drawn};

/// How far from a point, in units of the picture, it is still meant.
const REACH: f64 = 22.0;

/// What the reader has found.
#[derive(Clone, Copy)]
pub struct Finder {
    state: FigureState,
    width: RwSignal<Option<f64>>,
    /// What is looked for in the names.
    sought: RwSignal<String>,
    /// The point that is asked about.
    picked: RwSignal<Option<usize>>,
    /// How many points there are.
    count: Memo<usize>,
    /// Those whose names match what is looked for.
    found: Memo<Vec<usize>>,
}

impl Finder {
    /// Brings the line under the picture to life; nothing where there are no points.
    pub fn attach(state: FigureState, width: RwSignal<Option<f64>>, figure: &Element) -> Option<Self> {
        let line = find(figure, ".marks")?;
        let sought = RwSignal::new(String::new());
        let [wide, _] = frames(state, None);
        let finder = Self {
            state,
            width,
            sought,
            picked: RwSignal::new(None),
            count: Memo::new(move |_| state.solved().0.marks(&wide).len()),
            found: Memo::new(move |_| sought.with(|sought| matching(&state.solved().0.marks(&wide), sought))),
        };
        // Other points are other answers.
        follow(Box::new(move || {
            finder.count.get();
            finder.picked.set(untrack(|| finder.found.get()).first().copied());
        }));
        finder.seek(&line);
        finder.step(&line);
        finder.tell(&line);
        finder.draw(figure);
        Some(finder)
    }

    /// Asks about the point at a place of the picture on the screen, in CSS pixels; about none where there is none.
    pub fn point_at(self, picture: &Element, event: &web_sys::MouseEvent) {
        let Some(frame) = shown_frame(self.state, self.width.get_untracked()) else { return };
        let found = nearest(&self.state.solved_now().0.marks(&frame), place_in(picture, event), REACH);
        if found.is_some() && found != self.picked.get_untracked() {
            self.picked.set(found);
        }
    }

    /// The points that match what is looked for, or all.
    fn shown(self) -> Vec<usize> {
        let found = self.found.get();
        if found.is_empty() { (0..self.count.get()).collect() } else { found }
    }

    /// Whether a text is looked for.
    fn seeks(self) -> bool {
        self.sought.with_untracked(|sought| !sought.trim().is_empty())
    }

    fn seek(self, line: &Element) {
        let Some(field) = find_as::<HtmlInputElement>(line, ".mark-seek input") else { return };
        let input = field.clone();
        on(
            &field,
            "input",
            Box::new(move |_| {
                self.sought.set(input.value());
                // Without a text the last point stays.
                if self.seeks() {
                    self.picked.set(untrack(|| self.found.get()).first().copied());
                }
            }),
        );
        bind_text(
            find(line, ".mark-count"),
            Box::new(move || {
                if self.sought.with(|sought| sought.trim().is_empty()) {
                    return String::new();
                }
                let (found, all) = (self.found.with(Vec::len).to_string(), self.count.get().to_string());
                fill(Strings::of(self.state.language).mark_count, &[("found", &found), ("all", &all)])
            }),
        );
    }

    /// The slider goes through the points that are shown, in their order.
    fn step(self, line: &Element) {
        let Some(range) = find_as::<HtmlInputElement>(line, ".mark-range") else { return };
        let input = range.clone();
        on(
            &range,
            "input",
            Box::new(move |_| {
                let place: usize = input.value().parse().unwrap_or(0);
                self.picked.set(untrack(|| self.shown()).get(place).copied());
            }),
        );
        follow(Box::new(move || {
            let shown = self.shown();
            set_attribute(&range, "max", Some(&shown.len().saturating_sub(1).to_string()));
            let place = self.picked.get().and_then(|picked| shown.iter().rposition(|mark| *mark <= picked)).unwrap_or(0);
            range.set_value(&place.to_string());
            set_style(&range, "--at", &format!("{:.4}", place as f64 / shown.len().saturating_sub(1).max(1) as f64));
            set_attribute(
                &range,
                "aria-valuetext",
                Some(&self.formatted().map_or_else(String::new, |(name, told)| format!("{name}: {told}"))),
            );
        }));
    }

    /// Name and reading of the point that is asked about.
    fn formatted(self) -> Option<(String, String)> {
        let [wide, _] = frames(self.state, None);
        let (solved, picked) = (self.state.solved(), self.picked.get()?);
        let name = solved.0.marks(&wide).get(picked)?.name.to_owned();
        Some((name, solved.0.mark_told(picked, self.state.language)))
    }

    fn tell(self, line: &Element) {
        let s = Strings::of(self.state.language);
        let hint = move || {
            let sought = self.sought.get();
            let none = !sought.trim().is_empty() && self.found.with(Vec::is_empty);
            if none { fill(s.mark_none, &[("sought", sought.trim())]) } else { s.mark_hint.to_owned() }
        };
        let name = move || self.formatted().map_or_else(String::new, |(name, _)| name);
        let told = move || self.formatted().map_or_else(hint, |(_, told)| told);
        bind_text(find(line, ".mark-told b"), Box::new(name));
        bind_text(find(line, ".mark-told span"), Box::new(told));
    }

    /// Draws into the third layer of the layout that is on the screen.
    fn draw(self, figure: &Element) {
        for (narrow, name) in [(false, "wide"), (true, "narrow")] {
            let Some(svg) = find(figure, &format!("svg[data-layout={name}]")) else { continue };
            let Some(layer) = layers(&svg).into_iter().nth(2) else { continue };
            let mut last = String::new();
            follow(Box::new(move || {
                let width = self.width.get();
                if width.is_some_and(|width| (width < WIDE_FROM) != narrow) {
                    return;
                }
                let frame = frames(self.state, width)[usize::from(narrow)];
                let solved = self.state.solved();
                let marks = solved.0.marks(&frame);
                let found = self.found.get();
                let picked = self.picked.get();
                let named = picked.and_then(|picked| marks.get(picked)).is_some_and(|mark| names(&svg, mark));
                let markup = drawn(&frame, |svg, frame| draw(svg, frame, &marks, &found, picked, named));
                if last != markup {
                    layer.set_inner_html(&markup);
                    last = markup;
                }
            }));
        }
    }
}

/// Whether a picture has the name of a point beside it already.
fn names(picture: &Element, mark: &Mark) -> bool {
    all(picture, ":scope > g:not(:last-child) text").into_iter().any(|text| {
        let number = |name: &str| text.get_attribute(name).and_then(|number| number.parse::<f64>().ok()).map(|number| number / SCALE);
        let shown = text.text_content().unwrap_or_default();
        let (Some(x), Some(y), Some(size)) = (number("x"), number("y"), number("font-size")) else { return false };
        // A long name may be written in short.
        let means = shown == mark.name || (shown.chars().count() > 3 && mark.name.contains(&shown));
        means && (y - mark.at.1).abs() < 3.0 * size && (x - REACH..x + text_width(&shown, size, false) + REACH).contains(&mark.at.0)
    })
}
