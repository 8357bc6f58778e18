//! A layer that looks for the same small patterns everywhere in a picture.

use super::{
    f32x4::sum,
    product::{Existing, Matrix, Multiplier},
};

/// Square filters over all channels, one for each channel that goes out. Around the picture are zeros, so that what goes out is
/// as large as what comes in. Its parameters: for each filter the weights, channel by channel, each row by row; then the biases.
///
/// Each picture is spread out first (Chellapilla, Puri, Simard, "High performance convolutional neural networks for document
/// processing", 2006): one row for each weight of a filter, with what that weight meets at every place. The rest is a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convolution {
    /// Channels that come in.
    pub inputs: usize,
    /// Channels that go out.
    pub outputs: usize,
    /// Rows of a picture.
    pub height: usize,
    /// Columns of a picture.
    pub width: usize,
    /// Rows and columns of a filter, an odd number.
    pub side: usize,
}

/// Memory that products and convolutions need for a while.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// What multiplies.
    pub multiplier: Multiplier,
    spread: Vec<f32>,
}

impl Convolution {
    fn area(&self) -> usize {
        self.height * self.width
    }

    /// Weights of a filter.
    fn weights(&self) -> usize {
        self.inputs * self.side * self.side
    }

    /// How many numbers it learns.
    #[must_use]
    pub fn parameters(&self) -> usize {
        (self.weights() + 1) * self.outputs
    }

    /// Multiply-adds for an example; those with the zeros around it are counted.
    #[must_use]
    pub fn multiply_adds(&self) -> usize {
        self.weights() * self.outputs * self.area()
    }

    /// The outputs of a batch; the lengths of the slices say how many examples there are.
    pub fn forward(&self, parameters: &[f32], input: &[f32], output: &mut [f32], scratch: &mut Scratch) {
        let (area, weights) = (self.area(), self.weights());
        let (filters, biases) = parameters.split_at(weights * self.outputs);
        let filters = Matrix::new(filters, self.outputs, weights);
        for (input, output) in input.chunks_exact(self.inputs * area).zip(output.chunks_exact_mut(self.outputs * area)) {
            output.chunks_exact_mut(area).zip(biases).for_each(|(output, bias)| output.fill(*bias));
            self.spread(input, &mut scratch.spread);
            scratch.multiplier.multiply(filters, Matrix::new(&scratch.spread, weights, area), Existing::Add, output);
        }
    }

    /// From the gradient of a loss to the outputs those to the parameters, which are written over, and to the inputs, if wanted.
    pub fn backward(
        &self,
        parameters: &[f32],
        input: &[f32],
        to_output: &[f32],
        to_parameters: &mut [f32],
        mut to_input: Option<&mut [f32]>,
        scratch: &mut Scratch,
    ) {
        let (area, weights) = (self.area(), self.weights());
        let filters = Matrix::new(&parameters[..weights * self.outputs], self.outputs, weights);
        to_parameters.fill(0.0);
        let (to_filters, to_biases) = to_parameters.split_at_mut(weights * self.outputs);
        let (input_size, output_size) = (self.inputs * area, self.outputs * area);
        for (number, (input, gradient)) in input.chunks_exact(input_size).zip(to_output.chunks_exact(output_size)).enumerate() {
            to_biases.iter_mut().zip(gradient.chunks_exact(area)).for_each(|(to_bias, gradient)| *to_bias += sum(gradient));
            let gradient = Matrix::new(gradient, self.outputs, area);
            self.spread(input, &mut scratch.spread);
            let spread = Matrix::new(&scratch.spread, weights, area);
            scratch.multiplier.multiply(gradient, spread.transposed(), Existing::Add, to_filters);
            if let Some(to_input) = &mut to_input {
                scratch.multiplier.multiply(filters.transposed(), gradient, Existing::Replace, &mut scratch.spread);
                self.gather(&scratch.spread, &mut to_input[number * input_size..][..input_size]);
            }
        }
    }

    /// Calls with each row of a picture that a weight meets, and where it stands in the row spread out for this weight: the
    /// places of both in memory, and their length.
    #[inline(always)]
    fn each_row(&self, mut call: impl FnMut(usize, usize, usize)) {
        let Convolution { inputs, height, width, side, .. } = *self;
        let reach = side / 2;
        for channel in 0..inputs {
            for down in 0..side {
                for right in 0..side {
                    let spread = ((channel * side + down) * side + right) * height * width;
                    // Places at which this weight lies within the picture.
                    let inside = |shift: usize, size: usize| reach.saturating_sub(shift)..(size + reach).saturating_sub(shift).min(size);
                    let columns = inside(right, width);
                    for row in inside(down, height).filter(|_| !columns.is_empty()) {
                        let input = (channel * height + row + down - reach) * width + columns.start + right - reach;
                        call(input, spread + row * width + columns.start, columns.len());
                    }
                }
            }
        }
    }

    /// Spreads a picture out: weights × places.
    fn spread(&self, input: &[f32], spread: &mut Vec<f32>) {
        spread.clear();
        spread.resize(self.weights() * self.area(), 0.0);
        self.each_row(|from, to, length| spread[to..to + length].copy_from_slice(&input[from..from + length]));
    }

    /// The way back: adds up all that came of each number of the picture.
    fn gather(&self, spread: &[f32], input: &mut [f32]) {
        input.fill(0.0);
        self.each_row(|to, from, length| {
            input[to..to + length].iter_mut().zip(&spread[from..from + length]).for_each(|(sum, value)| *sum += value);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_sum_by_definition(
            inputs in 1_usize..4, outputs in 1_usize..6, height in 1_usize..7, width in 1_usize..7, half in 0_usize..3, seed: u64,
        ) {
            let convolution = Convolution { inputs, outputs, height, width, side: 2 * half + 1 };
            let numbers = |seed, count: usize| -> Vec<f32> { (0..count as u64).map(|n| crate::random::unit(seed, n) as f32 - 0.5).collect() };
            let parameters = numbers(seed, convolution.parameters());
            let pictures = numbers(seed ^ 1, 2 * inputs * height * width);
            let mut output = vec![f32::NAN; 2 * outputs * height * width];
            convolution.forward(&parameters, &pictures, &mut output, &mut Scratch::default());
            let pixel = |picture: usize, channel: usize, row: isize, column: isize| {
                let is_inside = (0..height as isize).contains(&row) && (0..width as isize).contains(&column);
                if is_inside { f64::from(pictures[((picture * inputs + channel) * height + row as usize) * width + column as usize]) } else { 0.0 }
            };
            let side = convolution.side;
            for (place, value) in output.iter().enumerate() {
                let (picture, filter) = (place / (outputs * height * width), place / (height * width) % outputs);
                let (row, column) = (place / width % height, place % width);
                let mut sum = f64::from(parameters[convolution.weights() * outputs + filter]);
                for channel in 0..inputs {
                    for (down, right) in (0..side).flat_map(|down| (0..side).map(move |right| (down, right))) {
                        let weight = parameters[((filter * inputs + channel) * side + down) * side + right];
                        let at = |place: usize, shift: usize| (place + shift) as isize - half as isize;
                        sum += f64::from(weight) * pixel(picture, channel, at(row, down), at(column, right));
                    }
                }
                prop_assert!((f64::from(*value) - sum).abs() < 1e-5);
            }
        }
    }
}
