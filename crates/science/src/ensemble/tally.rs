//! What the drops so far amount to: counts, moments and a fine histogram, so small that it can be sent again and again.

use super::Range;

/// Bins of equal width across the range.
pub const EVEN: usize = 1024;
/// Bins beyond the range: ever wider ones, so that they reach to infinity.
const BEYOND: usize = 256;
/// Numbers before the bins in [`DelayStatistics::numbers`].
const HEAD: usize = 6;

/// The drops so far. All times are latenesses against gravity alone (s).
#[derive(Clone, Debug, PartialEq)]
pub struct DelayStatistics {
    range: Range,
    made: u32,
    landed: u32,
    mean: f64,
    /// Sum of squared distances from the mean.
    squares: f64,
    least: f64,
    most: f64,
    bins: Vec<u32>,
}

impl DelayStatistics {
    /// No drops yet.
    pub fn new(range: Range) -> DelayStatistics {
        DelayStatistics { range, made: 0, landed: 0, mean: 0.0, squares: 0.0, least: 0.0, most: 0.0, bins: vec![0; EVEN + BEYOND] }
    }

    /// Counts a drop: how late it was, or nothing if it never lands.
    pub fn add(&mut self, late: Option<f64>) {
        self.made += 1;
        let Some(late) = late else { return };
        (self.least, self.most) = if self.landed == 0 { (late, late) } else { (self.least.min(late), self.most.max(late)) };
        self.landed += 1;
        // Welford's update: no difference of large sums, and exact where all are the same.
        let off = late - self.mean;
        self.mean += off / f64::from(self.landed);
        self.squares += off * (late - self.mean);
        let bin = self.bin(late);
        self.bins[bin] += 1;
    }

    fn bin(&self, late: f64) -> usize {
        let (past, width) = (late - self.range.low, self.range.high - self.range.low);
        // Casting saturates at 0 and makes 0 of what is no number.
        if past <= width || width <= 0.0 {
            ((past / width * EVEN as f64) as usize).min(EVEN - 1)
        } else {
            EVEN + (((1.0 - width / past) * BEYOND as f64) as usize).min(BEYOND - 1)
        }
    }

    /// Lateness at the lower edge of a bin.
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

    /// Mean lateness of those that land (s); exact where all are equally late.
    pub fn mean(&self) -> Option<f64> {
        (self.landed > 0).then_some(self.mean)
    }

    /// Standard deviation (s), estimated with n - 1; needs two landings.
    pub fn standard_deviation(&self) -> Option<f64> {
        (self.landed > 1).then(|| (self.squares / f64::from(self.landed - 1)).sqrt())
    }

    /// The lateness (s) that a share of the landings, 0..=1, does not exceed. Accurate to the width of a fine bin, a 1024th
    /// of the range; beyond the range to 1/256 of itself and coarser the later.
    pub fn percentile(&self, share: f64) -> Option<f64> {
        let wanted = share * f64::from(self.landed);
        let mut before = 0.0;
        for (place, count) in self.bins.iter().enumerate() {
            let count = f64::from(*count);
            if count > 0.0 && before + count >= wanted {
                let from = self.edge(place);
                let to = if place + 1 < self.bins.len() { self.edge(place + 1) } else { self.most };
                return Some((from + (to - from) * ((wanted - before) / count)).clamp(self.least, self.most));
            }
            before += count;
        }
        None
    }

    /// The drops within the range in so many bars of equal width; a power of two up to [`EVEN`].
    pub fn bars(&self, count: usize) -> Vec<u32> {
        let each = (EVEN / count.clamp(1, EVEN)).max(1);
        self.bins[..EVEN].chunks(each).map(|bins| bins.iter().sum()).collect()
    }

    /// Everything as plain numbers.
    pub fn numbers(&self) -> Vec<f64> {
        let head: [f64; HEAD] = [f64::from(self.made), f64::from(self.landed), self.mean, self.squares, self.least, self.most];
        head.into_iter().chain(self.bins.iter().map(|count| f64::from(*count))).collect()
    }

    /// What [`DelayStatistics::numbers`] wrote, over the same range; no drops where it is anything else.
    pub fn from_numbers(range: Range, numbers: &[f64]) -> DelayStatistics {
        let mut tally = DelayStatistics::new(range);
        if let [made, landed, mean, squares, least, most, bins @ ..] = numbers
            && bins.len() == tally.bins.len()
            && landed <= made
            && numbers.iter().all(|number| number.is_finite())
        {
            (tally.made, tally.landed) = (*made as u32, *landed as u32);
            (tally.mean, tally.squares, tally.least, tally.most) = (*mean, *squares, *least, least.max(*most));
            for (bin, count) in tally.bins.iter_mut().zip(bins) {
                *bin = *count as u32;
            }
        }
        tally
    }
}
