//! Measured curves laid over the model. Their performance is a share of the best possible, as the model's is; their compute is
//! counted in something else, so its axis is shifted and stretched until the points lie as close to the curves as they can.

use super::{crossing_compute, performance};

/// Decades of the model's compute over which the middle of the points may come to lie.
const MIDDLE: (f64, f64) = (0.0, 10.0);
/// How many decades of the model's compute one decade of theirs may become.
const STRETCH: (f64, f64) = (0.5, 6.0);
/// Places and stretches that are tried first, each way.
const TRIED: i32 = 16;
/// How often the best of them is looked at more closely: each time half as far around.
const CLOSER: i32 = 10;

/// Measured points of two methods: compute, greater than 0, in any unit, and performance, where 0 is that of chance and 1 the best
/// possible.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// Those of the method with more structure.
    pub more: Vec<(f64, f64)>,
    /// Those of the method with less.
    pub less: Vec<(f64, f64)>,
}

/// How the points lie on the model's axis of compute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Laid {
    /// log10 of the model's compute for 1 of theirs.
    shift: f64,
    /// Decades of the model's compute for one decade of theirs.
    stretch: f64,
    /// How far off the curves the points are: root mean square of the differences of performance.
    pub rms: f64,
}

impl Laid {
    /// The model's compute for some of theirs.
    #[must_use]
    pub fn compute(&self, compute: f64) -> f64 {
        10_f64.powf(self.shift + self.stretch * compute.log10())
    }
}

impl Measured {
    /// Lays the points over the curves for more and less structure, both 0..=1, by least squares. Nothing where the curves are one,
    /// or there is no point.
    #[must_use]
    pub fn lay(&self, more: f64, less: f64) -> Option<Laid> {
        crossing_compute(less, more)?;
        let computes = || self.more.iter().chain(&self.less).map(|(compute, _)| compute.log10());
        let (low, high) = computes().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)));
        let centre = 0.5 * (low + high);
        if !centre.is_finite() {
            return None;
        }
        let laid = |middle: f64, stretch: f64| {
            let laid = Laid { shift: middle - stretch * centre, stretch, rms: 0.0 };
            ((middle, stretch), Laid { rms: self.rms(&laid, more, less), ..laid })
        };
        let nearer = |one: ((f64, f64), Laid), other: ((f64, f64), Laid)| if one.1.rms <= other.1.rms { one } else { other };
        let wide = (MIDDLE.1 - MIDDLE.0) / f64::from(TRIED);
        let long = (STRETCH.1 / STRETCH.0).powf(1.0 / f64::from(TRIED));
        let tried = |aside: i32| (0..=TRIED).map(move |longer| (MIDDLE.0 + wide * f64::from(aside), STRETCH.0 * long.powi(longer)));
        let mut best = (0..=TRIED).flat_map(tried).map(|(middle, stretch)| laid(middle, stretch)).reduce(nearer)?;
        for closer in 0..CLOSER {
            let ((middle, stretch), part) = (best.0, 0.5_f64.powi(closer));
            for (aside, longer) in [-1.0, 0.0, 1.0].into_iter().flat_map(|aside| [-1.0, 0.0, 1.0].map(|longer| (aside, longer))) {
                let near = laid(bounded(middle + aside * part * wide, MIDDLE), bounded(stretch * long.powf(longer * part), STRETCH));
                best = nearer(best, near);
            }
        }
        Some(best.1)
    }

    fn rms(&self, laid: &Laid, more: f64, less: f64) -> f64 {
        let squares = |points: &[(f64, f64)], structure: f64| -> f64 {
            points.iter().map(|(compute, found)| (performance(laid.compute(*compute), structure) - found).powi(2)).sum()
        };
        let count = self.more.len() + self.less.len();
        ((squares(&self.more, more) + squares(&self.less, less)) / count as f64).sqrt()
    }
}

/// The nearest number within bounds.
fn bounded(number: f64, (low, high): (f64, f64)) -> f64 {
    number.max(low).min(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points of the model itself, with compute counted in another unit.
    fn own(structure: f64, shift: f64, stretch: f64) -> Vec<(f64, f64)> {
        let point = |count: u32| {
            let compute = 10_f64.powf(0.5 + 0.3 * f64::from(count));
            (compute, performance(10_f64.powf(shift + stretch * compute.log10()), structure))
        };
        (0..15).map(point).collect()
    }

    #[test]
    fn points_of_the_model_find_back_to_it() {
        for (shift, stretch) in [(0.0, 1.0), (2.0, 1.5), (-1.0, 2.2), (3.0, 0.8)] {
            let measured = Measured { more: own(0.8, shift, stretch), less: own(0.0, shift, stretch) };
            let laid = measured.lay(0.8, 0.0).expect("there is a place");
            assert!(laid.rms < 1e-3, "{laid:?}");
            assert!((laid.compute(1000.0).log10() - shift - 3.0 * stretch).abs() < 0.05, "{laid:?}");
        }
    }

    /// The method with more structure loses all the time, and the other gains.
    #[test]
    fn what_is_nothing_like_the_model_is_far_off_it() {
        let line = |from: f64, slope: f64| (0..12).map(|count| (2_f64.powi(count), from + slope * f64::from(count))).collect::<Vec<_>>();
        let measured = Measured { more: line(0.9, -0.08), less: line(0.02, 0.08) };
        let rms = measured.lay(1.0, 0.0).expect("there is a place").rms;
        assert!(rms > 0.15, "{rms}");
    }

    #[test]
    fn one_curve_or_no_point_is_nothing() {
        let measured = Measured { more: own(0.5, 0.0, 1.0), less: own(0.0, 0.0, 1.0) };
        assert_eq!(measured.lay(0.0, 0.0), None);
        assert_eq!(Measured::default().lay(1.0, 0.0), None);
    }
}
