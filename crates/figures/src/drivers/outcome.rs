//! What the drivers come to, in numbers and in words.

use crate::{
    drivers::Strings,
    pen_drop::percent,
    rates::{PRICE_HALVING, factor, span, times},
};
use pendrop_kit::{
    format::{significant, with_unit},
    label,
    locale::{Label, Language, fill},
    outcome::{Outcome, Place, Reading, Readout, Table},
    picture::Frame,
    svg::Svg,
};
use pendrop_science::growth::Driver;

use super::{
    DriversOutcome,
    parameters::{ALGORITHM_HALVING, MACHINES_HALVING, SAME_MONEY, SLOWEST, SPENDING_GROWTH},
    picture, word,
};

const DRIVERS: [Driver; 3] = [Driver::Price, Driver::Spending, Driver::Algorithms];

impl DriversOutcome {
    /// What the tables measured, as one sentence; nothing where one of them is not there.
    fn told_measured(&self, template: &str, language: Language) -> Option<String> {
        let m = self.measured;
        let told = |value| factor(value, language);
        let (compute, price, lately) = (told(m.compute?), told(m.price?), told(m.price_lately?));
        Some(fill(template, &[("compute", &compute), ("price", &price), ("lately", &lately)]))
    }

    fn share_told(&self, driver: Driver, language: Language) -> Option<String> {
        self.share(driver).map(|share| with_unit(&percent(share, language)))
    }

    /// The drivers that contribute most: several where the digits shown do not tell them apart.
    fn leading(&self, language: Language) -> Vec<Driver> {
        let most = self.dominant().and_then(|driver| self.share_told(driver, language));
        DRIVERS.into_iter().filter(|driver| most.is_some() && self.share_told(*driver, language) == most).collect()
    }

