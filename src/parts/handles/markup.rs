//! The handles of a picture as they are served.

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::Language,
    picture::{Frame, Picture},
    values::Key,
};

use super::{handle_label, handle_place, handles, moved_number, slides};

/// The handles that the reader moves: sliders where they move one way. Of the others the name says where they are, once
/// the program is there.
pub fn view(figure: &'static dyn Figure, pictures: &[(Frame, Box<dyn Picture>); 2], language: Language) -> AnyView {
    let name = |key: Option<Key>| moved_number(figure, key).map_or("", |(_, parameter, _)| (parameter.label)(language));
    let [(wide, wide_picture), (narrow, narrow_picture)] = pictures;
    let both = handles(&**wide_picture).into_iter().zip(handles(&**narrow_picture));
    let buttons = both.map(|(handle, at_narrow)| {
        let style = handle_place(wide, &handle) + &handle_place(narrow, &at_narrow);
        let Some((_, parameter, quantity)) = slides(figure, &handle) else {
            let label = handle_label(language, name(handle.across), name(handle.up));
            return view! { <button type="button" class="handle" disabled aria-label=label style=style></button> }.into_any();
        };
        view! {
            <button type="button" class="handle" role="slider" disabled aria-label=(parameter.label)(language) style=style
                aria-orientation=if handle.across.is_none() { "vertical" } else { "horizontal" }
                aria-valuemin=quantity.first() aria-valuemax=quantity.last() aria-valuenow=quantity.position(quantity.default)
                aria-valuetext=quantity.formatted(quantity.default, language)></button>
        }
        .into_any()
    });
    buttons.collect_view().into_any()
}
