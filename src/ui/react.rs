//! Things that change, by kind. A closure in a view is a type of its own and brings a copy of the code that renders it;
//! a signal of a common type does not, which keeps the program small.

use leptos::prelude::*;

/// Text that changes.
pub fn text(make: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(make)
}

/// Something that holds or does not.
pub fn flag(make: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(make)
}

/// A part of the page that changes.
pub fn part(make: impl Fn() -> AnyView + Send + Sync + 'static) -> Box<dyn Fn() -> AnyView + Send + Sync> {
    Box::new(make)
}

/// A part of the page that is there or not.
pub fn part_if(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    make: impl Fn() -> AnyView + Send + Sync + 'static,
) -> Box<dyn Fn() -> AnyView + Send + Sync> {
    let holds = Memo::new(move |_| holds());
    part(move || if holds.get() { make() } else { ().into_any() })
}
