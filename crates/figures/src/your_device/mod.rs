//! `your-device`: how fast the device that shows the page computes, among the fastest computers of their day.
//!
//! The speeds come from a measurement that the page makes with its workers. [`benchmark`] has the types that they share;
//! [`measurement`] decides which rounds there are and what they amount to.

pub mod benchmark;
mod device;
mod history;
pub mod measurement;
mod outcome;
pub mod parameters;
mod picture;

crate::own_strings!("your_device");

use benchmark::Speeds;
pub use device::YourDeviceOutcome;
use history::TABLE;
pub use parameters::YourDeviceParameters;
use pendrop_kit::{
    figure::{Heights, Inputs, Model},
    locale::Folder,
};

/// The figure.
pub struct YourDevice;

impl Model for YourDevice {
    type Parameters = YourDeviceParameters;
    type Outcome = YourDeviceOutcome;

    const ID: &'static str = "your-device";
    const STRINGS: &'static [Folder] = Strings::FOLDERS;
    const SOURCE: &'static str = "crates/worker/src/kernels.rs";
    const HEIGHTS: Heights = Heights { narrow: 284.0, wide: 480.0 };
    const MEASURES: bool = true;

    fn tables(_parameters: &YourDeviceParameters) -> &'static [&'static str] {
        &[TABLE]
    }

    fn solve(parameters: YourDeviceParameters, inputs: Inputs) -> YourDeviceOutcome {
        let entered = |value: f64| Some(value).filter(|value| *value > 0.0);
        YourDeviceOutcome {
            speeds: inputs.results.decode::<Speeds>(0).unwrap_or_default(),
            power: entered(parameters.power),
            price: entered(parameters.price),
            tables: inputs.tables.clone(),
        }
    }
}
