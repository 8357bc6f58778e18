//! What a figure says with its title: why readouts are missing, or why its program or its data could not be had, with a
//! button that tries again. Its place is written with the figure.

pub mod bind;
pub mod names;
