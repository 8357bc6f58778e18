//! What `./dev bench` times in a browser: the network of the example `kernels` of `pendrop-science`, trained and asked there in batches of
//! 64. A library without a script: whoever loads it calls these functions.

// That other programs find a function by its name is what Rust cannot check.
#![allow(unsafe_code)]

use std::cell::RefCell;

use pendrop_science::neural::{Layer, Network, Trainer};

const BATCH: usize = 64;
const INPUTS: usize = 256;

struct Timed {
    trainer: Trainer,
    inputs: Vec<f32>,
    classes: Vec<u8>,
}

thread_local! {
    static TIMED: RefCell<Timed> = RefCell::new(timed());
}

fn timed() -> Timed {
    let layers = [Layer::dense(INPUTS, 256), Layer::relu(256), Layer::dense(256, 256), Layer::relu(256), Layer::dense(256, 10)];
    Timed {
        trainer: Trainer::new(Network::new(&layers, 1)),
        inputs: (0..BATCH * INPUTS).map(|place| (place * 7919 % 1000) as f32 * 1e-3 - 0.5).collect(),
        classes: (0..BATCH).map(|place| (place % 10) as u8).collect(),
    }
}

/// The products of one example.
#[unsafe(no_mangle)]
pub extern "C" fn multiply_adds() -> f64 {
    TIMED.with_borrow(|timed| timed.trainer.network().multiply_adds() as f64)
}

/// Trains so many batches, and gives the loss before the last.
#[unsafe(no_mangle)]
pub extern "C" fn train(batches: u32) -> f64 {
    TIMED.with_borrow_mut(|Timed { trainer, inputs, classes }| {
        (0..batches).map(|_| trainer.step(inputs, classes, 1e-4)).last().unwrap_or(0.0)
    })
}

/// Asks so many batches, and gives a sum over the last, so that nothing of it is left out.
#[unsafe(no_mangle)]
pub extern "C" fn forward(batches: u32) -> f64 {
    TIMED.with_borrow_mut(|Timed { trainer, inputs, .. }| {
        let ask = |_| f64::from(trainer.outputs(inputs).iter().sum::<f32>());
        (0..batches).map(ask).last().unwrap_or(0.0)
    })
}
