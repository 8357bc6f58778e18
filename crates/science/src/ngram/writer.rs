//! A line written by a model: each character drawn from what the model expects.

use super::{
    ORDERS,
    counts::{Context, Counts},
    text::Text,
};
use crate::random;

/// A line of so many characters at most; `distribution` is the model.
pub(super) fn line<D: Iterator<Item = f64>>(
    text: &Text,
    counts: &Counts,
    distribution: impl Fn(&Context) -> D,
    seed: u64,
    most: usize,
) -> String {
    let line_end = text.symbol('\n');
    let mut symbols = beginning(text, line_end, seed);
    let mut line = String::new();
    for place in 1..=most as u64 {
        let context = counts.context(&symbols[symbols.len() - symbols.len().min(ORDERS - 1)..]);
        let symbol = draw(distribution(&context), random::unit(seed, place));
        if Some(symbol) == line_end && !line.is_empty() {
            break;
        }
        symbols.push(symbol);
        line.extend(text.alphabet.get(usize::from(symbol)));
    }
    line
}

/// What stands before the line: the end of one of the text's lines, chosen by the seed; of a text without lines, of a word;
/// without words, any place.
fn beginning(text: &Text, line_end: Option<u16>, seed: u64) -> Vec<u16> {
    let symbols = &text.symbols;
    let from = random::below(seed, 0, symbols.len());
    let around = (from..symbols.len()).chain(0..from).filter(|place| *place + 2 > ORDERS);
    let ends = |symbol: u16| around.clone().find(|place| symbols[*place] == symbol);
    let place = line_end.and_then(ends).or_else(|| text.symbol(' ').and_then(ends)).unwrap_or(from.max(ORDERS));
    symbols[(place + 2).saturating_sub(ORDERS)..=place.min(symbols.len() - 1)].to_vec()
}

/// The symbol at a share of the way, 0 to less than 1, through the distribution.
fn draw(distribution: impl Iterator<Item = f64>, share: f64) -> u16 {
    let (mut left, mut last) = (share, 0);
    // As a rule the common symbols are the first of the alphabet: most draws end early.
    for (symbol, probability) in distribution.enumerate() {
        (left, last) = (left - probability, symbol as u16);
        if left < 0.0 {
            break;
        }
    }
    // The sum is 1 but for rounding.
    last
}
