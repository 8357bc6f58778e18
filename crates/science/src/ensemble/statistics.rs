//! The statistics of the drops so far: counts, moments and a fine histogram, so small that it can be sent again and again.

use serde::{Deserialize, Serialize};

use super::Range;

/// Bins of equal width across the range.
pub const EVEN: usize = 1024;
/// Bins beyond the range: ever wider ones, so that they reach to infinity.
const BEYOND: usize = 256;

/// The statistics of the drops so far. All times are delays against gravity alone (s).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DelayStatistics {
    range: Range,
    made: u32,
    landed: u32,
    mean: f64,
    /// Sum of squared distances from the mean.
    squares: f64,
    least: f64,
    most: f64,
    /// Landings in each bin: first the even ones across the range, then those beyond it.
    bins: Vec<u32>,
}

impl DelayStatistics {
    /// No drops yet.
    pub fn new(range: Range) -> DelayStatistics {
        DelayStatistics { range, made: 0, landed: 0, mean: 0.0, squares: 0.0, least: 0.0, most: 0.0, bins: vec![0; EVEN + BEYOND] }
    }

    /// Counts a drop: its delay (s), or nothing if it never lands.
    pub fn add(&mut self, delay: Option<f64>) {
        self.made += 1;
        let Some(delay) = delay else { return };
        (self.least, self.most) = if self.landed == 0 { (delay, delay) } else { (self.least.min(delay), self.most.max(delay)) };
        self.landed += 1;
        // Welford's update: no difference of large sums, and exact where all are the same.
        let off = delay - self.mean;
        self.mean += off / f64::from(self.landed);
        self.squares += off * (delay - self.mean);
        let bin = self.bin(delay);
        self.bins[bin] += 1;
    }

    fn bin(&self, delay: f64) -> usize {
        let (past, width) = (delay - self.range.low, self.range.high - self.range.low);
        // Casting saturates at 0 and makes 0 of what is no number.
        if past <= width || width <= 0.0 {
            ((past / width * EVEN as f64) as usize).min(EVEN - 1)
        } else {
            EVEN + (((1.0 - width / past) * BEYOND as f64) as usize).min(BEYOND - 1)
        }
    }

    /// Delay at the lower edge of a bin.
    fn edge(&self, bin: usize) -> f64 {
        let Range { low, high } = self.range;
        if bin <= EVEN {
            low + (high - low) * (bin as f64 / EVEN as f64)
        } else {
            low + (high - low) / (1.0 - (bin - EVEN) as f64 / BEYOND as f64)
        }
    }

    /// The range whose bins are even.
    pub fn range(&self) -> Range {
        self.range
    }

    /// How many drops have been made.
    pub fn made(&self) -> u32 {
        self.made
    }

    /// How many of them land.
    pub fn landed(&self) -> u32 {
        self.landed
    }

    /// How many never land.
    pub fn aloft(&self) -> u32 {
        self.made - self.landed
    }

    /// How many land later than the range reaches.
    pub fn beyond(&self) -> u32 {
        self.bins.iter().skip(EVEN).sum()
    }

    /// Mean delay of those that land (s); exact where all have the same.
    pub fn mean(&self) -> Option<f64> {
        (self.landed > 0).then_some(self.mean)
    }

    /// Standard deviation (s), estimated with n - 1; needs two landings.
    pub fn standard_deviation(&self) -> Option<f64> {
        (self.landed > 1).then(|| (self.squares / f64::from(self.landed - 1)).sqrt())
    }

    /// The delay (s) that a share of the landings, 0..=1, does not exceed. Accurate to the width of a fine bin, a 1024th of the
    /// range; beyond the range to 1/256 of itself and coarser the later.
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let wanted = share * f64::from(self.landed);
        let mut before = 0.0;
        for (place, count) in self.bins.iter().enumerate() {
            let count = f64::from(*count);
            if count > 0.0 && before + count >= wanted {
                let from = self.edge(place);
                let to = if place + 1 < self.bins.len() { self.edge(place + 1) } else { self.most };
                return Some((from + (to - from) * ((wanted - before) / count)).min(self.most).max(self.least));
            }
            before += count;
        }
        None
    }

    /// The drops within the range in so many bars of equal width; a power of two up to [`EVEN`].
    pub fn bars(&self, count: usize) -> Vec<u32> {
        let each = (EVEN / count.clamp(1, EVEN)).max(1);
        self.bins.chunks(each).take(EVEN / each).map(|bins| bins.iter().sum()).collect()
    }
}
