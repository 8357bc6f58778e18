//! The table of the duel, measured: `cargo run --release -p pendrop-science --example duel -- [greatest compute] [games] [seed]`.

use std::{env, time::Instant};

use pendrop_science::connect4::{DuelSpec, DuelStatistics, Player, PointRun, positions};

const OPPONENTS: [(&str, Player); 5] = [
    ("rules only", Player::RulesOnly),
    ("guided, 2 moves", Player::Guided { keep_moves: 2 }),
    ("guided, 3 moves", Player::Guided { keep_moves: 3 }),
    ("guided, 4 moves", Player::Guided { keep_moves: 4 }),
    ("soft knowledge", Player::Soft),
];

fn main() {
    let mut arguments = env::args().skip(1).map(|argument| argument.parse::<u64>().ok());
    let mut next = |otherwise| arguments.next().flatten().unwrap_or(otherwise);
    let (compute, games, seed) = (next(32_768), next(60) as u32, next(1));
    println!("{games} games, {} positions, seed {seed}", positions().len());
    for (name, opponent) in OPPONENTS {
        println!("\nPure search against: {name}");
        println!("    units  win rate  95 %           draws  pure    opponent  plies  playouts/s  s");
        let spec = DuelSpec { opponent, compute, games, positions: positions().len() as u32, seed };
        let mut statistics = DuelStatistics::default();
        for spec in spec.points() {
            let start = Instant::now();
            let point = PointRun::new(spec).finish();
            let seconds = start.elapsed().as_secs_f64();
            statistics.add(&point);
            let interval = point.win_rate_interval();
            println!(
                "{:9}  {:.3}     {:.3} - {:.3}  {:5}  {:.3}   {:.3}     {:5.1}  {:10.0}  {seconds:.2}",
                point.compute,
                point.win_rate().unwrap_or(f64::NAN),
                interval.map_or(f64::NAN, |interval| interval.low),
                interval.map_or(f64::NAN, |interval| interval.high),
                point.draws,
                point.optimal_pure().unwrap_or(f64::NAN),
                point.optimal_opponent().unwrap_or(f64::NAN),
                2.0 + (point.pure.moves + point.opponent.moves - 2 * u64::from(point.positions)) as f64 / f64::from(games),
                (point.pure.playouts + point.opponent.playouts) as f64 / seconds,
            );
        }
        println!("Overtakes: {:?}", statistics.crossover());
    }
}
