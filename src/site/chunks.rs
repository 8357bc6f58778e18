//! Chunks of the program, which are fetched when a page needs them: figures, what only some of them have, and what can wait until
//! a figure answers.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use futures_util::{
    FutureExt,
    future::{LocalBoxFuture, join},
};
use pendrop_figures::tables::schema;
use pendrop_kit::figure::{Figure, Model};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use crate::{
    browser::{join_all, root_element},
    parts::{
        benchmark, corpus, drawing,
        figure::{
            deferred::{self, Deferred, FeatureBinder},
            names::{CHUNKS, chunks as names},
        },
        gestures, handles, play,
        points::bind::PointPicker,
        progress,
    },
    tables::ReadTable,
    testing,
};

/// What a chunk holds, or why it could not be had.
type Loaded<T> = Result<T, SplitLoaderError>;

/// What a chunk brings.
struct Chunk {
    /// Finds a figure of the chunk by its id.
    find: fn(&str) -> Option<&'static dyn Figure>,
    /// What its figures have in common beside their own code.
    tools: Tools,
}

/// What only the figures of some chunk need: it comes with them, since every further chunk costs files for what it shares.
#[derive(Default)]
struct Tools {
    /// Reads tables.
    read_table: Option<ReadTable>,
    /// Binds what some of its figures have.
    feature: Option<FeatureBinder>,
}

/// The tools of each chunk.
mod tools {
    use super::{Tools, play, schema};

    pub fn pen() -> Tools {
        Tools::default()
    }

    pub fn falling() -> Tools {
        Tools::default()
    }

    pub fn lesson() -> Tools {
        Tools { feature: Some(play::bind::bind), ..Tools::default() }
    }

    pub fn data() -> Tools {
        Tools { read_table: Some(|tables, name, text| Some(tables.with(schema(name)?, text))), ..Tools::default() }
    }
}

/// Of the list of figures, whether an id is in a chunk, and the figures in it.
macro_rules! chunks {
    ($($chunk:ident { $($figure:path,)* })*) => {
        /// The figure with this id, with its chunk fetched; nothing for one that is unknown.
        pub async fn figure(id: &str) -> Option<Loaded<&'static dyn Figure>> {
            $(if [$(<$figure as Model>::ID),*].contains(&id) {
                return match $chunk().await {
                    Ok(chunk) => (chunk.find)(id).map(Ok),
                    Err(error) => Some(Err(error)),
                };
            })*
            None
        }

        /// What the figures of a chunk have in common is bound for each of them; nothing for what is none of the list's.
        fn feature_of(chunk: &str) -> Option<LocalBoxFuture<'static, Loaded<FeatureBinder>>> {
            $(if chunk == stringify!($chunk) {
                return Some(async { Ok($chunk().await?.tools.feature.unwrap_or(|_, _, _| {})) }.boxed_local());
            })*
            None
        }

        $(
            #[wasm_split($chunk, fallible)]
            fn $chunk() -> Loaded<Chunk> {
                let find = |id: &str| {
                    let figures: &[&'static dyn Figure] = &[$(&$figure),*];
                    figures.iter().copied().find(|figure| figure.id() == id)
                };
                Ok(Chunk { find, tools: tools::$chunk() })
            }
        )*
    };
}
pendrop_figures::figures!(chunks);

/// What a figure has beside that by which it first answers.
pub async fn deferred_of(figure: &Element) -> Loaded<(Deferred, Vec<FeatureBinder>)> {
    let (deferred, features) = join(deferred(), features_of(figure)).await;
    Ok((deferred?, features?))
}

#[wasm_split(deferred, fallible)]
fn deferred() -> Loaded<Deferred> {
    Ok(deferred::bind)
}

/// What only some figures need, as their markup says.
async fn features_of(figure: &Element) -> Loaded<Vec<FeatureBinder>> {
    let named = figure.get_attribute(CHUNKS).unwrap_or_default();
    let named = named.split_whitespace().filter_map(|name| match name {
        names::INTERACTION => Some(interaction().boxed_local()),
        names::JOBS => Some(jobs().boxed_local()),
        names::MEASURING => Some(measuring().boxed_local()),
        own => feature_of(own),
    });
    let tested = root_element().is_some_and(|root| root.has_attribute("data-testing"));
    join_all(named.chain(tested.then(|| testing().boxed_local()))).await.into_iter().collect()
}

#[wasm_split(interaction, fallible)]
fn interaction() -> Loaded<FeatureBinder> {
    Ok(|view, figure, _| {
        handles::bind::bind(view, figure);
        let picker = PointPicker::bind(view, figure);
        gestures::bind::bind(view, picker, figure);
    })
}

#[wasm_split(jobs, fallible)]
fn jobs() -> Loaded<FeatureBinder> {
    Ok(|view, figure, pool| {
        if let Some(runner) = progress::bind::bind(view.session, figure, pool) {
            drawing::bind::bind(view.session, figure, runner);
        }
        corpus::bind::bind(view.session, figure);
    })
}

#[wasm_split(measuring, fallible)]
fn measuring() -> Loaded<FeatureBinder> {
    Ok(|view, figure, pool| benchmark::bind::bind(view.session, figure, pool))
}

#[wasm_split(testing, fallible)]
fn testing() -> Loaded<FeatureBinder> {
    Ok(|view, figure, pool| {
        testing::mirror::bind(view.session, figure);
        testing::told::bind(view.session, figure);
        testing::jobs::start(pool.get());
    })
}

/// The code that reads tables.
#[must_use]
pub fn table_reader() -> LocalBoxFuture<'static, Option<ReadTable>> {
    async { data().await.ok()?.tools.read_table }.boxed_local()
}
