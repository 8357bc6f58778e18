//! Errors of the learners against the number of observations, for several amplitudes of flutter.

use std::time::Instant;

use pendrop_science::learn_drop::{LearnSpec, Learner, SEEDS, Sampler};

fn main() {
    for flutter in [0.0, 0.01, 0.02, 0.04, 0.06] {
        let start = Instant::now();
        let mut sampler = Sampler::new(LearnSpec { samples: 3200, noise: 0.01, flutter, seeds: SEEDS, seed: 1 });
        let (mut steps, mut longest) = (0, 0.0_f64);
        let mut going = true;
        while going {
            let step = Instant::now();
            going = sampler.step();
            longest = longest.max(step.elapsed().as_secs_f64());
            steps += 1;
        }
        let statistics = sampler.statistics();
        println!("\nflutter {flutter} m; median of {SEEDS} seeds [quartiles], mm");
        println!("{:>6} {:>22} {:>22} {:>22} {:>22}", "n", "gravity", "drag", "cubic", "flexible");
        for (place, size) in statistics.sizes.iter().enumerate() {
            print!("{size:>6}");
            for learner in Learner::ALL {
                if let Some(band) = statistics.band(learner, place) {
                    print!(" {:>8.2} [{:>5.1},{:>6.1}]", 1e3 * band.median, 1e3 * band.low, 1e3 * band.high);
                }
            }
            println!();
        }
        println!("crossover {:?}", statistics.crossover());
        println!("{:.0} ms in {steps} steps, the longest {:.1} ms", 1e3 * start.elapsed().as_secs_f64(), 1e3 * longest);
    }
}
