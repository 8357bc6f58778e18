//! Figures in chunks of the program: the first one of the lecture comes with the program, each other one is fetched when a
//! page shows it.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use pendrop_figures::{anatomy::Figure, dominance_map::DominanceMap, ensemble::Ensemble, flutter::Flutter, pen_drop::PenDrop};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What a chunk holds, or why it could not be had.
type Fetched = Result<&'static dyn Figure, SplitLoaderError>;

/// The figure with this id, with its chunk fetched; nothing for one that is unknown.
pub async fn figure(id: &str) -> Option<Fetched> {
    Some(match id {
        "pen-drop" => Ok(&PenDrop),
        "dominance-map" => dominance_map().await,
        "ensemble" => ensemble().await,
        "flutter" => flutter().await,
        _ => return None,
    })
}

#[wasm_split(dominance_map, fallible)]
fn dominance_map() -> Fetched {
    Ok(&DominanceMap)
}

#[wasm_split(ensemble, fallible)]
fn ensemble() -> Fetched {
    Ok(&Ensemble)
}

#[wasm_split(flutter, fallible)]
fn flutter() -> Fetched {
    Ok(&Flutter)
}
