//! The picture of a figure: SVG in a narrow and in a wide layout, of which the style shows one.

use leptos::{html, prelude::*};
use pendrop_figures::{
    anatomy::{Frame, Outcome},
    svg::{SCALE, Svg},
};

use crate::{
    browser,
    ui::{react::text, state::FigureState},
};

/// Width of the served layouts in units of 1/16 of the root font size.
const SERVED_NARROW: f64 = 350.0;
const SERVED_WIDE: f64 = 640.0;

/// From this width on the wide layout is shown; the style sheet says the same.
const WIDE_FROM: f64 = 560.0;

/// The layout as served, before the width of the page is known.
#[must_use]
pub fn served_frame(state: FigureState, narrow: bool) -> Frame {
    let heights = state.figure.heights();
    let (width, height) = if narrow { (SERVED_NARROW, heights.narrow) } else { (SERVED_WIDE, heights.wide) };
    Frame { width, height, narrow, language: state.language }
}

/// What stands still.
#[must_use]
pub fn still(outcome: &dyn Outcome, frame: &Frame) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    outcome.draw_still(&mut svg, frame);
    svg.markup()
}

/// What moves, at a time in s.
#[must_use]
pub fn moving(outcome: &dyn Outcome, frame: &Frame, time: f64) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    outcome.draw_moving(&mut svg, frame, time);
    svg.markup()
}

/// The `viewBox` of a frame.
#[must_use]
pub fn view_box(frame: &Frame) -> String {
    format!("0 0 {:.0} {:.0}", frame.width * SCALE, frame.height * SCALE)
}

/// The picture. `width` is the true width of its box in units once it is known.
#[component]
pub fn Picture(
    /// The figure.
    state: FigureState,
    /// True width in units of 1/16 of the root font size, measured here.
    width: RwSignal<Option<f64>>,
    /// Whether the served page holds the drawing already.
    in_page: bool,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(element) = node.get() {
            browser::observe_width(&element, move |pixels| {
                if pixels > 0.0 {
                    width.set(Some((pixels / browser::root_font_size() * 16.0).round()));
                }
            });
        }
    });
    view! {
        <div class="picture" node_ref=node>
            <Layout state width narrow=false in_page/>
            <Layout state width narrow=true in_page/>
        </div>
    }
}

#[component]
fn Layout(state: FigureState, width: RwSignal<Option<f64>>, narrow: bool, in_page: bool) -> impl IntoView {
    let served = served_frame(state, narrow);
    // Nothing where the other layout is shown.
    let frame = Memo::new(move |_| match width.get() {
        None => Some(served),
        Some(width) if (width < WIDE_FROM) == narrow => Some(Frame { width, ..served }),
        Some(_) => None,
    });
    let draw = move |layer: fn(&dyn Outcome, &Frame, f64) -> String, with_time: bool| {
        Memo::new(move |before: Option<&String>| {
            // The served drawing is the same, and taking it over leaves it alone; so it need not be drawn again.
            if before.is_none() && in_page {
                frame.track();
                state.solved.track();
                state.phase.track();
                return String::new();
            }
            match frame.get() {
                Some(frame) => {
                    let time = if with_time { state.time() } else { 0.0 };
                    state.solved.with(|solved| layer(&*solved.0, &frame, time))
                }
                None => before.cloned().unwrap_or_default(),
            }
        })
    };
    let still_layer = draw(|outcome, frame, _| still(outcome, frame), false);
    let moving_layer = draw(moving, true);
    let told = text(move || state.solved.with(|solved| solved.0.description(state.language)));
    view! {
        <svg data-layout=if narrow { "narrow" } else { "wide" } role="img" aria-label=told
            viewBox=text(move || view_box(&frame.get().unwrap_or(served))) xmlns="http://www.w3.org/2000/svg">
            <g inner_html=text(move || still_layer.get())></g>
            <g inner_html=text(move || moving_layer.get())></g>
        </svg>
    }
}
