//! The picture of a figure as it is served.

use leptos::prelude::*;
use pendrop_kit::{
    outcome::Outcome,
    picture::{Frame, Picture},
};

use super::layout::{background, foreground, layout_name, view_box};
use crate::parts::panels::markup::description_id;

/// The picture of a figure in one of its two layouts, of which the style shows one. Its description names it, which is on the page
/// anyway.
pub fn layout(id: &str, outcome: &dyn Outcome, picture: &dyn Picture, frame: &Frame) -> AnyView {
    let poster = outcome.animation().map_or(0.0, |animation| animation.poster());
    view! {
        <svg data-layout=layout_name(frame.narrow) role="img" aria-labelledby=description_id(id)
            viewBox=view_box(frame) xmlns="http://www.w3.org/2000/svg">
            <g inner_html=background(picture, frame)></g>
            <g inner_html=foreground(picture, frame, poster)></g>
            {picture.points().is_some_and(|points| points.count() > 0).then(|| view! { <g></g> })}
        </svg>
    }
    .into_any()
}
