//! A number's control: a native range with marked values, and the number itself to be edited.

pub mod bind;
pub mod keys;
#[cfg(feature = "ssr")]
pub(crate) mod markup;
pub mod names;
