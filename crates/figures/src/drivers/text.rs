//! The drivers in words.

use crate::{drivers::Strings, rates::PRICE_HALVING_SINCE_2010};
use pendrop_kit::{
    format::{short_percent, significant, with_unit},
    label,
    locale::{Label, Language, fill},
};
use pendrop_science::growth::{Driver, Level, PerDriver};

use super::{
    contributions::DriversOutcome,
    parameters::{
        ALGORITHM_HALVING, ALGORITHM_INTERVAL, MACHINES_HALVING, NOTHING_ELSE, OTHER_GROWTH, SAME_MONEY, SLOWEST, SPENDING_GROWTH,
        SPENDING_INTERVAL,
    },
};

/// A level's word in the document.
pub(super) fn word(level: Level) -> &'static str {
    match level {
        Level::Compute => "compute",
        Level::Algorithms => "algorithms",
    }
}

/// A driver's name.
pub(super) fn name(driver: Driver) -> Label {
    match driver {
        Driver::Price => label!(driver_price),
        Driver::Spending => label!(driver_spending),
        Driver::Other => label!(driver_other),
        Driver::Algorithms => label!(driver_algorithms),
    }
}

/// A share as text.
pub(super) fn share_text(share: f64, language: Language) -> String {
    with_unit(&short_percent(share, language))
}

impl DriversOutcome {
    /// A share in the growth; nothing where nothing grows.
    pub(super) fn share_text(&self, of: impl Fn(&PerDriver) -> f64, language: Language) -> Option<String> {
        self.shares().map(|shares| share_text(of(&shares), language))
    }

    /// What the tables measured, as one sentence; nothing where one of them is not there.
    pub(super) fn measured_text(&self, template: &str, language: Language) -> Option<String> {
        let factor = |value| significant(value, 3, language);
        let (compute, price) = (factor(self.measured.compute?), factor(self.measured.price?));
        let lately = factor(self.measured.price_lately?);
        Some(fill(template, &[("compute", &compute), ("price", &price), ("lately", &lately)]))
    }

    /// Where each value comes from, and from which years: the literature, a fit or an assumption of ours, or the reader.
    pub(super) fn sources(&self, language: Language) -> String {
        let (s, drivers) = (Strings::of(language), &self.drivers);
        let interval =
            |template, (low, high)| fill(template, &[("low", &significant(low, 2, language)), ("high", &significant(high, 2, language))]);
        let cottier = interval(s.drivers_from_cottier, SPENDING_INTERVAL);
        let ho = interval(s.drivers_from_ho, ALGORITHM_INTERVAL);
        let of = |value: f64, known: [(f64, &str); 2]| {
            known.into_iter().find(|(literature, _)| *literature == value).map_or(s.drivers_own, |(_, source)| source).to_owned()
        };
        let price =
            of(drivers.price_halving, [(PRICE_HALVING_SINCE_2010, s.drivers_from_cards), (MACHINES_HALVING, s.drivers_from_machines)]);
        let spending = of(drivers.spending_growth, [(SPENDING_GROWTH, &cottier), (SAME_MONEY, s.drivers_assumed_same)]);
        let other = of(drivers.other_growth, [(OTHER_GROWTH, s.drivers_from_rest), (NOTHING_ELSE, s.drivers_assumed_none)]);
        let algorithms = of(drivers.algorithm_halving, [(ALGORITHM_HALVING, &ho), (SLOWEST, s.drivers_assumed_slow)]);
        fill(s.source_line_drivers, &[("price", &price), ("spending", &spending), ("other", &other), ("algorithms", &algorithms)])
    }

    /// What the values assume that nobody has measured; nothing where they assume nothing of the kind.
    pub(super) fn assumption(&self, language: Language) -> Option<&'static str> {
        let (s, drivers) = (Strings::of(language), &self.drivers);
        let same_money = drivers.spending_growth == SAME_MONEY;
        if same_money && drivers.algorithm_halving == SLOWEST {
            return Some(s.caveat_drivers_assumed);
        }
        (same_money && drivers.other_growth == OTHER_GROWTH).then_some(s.caveat_drivers_flat)
    }
}
