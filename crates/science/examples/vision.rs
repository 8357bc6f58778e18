//! Trains the learners of shapes and times them: `cargo run --release --example vision -- NOISE CLUTTER COMPUTE SEEDS`.

use std::{env, time::Instant};

use pendrop_science::vision::{Curve, Learner, PictureSpec, TrainingRun, TrainingSpec, features};

fn main() {
    let arguments: Vec<f64> = env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let argument = |place: usize, ordinary: f64| arguments.get(place).copied().unwrap_or(ordinary);
    let (noise, clutter, compute, seeds) = (argument(0, 0.15), argument(1, 1.0) as u32, argument(2, 1e9), argument(3, 3.0) as u64);
    let pictures = PictureSpec { noise, clutter, seed: 1 };
    let start = Instant::now();
    let sum: f32 = (0..20_000).map(|number| pictures.picture(number).pixels[0]).sum();
    let making = start.elapsed().as_secs_f64() / 20_000.0;
    let start = Instant::now();
    let all: f32 = (0..20_000).map(|number| features(&pictures.picture(number).pixels)[0]).sum();
    let measuring = start.elapsed().as_secs_f64() / 20_000.0 - making;
    println!("making a picture {:.2} us, measuring it {:.2} us ({sum:.0}, {all:.0})", 1e6 * making, 1e6 * measuring);
    let mut hand = None;
    let learners = [Learner::HandMade, Learner::Convolutional, Learner::Plain { width: 64 }, Learner::Plain { width: 256 }];
    for learner in learners {
        // The hand-made learner has long learnt all it can.
        let compute = if learner == Learner::HandMade { compute.min(1e10) } else { compute };
        let spec = TrainingSpec { learner, noise, clutter, compute, seed: 0 };
        let start = Instant::now();
        let mut longest = 0.0_f64;
        let curves: Vec<Curve> = (1..=seeds)
            .map(|seed| {
                let mut run = TrainingRun::new(TrainingSpec { seed, ..spec });
                loop {
                    let step = Instant::now();
                    let is_going = run.step();
                    longest = longest.max(step.elapsed().as_secs_f64());
                    if !is_going {
                        break run.curve().clone();
                    }
                }
            })
            .collect();
        let seconds = start.elapsed().as_secs_f64();
        let mean = Curve::mean(&curves);
        println!(
            "{learner:?}: {} parameters, {:.0} FLOP a picture, {:.2} GFLOP/s with making pictures and tests, longest step {:.1} ms",
            learner.parameters(),
            spec.cost(),
            1e-9 * compute * seeds as f64 / seconds,
            1e3 * longest
        );
        for (place, point) in mean.points.iter().enumerate() {
            let of_seeds: Vec<String> = curves.iter().map(|curve| format!("{:.3}", curve.points[place].accuracy)).collect();
            println!("  {:.2e} FLOP {:9} pictures {:.3} ({})", point.flop, point.pictures, point.accuracy, of_seeds.join(" "));
        }
        match &hand {
            None => hand = Some((mean, curves)),
            Some((mean_hand, hands)) => {
                let each: Vec<_> = hands.iter().zip(&curves).map(|(hand, curve)| hand.overtaken_by(curve)).collect();
                println!("  overtakes the hand-made at {:?}; by seeds {each:?}", mean_hand.overtaken_by(&mean));
            }
        }
    }
}
