//! What networks are made of.

use super::{
    convolution::{Convolution, Scratch},
    dense::Dense,
    f32x4::{F32x4, LANES},
    panels::Panels,
    pool::MaxPool,
};

/// A layer of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Every output hangs on every input.
    Dense(Dense),
    /// The same small patterns are looked for everywhere.
    Convolution(Convolution),
    /// The largest of four neighbours stays.
    MaxPool(MaxPool),
    /// What is less than 0 becomes 0, in so many numbers for each example.
    Relu(usize),
}

impl Layer {
    /// [`Dense`].
    #[must_use]
    pub fn dense(inputs: usize, outputs: usize) -> Layer {
        Layer::Dense(Dense { inputs, outputs })
    }

    /// [`Convolution`] of pictures with as many rows as columns.
    #[must_use]
    pub fn convolution(inputs: usize, outputs: usize, size: usize, side: usize) -> Layer {
        Layer::Convolution(Convolution { inputs, outputs, height: size, width: size, side })
    }

    /// [`MaxPool`] of pictures with as many rows as columns.
    #[must_use]
    pub fn max_pool(channels: usize, size: usize) -> Layer {
        Layer::MaxPool(MaxPool { channels, height: size, width: size })
    }

    /// [`Layer::Relu`].
    #[must_use]
    pub fn relu(size: usize) -> Layer {
        Layer::Relu(size)
    }

    /// How many numbers come in for each example.
    #[must_use]
    pub fn inputs(&self) -> usize {
        match self {
            Layer::Dense(dense) => dense.inputs,
            Layer::Convolution(convolution) => convolution.inputs * convolution.height * convolution.width,
            Layer::MaxPool(pool) => pool.channels * pool.height * pool.width,
            Layer::Relu(size) => *size,
        }
    }

    /// How many go out.
    #[must_use]
    pub fn outputs(&self) -> usize {
        match self {
            Layer::Dense(dense) => dense.outputs,
            Layer::Convolution(convolution) => convolution.outputs * convolution.height * convolution.width,
            Layer::MaxPool(pool) => pool.channels * (pool.height / 2) * (pool.width / 2),
            Layer::Relu(size) => *size,
        }
    }

    /// How many numbers it learns.
    #[must_use]
    pub fn parameters(&self) -> usize {
        match self {
            Layer::Dense(dense) => dense.parameters(),
            Layer::Convolution(convolution) => convolution.parameters(),
            Layer::MaxPool(_) | Layer::Relu(_) => 0,
        }
    }

    /// On how many numbers each output hangs; 0 where nothing is learnt. The last parameters are biases, one for each of these.
    pub(super) fn fan_in(&self) -> usize {
        match self {
            Layer::Dense(dense) => dense.inputs,
            Layer::Convolution(convolution) => convolution.inputs * convolution.side * convolution.side,
            Layer::MaxPool(_) | Layer::Relu(_) => 0,
        }
    }

    /// Multiply-adds of a forward pass for each example.
    #[must_use]
    pub fn multiply_adds(&self) -> usize {
        match self {
            Layer::Dense(dense) => dense.inputs * dense.outputs,
            Layer::Convolution(convolution) => convolution.multiply_adds(),
            Layer::MaxPool(_) | Layer::Relu(_) => 0,
        }
    }

    /// The outputs of a batch. Where there are panels for the weights, those of a dense layer are laid out in them, once.
    pub(super) fn forward(
        &self,
        parameters: &[f32],
        input: &[f32],
        output: &mut [f32],
        weights: Option<&mut Panels>,
        scratch: &mut Scratch,
    ) {
        match self {
            Layer::Dense(dense) => match weights {
                Some(weights) => dense.forward_again(parameters, weights, input, output, &mut scratch.multiplier),
                None => dense.forward(parameters, input, output, &mut scratch.multiplier),
            },
            Layer::Convolution(convolution) => convolution.forward(parameters, input, output, scratch),
            Layer::MaxPool(pool) => pool.forward(input, output),
            Layer::Relu(_) => {
                let (vectors, rest) = input.as_chunks::<LANES>();
                let (outputs, rest_of_output) = output.as_chunks_mut::<LANES>();
                for (output, input) in outputs.iter_mut().zip(vectors) {
                    F32x4::load(input).max(F32x4::splat(0.0)).store(output);
                }
                rest_of_output.iter_mut().zip(rest).for_each(|(output, input)| *output = if *input < 0.0 { 0.0 } else { *input });
            }
        }
    }

    /// From the gradient to the outputs those to the parameters and to the inputs, which are written over.
    pub(super) fn backward(
        &self,
        parameters: &[f32],
        input: &[f32],
        to_output: &[f32],
        to_parameters: &mut [f32],
        to_input: Option<&mut [f32]>,
        scratch: &mut Scratch,
    ) {
        match (self, to_input) {
            (Layer::Dense(dense), to_input) => {
                dense.backward(parameters, input, to_output, to_parameters, to_input, &mut scratch.multiplier);
            }
            (Layer::Convolution(convolution), to_input) => {
                convolution.backward(parameters, input, to_output, to_parameters, to_input, scratch);
            }
            (Layer::MaxPool(pool), Some(to_input)) => pool.backward(input, to_output, to_input),
            (Layer::Relu(_), Some(to_input)) => {
                for ((to_input, gradient), input) in to_input.iter_mut().zip(to_output).zip(input) {
                    *to_input = if *input > 0.0 { *gradient } else { 0.0 };
                }
            }
            (_, None) => {}
        }
    }
}
