//! Handles in a picture that the reader moves: by mouse, finger or keys.

pub mod bind;
#[cfg(feature = "ssr")]
pub(crate) mod markup;

use pendrop_kit::{
    chart::Point,
    figure::Figure,
    locale::{Language, Strings, fill},
    number,
    parameter::{Kind, Parameter, Quantity},
    picture::{Frame, Handle, Interaction, Picture},
    values::Key,
};

/// The handles of a picture; none where nothing can be moved in it.
#[must_use]
pub fn handles(picture: &dyn Picture) -> Vec<Handle> {
    picture.interaction().map_or_else(Vec::new, Interaction::handles)
}

/// Where a handle stands in a layout, as custom properties.
#[must_use]
pub fn handle_place(frame: &Frame, handle: &Handle) -> String {
    place_of(frame, handle.at)
}

/// A place of a picture in a layout, as custom properties.
#[must_use]
pub fn place_of(frame: &Frame, (x, y): Point) -> String {
    let name = if frame.narrow { "narrow" } else { "wide" };
    // A fraction of the width holds before the true width is known, too.
    format!("--{name}-x:{}%;--{name}-y:{}rem;", number::fixed(100.0 * x / frame.width, 4), number::fixed(y / 16.0, 4))
}

/// What a handle that moves both ways is called, by what it moves sideways and upwards.
#[must_use]
pub fn handle_label(language: Language, across: &str, up: &str) -> String {
    fill(Strings::of(language).handle_label, &[("across", across), ("up", up)])
}

/// The number that a handle moves in one direction, with its place in the declaration.
#[must_use]
pub fn moved_number(figure: &dyn Figure, key: Option<Key>) -> Option<(usize, &'static Parameter, &'static Quantity)> {
    let Key(index) = key?;
    let parameter = figure.parameters().get(index)?;
    match &parameter.kind {
        Kind::Quantity(quantity) => Some((index, parameter, quantity)),
        Kind::Choice(_) | Kind::Toggle(_) => None,
    }
}

/// The only number of a handle that moves one way: such a handle is a slider. Nothing for a handle that moves both ways.
#[must_use]
pub fn slides(figure: &dyn Figure, handle: &Handle) -> Option<(usize, &'static Parameter, &'static Quantity)> {
    match (handle.across, handle.up) {
        (None, key) | (key, None) => moved_number(figure, key),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_that_moves_one_way_is_a_slider() {
        let figure = pendrop_figures::figure("compute-trend").expect("a figure of this site");
        let key = |name: &str| figure.parameters().iter().position(|parameter| parameter.name == name).map(Key);
        let named = |across: Option<&str>, up: Option<&str>| {
            let handle = Handle { at: (0.0, 0.0), across: across.and_then(key), up: up.and_then(key) };
            slides(figure, &handle).map(|(index, parameter, _)| (figure.parameters()[index].name, parameter.name))
        };
        assert_eq!(named(Some("from"), None), Some(("from", "from")));
        assert_eq!(named(None, Some("to")), Some(("to", "to")));
        assert_eq!(named(Some("from"), Some("to")), None);
        assert_eq!(named(Some("dataset"), None), None);
    }
}
