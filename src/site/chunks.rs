//! Figures in chunks of the program: the first one of the lecture comes with the program, others are fetched when a page
//! shows them.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use std::{future::Future, pin::Pin};

use leptos::prelude::RwSignal;
use pendrop_figures::{
    backtest::Backtest, compute_trend::ComputeTrend, dominance_map::DominanceMap, drivers::Drivers, ensemble::Ensemble,
    fixed_budget::FixedBudget, flutter::Flutter, pen_drop::PenDrop, your_device::YourDevice,
};
use pendrop_kit::{
    figure::Figure,
    tables::{Malformed, Tables},
};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use super::{compute, dom::find, download, handle, marks::Finder, measure, pointer, state::FigureState};

/// What a chunk holds, or why it could not be had.
type Fetched<T = &'static dyn Figure> = Result<T, SplitLoaderError>;
/// Brings more of a figure to life; knows the true width of its picture.
pub type Extras = fn(FigureState, RwSignal<Option<f64>>, &Element);
/// Reads a table from its text and puts it beside the others.
pub type Read = fn(&Tables, &str, &str) -> Result<Tables, Malformed>;
/// Makes a file of a kind and hands it to the reader; `None` where the browser refuses.
type Save = fn(FigureState, &'static str, Element) -> Pin<Box<dyn Future<Output = Option<()>>>>;

/// The figure with this id, with its chunk fetched; nothing for one that is unknown.
pub async fn figure(id: &str) -> Option<Fetched> {
    Some(match id {
        "pen-drop" => Ok(&PenDrop),
        "dominance-map" => dominance_map().await,
        "ensemble" => ensemble().await,
        "flutter" => flutter().await,
        "compute-trend" | "fixed-budget" | "backtest" | "drivers" | "your-device" => match data().await {
            Ok(data) => Ok((data.figure)(id)?),
            Err(error) => Err(error),
        },
        _ => return None,
    })
}

/// What only some figures need, as their markup says: a long computation, handles in the picture, points to ask about; a
/// measurement.
pub async fn extras_of(figure: &Element) -> Fetched<Vec<Extras>> {
    let mut found = Vec::new();
    if find(figure, ".computing:not(.measuring), .handle, .marks, [data-sweeps]").is_some() {
        found.push(extras().await?);
    }
    if find(figure, ".measuring").is_some() {
        found.push(data().await?.measure);
    }
    Ok(found)
}

#[wasm_split(extras, fallible)]
fn extras() -> Fetched<Extras> {
    Ok(|state, width, figure| {
        handle::attach(state, width, figure);
        let finder = Finder::attach(state, width, figure);
        pointer::attach(state, width, finder, figure);
        compute::attach(state, figure);
    })
}

/// Reads tables.
pub async fn reading() -> Fetched<Read> {
    Ok(data().await?.read)
}

/// What draws from tables, and the device that is measured against one. These figures stand on one page and have most of
/// their code in common: each in a chunk of its own, they would share dozens of files, one for every set of sharers.
struct Data {
    figure: fn(&str) -> Option<&'static dyn Figure>,
    read: Read,
    measure: Extras,
}

#[wasm_split(data, fallible)]
fn data() -> Fetched<Data> {
    Ok(Data {
        figure: |id| {
            Some(match id {
                "compute-trend" => &ComputeTrend,
                "fixed-budget" => &FixedBudget,
                "backtest" => &Backtest,
                "drivers" => &Drivers,
                "your-device" => &YourDevice,
                _ => return None,
            })
        },
        read: Tables::with,
        measure: |state, _, figure| measure::attach(state, figure),
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
