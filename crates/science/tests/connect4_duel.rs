//! The duel: the same whoever computes it and in whatever parts, and what a prototype has found of it.

use pendrop_budget::is_long;
use pendrop_science::{
    connect4::{
        Board, Duel, DuelSpec, DuelStatistics, Game, GameResult, GameSpec, Mover, Player, Point, PointRun, PointSpec, positions, think,
    },
    overtaking::NoOvertaking,
};

const GUIDED: Player = Player::Guided { keep_moves: 2 };

/// A point without its positions.
fn games(opponent: Player, compute: u64, games: u32) -> PointSpec {
    PointSpec { opponent, compute, games: 0..games, positions: 0..0, seed: 1 }
}

/// The share of all solved positions in which a player keeps the value of the game.
fn optimal(player: Player, compute: u64) -> f64 {
    let kept = (0..).zip(positions()).filter(|(seed, position)| {
        let thought = think(position.board, player, compute, *seed);
        position.is_optimal(usize::from(thought.column))
    });
    kept.count() as f64 / positions().len() as f64
}

/// The numbers of a small duel, as they are on every machine: a change of any of them is a change of every recording.
#[test]
fn a_small_duel_is_always_the_same() {
    let told = |opponent| {
        let spec = DuelSpec { opponent, compute: 300, games: 20, positions: 40, seed: 1 };
        let tell = |point: &Point| {
            let Point { compute, wins, draws, losses, optimal_pure, optimal_opponent, pure, opponent, .. } = *point;
            (compute, [wins, draws, losses], [optimal_pure, optimal_opponent], [pure.units, opponent.units])
        };
        Duel::new(spec).finish().points().iter().map(tell).collect::<Vec<_>>()
    };
    let rules = [
        (32, [0, 0, 20], [12, 30], [4517, 244]),
        (64, [0, 0, 20], [17, 30], [8325, 254]),
        (128, [0, 0, 20], [15, 30], [18_658, 294]),
        (256, [0, 0, 20], [18, 30], [45_674, 368]),
        (300, [1, 0, 19], [17, 30], [54_756, 374]),
    ];
    let guided = [
        (32, [1, 0, 19], [12, 23], [4855, 7187]),
        (64, [0, 0, 20], [17, 24], [9470, 11_362]),
        (128, [0, 0, 20], [15, 30], [19_222, 19_453]),
        (256, [1, 0, 19], [18, 30], [37_553, 35_627]),
        (300, [0, 0, 20], [17, 28], [52_138, 48_701]),
    ];
    let soft = [
        (32, [0, 0, 20], [12, 30], [4699, 8526]),
        (64, [0, 0, 20], [17, 26], [7941, 11_471]),
        (128, [0, 0, 20], [15, 29], [18_290, 23_403]),
        (256, [0, 0, 20], [18, 28], [43_331, 49_929]),
        (300, [3, 0, 17], [17, 29], [65_098, 72_167]),
    ];
    assert_eq!(told(Player::RulesOnly), rules);
    assert_eq!(told(GUIDED), guided);
    assert_eq!(told(Player::Soft), soft);
}

#[test]
fn in_whatever_parts_a_duel_is_done_it_is_the_same() {
    let spec = DuelSpec { opponent: GUIDED, compute: 200, games: 9, positions: 11, seed: 5 };
    let whole = Duel::new(spec).finish();
    let mut parts = DuelStatistics::default();
    let mut specs: Vec<PointSpec> = spec.points().collect();
    assert_eq!(specs.iter().map(|point| point.compute).collect::<Vec<_>>(), [32, 64, 128, 200]);
    specs.reverse();
    for point in specs {
        for (games, positions) in [(4..9, 0..3), (0..1, 3..3), (1..4, 3..11)] {
            parts.add(&PointRun::new(PointSpec { games, positions, ..point.clone() }).finish());
        }
    }
    assert_eq!(parts, whole);
    let mut parts = DuelStatistics::default();
    spec.points().flat_map(|point| point.parts(4)).for_each(|part| parts.add(&PointRun::new(part).finish()));
    assert_eq!(parts, whole);
    assert_eq!(whole.points().iter().map(|point| (point.games(), point.positions)).collect::<Vec<_>>(), [(9, 11); 4]);
}

