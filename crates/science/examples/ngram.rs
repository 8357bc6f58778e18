//! Bits per character of n-gram models of the texts in the files given, joined, against how much of them is counted.
//!
//! `cargo run --release --example ngram -- content/en/*.md`

use std::{env, fs, time::Instant};

use pendrop_science::ngram::{BitStatistics, MOST, NgramSpec, ORDERS, Sampler, Smoothing};

fn main() {
    let mut text = String::new();
    for path in env::args().skip(1) {
        text.push_str(&String::from_utf8_lossy(&fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))));
        text.push('\n');
    }
    let end = (0..=MOST.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text.truncate(end);
    let start = Instant::now();
    let mut sampler = match Sampler::new(&NgramSpec { text, add: 0.02, seed: 1 }) {
        Ok(sampler) => sampler,
        Err(reason) => return println!("{reason:?}"),
    };
    println!("read in {:.1} ms", 1e3 * start.elapsed().as_secs_f64());
    let mut steps = Vec::new();
    let mut going = true;
    while going {
        let step = Instant::now();
        going = sampler.step();
        steps.push(1e3 * step.elapsed().as_secs_f64());
    }
    steps.sort_by(f64::total_cmp);
    let seconds = start.elapsed().as_secs_f64();
    let statistics = sampler.statistics();
    let BitStatistics { symbols, tested, train, sequences, .. } = statistics;
    println!("{symbols} symbols, {train} to count, {tested} to guess, {sequences} sequences");
    println!(
        "{seconds:.2} s in {} steps: half below {:.1} ms, 99 % below {:.1} ms, the longest {:.1} ms",
        steps.len(),
        steps[steps.len() / 2],
        steps[steps.len() * 99 / 100],
        steps[steps.len() - 1]
    );
    for smoothing in [Smoothing::Additive, Smoothing::Interpolated] {
        println!("\n{smoothing:?}\n{:>9} {}  best", "counted", (0..ORDERS).map(|order| format!("{order:>7}")).collect::<String>());
        for (place, size) in statistics.sizes.iter().enumerate() {
            let bits: String = statistics.table(smoothing)[place].iter().map(|bits| format!("{bits:>7.3}")).collect();
            println!("{size:>9} {bits}  {:?}", statistics.best_order(smoothing, place));
        }
        for order in 0..ORDERS - 1 {
            println!("{order} -> {}: {:?}", order + 1, statistics.overtaken(smoothing, order));
        }
    }
    let Some((smoothing, order, bits)) = statistics.best() else { return };
    println!("\nbest: {smoothing:?} {order}, {bits:.3} bits per character; it writes:");
    for seed in 1..4 {
        println!("  {}", sampler.write(smoothing, order, seed, 120));
    }
}
