//! Figures in chunks of the program: what the list of figures puts into `main` comes with the program, other chunks are
//! fetched when a page shows a figure of theirs.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use futures_util::{FutureExt, future::LocalBoxFuture};
use pendrop_figures::tables::schema;
use pendrop_kit::figure::{Figure, Model};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use crate::{
    browser::dom::find,
    parts::{
        benchmark, figure::bind::FeatureBinder, gestures, handles, points::bind::PointPicker, progress,
    },
    tables::ReadTable,
};

/// What a chunk holds, or why it could not be had.
type Loaded<T> = Result<T, SplitLoaderError>;
/// Finds a figure of a chunk by its id.
type Find = fn(&str) -> Option<&'static dyn Figure>;

/// Of the list of figures, whether an id is in a chunk, and the figures in it.
macro_rules! chunks {
    (main { $($first:path,)* } $($chunk:ident { $($figure:path,)* })*) => {
        /// The figure with this id, with its chunk fetched; nothing for one that is unknown.
        pub async fn figure(id: &str) -> Option<Loaded<&'static dyn Figure>> {
            $(if id == <$first as Model>::ID {
                return Some(Ok(&$first));
            })*
            $(if [$(<$figure as Model>::ID),*].contains(&id) {
                return match $chunk().await {
                    Ok(find) => find(id).map(Ok),
                    Err(error) => Some(Err(error)),
                };
            })*
            None
        }

        $(
            #[wasm_split($chunk, fallible)]
            fn $chunk() -> Loaded<Find> {
                Ok(|id| {
                    let figures: &[&'static dyn Figure] = &[$(&$figure),*];
                    figures.iter().copied().find(|figure| figure.id() == id)
                })
            }
        )*
    };
}
pendrop_figures::figures!(chunks);

/// What only some figures need, as their markup says: jobs, handles in the picture, points to ask about; a measurement.
pub async fn features_of(figure: &Element) -> Loaded<Vec<FeatureBinder>> {
    let mut binders = Vec::new();
    if find(figure, ".computing:not(.measuring), .handle, .marks, [data-sweeps]").is_some() {
        binders.push(features().await?);
    }
    if find(figure, benchmark::names::ROOT).is_some() {
        binders.push(measuring().await?);
    }
    Ok(binders)
}

#[wasm_split(features, fallible)]
fn features() -> Loaded<FeatureBinder> {
    Ok(|view, figure| {
        handles::bind::bind(view, figure);
        let picker = PointPicker::bind(view, figure);
        gestures::bind::bind(view, picker, figure);
        progress::bind::bind(view.session, figure);
    })
}

#[wasm_split(measuring, fallible)]
fn measuring() -> Loaded<FeatureBinder> {
    Ok(|view, figure| benchmark::bind::bind(view.session, figure))
}

/// The code that reads tables.
#[must_use]
pub fn table_reader() -> LocalBoxFuture<'static, Option<ReadTable>> {
    async { reading().await.ok() }.boxed_local()
}

#[wasm_split(reading, fallible)]
fn reading() -> Loaded<ReadTable> {
    Ok(|tables, name, text| Some(tables.with(schema(name)?, text)))
}
