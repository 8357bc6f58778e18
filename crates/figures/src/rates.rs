//! How fast things have grown, from the tables: what the figures about budgets and drivers start from.

use crate::{datasets::logged, strings::Strings};
use pendrop_science::trend::LeastSquares;

use pendrop_kit::{
    format::{NARROW_SPACE, short},
    locale::{Label, Language, fill},
    parameter::{Parameter, Tick, YEARS, tick},
    tables::{Point, Tables},
};

/// FP32 FLOP/s per dollar of release price.
pub const GPU_PRICES: &str = "gpu-prices";
/// FLOP of training runs.
pub const TRAINING_COMPUTE: &str = "training-compute";

/// The market whose prices count: cards for everybody. Professional cards give about a fifth as much for a dollar, so that a
/// trend of both together follows their shares in the table as much as their prices.
pub const MARKET: &str = "consumer";

/// Years in which the price of a computation on consumer graphics cards halves: the doubling time of FP32 FLOP/s per dollar in
/// table `gpu-prices`, 2006 to 2023 (3.2285), rounded. A test holds it against the table.
pub const PRICE_HALVING: f64 = 3.23;

/// The same since 2010 (4.1551).
pub const PRICE_HALVING_SINCE_2010: f64 = 4.16;

/// The parameter of how many years the price of computing takes to halve.
#[must_use]
pub const fn halving_time(label: Label, default: f64) -> Parameter {
    const TICKS: &[Tick] = &[tick(0.5), tick(1.0), tick(2.0), tick(5.0), tick(10.0), tick(20.0)];
    Parameter::log(label, (0.5, 20.0), 0.01, default).unit(YEARS, 1.0).ticks(TICKS)
}

/// The trend of log10 of a table's values over decimal years from ≤ year ≤ to; nothing where the table is not there.
#[must_use]
pub fn trend(tables: &Tables, table: &str, from: f64, to: f64) -> Option<LeastSquares> {
    trend_of(&tables.get(table)?.points, from, to)
}

/// The trend of FP32 FLOP/s per dollar on consumer cards, as [`trend`].
#[must_use]
pub fn price_trend(tables: &Tables, from: f64, to: f64) -> Option<LeastSquares> {
    trend_of(market(tables)?, from, to)
}

fn trend_of<'a>(points: impl IntoIterator<Item = &'a Point>, from: f64, to: f64) -> Option<LeastSquares> {
    let within = points.into_iter().filter(|point| (from..=to).contains(&point.year));
    LeastSquares::of(&within.map(logged).collect::<Vec<_>>())
}

/// The consumer cards, by date; nothing where the table is not there.
fn market(tables: &Tables) -> Option<impl DoubleEndedIterator<Item = &Point>> {
    Some(tables.get(GPU_PRICES)?.points.iter().filter(|point| point.group == MARKET))
}

/// What a dollar buys today, as far as the table of graphics cards knows: consumer cards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dollar {
    /// FLOP/s per dollar on the trend at the date of the newest card: the last date that is still no extrapolation, and the
    /// trend rather than that one card, which may be dear or cheap for its day.
    pub flop_per_s: f64,
    /// Cards in the fit.
    pub cards: usize,
    /// Years of the oldest and of the newest card.
    pub years: (f64, f64),
}

impl Dollar {
    /// From the table; nothing where it is not there.
    #[must_use]
    pub fn of(tables: &Tables) -> Option<Self> {
        let fit = price_trend(tables, f64::NEG_INFINITY, f64::INFINITY)?;
        let years = (market(tables)?.next()?.year, market(tables)?.next_back()?.year);
        Some(Self { flop_per_s: 10_f64.powf(fit.at(years.1)), cards: fit.n, years })
    }
}

/// A factor without a sign: two digits from two to ten, else three, and no zeros at its end.
#[must_use]
pub fn factor(value: f64, language: Language) -> String {
    short(value, if (2.0..9.95).contains(&value) { 2 } else { 3 }, language)
}

/// A factor as it stands beside a line: "×211", or "÷2.5" for one below 1.
#[must_use]
pub fn times(value: f64, language: Language) -> String {
    let (sign, value) = if value < 1.0 { ('÷', 1.0 / value) } else { ('×', value) };
    let text = factor(value, language);
    // A sign close to a second one looks like a slip.
    if text.contains(['×']) { format!("{sign}{NARROW_SPACE}{text}") } else { format!("{sign}{text}") }
}

/// A span of years, as after "in": a single one has a word of its own.
#[must_use]
pub fn span(years: f64, language: Language) -> String {
    let s = Strings::of(language);
    let template = if years == 1.0 { s.span_year } else { s.span_years };
    fill(template, &[("years", &short(years, 3, language))])
}

/// Every whole year of a span, from its beginning on, and its end.
pub fn each_year(span: f64) -> impl Iterator<Item = f64> {
    let end = (span.fract() > 0.0).then_some(span);
    (0..=span.floor() as i32).map(f64::from).chain(end)
}
