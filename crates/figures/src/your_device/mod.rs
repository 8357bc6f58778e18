//! `your-device`: how fast the device that shows the page computes, among the fastest computers of their day.
//!
//! The speeds come from a measurement that the page makes (`src/live/measure.rs`) in workers (`crates/worker`); what its
//! rounds are and what they amount to stands in [`measurement`].

pub mod benchmark;
mod history;
pub mod measurement;
mod outcome;
pub mod parameters;
mod picture;

crate::own_strings!("your_device");

use crate::datasets::Dataset;
pub use outcome::YourDeviceOutcome;
use pendrop_kit::{
    figure::{Figure, Heights},
    outcome::Outcome,
    parameter::Parameter,
    tables::Tables,
    values::Values,
};

/// The figure.
pub struct YourDevice;

/// The table that holds the history.
const TABLE: &str = "supercomputers";

impl Figure for YourDevice {
    fn id(&self) -> &'static str {
        "your-device"
    }

    fn source(&self) -> &'static str {
        "crates/worker/src/kernels.rs"
    }

    fn parameters(&self) -> &'static [Parameter] {
        &parameters::PARAMETERS
    }

    fn heights(&self) -> Heights {
        Heights { narrow: 284.0, wide: 480.0 }
    }

    fn tables(&self, _values: &Values) -> &'static [&'static str] {
        &[TABLE]
    }

    fn measures(&self) -> bool {
        true
    }

    fn solve(&self, values: &Values, tables: &Tables) -> Box<dyn Outcome> {
        self.outcome(values, &[], tables)
    }

    fn outcome(&self, values: &Values, found: &[f64], tables: &Tables) -> Box<dyn Outcome> {
        let entered = |name: &str| Some(values.number(name)).filter(|value| *value > 0.0);
        Box::new(YourDeviceOutcome {
            speeds: measurement::speeds(found),
            failed: measurement::failed(found),
            power: entered("power"),
            price: entered("price"),
            points: Dataset::of(TABLE).points(tables).to_vec(),
        })
    }
}
