//! The parameters of `your-device`: what its speed is divided by, where the reader knows it.

use crate::your_device::Strings;
use pendrop_kit::{
    label,
    parameter::{Parameter, Tick, bare, tick},
    parameters,
};

/// The zero stop.
const NOT_ENTERED: Tick = Tick { value: 0.0, label: Some(label!(device_not_entered)) };

parameters! {
    /// What the reader knows about the device. Zero means that nothing has been entered. The steps are large, because the zero
    /// stop needs room for its word.
    pub struct YourDeviceParameters {
        /// What it draws, W.
        power: f64 = Parameter::log_with_zero(label!(device_power), (1.0, 1e4), 0.1, 0.0).unit("W", 1.0).ticks(&[
            NOT_ENTERED,
            tick(10.0),
            tick(100.0),
            bare(1000.0),
            tick(1e4),
        ]),
        /// What it cost, dollars of the United States.
        price: f64 = Parameter::log_with_zero(label!(device_price), (10.0, 1e5), 0.1, 0.0).unit("US$", 1.0).ticks(&[
            NOT_ENTERED,
            tick(100.0),
            tick(1000.0),
            bare(1e4),
            tick(1e5),
        ]),
    }
}
