//! What the drivers come to, in numbers and in words.

use std::sync::Arc;

use crate::{
    drivers::Strings,
    rates::{each_year, span, times},
};
use pendrop_kit::{
    format::{short_percent, significant},
    label,
    locale::{Label, Language, fill},
    outcome::{Cell, Outcome, Reading, Readout, Table},
    picture::{Frame, Picture},
    runs::{Comparable, Run},
};
use pendrop_science::growth::{Level, PerDriver};

use super::{
    contributions::DriversOutcome,
    picture::DriversPicture,
    text::{share_text, word},
};

impl Outcome for DriversOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let span = span(self.drivers.years, language);
        let Some(shares) = self.shares() else { return fill(s.headline_drivers_none, &[("span", &span)]) };
        let template = match shares.dominant() {
            Some(Level::Compute) => s.headline_drivers_compute,
            // Nothing is shared where compute brings nothing.
            Some(Level::Algorithms) if shares.compute() <= 0.0 => s.headline_drivers_alone,
            Some(Level::Algorithms) => s.headline_drivers_algorithms,
            None => s.headline_drivers_even,
        };
        let (compute, algorithms) = (share_text(shares.compute(), language), share_text(shares.algorithms, language));
        fill(template, &[("span", &span), ("compute", &compute), ("algorithms", &algorithms)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let span = span(self.drivers.years, language);
        let Some(decades) = self.drivers.decades() else { return fill(s.headline_drivers_none, &[("span", &span)]) };
        let times = |decades: f64| times(10_f64.powf(decades), language);
        let factors = fill(
            s.description_drivers,
            &[
                ("span", &span),
                ("growth", &times(decades.total())),
                ("compute", &times(decades.compute())),
                ("price", &times(decades.price)),
                ("spending", &times(decades.spending)),
                ("other", &times(decades.other)),
                ("algorithms", &times(decades.algorithms)),
                // With the digits of what was measured, which it can be held against.
                ("yearly", &format!("×{}", significant(10_f64.powf(decades.compute() / self.drivers.years), 3, language))),
            ],
        );
        let shares = self.shares().map(|shares| {
            let share = |share| share_text(share, language);
            fill(
                s.description_drivers_shares,
                &[
                    ("compute", &share(shares.compute())),
                    ("price", &share(shares.price)),
                    ("spending", &share(shares.spending)),
                    ("other", &share(shares.other)),
                    ("algorithms", &share(shares.algorithms)),
                ],
            )
        });
        let measured = self.measured_text(s.description_drivers_measured, language);
        [Some(factors), shares, measured].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let shrinks = self.shares().is_none().then_some(s.caveat_drivers_shrinks);
        let (compute, price) = (self.measured.compute, self.measured.price);
        let missing = (compute.is_none() || price.is_none()).then_some(s.caveat_drivers_tables);
        let caveats: Vec<&str> = [shrinks, self.assumption(language), missing].into_iter().flatten().collect();
        (!caveats.is_empty()).then(|| caveats.join(" "))
    }

    fn source_line(&self, language: Language) -> String {
        let s = Strings::of(language);
        let measured = self.measured_text(s.source_line_drivers_measured, language);
        let identity = s.source_line_drivers_identity.to_owned();
        [Some(self.sources(language)), measured, Some(identity)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let (s, measured) = (Strings::of(language), self.measured);
        let percent = |value| short_percent(value, language);
        let times = |value| (significant(value, 3, language), s.unit_times.to_owned());
        let (shares, dominant) = (self.shares(), self.dominant());
        let share = |name, label: Label, of: fn(&PerDriver) -> f64| {
            Readout::number(name, label, "1", shares.as_ref().map(of), percent, s.reason_no_growth)
        };
        let yearly = |name, label: Label, value| Readout::number(name, label, "1", value, times, s.reason_no_table).under_more();
        vec![
            share("share_compute", label!(readout_share_compute), PerDriver::compute).large().accented_if(dominant == Some(Level::Compute)),
            share("share_price", label!(readout_share_price), |shares| shares.price),
            share("share_spending", label!(readout_share_spending), |shares| shares.spending),
            share("share_other", label!(readout_share_other), |shares| shares.other),
            share("share_algorithms", label!(readout_share_algorithms), |shares| shares.algorithms)
                .accented_if(dominant == Some(Level::Algorithms)),
            self.dominant_readout(language),
            Readout::number("growth", label!(readout_effective_growth), "1", self.growth(), times, s.reason_no_growth),
            yearly("measured_compute_growth", label!(readout_measured_compute), measured.compute),
            yearly("measured_price_growth", label!(readout_measured_price), measured.price),
            yearly("measured_price_growth_since_2010", label!(readout_measured_price_lately), measured.price_lately),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let (parts, levels) = ([s.driver_price, s.driver_spending, s.driver_other], [s.driver_compute, s.driver_algorithms]);
        let heads = [s.column_years].into_iter().chain(parts).chain(levels).chain([s.column_effective]);
        let years = self.drivers.years;
        let decades = self
            .drivers
            .decades()
            .map(|decades| [decades.price, decades.spending, decades.other, decades.compute(), decades.algorithms, decades.total()]);
        let row = |year: f64| {
            let factors = decades.unwrap_or([f64::NAN; 6]).map(|decades| 10_f64.powf(decades * year / years));
            [Cell::Exact(year)].into_iter().chain(factors.map(Cell::Number)).collect()
        };
        Table::new(heads, each_year(years).map(row))
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(DriversPicture::of(&self, frame, &[]))
    }

    /// How many times as much it is at the end.
    fn decisive(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        Some(self.growth().map_or_else(|| s.reason_no_growth.to_owned(), |growth| times(growth, language)))
    }
}

impl Comparable for DriversOutcome {
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture> {
        Box::new(DriversPicture::of(&self, frame, runs))
    }
}

impl DriversOutcome {
    /// Whether compute or algorithms contribute more.
    fn dominant_readout(&self, language: Language) -> Readout {
        let s = Strings::of(language);
        let readout = |word, display: &str| Readout::word("dominant_driver", label!(readout_dominant_driver), word, display);
        if self.shares().is_none() {
            return Readout { reading: Reading::Missing, ..readout("", s.reason_no_growth) };
        }
        match self.dominant() {
            Some(level) => readout(word(level), if level == Level::Compute { s.driver_compute } else { s.driver_algorithms }),
            None => readout("none", s.drivers_neither),
        }
    }
}
