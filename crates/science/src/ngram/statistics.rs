//! What has been measured so far.

use serde::{Deserialize, Serialize};

use super::{ORDERS, Smoothing};
use crate::overtaking::{NoOvertaking, overtaking};

/// Bits per character on the test for each size so far and each order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BitStatistics {
    /// How many different characters the text has.
    pub symbols: u32,
    /// How many characters are the test.
    pub tested: u32,
    /// How many there are to count.
    pub train: u32,
    /// How many different sequences of up to [`ORDERS`] characters have been counted: the models' size.
    pub sequences: u32,
    /// After how many counted characters the models were measured, growing.
    pub sizes: Vec<u32>,
    /// The bits of each order by itself, for each of the sizes.
    pub additive: Vec<[f64; ORDERS]>,
    /// The bits of each order interpolated with those below it, for each of the sizes.
    pub interpolated: Vec<[f64; ORDERS]>,
}

impl BitStatistics {
    /// The bits of all orders, for each of the sizes.
    #[must_use]
    pub fn table(&self, smoothing: Smoothing) -> &[[f64; ORDERS]] {
        match smoothing {
            Smoothing::Additive => &self.additive,
            Smoothing::Interpolated => &self.interpolated,
        }
    }

    /// The order with the fewest bits at the size with this place in `sizes`; of several the lowest.
    #[must_use]
    pub fn best_order(&self, smoothing: Smoothing, place: usize) -> Option<usize> {
        let bits = self.table(smoothing).get(place)?;
        Some((1..ORDERS).fold(0, |best, order| if bits[order] < bits[best] { order } else { best }))
    }

    /// The best model at the greatest size so far, and its bits per character.
    #[must_use]
    pub fn best(&self) -> Option<(Smoothing, usize, f64)> {
        let last = self.sizes.len().checked_sub(1)?;
        let of = |smoothing| {
            let order = self.best_order(smoothing, last)?;
            Some((smoothing, order, self.table(smoothing)[last][order]))
        };
        let (additive, interpolated) = (of(Smoothing::Additive)?, of(Smoothing::Interpolated)?);
        Some(if additive.2 < interpolated.2 { additive } else { interpolated })
    }

    /// After how many counted characters the order above this one has fewer bits than it, for good as far as measured;
    /// straight between two sizes over the logarithm of the size. The highest order has none above it.
    pub fn overtaken(&self, smoothing: Smoothing, order: usize) -> Result<f64, NoOvertaking> {
        let of = |order: usize| self.table(smoothing).iter().map_while(|bits| bits.get(order).copied()).collect::<Vec<f64>>();
        let sizes: Vec<f64> = self.sizes.iter().map(|size| f64::from(*size)).collect();
        overtaking(&sizes, &of(order), &of(order.saturating_add(1)))
    }
}
