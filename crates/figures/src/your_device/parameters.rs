//! The parameters of `your-device`: what its speed is divided by, where the reader knows it.

use crate::your_device::Strings;
use pendrop_kit::{
    label,
    parameter::{DisplayUnit, Kind, Parameter, Quantity, Scale, Tick, bare, tick},
};

/// The zero stop.
const NOT_ENTERED: Tick = Tick { value: 0.0, label: Some(label!(device_not_entered)) };

/// All parameters, in the order in which they stand on the page. Zero means that nothing has been entered.
pub static PARAMETERS: [Parameter; 2] = [
    // W.
    Parameter {
        name: "power",
        label: label!(device_power),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "W", factor: 1.0 },
            min: 1.0,
            max: 1e4,
            // The stop needs room for its word.
            step: 0.1,
            default: 0.0,
            scale: Scale::Log { zero: true },
            ticks: &[NOT_ENTERED, tick(10.0), tick(100.0), bare(1000.0), tick(1e4)],
            accent: false,
        }),
    },
    // Dollars of the United States.
    Parameter {
        name: "price",
        label: label!(device_price),
        front: true,
        kind: Kind::Quantity(Quantity {
            shown: DisplayUnit { unit: "US$", factor: 1.0 },
            min: 10.0,
            max: 1e5,
            step: 0.1,
            default: 0.0,
            scale: Scale::Log { zero: true },
            ticks: &[NOT_ENTERED, tick(100.0), tick(1000.0), bare(1e4), tick(1e5)],
            accent: false,
        }),
    },
];
