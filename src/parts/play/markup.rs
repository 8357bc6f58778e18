//! A game of the reader's as it is served: an invitation, and what the program needs to begin.

use leptos::prelude::*;
use pendrop_kit::{
    locale::{Language, markup::Strings},
    picture::{Frame, Picture},
    play::{Game, Play},
};

use super::invitation_place;

/// What lies over the picture, where the figure can be played: the invitation, and the places.
pub fn over(play: &dyn Play, pictures: &[(Frame, Box<dyn Picture>); 2], language: Language) -> AnyView {
    let s = Strings::of(language);
    let style: String = pictures.iter().filter_map(|(frame, picture)| invitation_place(&**picture, frame)).collect();
    let places = play.places(&Game::default(), language);
    let places = places.into_iter().map(|place| view! { <button type="button" tabindex="-1" disabled aria-label=place.label></button> });
    view! {
        <button type="button" class="invitation" data-game="start" disabled style=style>{s.play_start}</button>
        <div class="places" role="group" aria-label=s.play_places hidden>{places.collect_view()}</div>
    }
    .into_any()
}

/// The line under the picture, for as long as a game lasts.
pub fn line(play: &dyn Play, language: Language) -> AnyView {
    let s = Strings::of(language);
    let rivals = play.rivals(language).into_iter().enumerate();
    let rivals = rivals.map(|(index, rival)| view! { <option value=index selected=index == 0>{rival}</option> }).collect_view();
    view! {
        <div class="game" role="group" aria-label=s.play_tools hidden>
            <p class="game-said"></p>
            <div class="game-tools">
                <label class="game-rival"><span>{s.play_rival}</span><select autocomplete="off" disabled>{rivals}</select></label>
                <button type="button" data-game="retry" disabled>{s.play_retry}</button>
                <button type="button" data-game="again" disabled>{s.play_again}</button>
                <button type="button" data-game="first" disabled></button>
                <button type="button" data-game="take-back" disabled>{s.play_take_back}</button>
                <button type="button" data-game="leave" disabled></button>
            </div>
        </div>
    }
    .into_any()
}
