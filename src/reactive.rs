//! The reactive core of Leptos, which is all of it that the program in the browser holds: signals, memos, effects and their
//! owners. Leptos itself, with its views, writes the pages natively.
//!
//! Values lie in boxes: so Leptos' code for signals and memos stands in the program once, not once for each type of value.

use std::{any::Any, marker::PhantomData};

use reactive_graph::{computed, owner, owner::LocalStorage, signal, traits::*};
pub use reactive_graph::{
    effect::Effect,
    graph::untrack,
    owner::{Owner, on_cleanup},
};

/// A value of a signal or a memo.
type Value = Box<dyn Any + Send + Sync>;

/// What a handle leads to is gone with its owner.
#[cold]
fn gone() -> ! {
    panic!("a signal outlived its owner")
}

/// Shows a value of this type to a function, by one that can show values of any.
fn show<T: 'static, U>(to: impl FnOnce(&T) -> U, by: impl FnOnce(&mut dyn FnMut(&dyn Any))) -> Option<U> {
    let (mut to, mut answer) = (Some(to), None);
    by(&mut |value| answer = value.downcast_ref().and_then(|value| to.take().map(|to| to(value))));
    answer
}

/// The same, to be changed.
fn lend<T: 'static, U>(to: impl FnOnce(&mut T) -> U, by: impl FnOnce(&mut dyn FnMut(&mut dyn Any))) -> Option<U> {
    let (mut to, mut answer) = (Some(to), None);
    by(&mut |value| answer = value.downcast_mut().and_then(|value| to.take().map(|to| to(value))));
    answer
}

/// A handle that can be copied, whatever it leads to.
macro_rules! handle {
    ($name:ident) => {
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}
    };
}

/// What signals and memos are read by.
macro_rules! read {
    ($name:ident) => {
        handle!($name);

        impl<T: 'static> $name<T> {
            /// What reads now is to run again when the value changes.
            pub fn track(&self) {
                self.inner.track();
            }

            /// What a function makes of the value; nothing where it is gone.
            pub fn try_with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
                show(read, |look| look_at(self.inner, look))
            }

            /// What a function makes of the value.
            pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
                self.try_with_untracked(read).unwrap_or_else(|| gone())
            }

            /// The same, for what is to run again when the value changes.
            pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
                self.track();
                self.with_untracked(read)
            }
        }

        impl<T: Clone + 'static> $name<T> {
            /// A copy of the value; nothing where it is gone.
            pub fn try_get_untracked(&self) -> Option<T> {
                self.try_with_untracked(T::clone)
            }

            /// A copy of the value.
            pub fn get_untracked(&self) -> T {
                self.with_untracked(T::clone)
            }

            /// The same, for what is to run again when the value changes.
            pub fn get(&self) -> T {
                self.with(T::clone)
            }
        }
    };
}

fn look_at(inner: impl WithUntracked<Value = Value>, look: &mut dyn FnMut(&dyn Any)) {
    inner.try_with_untracked(|value| look(&**value));
}

/// A value that can be set.
pub struct RwSignal<T> {
    inner: signal::RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

read!(RwSignal);

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with this value; it is gone with the owner of what runs now.
    pub fn new(value: T) -> Self {
        Self { inner: signal::RwSignal::new(Box::new(value)), of: PhantomData }
    }

    /// Another value; who reads it hears of it, even if it is the same. Nothing happens where the signal is gone.
    pub fn set(&self, value: T) {
        self.inner.set(Box::new(value));
    }

    /// Lets a function change the value; who reads it hears of it. Nothing happens where the signal is gone.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        lend(change, |change| self.inner.update(|value| change(&mut **value)));
    }
}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

/// A value that is made from others, anew only when one of them has changed.
pub struct Memo<T> {
    inner: computed::Memo<Value>,
    of: PhantomData<fn() -> T>,
}

read!(Memo);

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo that is made by this function from the value before.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let make = move |before: Option<&Value>| -> Value { Box::new(make(before.and_then(|value| value.downcast_ref()))) };
        Self { inner: made(Box::new(make), differ::<T>), of: PhantomData }
    }
}

/// How a memo makes its value from the one before.
type Make = Box<dyn Fn(Option<&Value>) -> Value + Send + Sync>;

fn made(make: Make, differ: fn(Option<&Value>, Option<&Value>) -> bool) -> computed::Memo<Value> {
    computed::Memo::new_with_compare(make, differ)
}

fn differ<T: PartialEq + 'static>(a: Option<&Value>, b: Option<&Value>) -> bool {
    a.and_then(|value| value.downcast_ref::<T>()) != b.and_then(|value| value.downcast_ref::<T>())
}

/// A value that nobody hears of when it changes; it is read and changed on the thread that it was made on.
pub struct StoredValue<T> {
    inner: owner::StoredValue<Box<dyn Any>, LocalStorage>,
    of: PhantomData<fn() -> T>,
}

handle!(StoredValue);

impl<T: 'static> StoredValue<T> {
    /// Keeps a value; it is gone with the owner of what runs now.
    pub fn new(value: T) -> Self {
        Self { inner: owner::StoredValue::new_local(Box::new(value)), of: PhantomData }
    }

    /// What a function makes of the value; nothing where it is gone.
    pub fn try_with_value<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
        show(read, |look| {
            self.inner.try_with_value(|value| look(&**value));
        })
    }

    /// What a function makes of the value.
    pub fn with_value<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.try_with_value(read).unwrap_or_else(|| gone())
    }

    /// What a function makes of the value, which it may change; nothing where it is gone.
    pub fn try_update_value<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        lend(change, |change| {
            self.inner.try_update_value(|value| change(&mut **value));
        })
    }

    /// Lets a function change the value. Nothing happens where it is gone.
    pub fn update_value(&self, change: impl FnOnce(&mut T)) {
        self.try_update_value(change);
    }

    /// Another value. Nothing happens where the one before is gone.
    pub fn set_value(&self, value: T) {
        self.update_value(|kept| *kept = value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of the value; nothing where it is gone.
    pub fn try_get_value(&self) -> Option<T> {
        self.try_with_value(T::clone)
    }

    /// A copy of the value.
    pub fn get_value(&self) -> T {
        self.with_value(T::clone)
    }
}
