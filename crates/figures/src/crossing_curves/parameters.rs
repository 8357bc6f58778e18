//! The parameters of `crossing-curves`: how much structure is built in, and what compute there is, now and later.

use pendrop_kit::{
    label,
    parameter::{Parameter, Tick, YEARS, bare, tick},
};
use pendrop_science::crossing::Outlook;

use super::Strings;

pendrop_kit::parameters! {
    /// Two methods, and the compute that they get.
    pub struct CrossingCurvesParameters {
        /// How much structure the more structured method has; the other has none.
        structure: f64 = Parameter::linear(label!(crossing_structure), (0.0, 1.0), 0.05, 1.0).in_names(label!(crossing_named_structure)).ticks(&[
            Tick { value: 0.0, label: Some(label!(crossing_none)) },
            bare(0.25),
            tick(0.5),
            bare(0.75),
            Tick { value: 1.0, label: Some(label!(crossing_most)) },
        ]),
        /// Years in which compute doubles.
        compute_doubling: f64 = Parameter::linear(label!(crossing_doubling), (0.25, 5.0), 0.05, 1.5)
            .unit(YEARS, 1.0)
            .in_names(label!(crossing_named_doubling))
            .ticks(&[tick(0.25), tick(1.0), tick(2.0), tick(3.0), tick(4.0), tick(5.0)]),
        /// Years to look ahead.
        years: f64 = Parameter::linear(label!(crossing_years), (0.0, 20.0), 1.0, 10.0)
            .unit(YEARS, 1.0)
            .in_names(label!(crossing_named_years))
            .ticks(&[tick(0.0), tick(5.0), tick(10.0), tick(15.0), tick(20.0)]),
        /// Whether the curves that the duel has measured are laid over the model's.
        measured: bool = Parameter::toggle(label!(crossing_measured), false).of_picture().under_more(),
        /// Compute today, in what brings the most structured method to half of its ceiling.
        compute_now: f64 = Parameter::log(label!(crossing_now), (1.0, 1e9), 0.1, 1e4)
            .in_names(label!(crossing_named_now))
            .ticks(&[tick(1.0), bare(10.0), bare(100.0), tick(1000.0), bare(1e4), bare(1e5), tick(1e6), bare(1e7), bare(1e8), tick(1e9)])
            .under_more(),
    }
}

impl From<&CrossingCurvesParameters> for Outlook {
    fn from(parameters: &CrossingCurvesParameters) -> Self {
        let CrossingCurvesParameters { structure, compute_doubling, years, compute_now, .. } = *parameters;
        Self { compute_now, compute_doubling, structure, years }
    }
}
