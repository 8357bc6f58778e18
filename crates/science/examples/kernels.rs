//! How fast networks are trained and asked on one core: `cargo run --profile fast --example kernels`.

use std::time::Instant;

use pendrop_science::neural::{Layer, Network, Trainer};

fn main() {
    let layers = [Layer::dense(256, 256), Layer::relu(256), Layer::dense(256, 256), Layer::relu(256), Layer::dense(256, 10)];
    for batch in [16, 64] {
        let network = Network::new(&layers, 1);
        let multiply_adds = (batch * network.multiply_adds()) as f64;
        let inputs: Vec<f32> = (0..batch * 256).map(|place| (place * 7919 % 1000) as f32 * 1e-3 - 0.5).collect();
        let classes: Vec<u8> = (0..batch).map(|place| (place % 10) as u8).collect();
        let mut trainer = Trainer::new(network);
        let mut loss = 0.0;
        let train = fastest(|| (0..20).for_each(|_| loss = trainer.step(&inputs, &classes, 1e-4)));
        let mut output = 0.0;
        let forward = fastest(|| (0..20).for_each(|_| output = trainer.outputs(&inputs)[0]));
        println!(
            "256-256-256-10, batch {batch}: training {:.1} GFLOP/s, forward {:.1} GFLOP/s (loss {loss:.4}, output {output:.4})",
            20.0 * 6e-9 * multiply_adds / train,
            20.0 * 2e-9 * multiply_adds / forward
        );
    }
}

/// The shortest of many times (s).
fn fastest(mut call: impl FnMut()) -> f64 {
    let time = |_| {
        let start = Instant::now();
        call();
        start.elapsed().as_secs_f64()
    };
    (0..60).map(time).fold(f64::INFINITY, f64::min)
}
