//! Under a picture with points: what the selected one says, and folded away a search for them and a slider that goes through them.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{Language, markup::Strings},
    picture::{Picture, Points},
};

/// The lines under the picture; nothing where there are no points.
#[must_use]
pub fn view(picture: &dyn Picture, language: Language) -> Option<AnyView> {
    let s = Strings::of(language);
    let last = picture.points().map_or(0, Points::count).checked_sub(1)?;
    Some(
        view! {
            <div class="points">
                <p class="point-details"><b></b><span>{s.mark_hint}</span></p>
                <details class="more">
                    <summary>{s.mark_tools}</summary>
                    <div class="point-tools">
                        <label class="point-search"><span>{s.mark_seek}</span><input type="search" autocomplete="off" spellcheck="false" disabled/></label>
                        <span class="point-count" role="status"></span>
                        <label class="point-step">
                            <span>{s.mark_range}</span>
                            <input type="range" class="point-range" min="0" max=last step="1" value="0" autocomplete="off" disabled/>
                        </label>
                    </div>
                </details>
            </div>
        }
        .into_any(),
    )
}
