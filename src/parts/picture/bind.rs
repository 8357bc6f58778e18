//! Keeps the picture of a figure in step with its state and its size.

use web_sys::Element;

use super::{
    layout::{background, foreground, layout_name, served_frame, view_box},
    names::{NARROW, NARROW_BACKGROUND, NARROW_FOREGROUND, WIDE, WIDE_BACKGROUND, WIDE_FOREGROUND},
    view::View,
};
use crate::{
    browser::{
        self,
        dom::{Need, effect, find, need, set_attribute},
    },
    reactive::*,
    session::Session,
};

/// Keeps both layouts in step and returns how the figure is seen.
pub fn bind(session: Session, figure: &Element) -> View {
    let picture = find(figure, ".picture");
    let view = View::new(session, picture.as_ref().map_or_else(|| RwSignal::new(None), browser::size_of));
    if let Some(picture) = picture {
        layout(view, false, &picture, [WIDE, WIDE_BACKGROUND, WIDE_FOREGROUND]);
        layout(view, true, &picture, [NARROW, NARROW_BACKGROUND, NARROW_FOREGROUND]);
    }
    view
}

/// The layer of a layout for the points that the reader asks about, where it has one.
#[must_use]
pub fn points_layer(figure: &Element, narrow: bool) -> Option<Element> {
    find(figure, &format!(".picture svg[data-layout={}] > g:nth-of-type(3)", layout_name(narrow)))
}

fn layout(view: View, narrow: bool, picture: &Element, [svg, still, moving]: [Need; 3]) {
    let session = view.session;
    let (Some(svg), Some(still), Some(moving)) = (need(picture, svg), need(picture, still), need(picture, moving)) else { return };
    // Nothing where the other layout is shown.
    let frame = move || view.frames()[usize::from(narrow)];
    // The served drawing shows the start, so that it need not be drawn again.
    let served = served_frame(session.figure, session.language, narrow);
    let start = session.start();

    let mut last = (served, start.clone());
    let (mut shown, mut shown_key) = (String::new(), None);
    effect(Box::new(move || {
        let Some(frame) = frame() else { return };
        let now = (frame, session.evaluation());
        if last != now {
            let picture = view.picture(&frame);
            let key = picture.background_key().map(|key| (frame, key));
            if key.is_none() || key != shown_key {
                let markup = background(&*picture, &frame);
                // Where a layer has stayed the same, the browser is spared reading it.
                if markup != shown {
                    still.set_inner_html(&markup);
                    shown = markup;
                }
                shown_key = key;
            }
            set_attribute(&svg, "viewBox", Some(&view_box(&frame)));
            last = now;
        }
    }));

    let poster = start.outcome.animation().map_or(0.0, |animation| animation.poster());
    let mut last = (served, start, poster);
    let mut shown = String::new();
    effect(Box::new(move || {
        let Some(frame) = frame() else { return };
        let now = (frame, session.evaluation(), session.time());
        if last != now {
            let markup = foreground(&*view.picture(&frame), &frame, now.2);
            if markup != shown {
                moving.set_inner_html(&markup);
                shown = markup;
            }
            last = now;
        }
    }));
}
