//! A layer that keeps the largest of four neighbours.

/// Of every two by two numbers the largest. Rows and columns are even; a channel is half as high and half as wide thereafter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaxPool {
    /// Channels.
    pub channels: usize,
    /// Rows that come in.
    pub height: usize,
    /// Columns that come in.
    pub width: usize,
}

impl MaxPool {
    /// The outputs of a batch.
    pub fn forward(&self, input: &[f32], output: &mut [f32]) {
        for (rows, output) in input.chunks_exact(2 * self.width).zip(output.chunks_exact_mut(self.width / 2)) {
            let (upper, lower) = rows.split_at(self.width);
            let (upper, _) = upper.as_chunks::<2>();
            let (lower, _) = lower.as_chunks::<2>();
            for ((output, upper), lower) in output.iter_mut().zip(upper).zip(lower) {
                *output = greater(greater(upper[0], upper[1]), greater(lower[0], lower[1]));
            }
        }
    }

    /// The gradient goes back to the largest, to the first of those that are alike.
    pub fn backward(&self, input: &[f32], to_output: &[f32], to_input: &mut [f32]) {
        let pairs = input.chunks_exact(2 * self.width).zip(to_input.chunks_exact_mut(2 * self.width));
        for ((rows, to_rows), gradient) in pairs.zip(to_output.chunks_exact(self.width / 2)) {
            let (upper, lower) = rows.split_at(self.width);
            let (to_upper, to_lower) = to_rows.split_at_mut(self.width);
            let lines = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
            let to_lines = to_upper.as_chunks_mut::<2>().0.iter_mut().zip(to_lower.as_chunks_mut::<2>().0);
            for (((upper, lower), (to_upper, to_lower)), gradient) in lines.zip(to_lines).zip(gradient) {
                let largest = greater(greater(upper[0], upper[1]), greater(lower[0], lower[1]));
                // Without branches: which is the largest cannot be foreseen.
                let first = if upper[0] == largest { 0 } else { 1 };
                let second = if lower[0] == largest { 2 } else { 3 };
                let first = if first == 0 || upper[1] == largest { first } else { second };
                let to = |place| if place == first { *gradient } else { 0.0 };
                (*to_upper, *to_lower) = ([to(0), to(1)], [to(2), to(3)]);
            }
        }
    }
}

fn greater(a: f32, b: f32) -> f32 {
    if a < b { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_of_four_stays() {
        let pool = MaxPool { channels: 1, height: 2, width: 4 };
        let input = [1.0, 2.0, 5.0, 5.0, 4.0, 3.0, -1.0, 5.0];
        let mut output = [0.0; 2];
        pool.forward(&input, &mut output);
        assert_eq!(output, [4.0, 5.0]);
        let mut to_input = [9.0; 8];
        pool.backward(&input, &[0.5, 0.25], &mut to_input);
        assert_eq!(to_input, [0.0, 0.0, 0.25, 0.0, 0.5, 0.0, 0.0, 0.0]);
    }
}
