//! A network that learns to tell classes apart.

use super::{
    adam::Adam,
    cross_entropy::cross_entropy,
    network::{Network, Pass},
};

/// A network, and what it takes to train it.
#[derive(Clone, Debug)]
pub struct Trainer {
    network: Network,
    adam: Adam,
    pass: Pass,
    gradients: Vec<f32>,
}

impl Trainer {
    /// Trains this network, from where it stands.
    #[must_use]
    pub fn new(network: Network) -> Trainer {
        let parameters = network.parameters().len();
        Trainer { network, adam: Adam::new(parameters), pass: Pass::default(), gradients: vec![0.0; parameters] }
    }

    /// Learns from a batch: inputs one example after another, and the true class of each. Gives the cross-entropy before the step.
    pub fn step(&mut self, inputs: &[f32], classes: &[u8], rate: f64) -> f64 {
        let outputs = self.network.forward(inputs, &mut self.pass);
        let loss = cross_entropy(outputs, classes, self.network.outputs());
        self.network.backward(&mut self.pass, &mut self.gradients);
        self.adam.step(self.network.parameters_mut(), &self.gradients, rate);
        self.pass.forget_weights();
        loss
    }

    /// What goes out for a batch, for each example as many numbers as classes; the largest is its class.
    pub fn outputs(&mut self, inputs: &[f32]) -> &[f32] {
        self.network.forward_again(inputs, &mut self.pass)
    }

    /// The network as it stands.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{neural::Layer, random};

    fn numbers(seed: u64, count: usize) -> Vec<f32> {
        (0..count as u64).map(|place| 2.0 * random::unit(seed, place) as f32 - 1.0).collect()
    }

    /// The loss by the definitions in double precision, layer by layer.
    fn loss(layers: &[Layer], parameters: &[f64], inputs: &[f32], classes: &[u8]) -> f64 {
        let size = inputs.len() / classes.len();
        let of_example = |(input, class): (&[f32], &u8)| {
            let mut values: Vec<f64> = input.iter().map(|value| f64::from(*value)).collect();
            let mut start = 0;
            for layer in layers {
                values = forward(layer, &parameters[start..start + layer.parameters()], &values);
                start += layer.parameters();
            }
            values.iter().map(|value| value.exp()).sum::<f64>().ln() - values[usize::from(*class)]
        };
        inputs.chunks_exact(size).zip(classes).map(of_example).sum::<f64>() / classes.len() as f64
    }

    fn forward(layer: &Layer, parameters: &[f64], input: &[f64]) -> Vec<f64> {
        match layer {
            Layer::Dense(dense) => {
                let weight = |from: usize, to: usize| parameters[from * dense.outputs + to];
                let sum = |to: usize| (0..dense.inputs).map(|from| input[from] * weight(from, to)).sum::<f64>() + weight(dense.inputs, to);
                (0..dense.outputs).map(sum).collect()
            }
            Layer::Convolution(c) => {
                let reach = c.side / 2;
                let pixel = |channel: usize, row: usize, column: usize| {
                    let is_inside = (reach..c.height + reach).contains(&row) && (reach..c.width + reach).contains(&column);
                    if is_inside { input[(channel * c.height + row - reach) * c.width + column - reach] } else { 0.0 }
                };
                let at = |place: usize| {
                    let (filter, row, column) = (place / (c.height * c.width), place / c.width % c.height, place % c.width);
                    let weights = c.inputs * c.side * c.side;
                    let product = |n: usize| {
                        let (channel, down, right) = (n / (c.side * c.side), n / c.side % c.side, n % c.side);
                        parameters[filter * weights + n] * pixel(channel, row + down, column + right)
                    };
                    (0..weights).map(product).sum::<f64>() + parameters[weights * c.outputs + filter]
                };
                (0..layer.outputs()).map(at).collect()
            }
            Layer::MaxPool(pool) => {
                let at = |place: usize| {
                    let (wide, high) = (pool.width / 2, pool.height / 2);
                    let (channel, row, column) = (place / (wide * high), place / wide % high, place % wide);
                    let corner = (channel * pool.height + 2 * row) * pool.width + 2 * column;
                    [0, 1, pool.width, pool.width + 1].into_iter().map(|step| input[corner + step]).fold(f64::NEG_INFINITY, f64::max)
                };
                (0..layer.outputs()).map(at).collect()
            }
            Layer::Relu(_) => input.iter().map(|value| value.max(0.0)).collect(),
        }
    }