#[test]
fn a_search_longer_than_a_step_is_done_in_several() {
    let spec = DuelSpec { opponent: Player::Soft, compute: 1_000_000, games: 0, positions: 1, seed: 1 };
    let (spec, mut steps, mut before) = (spec.points().last().expect("the greatest budget"), 0, 0.0);
    let mut run = PointRun::new(spec);
    while run.step() {
        let progress = run.progress();
        assert!(progress > before && progress < 1.0, "{before} {progress}");
        before = progress;
        steps += 1;
    }
    // Two searches, of 150 000 units each step.
    assert!((12..=14).contains(&steps), "{steps}");
    assert_eq!((run.progress(), run.point().positions), (1.0, 1));
}

#[test]
fn progress_goes_on_to_the_end_and_what_is_found_comes_bit_by_bit() {
    let mut duel = Duel::new(DuelSpec { opponent: Player::RulesOnly, compute: 4096, games: 20, positions: 20, seed: 1 });
    let (mut before, mut steps, mut partial) = (0.0, 0, 0);
    while duel.step() {
        assert!(duel.progress() >= before && duel.progress() < 1.0);
        before = duel.progress();
        steps += 1;
        let statistics = duel.statistics();
        partial += u32::from(statistics.points().last().is_some_and(|point| (1..20).contains(&point.games())));
    }
    assert!(steps > 10 && partial > 5, "{steps} {partial}");
    assert_eq!(duel.progress(), 1.0);
    assert_eq!(duel.statistics().points().len(), 8);
    let none = Duel::new(DuelSpec { opponent: GUIDED, compute: 20, games: 0, positions: 0, seed: 1 });
    assert_eq!(none.finish().points(), [Point::new(20)]);
}

#[test]
fn a_game_can_be_seen_again_and_is_the_one_that_was_counted() {
    let spec = |number| GameSpec { opponent: GUIDED, compute: 500, seed: 1, number };
    let played: Vec<Game> = (0..10).map(|number| Game::played(spec(number))).collect();
    let mut results = [0; 3];
    for game in &played {
        let mut board = Board::EMPTY;
        for (ply, step) in game.moves().iter().enumerate() {
            let opening = ply < 2;
            let pure = (ply as u32 + game.spec().number).is_multiple_of(2);
            let mover = if opening {
                Mover::Opening
            } else if pure {
                Mover::Pure
            } else {
                Mover::Opponent
            };
            assert_eq!((step.mover, step.thought.is_none()), (mover, opening));
            assert!(step.thought.is_none_or(|thought| thought.column == step.column));
            board = board.with(board.landing(usize::from(step.column)).expect("a move that can be made"));
        }
        assert_eq!(board, game.board());
        assert!(board.is_over());
        results[match game.result().expect("over") {
            GameResult::PureWon => 0,
            GameResult::Drawn => 1,
            GameResult::OpponentWon => 2,
        }] += 1;
    }
    let point = PointRun::new(games(GUIDED, 500, 10)).finish();
    assert_eq!([point.wins, point.draws, point.losses], results);
    let opening = |game: &Game| game.moves()[..2].to_vec();
    assert_eq!(opening(&played[0]), opening(&played[1]));
    assert!(played.iter().any(|game| opening(game) != opening(&played[0])));
    let again = serde_json::to_string(&played[3]).and_then(|text| serde_json::from_str::<Game>(&text)).expect("the same");
    assert_eq!(again, played[3]);
}

/// Sides are exchanged after the same opening: against itself no player is ahead.
#[test]
fn the_pairing_is_fair() {
    let point = PointRun::new(games(Player::Pure, 300, 400)).finish();
    let interval = point.win_rate_interval().expect("games");
    assert!(interval.contains(0.5) && interval.width() < 0.1, "{point:?}");
}

#[test]
fn wilsons_interval() {
    let point = Point { wins: 40, draws: 20, losses: 40, ..Point::new(32) };
    let interval = point.win_rate_interval().expect("games");
    // 50 of 100: 0.4038 to 0.5962 in every table.
    assert!((interval.low - 0.403_832).abs() < 1e-6 && (interval.high - 0.596_168).abs() < 1e-6, "{interval:?}");
    let all = Point { wins: 10, ..Point::new(32) }.win_rate_interval().expect("games");
    assert!((all.low - 0.722_467).abs() < 1e-6 && (all.high - 1.0).abs() < 1e-12, "{all:?}");
    assert_eq!(Point::new(32).win_rate_interval(), None);
}

