//! A layer that looks for the same small patterns everywhere in a picture.

use std::ops::Range;

use super::{
    f32x4::sum,
    panels::Matrix,
    product::{Existing, Multiplier},
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
            scratch.multiplier.multiply(filters, &Matrix::new(&scratch.spread, weights, area), Existing::Add, output);
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
            scratch.multiplier.multiply(gradient, &spread.transposed(), Existing::Add, to_filters);
            if let Some(to_input) = &mut to_input {
                scratch.multiplier.multiply(filters.transposed(), &gradient, Existing::Replace, &mut scratch.spread);
                self.gather(&mut scratch.spread, &mut to_input[number * input_size..][..input_size]);
            }
        }
    }

    /// Calls for each weight of a filter with the channel that it looks at, and how it lies to the middle of the filter.
    #[inline(always)]
    fn each_weight(&self, mut call: impl FnMut(usize, Shift)) {
        for channel in 0..self.inputs {
            for down in 0..self.side {
                for right in 0..self.side {
                    call(channel, Shift::new(self, down, right));
                }
            }
        }
    }

    /// Spreads a picture out: weights × places.
    fn spread(&self, input: &[f32], spread: &mut Vec<f32>) {
        let area = self.area();
        spread.resize(self.weights() * area, 0.0);
        let mut rows = spread.chunks_exact_mut(area);
        self.each_weight(|channel, shift| {
            let (Some(row), channel) = (rows.next(), &input[channel * area..][..area]) else { return };
            // All rows at once; what comes round from the next row or the one before is outside.
            row[..shift.places.start].fill(0.0);
            row[shift.places.end..].fill(0.0);
            row[shift.places].copy_from_slice(&channel[shift.from]);
            clear(row, self.width, shift.outside);
        });
    }

    /// The way back: adds up all that came of each number of the picture. What came of zeros around it is lost.
    fn gather(&self, spread: &mut [f32], input: &mut [f32]) {
        let area = self.area();
        input.fill(0.0);
        let mut rows = spread.chunks_exact_mut(area);
        self.each_weight(|channel, shift| {
            let (Some(row), channel) = (rows.next(), &mut input[channel * area..][..area]) else { return };
            clear(row, self.width, shift.outside);
            channel[shift.from].iter_mut().zip(&row[shift.places]).for_each(|(sum, value)| *sum += value);
        });
    }
}

/// What a weight beside the middle of its filter sees of a channel.
struct Shift {
    /// The places, row by row, at which there is something,
    places: Range<usize>,
    /// and what it is, as many numbers in the same order.
    from: Range<usize>,
    /// The columns at which the weight is left or right of the picture.
    outside: Range<usize>,
}

impl Shift {
    fn new(convolution: &Convolution, down: usize, right: usize) -> Shift {
        let Convolution { height, width, side, .. } = *convolution;
        let (area, reach) = (height * width, side / 2);
        let (ahead, behind) = (down * width + right, reach * width + reach);
        let places = behind.saturating_sub(ahead).min(area)..(area + behind).saturating_sub(ahead).min(area);
        let start = (places.start + ahead).saturating_sub(behind).min(area - places.len());
        let outside = if right < reach { 0..(reach - right).min(width) } else { (width + reach).saturating_sub(right)..width };
        Shift { from: start..start + places.len(), places, outside }
    }
}

/// Sets some columns to 0.
fn clear(rows: &mut [f32], width: usize, columns: Range<usize>) {
    // Down each column: one or two numbers of a row are too few to be set as a block.
    for column in columns {
        rows.chunks_exact_mut(width).for_each(|row| row[column] = 0.0);
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
