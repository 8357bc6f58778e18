//! A game that the reader plays against a player of the figure: places in the picture, and under it what is said and done.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;

use pendrop_kit::{
    chart::Rect,
    number,
    picture::{Frame, Picture},
};

use super::handles::place_of;

/// Where the reader is invited to play in a layout, as custom properties; nothing where there is no room.
#[must_use]
pub fn invitation_place(picture: &dyn Picture, frame: &Frame) -> Option<String> {
    Some(place_of(frame, picture.invitation()?))
}

/// Where the places lie in a picture, as custom properties: from the left and the right edge in shares of the width, so that they
/// hold while that changes, and from the top.
#[must_use]
pub fn places_box(frame: &Frame, Rect { left, right, top, bottom }: Rect) -> String {
    let [left, right] = [left, frame.width - right].map(|length| number::fixed(100.0 * length / frame.width, 4));
    let [top, height] = [top, bottom - top].map(|length| number::fixed(length / 16.0, 4));
    format!("--left:{left}%;--right:{right}%;--top:{top}rem;--height:{height}rem;")
}
