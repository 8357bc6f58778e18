//! Adam: each parameter goes down its gradient in steps of about the same size.

use super::f32x4::{F32x4, LANES};

/// How much of the mean gradient each step keeps,
const KEPT: f64 = 0.9;
/// and of the mean squared gradient.
const KEPT_SQUARE: f64 = 0.999;
/// Where gradients are smaller than this, steps are smaller too.
const SMALL: f32 = 1e-8;

/// D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015, with its constants: step by
/// `rate · m / (√v + 1e-8)`, where m and v are the running means of gradient and squared gradient, corrected for beginning at 0.
#[derive(Clone, Debug)]
pub struct Adam {
    means: Vec<f32>,
    squares: Vec<f32>,
    /// `0.9^t` and `0.999^t` after t steps: what the means still lack.
    lacking: [f64; 2],
}

impl Adam {
    /// For so many parameters, no step taken.
    #[must_use]
    pub fn new(parameters: usize) -> Adam {
        Adam { means: vec![0.0; parameters], squares: vec![0.0; parameters], lacking: [1.0; 2] }
    }

    /// A step against the gradients.
    pub fn step(&mut self, parameters: &mut [f32], gradients: &[f32], rate: f64) {
        self.lacking = [self.lacking[0] * KEPT, self.lacking[1] * KEPT_SQUARE];
        let of_mean = (rate / (1.0 - self.lacking[0])) as f32;
        let of_square = (1.0 / (1.0 - self.lacking[1])) as f32;
        let (parameters, rest) = parameters.as_chunks_mut::<LANES>();
        let (gradients, rest_of_gradients) = gradients.as_chunks::<LANES>();
        let (means, rest_of_means) = self.means.as_chunks_mut::<LANES>();
        let (squares, rest_of_squares) = self.squares.as_chunks_mut::<LANES>();
        for (((parameter, gradient), mean), square) in parameters.iter_mut().zip(gradients).zip(means).zip(squares) {
            improve(parameter, gradient, mean, square, of_mean, of_square);
        }
        // What is left over fills a vector only in part.
        let (mut parameter, mut gradient, mut mean, mut square) = ([0.0; LANES], [0.0; LANES], [0.0; LANES], [0.0; LANES]);
        let left = rest.len();
        parameter[..left].copy_from_slice(rest);
        gradient[..left].copy_from_slice(rest_of_gradients);
        mean[..left].copy_from_slice(rest_of_means);
        square[..left].copy_from_slice(rest_of_squares);
        improve(&mut parameter, &gradient, &mut mean, &mut square, of_mean, of_square);
        rest.copy_from_slice(&parameter[..left]);
        rest_of_means.copy_from_slice(&mean[..left]);
        rest_of_squares.copy_from_slice(&square[..left]);
    }
}

#[inline(always)]
fn improve(
    parameter: &mut [f32; LANES],
    gradient: &[f32; LANES],
    mean: &mut [f32; LANES],
    square: &mut [f32; LANES],
    of_mean: f32,
    of_square: f32,
) {
    let gradient = F32x4::load(gradient);
    let blend =
        |old: &[f32; LANES], kept: f64, new: F32x4| F32x4::load(old) * F32x4::splat(kept as f32) + new * F32x4::splat((1.0 - kept) as f32);
    let new_mean = blend(mean, KEPT, gradient);
    let new_square = blend(square, KEPT_SQUARE, gradient * gradient);
    new_mean.store(mean);
    new_square.store(square);
    let size = (new_square * F32x4::splat(of_square)).sqrt() + F32x4::splat(SMALL);
    (F32x4::load(parameter) - new_mean * F32x4::splat(of_mean) / size).store(parameter);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_those_of_the_paper() {
        // Seven parameters: one vector and a part of one.
        let mut parameters: Vec<f32> = (0..7).map(|n| n as f32).collect();
        let mut exact: Vec<(f64, f64, f64)> = parameters.iter().map(|p| (f64::from(*p), 0.0, 0.0)).collect();
        let mut adam = Adam::new(7);
        for step in 1..=50 {
            let gradients: Vec<f32> = parameters.iter().map(|p| p - 3.0 + (step as f32 * 0.7).sin()).collect();
            adam.step(&mut parameters, &gradients, 0.05);
            for ((p, m, v), gradient) in exact.iter_mut().zip(&gradients) {
                let gradient = f64::from(*gradient);
                *m = 0.9 * *m + 0.1 * gradient;
                *v = 0.999 * *v + 0.001 * gradient * gradient;
                let (mean, square) = (*m / (1.0 - 0.9_f64.powi(step)), *v / (1.0 - 0.999_f64.powi(step)));
                *p -= 0.05 * mean / (square.sqrt() + 1e-8);
            }
            let same = parameters.iter().zip(&exact).all(|(p, exact)| (f64::from(*p) - exact.0).abs() < 2e-5);
            assert!(same, "{step}: {parameters:?} {exact:?}");
        }
    }
}
