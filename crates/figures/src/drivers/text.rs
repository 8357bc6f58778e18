//! The drivers in words.

use crate::{
    drivers::Strings,
    rates::{PRICE_HALVING_SINCE_2010, factor},
};
use pendrop_kit::{
    format::{short_percent, with_unit},
    label,
    locale::{Label, Language, fill},
};
use pendrop_science::growth::Driver;

use super::{
    contributions::{DRIVERS, DriversOutcome},
    parameters::{ALGORITHM_HALVING, MACHINES_HALVING, SAME_MONEY, SLOWEST, SPENDING_GROWTH},
};

/// A driver's word in the document.
pub(super) fn word(driver: Driver) -> &'static str {
    match driver {
        Driver::Price => "price",
        Driver::Spending => "spending",
        Driver::Algorithms => "algorithms",
    }
}

/// A driver's name.
pub(super) fn name(driver: Driver) -> Label {
    match driver {
        Driver::Price => label!(driver_price),
        Driver::Spending => label!(driver_spending),
        Driver::Algorithms => label!(driver_algorithms),
    }
}

impl DriversOutcome {
    /// A driver's share in the growth; nothing where nothing grows.
    pub(super) fn share_text(&self, driver: Driver, language: Language) -> Option<String> {
        self.share(driver).map(|share| with_unit(&short_percent(share, language)))
    }

    /// The drivers that contribute most: several where the digits shown do not tell them apart.
    pub(super) fn leading(&self, language: Language) -> Vec<Driver> {
        let most = self.dominant().and_then(|driver| self.share_text(driver, language));
        DRIVERS.into_iter().filter(|driver| most.is_some() && self.share_text(*driver, language) == most).collect()
    }

    /// What the tables measured, as one sentence; nothing where one of them is not there.
    pub(super) fn measured_text(&self, template: &str, language: Language) -> Option<String> {
        let factor = |value| factor(value, language);
        let (compute, price) = (factor(self.measured.compute?), factor(self.measured.price?));
        let lately = factor(self.measured.price_lately?);
        Some(fill(template, &[("compute", &compute), ("price", &price), ("lately", &lately)]))
    }

    /// Where each value comes from: the literature, an assumption of ours, or the reader.
    pub(super) fn sources(&self, language: Language) -> String {
        let (s, drivers) = (Strings::of(language), &self.drivers);
        let of = |value: f64, known: &[(f64, &'static str)]| {
            known.iter().find(|(literature, _)| *literature == value).map_or(s.drivers_own, |(_, source)| source)
        };
        let price =
            of(drivers.price_halving, &[(PRICE_HALVING_SINCE_2010, s.drivers_from_cards), (MACHINES_HALVING, s.drivers_from_machines)]);
        let spending = of(drivers.spending_growth, &[(SPENDING_GROWTH, "Cottier et al. 2024"), (SAME_MONEY, s.drivers_assumed_same)]);
        let algorithms = of(drivers.algorithm_halving, &[(ALGORITHM_HALVING, "Ho et al. 2024"), (SLOWEST, s.drivers_assumed_slow)]);
        fill(s.source_line_drivers, &[("price", price), ("spending", spending), ("algorithms", algorithms)])
    }
}
