//! Counts as probabilities; see [`super::Smoothing`] for the formulas.

use super::{
    ORDERS, Smoothing,
    counts::{Context, Counts, Following},
};

/// A symbol's probability in each order, from how often it followed each length of its context, of an alphabet of so many.
pub(super) fn additive(following: &[Following; ORDERS], add: f64, symbols: f64) -> [f64; ORDERS] {
    following.map(|at| (f64::from(at.count) + add) / (f64::from(at.total) + add * symbols))
}

/// The same, each order interpolated with those below it.
pub(super) fn interpolated(following: &[Following; ORDERS], symbols: f64) -> [f64; ORDERS] {
    let mut below = 1.0 / symbols;
    following.map(|at| {
        if at.total > 0 {
            let followers = f64::from(at.followers);
            below = (f64::from(at.count) + followers * below) / (f64::from(at.total) + followers);
        }
        below
    })
}

/// The probability of each symbol after a context; they sum to 1. An order beyond the highest counts as that.
pub(super) fn distribution(
    counts: &Counts,
    context: Context,
    symbols: usize,
    smoothing: Smoothing,
    order: usize,
    add: f64,
) -> impl Iterator<Item = f64> {
    let order = order.min(ORDERS - 1);
    let all = symbols as f64;
    (0..symbols as u32).map(move |symbol| {
        let mut following = [Following::default(); ORDERS];
        let from = if smoothing == Smoothing::Additive { order } else { 0 };
        for at in from..=order {
            following[at] = counts.follows(context[at], counts.child(context[at], symbol as u16));
        }
        match smoothing {
            Smoothing::Additive => additive(&following, add, all)[order],
            Smoothing::Interpolated => interpolated(&following, all)[order],
        }
    })
}
