//! Figures whose runs are timed.

use pendrop_kit::{label, locale::Label};

use crate::strings::Strings;

/// Why another run does not lie beside the present one over time, if it does not: times of two devices say nothing of each other. Of
/// each is told on which day it was recorded, if it was.
pub(crate) fn times_apart(present: Option<&str>, (other, timed): (Option<&str>, bool)) -> Option<Label> {
    (!timed || present.is_some() != other.is_some()).then_some(label!(times_apart))
}
