//! The states of a figure that tests go through, and what a failing test says of where it was.

use std::{fmt::Debug, thread};

use pendrop_kit::{figure::Figure, parameter::Kind, values::Values};
use proptest::prelude::*;

/// A random share for each parameter: in the inside and, often, exactly at the ends.
pub fn shares(figure: &dyn Figure) -> impl Strategy<Value = Vec<f64>> + use<> {
    prop::collection::vec(prop_oneof![3 => 0.0..1.0, 1 => Just(0.0), 1 => Just(1.0)], figure.parameters().len())
}

/// The values at these shares of each parameter's range.
pub fn at_shares(figure: &dyn Figure, shares: &[f64]) -> Values {
    let mut state = Values::defaults(figure.parameters());
    for (index, (parameter, share)) in figure.parameters().iter().zip(shares).enumerate() {
        match &parameter.kind {
            Kind::Quantity(quantity) => {
                state.set(index, quantity.value_at(quantity.first() + share * (quantity.last() - quantity.first())));
            }
            Kind::Choice(choice) => state.choose(index, ((share * choice.options.len() as f64) as usize).min(choice.options.len() - 1)),
            Kind::Toggle(_) => state.turn(index, *share > 0.5),
        }
    }
    state
}

/// Says where a test was if it fails while this lives: in which figure, in which state of it, and in which part of that.
pub struct Place<'a>(pub &'a dyn Figure, pub &'a dyn Debug, pub &'a dyn Debug);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("in {}, {:?}, {:?}", self.0.id(), self.1, self.2);
        }
    }
}
