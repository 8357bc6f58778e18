//! A device among the fastest computers of their day: the numbers that words and picture are made from.

use super::{
    benchmark::{Speed, Speeds, Workload},
    history::TABLE,
};
use crate::datasets::Dataset;
use pendrop_kit::{
    format::{prefixed, with_unit},
    locale::Language,
    tables::{Point, Tables},
};

/// A device among the fastest computers of their day.
pub struct YourDeviceOutcome {
    /// What has been measured so far.
    pub speeds: Speeds,
    /// What the device draws, W, if it has been entered.
    pub power: Option<f64>,
    /// What it cost, US dollars, if it has been entered.
    pub price: Option<f64>,
    /// The history, as far as it is there.
    pub tables: Tables,
}

/// The speed that is compared with the history.
#[derive(Clone, Copy)]
pub(super) struct DeviceSpeed {
    /// FLOP/s.
    pub flop_per_s: f64,
    /// Whether it is that of all cores: until that has been measured, one core stands for the device.
    pub all_cores: bool,
}

/// A speed as the reader sees it: number and unit.
pub(super) fn flop_per_s(speed: f64, language: Language) -> (String, String) {
    prefixed(speed, "FLOP/s", 3, language)
}

/// The same in one text.
pub(super) fn flop_per_s_text(speed: f64, language: Language) -> String {
    with_unit(&flop_per_s(speed, language))
}

impl YourDeviceOutcome {
    /// The fastest computers, by year; FLOP/s.
    pub(super) fn points(&self) -> &[Point] {
        Dataset::of(TABLE).points(&self.tables)
    }

    /// The best speed of a workload, FLOP/s.
    pub(super) fn best(&self, workload: Workload) -> Option<f64> {
        self.speeds.speed(workload).map(|speed| speed.best)
    }

    /// The speed that is compared with the history, if any has been measured.
    pub(super) fn device_speed(&self) -> Option<DeviceSpeed> {
        let all = self.best(Workload::AllCores);
        let flop_per_s = all.or(self.best(Workload::Simd)).or(self.best(Workload::Scalar))?;
        Some(DeviceSpeed { flop_per_s, all_cores: all.is_some() })
    }

    /// The greatest spread of all workloads.
    pub(super) fn spread(&self) -> Option<f64> {
        let speeds = Workload::ALL.into_iter().filter_map(|workload| self.speeds.speed(workload));
        speeds.map(|speed: Speed| speed.spread).reduce(f64::max)
    }
}
