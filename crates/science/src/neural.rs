//! Kernels of neural networks in single precision, and networks made of them.
//!
//! Everything is plain arithmetic in a fixed order ([`F32x4`]): the same parameters and pictures give the same numbers to the
//! last bit natively and in WebAssembly, with vector instructions and without.
//!
//! Numbers of a batch stand one example after another; of an example with channels, one channel after another, each row by row.
//! All parameters of a network stand in one row, which [`Adam`] improves without knowing what they are for.
//!
//! Costs are multiply-adds. Training one example costs three times those of the forward pass: forward, back to the parameters,
//! back to what came in. A multiply-add is two floating-point operations, so training costs six of them; that what came into
//! the first layer needs no gradient is not deducted, and biases, activations and Adam are not added, as is usual.
//!
//! ```
//! use pendrop_science::neural::{Layer, Network, Trainer};
//! let layers = [Layer::dense(2, 8), Layer::relu(8), Layer::dense(8, 2)];
//! let mut trainer = Trainer::new(Network::new(&layers, 1));
//! // Exclusive or: what no single layer can learn.
//! let (inputs, classes) = ([0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0], [0, 1, 1, 0]);
//! let mut loss = f64::INFINITY;
//! (0..500).for_each(|_| loss = trainer.step(&inputs, &classes, 0.02));
//! assert!(loss < 0.05);
//! ```

mod adam;
mod convolution;
mod cross_entropy;
mod dense;
mod exponential;
mod f32x4;
mod layer;
mod network;
mod panels;
mod pool;
mod product;
mod trainer;

pub use adam::Adam;
pub use convolution::{Convolution, Scratch};
pub use cross_entropy::{cross_entropy, softmax};
pub use dense::Dense;
pub use exponential::exp;
pub use f32x4::{F32x4, LANES, sum};
pub use layer::Layer;
pub use network::{Network, Pass};
pub use panels::{Matrix, Panels, Right};
pub use pool::MaxPool;
pub use product::{Existing, Multiplier};
pub use trainer::Trainer;
