//! The parameters of `fixed-budget`: how fast prices fall, for how long, how much money there is, and how it is drawn.

use crate::{
    fixed_budget::Strings,
    rates::{PRICE_HALVING, halving_time},
};
use pendrop_kit::{
    label,
    parameter::{ChoiceOption, Control, Parameter, Tick, YEARS, bare, tick},
};

/// The option of a logarithmic vertical axis.
pub const LOG: &str = "log";

pendrop_kit::parameters! {
    /// What is bought, for how long, and how it is drawn.
    pub struct FixedBudgetParameters {
        /// Years in which the price of computing halves.
        halving_time: f64 = halving_time(label!(budget_halving_time), PRICE_HALVING).accent().in_names(label!(budget_named)),
        /// Years to look ahead.
        years: f64 = Parameter::linear(label!(budget_years), (1.0, 100.0), 1.0, 20.0)
            .unit(YEARS, 1.0)
            .ticks(&[tick(1.0), tick(20.0), tick(40.0), tick(60.0), tick(80.0), tick(100.0)]),
        /// Money, US dollars, the same each year.
        budget: f64 = Parameter::log(label!(budget_budget), (1.0, 1e12), 0.1, 1000.0).unit("$", 1.0).ticks(&[
            tick(1.0),
            tick(1000.0),
            Tick { value: 1e6, label: Some(label!(budget_million)) },
            bare(1e9),
            Tick { value: 1e12, label: Some(label!(budget_trillion)) },
        ]),
        /// Scale of the vertical axis: `linear` or [`LOG`].
        scale: &'static str = Parameter::choice(
            label!(budget_scale),
            Control::Radio,
            &[
                ChoiceOption { name: "linear", label: label!(budget_scale_linear), preset: &[] },
                ChoiceOption { name: LOG, label: label!(budget_scale_log), preset: &[] },
            ],
            // As in the question before it, so that a guess stays where it was drawn.
            1,
        )
        .of_picture(),
    }
}