    /// Where each value comes from: the literature, an assumption of ours, or the reader.
    fn sources(&self, language: Language) -> String {
        let (s, model) = (Strings::of(language), &self.model);
        let of = |value: f64, known: &[(f64, &'static str)]| {
            known.iter().find(|(literature, _)| *literature == value).map_or(s.drivers_own, |(_, source)| source)
        };
        let price = of(model.price_halving, &[(PRICE_HALVING, s.drivers_from_cards), (MACHINES_HALVING, s.drivers_from_machines)]);
        let spending = of(model.spending_growth, &[(SPENDING_GROWTH, "Cottier et al. 2024"), (SAME_MONEY, s.drivers_assumed_same)]);
        let algorithms = of(model.algorithm_halving, &[(ALGORITHM_HALVING, "Ho et al. 2024"), (SLOWEST, s.drivers_assumed_slow)]);
        fill(s.source_line_drivers, &[("price", price), ("spending", spending), ("algorithms", algorithms)])
    }
}

impl Outcome for DriversOutcome {
    fn headline(&self, language: Language) -> String {
        let s = Strings::of(language);
        let span = span(self.model.years, language);
        let leading = self.leading(language);
        if leading.len() > 1 {
            let share = leading.first().and_then(|driver| self.share_told(*driver, language)).unwrap_or_default();
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
        let share = with_unit(&percent(self.share(Driver::Price).unwrap_or(0.0), language));
        fill(template, &[("span", &span), ("share", &share)])
    }

    fn description(&self, language: Language) -> String {
        let s = Strings::of(language);
        let Some(decades) = self.model.decades() else { return s.headline_drivers_none.to_owned() };
        let told = |decades: f64| times(10_f64.powf(decades), language);
        let factors = fill(
            s.description_drivers,
            &[
                ("span", &span(self.model.years, language)),
                ("growth", &told(decades.total())),
                ("price", &told(decades.price)),
                ("spending", &told(decades.spending)),
                ("algorithms", &told(decades.algorithms)),
            ],
        );
        let shares = DRIVERS.map(|driver| self.share_told(driver, language));
        let mut text = factors;
        if let [Some(price), Some(spending), Some(algorithms)] = &shares {
            text.push(' ');
            text += &fill(s.description_drivers_shares, &[("price", price), ("spending", spending), ("algorithms", algorithms)]);
        }
        if let Some(measured) = self.told_measured(s.description_drivers_measured, language) {
            text.push(' ');
            text += &measured;
        }
        text
    }

    fn caveat(&self, language: Language) -> Option<String> {
        let s = Strings::of(language);
        let shrinks = self.dominant().is_none().then_some(s.caveat_drivers_shrinks);
        let (compute, price) = (self.measured.compute, self.measured.price);
        let missing = (compute.is_none() || price.is_none()).then_some(s.caveat_drivers_tables);
        let told: Vec<&str> = shrinks.into_iter().chain(missing).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    fn source_line(&self, language: Language) -> String {
        let sources = self.sources(language);
        match self.told_measured(Strings::of(language).source_line_drivers_measured, language) {
            Some(measured) => format!("{sources} {measured}"),
            None => sources,
        }
    }

    fn readouts(&self, language: Language) -> Vec<Readout> {
        let s = Strings::of(language);
        let number = |name, label: Label, place, value: Option<f64>, reason: &str, show: &dyn Fn(f64) -> (String, String)| {
            let (reading, shown) = match value {
                Some(value) => (Reading::Number(value), show(value)),
                None => (Reading::Missing, (reason.to_owned(), String::new())),
            };
            Readout { name, label, reading, unit: "1", shown, place, accent: place == Place::Large }
        };
        let percent = |value| percent(value, language);
        let times = |value| (significant(value, 3, language), s.unit_times.to_owned());
        let share = |name, label: Label, place, driver| number(name, label, place, self.share(driver), s.reason_no_growth, &percent);
        let measured = |name, label: Label, value| number(name, label, Place::More, value, s.reason_no_table, &times);
        let reading = self.dominant().map_or(Reading::Missing, |driver| Reading::Word(word(driver).0.into()));
        let names: Vec<&str> = self.leading(language).into_iter().map(|driver| word(driver).1(s)).collect();
        let shown = if names.is_empty() { s.reason_no_growth.to_owned() } else { names.join(", ") };
        let shown = (shown, String::new());
        vec![
            share("share_price", label!(readout_share_price), Place::Large, Driver::Price),
            share("share_spending", label!(readout_share_spending), Place::Front, Driver::Spending),
            share("share_algorithms", label!(readout_share_algorithms), Place::Front, Driver::Algorithms),
            Readout {
                name: "dominant_driver",
                label: label!(readout_dominant_driver),
                reading,
                unit: "",
                shown,
                place: Place::Front,
                accent: false,
            },
            number("growth", label!(readout_effective_growth), Place::Front, self.growth(), s.reason_no_growth, &times),
            measured("measured_compute_growth", label!(readout_measured_compute), self.measured.compute),
            measured("measured_price_growth", label!(readout_measured_price), self.measured.price),
            measured("measured_price_growth_since_2010", label!(readout_measured_price_lately), self.measured.price_lately),
        ]
    }

    fn table(&self, language: Language) -> Table {
        let s = Strings::of(language);
        let heads = [s.column_years, s.driver_price, s.driver_spending, s.driver_algorithms, s.column_effective];
        let years = self.model.years;
        let whole = (0..=years.floor() as i32).map(f64::from);
        let end = (years.fract() > 0.0).then_some(years);
        let row = |year: f64| {
            let at = self.model.decades().map(|decades| [decades.price, decades.spending, decades.algorithms, decades.total()]);
            let factors = at.unwrap_or([f64::NAN; 4]).map(|decades| 10_f64.powf(decades * year / years));
            [year].into_iter().chain(factors).collect()
        };
        Table::of_numbers(heads, whole.chain(end).map(row))
    }

    fn draw_still(&self, svg: &mut Svg, frame: &Frame) {
        picture::draw(svg, frame, self);
    }
}