    /// Gradients of training against differences of the loss in double precision, for every parameter.
    fn check(layers: &[Layer], count: usize) {
        let mut network = Network::new(layers, 5);
        // Biases too are to be something.
        let shift = numbers(6, network.parameters().len());
        network.parameters_mut().iter_mut().zip(&shift).for_each(|(parameter, shift)| *parameter += 0.1 * shift);
        let inputs = numbers(7, count * network.inputs());
        let classes: Vec<u8> = (0..count).map(|n| (n % network.outputs()) as u8).collect();
        let exact: Vec<f64> = network.parameters().iter().map(|parameter| f64::from(*parameter)).collect();
        let mut trainer = Trainer::new(network);
        let value = trainer.step(&inputs, &classes, 0.0);
        assert!((value - loss(layers, &exact, &inputs, &classes)).abs() < 1e-6);
        for place in 0..exact.len() {
            let at = |step: f64| {
                let mut parameters = exact.clone();
                parameters[place] += step;
                loss(layers, &parameters, &inputs, &classes)
            };
            // So near that no rectifier and no largest of four changes.
            let difference = (at(1e-7) - at(-1e-7)) / 2e-7;
            let gradient = f64::from(trainer.gradients[place]);
            assert!((gradient - difference).abs() < 1e-6 + 1e-5 * difference.abs(), "{place}: {gradient} {difference}");
        }
    }

    #[test]
    fn gradients_of_dense_layers_are_differences_of_the_loss() {
        check(&[Layer::dense(7, 9), Layer::relu(9), Layer::dense(9, 5), Layer::relu(5), Layer::dense(5, 3)], 6);
    }

    #[test]
    fn gradients_of_convolutions_are_differences_of_the_loss() {
        let layers = [
            Layer::convolution(2, 3, 8, 3),
            Layer::max_pool(3, 8),
            Layer::relu(48),
            Layer::convolution(3, 5, 4, 5),
            Layer::max_pool(5, 4),
            Layer::relu(20),
            Layer::dense(20, 4),
        ];
        check(&layers, 3);
    }

    #[test]
    fn what_was_laid_out_is_forgotten_with_each_step() {
        let mut trainer = Trainer::new(Network::new(&[Layer::dense(9, 12), Layer::relu(12), Layer::dense(12, 3)], 2));
        let (inputs, classes) = (numbers(8, 5 * 9), [0, 1, 2, 0, 1]);
        for _ in 0..3 {
            // Asked twice: what is laid out, and what has been.
            for _ in 0..2 {
                let afresh = trainer.network().forward(&inputs, &mut Pass::default()).to_vec();
                assert_eq!(trainer.outputs(&inputs), afresh);
            }
            trainer.step(&inputs, &classes, 0.1);
        }
    }

    #[test]
    fn a_network_knows_its_sizes() {
        let network = Network::new(&[Layer::dense(256, 64), Layer::relu(64), Layer::dense(64, 6)], 1);
        assert_eq!((network.inputs(), network.outputs(), network.parameters().len()), (256, 6, 16_838));
        assert_eq!(network.multiply_adds(), 256 * 64 + 64 * 6);
        assert_eq!(Network::with_parameters(network.layers(), network.parameters().to_vec()), Some(network.clone()));
        assert_eq!(Network::with_parameters(network.layers(), vec![0.0; 3]), None);
    }
}
