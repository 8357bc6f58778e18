//! A layer in which every output hangs on every input.

use super::{
    panels::{Matrix, Panels, Right},
    product::{Existing, Multiplier},
};

/// `output = input · weights + biases`. Its parameters: weights, inputs × outputs, row by row; then the biases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dense {
    /// Numbers that come in, for each example.
    pub inputs: usize,
    /// Numbers that go out.
    pub outputs: usize,
}

impl Dense {
    /// How many numbers it learns.
    #[must_use]
    pub fn parameters(&self) -> usize {
        (self.inputs + 1) * self.outputs
    }

    fn weights<'a>(&self, parameters: &'a [f32]) -> Matrix<'a> {
        Matrix::new(parameters, self.inputs, self.outputs)
    }

    /// The outputs of a batch; the lengths of the slices say how many examples there are.
    pub fn forward(&self, parameters: &[f32], input: &[f32], output: &mut [f32], multiplier: &mut Multiplier) {
        self.multiply(parameters, &self.weights(parameters), input, output, multiplier);
    }

    /// The same with weights that have been laid out; here they are, where they have not.
    pub fn forward_again(&self, parameters: &[f32], weights: &mut Panels, input: &[f32], output: &mut [f32], multiplier: &mut Multiplier) {
        if weights.size() != (self.inputs, self.outputs) {
            weights.lay_out(self.weights(parameters));
        }
        self.multiply(parameters, weights, input, output, multiplier);
    }

    fn multiply(&self, parameters: &[f32], weights: &impl Right, input: &[f32], output: &mut [f32], multiplier: &mut Multiplier) {
        let biases = &parameters[self.inputs * self.outputs..];
        output.chunks_exact_mut(self.outputs).for_each(|output| output.copy_from_slice(biases));
        let input = Matrix::new(input, input.len() / self.inputs, self.inputs);
        multiplier.multiply(input, weights, Existing::Add, output);
    }

    /// From the gradient of a loss to the outputs those to the parameters, which are written over, and to the inputs, if wanted.
    pub fn backward(
        &self,
        parameters: &[f32],
        input: &[f32],
        to_output: &[f32],
        to_parameters: &mut [f32],
        to_input: Option<&mut [f32]>,
        multiplier: &mut Multiplier,
    ) {
        let (to_weights, to_biases) = to_parameters.split_at_mut(self.inputs * self.outputs);
        let count = input.len() / self.inputs;
        let gradient = Matrix::new(to_output, count, self.outputs);
        multiplier.multiply(Matrix::new(input, count, self.inputs).transposed(), &gradient, Existing::Replace, to_weights);
        to_biases.fill(0.0);
        for row in to_output.chunks_exact(self.outputs) {
            to_biases.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        if let Some(to_input) = to_input {
            multiplier.multiply(gradient, &self.weights(parameters).transposed(), Existing::Replace, to_input);
        }
    }
}
