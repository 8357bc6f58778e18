//! The picture of a figure: SVG in a narrow and in a wide layout, of which the style shows one.

use leptos::prelude::*;
use pendrop_kit::picture::Frame;
use web_sys::Element;

use super::{
    browser,
    dom::{all, bind_attribute, find, follow, set_attribute},
    state::{FigureState, Solved},
};
use crate::layout::{WIDE_FROM, moving, served_frame, still, view_box};

/// Keeps both layouts in step and returns the true width of the picture's box, in units, once it is known.
pub fn attach(state: FigureState, figure: &Element) -> RwSignal<Option<f64>> {
    let width = find(figure, ".picture").map_or_else(|| RwSignal::new(None), |picture| browser::width_of(&picture));
    for narrow in [false, true] {
        let name = if narrow { "narrow" } else { "wide" };
        if let Some(svg) = find(figure, &format!("svg[data-layout={name}]")) {
            layout(state, width, narrow, &svg);
        }
    }
    width
}

/// The wide and the narrow layout at the true width, as far as it is known.
#[must_use]
pub fn frames(state: FigureState, width: Option<f64>) -> [Frame; 2] {
    [false, true].map(|narrow| {
        let served = served_frame(state.figure, state.language, narrow);
        Frame { width: width.unwrap_or(served.width), guess: state.guess_shown(), ..served }
    })
}

/// The layout that is on the screen, once its width is known.
#[must_use]
pub fn shown_frame(state: FigureState, width: Option<f64>) -> Option<Frame> {
    let [wide, narrow] = frames(state, width);
    width.map(|width| if width < WIDE_FROM { narrow } else { wide })
}

/// The layers of a picture: what stands still, what moves, and the points found, where there are points.
#[must_use]
pub fn layers(svg: &Element) -> Vec<Element> {
    all(svg, ":scope > g")
}

/// What a layer was drawn from: the frame, the outcome, the time.
type Drawn = (Frame, Solved, f64);

fn layout(state: FigureState, width: RwSignal<Option<f64>>, narrow: bool, svg: &Element) {
    let served = served_frame(state.figure, state.language, narrow);
    // Nothing where the other layout is shown.
    let frame = move || {
        let width = width.get();
        width.is_none_or(|width| (width < WIDE_FROM) == narrow).then(|| frames(state, width)[usize::from(narrow)])
    };
    // The served drawing shows the start, so that it need not be drawn again.
    let start = state.start();
    let poster = start.0.poster();
    for (index, layer) in layers(svg).into_iter().take(2).enumerate() {
        let moves = index == 1;
        let mut drawn: Drawn = (served, start.clone(), if moves { poster } else { 0.0 });
        let box_of_all = svg.clone();
        let mut shown = String::new();
        follow(Box::new(move || {
            let Some(frame) = frame() else { return };
            let solved = state.solved();
            let time = if moves { state.time() } else { 0.0 };
            let now = (frame, solved, time);
            if drawn != now {
                // Where a layer has stayed the same, the browser is spared reading it.
                let markup = if moves { moving(&*now.1.0, &frame, time) } else { still(&*now.1.0, &frame) };
                if markup != shown {
                    layer.set_inner_html(&markup);
                    shown = markup;
                }
                set_attribute(&box_of_all, "viewBox", Some(&view_box(&frame)));
                drawn = now;
            }
        }));
    }
    let told = move || Some(state.solved().0.description(state.language));
    bind_attribute(Some(svg.clone()), "aria-label", Box::new(told));
}
