//! Layer 3: the figures, one folder each, named by its id: parameters, outcome, picture, jobs, and strings in every language.
//!
//! Invariant: a figure is a pure function from its parameters to an outcome that can be told, read, listed and shown. Nothing
//! here knows about the web, its frameworks, storage or the clock.

pub mod backtest;
pub mod compute_trend;
pub mod cover;
pub mod crossing_curves;
pub mod datasets;
pub mod dominance_map;
pub mod drivers;
pub mod ensemble;
pub mod fixed_budget;
pub mod flutter;
pub mod learn_the_drop;
pub mod ngram_orders;
pub mod pen_drop;
pub mod rates;
pub mod search_vs_knowledge;
pub mod structure_vs_scale;
pub mod tables;
pub mod testing;
mod timed;
pub mod your_device;

use pendrop_kit::{
    figure::{Figure, Model},
    job::JobKind,
    locale::Folder,
};

/// The strings that several figures share.
pub mod strings {
    #[allow(unused_imports, reason = "natively no strings are loaded")]
    use pendrop_kit::locale::{Folder, Language, LoadedStrings, loaded_texts};
    include!(concat!(env!("OUT_DIR"), "/shared.rs"));
}

/// Includes the strings of a figure from the folder `locales` beside its code. Other modules whose code it uses are named after
/// it where they have strings, too: `Strings::FOLDERS` has all that the figure can show.
macro_rules! own_strings {
    ($folder:literal $(, $other:ident)*) => {
        mod own_strings {
            #[allow(unused_imports, reason = "natively no strings are loaded")]
            use pendrop_kit::locale::{Folder, Language, LoadedStrings, loaded_texts};
            include!(concat!(env!("OUT_DIR"), "/", $folder, ".rs"));

            impl Strings {
                /// The folders whose strings the figure can show.
                pub const FOLDERS: &[Folder] = &[crate::strings::Strings::FOLDER, Self::FOLDER, $(crate::$other::Strings::FOLDER),*];
            }
        }
        pub use own_strings::Strings;
    };
}
pub(crate) use own_strings;

/// The list of all figures: a row for each, under the chunk of the program that holds it. The first figure that newcomers meet has
/// one of its own: it does not wait for others. Hands the list to a macro, which makes of it what is needed in its place: figures,
/// jobs of the worker, chunks.
#[macro_export]
macro_rules! figures {
    ($then:ident) => {
        $then! {
            pen {
                $crate::pen_drop::PenDrop,
            }
            falling {
                $crate::dominance_map::DominanceMap,
                $crate::ensemble::Ensemble,
                $crate::flutter::Flutter,
            }
            data {
                $crate::compute_trend::ComputeTrend,
                $crate::fixed_budget::FixedBudget,
                $crate::backtest::Backtest,
                $crate::drivers::Drivers,
                $crate::your_device::YourDevice,
            }
            lesson {
                $crate::search_vs_knowledge::SearchVsKnowledge,
                $crate::learn_the_drop::LearnDrop,
                $crate::ngram_orders::NgramOrders,
                $crate::structure_vs_scale::StructureVsScale,
                $crate::crossing_curves::CrossingCurves,
            }
        }
    };
}

macro_rules! all_figures {
    ($($chunk:ident { $($figure:path,)* })*) => {
        /// Every figure of the site.
        pub const FIGURES: &[&dyn Figure] = &[$($(&$figure,)*)*];

        /// Every kind of job that figures ask for.
        pub const JOBS: &[&[JobKind]] = &[$($(<$figure as Model>::JOBS,)*)*];

        /// The folders of the strings that each figure can show, by its id.
        pub const STRINGS: &[(&str, &[Folder])] = &[$($((<$figure as Model>::ID, <$figure as Model>::STRINGS),)*)*];
    };
}
figures!(all_figures);

macro_rules! chunk_of {
    ($($chunk:ident { $($figure:path,)* })*) => {
        /// The chunk of the program that holds the figure with this id.
        #[must_use]
        pub fn chunk_of(id: &str) -> Option<&'static str> {
            $(if [$(<$figure as Model>::ID),*].contains(&id) {
                return Some(stringify!($chunk));
            })*
            None
        }
    };
}
figures!(chunk_of);

/// The figure with this id.
#[must_use]
pub fn figure(id: &str) -> Option<&'static dyn Figure> {
    FIGURES.iter().copied().find(|figure| figure.id() == id)
}

/// The kind of job with this name.
#[must_use]
pub fn job_kind(name: &str) -> Option<&'static JobKind> {
    JOBS.iter().copied().flatten().find(|kind| kind.name == name)
}
