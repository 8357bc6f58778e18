//! The parameters of `backtest`: whose past, where in it to stand, how far to look ahead, and whether to see what came.

use crate::parameter::{Choice, Choosable, Control, Kind, Parameter, Quantity, Scale, Shown, tick};

/// The datasets, each with a year that tells something: where its trend held, or where it was about to break.
const DATASET: Parameter = Parameter {
    name: "dataset",
    label: |s| s.trend_dataset,
    front: true,
    kind: Kind::Choice(Choice {
        options: &[
            Choosable { name: "machines", label: |s| s.dataset_machines, fills: &[("cut", 1970.0)] },
            Choosable { name: "kurzweil", label: |s| s.dataset_kurzweil, fills: &[("cut", 1970.0)] },
            Choosable { name: "gpu-prices", label: |s| s.dataset_gpu_prices, fills: &[("cut", 2015.0)] },
            Choosable { name: "transistors", label: |s| s.dataset_transistors, fills: &[("cut", 1990.0)] },
            Choosable { name: "supercomputers", label: |s| s.dataset_supercomputers, fills: &[("cut", 2010.0)] },
            Choosable { name: "training-compute", label: |s| s.dataset_training_compute, fills: &[("cut", 2018.0)] },
        ],
        default: 0,
        control: Control::Select,
    }),
};

/// The date up to which points are known, as a decimal year.
const CUT: Parameter = Parameter {
    name: "cut",
    label: |s| s.backtest_cut,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "", factor: 1.0 },
        min: 1895.0,
        max: 2025.0,
        step: 1.0,
        default: 1970.0,
        scale: Scale::Linear,
        ticks: &[tick(1900.0), tick(1925.0), tick(1950.0), tick(1975.0), tick(2000.0), tick(2025.0)],
        accent: false,
    }),
};

/// How many years the forecast reaches.
const HORIZON: Parameter = Parameter {
    name: "horizon",
    label: |s| s.backtest_horizon,
    front: true,
    kind: Kind::Quantity(Quantity {
        shown: Shown { unit: "", factor: 1.0 },
        min: 1.0,
        max: 20.0,
        step: 1.0,
        default: 10.0,
        scale: Scale::Linear,
        ticks: &[tick(1.0), tick(5.0), tick(10.0), tick(15.0), tick(20.0)],
        accent: false,
    }),
};

/// Whether what came after the cut is shown.
const REVEAL: Parameter = Parameter { name: "reveal", label: |s| s.backtest_reveal, front: true, kind: Kind::Toggle(true) };

/// All parameters, in the order in which they stand on the page.
pub static PARAMETERS: [Parameter; 4] = [DATASET, CUT, HORIZON, REVEAL];
