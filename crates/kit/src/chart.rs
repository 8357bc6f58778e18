//! The chart kit of all figures: axes, lines, marks and labels over any plotters backend, in units of the picture.
//!
//! Nothing here asks the screen how wide a text is: widths are estimated, so that a picture made natively and one made
//! in the browser are the same, byte for byte.

mod axis;
mod clip;
mod isobands;
mod label;
mod line;
mod marker;
pub mod marks;
mod painter;
mod tick;

pub use axis::{Axes, ChartStyle, Scale, log_note_fits_beside_title, ruler};
pub use clip::{between, clipped, limited};
pub use isobands::ScalarGrid;
pub use label::{Occupancy, Rect, along, beside, text_width};
pub use line::{Point, cut, dashes, outlined, simplified};
pub use marker::{Marker, Shape};
pub use painter::Painter;
pub use tick::{Ticks, decades, fixed};
