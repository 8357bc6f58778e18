//! Layers one after another.

use super::{convolution::Scratch, layer::Layer, panels::Panels};
use crate::random;

/// Layers one after another, and their parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    layers: Vec<Layer>,
    parameters: Vec<f32>,
}

/// What a pass through a network leaves behind: what came into each layer and out of the last, and gradients on the way back.
#[derive(Clone, Debug, Default)]
pub struct Pass {
    /// What came into each layer; last, what went out.
    values: Vec<Vec<f32>>,
    /// Gradients to what goes out of a layer, and to what comes in.
    gradients: [Vec<f32>; 2],
    /// Weights of each layer as products read them, where they have been laid out.
    weights: Vec<Panels>,
    scratch: Scratch,
}

impl Pass {
    /// To be called when the parameters of the network have changed, before [`Network::forward_again`].
    pub fn forget_weights(&mut self) {
        self.weights.iter_mut().for_each(Panels::clear);
    }
}

impl Network {
    /// A network that has learnt nothing: weights evenly between ±√(6 / inputs of an output), so that what goes through layers
    /// with rectifiers neither dies away nor grows (K. He et al., "Delving deep into rectifiers", ICCV 2015); biases 0.
    #[must_use]
    pub fn new(layers: &[Layer], seed: u64) -> Network {
        let mut parameters = Vec::with_capacity(layers.iter().map(Layer::parameters).sum());
        for layer in layers.iter().filter(|layer| layer.fan_in() > 0) {
            let reach = (6.0 / layer.fan_in() as f64).sqrt();
            let biases = layer.parameters() / (layer.fan_in() + 1);
            let start = parameters.len() as u64;
            let weights = (0..(layer.parameters() - biases) as u64).map(|n| reach * (2.0 * random::unit(seed, start + n) - 1.0));
            parameters.extend(weights.map(|weight| weight as f32));
            parameters.extend(std::iter::repeat_n(0.0, biases));
        }
        Network { layers: layers.to_vec(), parameters }
    }

    /// The same layers with parameters that have been learnt; nothing where their number is not right.
    #[must_use]
    pub fn with_parameters(layers: &[Layer], parameters: Vec<f32>) -> Option<Network> {
        let count: usize = layers.iter().map(Layer::parameters).sum();
        (parameters.len() == count).then(|| Network { layers: layers.to_vec(), parameters })
    }

    /// The layers, from the first to the last.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// All parameters, layer by layer.
    #[must_use]
    pub fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// The same, to be improved.
    pub fn parameters_mut(&mut self) -> &mut [f32] {
        &mut self.parameters
    }

    /// How many numbers come in for each example.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.layers.first().map_or(0, Layer::inputs)
    }

    /// How many go out.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.layers.last().map_or(0, Layer::outputs)
    }

    /// Multiply-adds of a forward pass for each example.
    #[must_use]
    pub fn multiply_adds(&self) -> usize {
        self.layers.iter().map(Layer::multiply_adds).sum()
    }

    /// What goes out for a batch of inputs, one example after another; their length says how many there are.
    pub fn forward<'a>(&self, inputs: &[f32], pass: &'a mut Pass) -> &'a mut [f32] {
        self.pass(inputs, pass, false)
    }

    /// The same, faster for small batches, of a network whose parameters have not changed since the last call with this pass.
    pub fn forward_again<'a>(&self, inputs: &[f32], pass: &'a mut Pass) -> &'a mut [f32] {
        self.pass(inputs, pass, true)
    }

    fn pass<'a>(&self, inputs: &[f32], pass: &'a mut Pass, is_again: bool) -> &'a mut [f32] {
        let count = inputs.len().checked_div(self.inputs()).unwrap_or(0);
        pass.values.resize(self.layers.len() + 1, Vec::new());
        pass.weights.resize(self.layers.len(), Panels::default());
        pass.values[0].clear();
        pass.values[0].extend_from_slice(inputs);
        let mut start = 0;
        for (place, layer) in self.layers.iter().enumerate() {
            let (before, after) = pass.values.split_at_mut(place + 1);
            let (input, output) = (&before[place], &mut after[0]);
            output.resize(count * layer.outputs(), 0.0);
            let parameters = &self.parameters[start..start + layer.parameters()];
            let weights = is_again.then_some(&mut pass.weights[place]);
            layer.forward(parameters, input, output, weights, &mut pass.scratch);
            start += layer.parameters();
        }
        &mut pass.values[self.layers.len()]
    }

    /// After a forward pass whose outputs have become the gradient to them: writes the gradient to all parameters.
    pub fn backward(&self, pass: &mut Pass, to_parameters: &mut [f32]) {
        let Pass { values, gradients: [to_output, to_input], scratch, .. } = pass;
        let Some(last) = values.last() else { return };
        to_output.clear();
        to_output.extend_from_slice(last);
        let mut end = self.parameters.len();
        for (place, layer) in self.layers.iter().enumerate().rev() {
            let start = end - layer.parameters();
            let input = &values[place];
            to_input.resize(input.len(), 0.0);
            // Nothing asks for the gradient to what came into the first layer.
            let wanted = (place > 0).then_some(to_input.as_mut_slice());
            layer.backward(&self.parameters[start..end], input, to_output, &mut to_parameters[start..end], wanted, scratch);
            std::mem::swap(to_output, to_input);
            end = start;
        }
    }
}
