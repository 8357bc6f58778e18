//! The reactive core of Leptos, which is all of it that the program in the browser holds: signals, memos, effects and their
//! owners. Leptos itself, with its views, writes the pages natively and hands out the same names.

pub use reactive_graph::{
    computed::Memo,
    effect::Effect,
    graph::untrack,
    owner::{LocalStorage, Owner, StoredValue, on_cleanup},
    signal::RwSignal,
    traits::*,
};
