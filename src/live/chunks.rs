//! Figures in chunks of the program: the first one of the lecture comes with the program, each other one is fetched when a
//! page shows it.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use std::{future::Future, pin::Pin};

use leptos::prelude::RwSignal;
use pendrop_figures::{anatomy::Figure, dominance_map::DominanceMap, ensemble::Ensemble, flutter::Flutter, pen_drop::PenDrop};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use super::{compute, download, handle, state::FigureState};

/// What a chunk holds, or why it could not be had.
type Fetched<T = &'static dyn Figure> = Result<T, SplitLoaderError>;
/// Brings more of a figure to life; knows the true width of its picture.
pub type Extras = fn(FigureState, RwSignal<Option<f64>>, &Element);
/// Makes a file of a kind and hands it to the reader; `None` where the browser refuses.
type Save = fn(FigureState, &'static str, Element) -> Pin<Box<dyn Future<Output = Option<()>>>>;

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

/// What only figures need that compute in pieces: the computation, and the mark that is moved.
pub async fn extras_of(figure: &'static dyn Figure) -> Fetched<Option<Extras>> {
    if figure.computes() { extras().await.map(Some) } else { Ok(None) }
}

#[wasm_split(extras, fallible)]
fn extras() -> Fetched<Extras> {
    Ok(|state, width, figure| {
        handle::attach(state, width, figure);
        compute::attach(state, figure);
    })
}

/// Saves a figure as a file.
pub async fn save(state: FigureState, kind: &'static str, figure: Element) -> Option<()> {
    saving().await.ok()?(state, kind, figure).await
}

#[wasm_split(saving, fallible)]
fn saving() -> Fetched<Save> {
    Ok(|state, kind, figure| Box::pin(async move { download::save(state, kind, &figure).await }))
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
