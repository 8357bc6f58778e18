//! The parameters of `backtest`: whose past, where in it to stand, how far to look ahead, and whether to see what came.

use crate::backtest::Strings;
use pendrop_kit::{
    label,
    parameter::{ChoiceOption, Control, Parameter, tick},
    parameters,
};

/// First and last date at which one can stand, decimal years.
pub const CUTS: (f64, f64) = (1895.0, 2025.0);

parameters! {
    /// Whose past, where in it to stand, and what to see of it.
    pub struct BacktestParameters {
        /// Id of the dataset. Each has a year that is telling: where its trend held, or where it was about to break.
        dataset: &'static str = Parameter::choice(
            label!(trend_dataset),
            Control::Select,
            &[
                ChoiceOption { name: "machines", label: label!(dataset_machines), preset: &[("cut", 1970.0)] },
                ChoiceOption { name: "kurzweil", label: label!(dataset_kurzweil), preset: &[("cut", 1970.0)] },
                ChoiceOption { name: "gpu-prices", label: label!(dataset_gpu_prices), preset: &[("cut", 2015.0)] },
                ChoiceOption { name: "transistors", label: label!(dataset_transistors), preset: &[("cut", 1990.0)] },
                ChoiceOption { name: "supercomputers", label: label!(dataset_supercomputers), preset: &[("cut", 2010.0)] },
                ChoiceOption { name: "training-compute", label: label!(dataset_training_compute), preset: &[("cut", 2018.0)] },
            ],
            0,
        ),
        /// The date up to which points are known, as a decimal year.
        cut: f64 = Parameter::linear(label!(backtest_cut), CUTS, 1.0, 1970.0).ticks(&[
            tick(1900.0),
            tick(1925.0),
            tick(1950.0),
            tick(1975.0),
            tick(2000.0),
            tick(2025.0),
        ]),
        /// How many years the forecast reaches.
        horizon: f64 = Parameter::linear(label!(backtest_horizon), (1.0, 20.0), 1.0, 10.0).ticks(&[
            tick(1.0),
            tick(5.0),
            tick(10.0),
            tick(15.0),
            tick(20.0),
        ])
        .under_more(),
        /// Whether what came after the cut is shown: not before one has made up one's mind.
        reveal: bool = Parameter::toggle(label!(backtest_reveal), false),
    }
}
