//! The learner that is told the law and has to find one number: the terminal speed with the least sum of squares.

use super::{Observation, truth::FILTER};
use crate::falling::fallen;

/// Terminal speeds that are tried first: a factor of 10^0.2 apart, from 0.1 to 100 m/s. Beyond them no learner looks: the
/// slowest hardly falls, and to the fastest the air does nothing that these observations could tell.
const TRIED: usize = 16;

/// Steps of the search at most; a handful is usual.
const STEPS: usize = 60;

/// Steps of the logarithm smaller than this end the search.
const CLOSE: f64 = 1e-13;

/// The sums of squares at the speeds that are tried, kept while observations come in.
#[derive(Clone, Debug, Default)]
pub(super) struct Terminal {
    squares: [f64; TRIED],
}

fn tried(place: usize) -> f64 {
    0.1 * (place as f64 * (0.2 * std::f64::consts::LN_10)).exp()
}

impl Terminal {
    pub fn add(&mut self, seen: &Observation) {
        for (place, squares) in self.squares.iter_mut().enumerate() {
            let off = fallen(FILTER.gravity, tried(place), seen.time).0 - seen.fallen;
            *squares += off * off;
        }
    }

    /// The terminal speed (m/s) that fits all observations best, and how many steps the search took.
    ///
    /// The least of the sums tried lies between two that are not less, so that there is a minimum between those: where the
    /// slope of the sum changes its sign. It is looked for by Gauss and Newton's step, or halfway where that leads out. (The
    /// sum itself would tell its minimum to half its digits only.)
    pub fn fit(&self, seen: &[Observation]) -> (f64, usize) {
        let best = (1..TRIED).fold(0, |best, place| if self.squares[place] < self.squares[best] { place } else { best });
        let logarithm = |place: usize| tried(place).ln();
        let (mut low, mut high) = (logarithm(best.saturating_sub(1)), logarithm((best + 1).min(TRIED - 1)));
        let mut at = logarithm(best);
        for step in 1..=STEPS {
            let terminal = at.exp();
            let (mut slope, mut curvature) = (0.0, 0.0);
            for observation in seen {
                let (distance, speed) = fallen(FILTER.gravity, terminal, observation.time);
                // Derivative by the logarithm of the terminal speed.
                let gain = 2.0 * distance - speed * observation.time;
                slope += (distance - observation.fallen) * gain;
                curvature += gain * gain;
            }
            if slope > 0.0 {
                high = at
            } else {
                low = at
            }
            let next = at - slope / curvature;
            let next = if next > low && next < high { next } else { 0.5 * (low + high) };
            if (next - at).abs() <= CLOSE {
                return (next.exp(), step);
            }
            at = next;
        }
        (at.exp(), STEPS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn_drop::LearnSpec;

    #[test]
    fn the_search_takes_a_handful_of_steps() {
        for (samples, flutter, noise, most) in [(3000, 0.02, 0.01, 10), (30, 0.06, 0.05, 16), (2, 0.06, 0.05, STEPS - 1)] {
            for of_seed in 0..20 {
                let spec = LearnSpec { samples, noise, flutter, seeds: 20, seed: 4 };
                let seen: Vec<_> = (0..samples).map(|number| spec.observation(of_seed, number)).collect();
                let mut terminal = Terminal::default();
                seen.iter().for_each(|seen| terminal.add(seen));
                let (_, steps) = terminal.fit(&seen);
                assert!(steps <= most, "{samples} {of_seed}: {steps}");
            }
        }
    }
}
