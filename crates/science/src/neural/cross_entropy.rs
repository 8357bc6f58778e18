//! From the outputs of a network to probabilities, and how far these are from the truth.

use super::exponential::exp;
use crate::logarithm::ln;

/// Turns the outputs for each example, `classes` numbers, into probabilities: each is in proportion to `e^output`.
pub fn softmax(outputs: &mut [f32], classes: usize) {
    for outputs in outputs.chunks_exact_mut(classes) {
        // Only differences count: the largest becomes 0, so nothing overflows.
        let largest = outputs.iter().fold(f32::NEG_INFINITY, |largest, output| if largest < *output { *output } else { largest });
        outputs.iter_mut().for_each(|output| *output = exp(*output - largest));
        let sum: f32 = outputs.iter().sum();
        outputs.iter_mut().for_each(|output| *output /= sum);
    }
}

/// The cross-entropy, in nats, of a batch's outputs with the true classes, its mean over the batch. The outputs become the
/// gradient to them: `(probability - truth) / examples`.
///
/// A probability counts as at least 1e-30, so that the loss stays finite.
pub fn cross_entropy(outputs: &mut [f32], truths: &[u8], classes: usize) -> f64 {
    softmax(outputs, classes);
    let mut loss = 0.0;
    let share = 1.0 / truths.len() as f32;
    for (outputs, truth) in outputs.chunks_exact_mut(classes).zip(truths) {
        loss -= ln(f64::from(outputs[usize::from(*truth)]).max(1e-30));
        outputs[usize::from(*truth)] -= 1.0;
        outputs.iter_mut().for_each(|output| *output *= share);
    }
    loss / truths.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_are_those_of_the_definition() {
        let mut outputs = [1.0, 2.0, 3.0, 1001.0, 1002.0, 1003.0];
        softmax(&mut outputs, 3);
        for (value, exact) in outputs.iter().zip([0.090_030_57, 0.244_728_47, 0.665_240_96_f64].iter().cycle()) {
            assert!((f64::from(*value) - exact).abs() < 1e-6);
        }
    }

    #[test]
    fn loss_and_gradient_of_known_outputs() {
        let mut outputs = [1.0, 2.0, 3.0, 0.0, 0.0, 0.0];
        let loss = cross_entropy(&mut outputs, &[2, 0], 3);
        assert!((loss - 0.5 * (0.407_605_96 + 3_f64.ln())).abs() < 1e-6, "{loss}");
        let expected = [0.045_015, 0.122_364, -0.167_380, -0.333_333, 0.166_667, 0.166_667];
        assert!(outputs.iter().zip(expected).all(|(value, expected)| (value - expected).abs() < 1e-5), "{outputs:?}");
    }

    #[test]
    fn sure_and_wrong_the_loss_stays_finite() {
        assert!(cross_entropy(&mut [1000.0, 0.0], &[1], 2).is_finite());
    }
}