#[test]
fn where_pure_search_overtakes() {
    let crossover = |points: &[(u64, u32)]| {
        let mut statistics = DuelStatistics::default();
        // What is known of a budget later is put where it belongs.
        points.iter().rev().for_each(|(compute, wins)| statistics.add(&Point { wins: *wins, losses: 20 - wins, ..Point::new(*compute) }));
        statistics.crossover()
    };
    let between = crossover(&[(32, 2), (64, 8), (128, 12), (200, 18)]).expect("a crossing");
    assert!((between - 64.0 * 2_f64.sqrt()).abs() < 1e-9, "{between}");
    // Of several the last, from which on it stays ahead.
    let last = crossover(&[(32, 12), (64, 8), (128, 12), (256, 8), (512, 12)]).expect("a crossing");
    assert!((last - 256.0 * 2_f64.sqrt()).abs() < 1e-9, "{last}");
    assert_eq!(crossover(&[]), Err(NoOvertaking::Unmeasured));
    assert_eq!(crossover(&[(32, 12), (64, 10)]), Err(NoOvertaking::Behind));
    assert_eq!(crossover(&[(32, 12), (64, 13)]), Err(NoOvertaking::Ahead));
}

/// The prototype's share of moves that keep the value, within two standard errors of the difference of two such runs, 0.036 at most.
#[test]
fn shares_of_optimal_moves_are_those_of_the_prototype() {
    let measured = [
        (Player::RulesOnly, 32, 0.714),
        (Player::Pure, 32, 0.289),
        (Player::Pure, 512, 0.526),
        (Player::Pure, 2048, 0.721),
        (Player::Pure, 8192, 0.800),
        (GUIDED, 32, 0.661),
        (GUIDED, 512, 0.747),
        (GUIDED, 8192, 0.805),
        (Player::Guided { keep_moves: 3 }, 32, 0.551),
        (Player::Guided { keep_moves: 4 }, 32, 0.468),
    ];
    let long = [(Player::Pure, 131_072, 0.844), (Player::Pure, 524_288, 0.862), (GUIDED, 524_288, 0.796), (Player::Soft, 524_288, 0.898)];
    for (player, compute, share) in measured.into_iter().chain(long.into_iter().filter(|_| is_long())) {
        let found = optimal(player, compute);
        assert!((found - share).abs() < 0.05, "{player:?} at {compute}: {found}, not {share}");
    }
}

/// What is forbidden stays out of reach, however much is computed; what is only thought little of does not.
#[test]
fn who_forbids_stops_where_others_go_on() {
    let compute = if is_long() { 262_144 } else { 32_768 };
    let (guided, soft) = (optimal(GUIDED, compute), optimal(Player::Soft, compute));
    assert!(soft > guided + 0.03, "{guided} {soft}");
    let reachable = positions().iter().filter(|position| {
        let looked_at = think(position.board, GUIDED, 200, 1).visits;
        (0..7).any(|column| looked_at[column] > 0 && position.is_optimal(column))
    });
    // In a tenth of the positions none of the two moves that it considers is right.
    assert!((430..460).contains(&reachable.count()));
}

/// The prototype's crossing, 2 990 units, was found with 300 to 1000 games at each budget.
#[test]
fn pure_search_overtakes_rules_at_about_three_thousand_units() {
    let mut statistics = DuelStatistics::default();
    for compute in [1024, 2048, 4096] {
        statistics.add(&PointRun::new(games(Player::RulesOnly, compute, 200)).finish());
    }
    let crossover = statistics.crossover().expect("a crossing");
    assert!((2000.0..4500.0).contains(&crossover), "{statistics:?}");
}

/// With knowledge in the search it takes longer: the prototype's crossing is at 14 300 units.
#[test]
fn guided_search_is_overtaken_later() {
    let at = |compute, count| PointRun::new(games(GUIDED, compute, count)).finish();
    // Where rules alone are overtaken already.
    let before = at(4096, 150);
    assert!(before.win_rate_interval().expect("games").high < 0.5, "{before:?}");
    if is_long() {
        let mut statistics = DuelStatistics::default();
        for compute in [4096, 8192, 16_384, 32_768] {
            statistics.add(&at(compute, 1000));
        }
        let crossover = statistics.crossover().expect("a crossing");
        assert!((9000.0..20_000.0).contains(&crossover), "{statistics:?}");
    }
}
