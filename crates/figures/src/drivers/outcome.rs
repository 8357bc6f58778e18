//! What the drivers come to, in numbers and in words.

use std::sync::Arc;

use crate::{
    drivers::Strings,
    rates::{each_year, span, times},
};
use pendrop_kit::{
    format::{short_percent, significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Outcome, Reading, Readout, Table},
    picture::{Frame, Picture},
};
use pendrop_science::growth::Driver;

use super::{
    contributions::{DRIVERS, DriversOutcome},
    picture::DriversPicture,
    text::{name, word},
};

impl Outcome for DriversOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let span = span(self.drivers.years, language);
        let leading = self.leading(language);
        if leading.len() > 1 {
            let share = leading.first().and_then(|driver| self.share_text(*driver, language)).unwrap_or_default();
            let template = match leading[..] {
                [Driver::Price, Driver::Spending] => s.headline_drivers_price_spending,
                [Driver::Price, Driver::Algorithms] => s.headline_drivers_price_algorithms,
                [Driver::Spending, Driver::Algorithms] => s.headline_drivers_spending_algorithms,
                _ => s.headline_drivers_all,
            };
            return fill(template, &[("span", &span), ("share", &share)]);
        }
        let template = match self.dominant() {
            Some(Driver::Price) => s.headline_drivers_price,
            Some(Driver::Spending) => s.headline_drivers_spending,
            Some(Driver::Algorithms) => s.headline_drivers_algorithms,
            None => s.headline_drivers_none,
        };
        let share = with_unit(&short_percent(self.share(Driver::Price).unwrap_or(0.0), language));
        fill(template, &[("span", &span), ("share", &share)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some(decades) = self.drivers.decades() else { return s.headline_drivers_none.to_owned() };
        let times = |decades: f64| times(10_f64.powf(decades), language);
        let factors = fill(
            s.description_drivers,
            &[
                ("span", &span(self.drivers.years, language)),
                ("growth", &times(decades.total())),
                ("price", &times(decades.price)),
                ("spending", &times(decades.spending)),
                ("algorithms", &times(decades.algorithms)),
            ],
        );
        let shares = match &DRIVERS.map(|driver| self.share_text(driver, language)) {
            [Some(price), Some(spending), Some(algorithms)] => {
                Some(fill(s.description_drivers_shares, &[("price", price), ("spending", spending), ("algorithms", algorithms)]))
            }
            _ => None,
        };
        let measured = self.measured_text(s.description_drivers_measured, language);
        [Some(factors), shares, measured].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let shrinks = self.dominant().is_none().then_some(s.caveat_drivers_shrinks);
        let (compute, price) = (self.measured.compute, self.measured.price);
        let missing = (compute.is_none() || price.is_none()).then_some(s.caveat_drivers_tables);
        let caveats: Vec<&str> = shrinks.into_iter().chain(missing).collect();
        (!caveats.is_empty()).then(|| caveats.join(" "))
    }

    fn source_line(&self, language: Language) -> String {
        let sources = self.sources(language);
        match self.measured_text(Strings::of(language).source_line_drivers_measured, language) {
            Some(measured) => format!("{sources} {measured}"),
            None => sources,
        }
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let (s, measured) = (Strings::of(language), self.measured);
        let percent = |value| short_percent(value, language);
        let times = |value| (significant(value, 3, language), s.unit_times.to_owned());
        let share = |name, label: Label, driver| Readout::number(name, label, "1", self.share(driver), percent, s.reason_no_growth);
        let yearly = |name, label: Label, value| Readout::number(name, label, "1", value, times, s.reason_no_table).under_more();
        vec![
            share("share_price", label!(readout_share_price), Driver::Price).large().accented(),
            share("share_spending", label!(readout_share_spending), Driver::Spending),
            share("share_algorithms", label!(readout_share_algorithms), Driver::Algorithms),
            self.dominant_readout(language),
            Readout::number("growth", label!(readout_effective_growth), "1", self.growth(), times, s.reason_no_growth),
            yearly("measured_compute_growth", label!(readout_measured_compute), measured.compute),
            yearly("measured_price_growth", label!(readout_measured_price), measured.price),
            yearly("measured_price_growth_since_2010", label!(readout_measured_price_lately), measured.price_lately),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.column_years, s.driver_price, s.driver_spending, s.driver_algorithms, s.column_effective];
        let years = self.drivers.years;
        let decades = self.drivers.decades().map(|decades| [decades.price, decades.spending, decades.algorithms, decades.total()]);
        let row = |year: f64| {
            let factors = decades.unwrap_or([f64::NAN; 4]).map(|decades| 10_f64.powf(decades * year / years));
            [year].into_iter().chain(factors).collect()
        };
        Table::of_numbers(heads, each_year(years).map(row))
    }

    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        Box::new(DriversPicture::of(&self, frame))
    }
}

impl DriversOutcome {
    /// Which driver contributes most; all that do where the digits shown do not tell them apart.
    fn dominant_readout(&self, language: Language) -> Readout {
        let names: Vec<&str> = self.leading(language).into_iter().map(|driver| name(driver)(language)).collect();
        let readout = |word, display: String| Readout::word("dominant_driver", label!(readout_dominant_driver), word, display);
        match self.dominant() {
            Some(driver) => readout(word(driver), names.join(", ")),
            None => Readout { reading: Reading::Missing, ..readout("", Strings::of(language).reason_no_growth.to_owned()) },
        }
    }
}
