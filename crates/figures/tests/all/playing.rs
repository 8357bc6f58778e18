//! Games of the reader's in `search-vs-knowledge`: replies, what is told, and the board.

use std::sync::Arc;

use crate::{
    common::{bounds::texts, layers},
    search_vs_knowledge::{NARROW, WIDE, solved},
};
use pendrop_figures::{
    search_vs_knowledge::{PlayerJob, SearchVsKnowledge},
    testing::values,
};
use pendrop_kit::{
    figure::Figure,
    job::{Answer, Job, decode, encode},
    locale::Language,
    outcome::Outcome,
    picture::Frame,
    play::{End, Game, Move},
    tables::Tables,
};
use pendrop_science::connect4::{Board, Player, ReplySpec, Thought, think};

/// A game in which the reader makes these moves as long as they can be made, else the first that can.
pub fn played(outcome: &dyn Outcome, rival: usize, rival_begins: bool, columns: &[usize]) -> Game {
    let play = outcome.play().expect("a game");
    let mut game = Game { rival, rival_begins, ..Game::default() };
    let mut job = play.job(&game).start().expect("a player");
    let mut wanted = columns.iter().copied();
    while play.end(&game).is_none() {
        if game.is_readers_turn() {
            let Some(column) = wanted.next() else { break };
            let places = play.places(&game, Language::En);
            let place = if places[column].open { column } else { places.iter().position(|place| place.open).expect("a place") };
            game.moves.push(Move { place, answer: None });
        } else {
            let question = play.question(&game);
            while job.think(&question) {}
            let answer: Arc<[u8]> = job.answer(&question).expect("an answer").into();
            let place = play.reply(&game, &answer).expect("a move that can be made");
            assert!(play.places(&game, Language::De)[place].open);
            game.asked = Some(question.into());
            game.moves.push(Move { place, answer: Some(answer) });
        }
    }
    game
}

/// All the way along the board, whoever plays.
pub const EVERYWHERE: [usize; 42] = {
    let mut columns = [0; 42];
    let mut step = 0;
    while step < 42 {
        columns[step] = (3 * step + 2) % 7;
        step += 1;
    }
    columns
};

#[test]
fn whoever_is_played_against_replies_by_the_rules_and_always_the_same() {
    for (query, rival, player) in [
        ("compute=512", 0, Player::Pure),
        ("compute=512", 1, Player::Guided { keep_moves: 2 }),
        ("compute=512&opponent=soft", 1, Player::Soft),
        ("compute=512&opponent=rules-only", 1, Player::RulesOnly),
        ("compute=512&keep_moves=3&seed=4", 1, Player::Guided { keep_moves: 3 }),
    ] {
        let outcome = solved(query);
        for rival_begins in [false, true] {
            let game = played(&*outcome, rival, rival_begins, &EVERYWHERE);
            let play = outcome.play().expect("a game");
            assert!(play.end(&game).is_some(), "{query}");
            assert_eq!(game, played(&*solved(query), rival, rival_begins, &EVERYWHERE));
            // Each answer is what the player thinks of the position before it, with random numbers of this move.
            for (ply, step) in game.moves.iter().enumerate() {
                let Some(answer) = &step.answer else { continue };
                let before = Game { moves: game.moves[..ply].to_vec(), ..game.clone() };
                let asked: ReplySpec = decode(&play.question(&before)).expect("a question");
                assert_eq!((asked.player, asked.compute, asked.board.plies()), (player, 512, ply as u32));
                let thought = think(asked.board, player, 512, asked.move_seed());
                assert_eq!(decode::<Option<Thought>>(answer), Some(Some(thought)));
                assert_eq!(PlayerJob::start(()).answer(asked), Some(thought));
            }
        }
    }
    // Another seed, another game.
    let with_seed = |seed: u32| played(&*solved(&format!("compute=512&games=2&positions=0&seed={seed}")), 0, true, &EVERYWHERE).moves;
    assert_ne!(with_seed(1), with_seed(2));
}

#[test]
fn what_is_no_reply_is_none() {
    let outcome = solved("");
    let play = outcome.play().expect("a game");
    let full = Game { moves: (0..6).map(|_| Move { place: 3, answer: None }).collect(), ..Game::default() };
    let centre = encode(&Some(think(Board::EMPTY, Player::Pure, 1000, 1)));
    assert!(play.reply(&Game::default(), &centre).is_some() && play.reply(&full, &encode(&None::<Thought>)).is_none());
    let to = |column: u8| encode(&Some(Thought { column, visits: [0; 7], points: [0; 7], units: 0, playouts: 0 }));
    assert_eq!([3, 4, 9].map(|column| play.reply(&full, &to(column))), [None, Some(4), None]);
    assert_eq!(play.reply(&Game::default(), &[]), None);
    // Moves that cannot have been made are no position: nothing is open, and nothing is answered.
    let odd = Game { moves: vec![Move { place: 9, answer: None }], ..Game::default() };
    assert!(play.places(&odd, Language::En).iter().all(|place| !place.open) && play.end(&odd).is_none());
    assert_eq!(play.reply(&odd, &centre), None);
}

/// A game that nobody wins.
const DRAWN: [usize; 42] =
    [4, 3, 2, 5, 2, 3, 2, 5, 4, 2, 2, 4, 5, 1, 4, 3, 3, 6, 0, 0, 6, 3, 0, 2, 5, 0, 3, 6, 5, 1, 0, 5, 1, 1, 0, 1, 1, 4, 4, 6, 6, 6];

/// What is said to people who do not see the board, and who won.
#[test]
fn a_game_is_told() {
    let outcome = solved("compute=64");
    let play = outcome.play().expect("a game");
    let step = |place: usize, readers: bool| Move { place, answer: (!readers).then(|| encode(&None::<Thought>).into()) };
    let begin = Game::default();
    assert_eq!(play.told(&begin, Language::En), "You begin. Choose a column.");
    assert_eq!(play.places(&begin, Language::De)[3].label, "Spalte 4, leer");
    assert_eq!(play.rivals(Language::En), ["Pure search", "Guided search"]);
    assert_eq!(solved("opponent=soft").play().expect("a game").rivals(Language::De)[1], "Suche mit Rat");
    let mut game = Game { moves: [(3, true), (2, false)].map(|(place, readers)| step(place, readers)).to_vec(), ..begin.clone() };
    assert_eq!(play.told(&game, Language::En), "Pure search: column 3. Your move.");
    assert_eq!(play.told(&Game { rival: 1, ..game.clone() }, Language::De), "Beratene Suche: Spalte 3. Sie sind am Zug.");
    assert_eq!(play.places(&game, Language::En)[3].label, "Column 4, from the bottom: you");
    game.moves.extend([(3, true), (3, false), (3, true), (3, false), (3, true)].map(|(place, readers)| step(place, readers)));
    let [full, empty] = [3, 6].map(|place| play.places(&game, Language::En)[place].clone());
    assert_eq!(full.label, "Column 4, full. From the bottom: you, you, opponent, you, opponent, you");
    assert!(!full.open && empty.open);
    // Three ends. The reader's four are the reader's, whoever is played against.
    let moves = |columns: &[usize], rival_begins: bool| Game {
        rival_begins,
        moves: columns.iter().enumerate().map(|(ply, column)| step(*column, (ply % 2 == 0) != rival_begins)).collect(),
        ..Game::default()
    };
    let tower = [0, 1, 0, 1, 0, 1, 0];
    let (won, lost) = (moves(&tower, false), moves(&tower, true));
    assert_eq!((play.end(&won), play.end(&lost), play.end(&begin)), (Some(End::Won), Some(End::Lost), None));
    assert_eq!(play.told(&won, Language::De), "Gewonnen. Gut gespielt!");
    assert_eq!(play.told(&lost, Language::En), "Column 1. Pure search wins.");
    assert!(play.places(&won, Language::En).iter().all(|place| !place.open));
    let drawn = moves(&DRAWN, false);
    assert_eq!(play.end(&drawn), Some(End::Drawn));
    assert_eq!(play.told(&drawn, Language::En), "Column 7. A draw.");
}

/// Whatever is set afterwards, a game was played against whom it was played against.
#[test]
fn a_game_that_is_over_keeps_its_player() {
    let solve = |query: &str| SearchVsKnowledge.solve(&values(&SearchVsKnowledge, query), &Tables::default());
    let (small, other) = (solve("compute=32&games=2&positions=0"), solve("compute=64&games=2&positions=0&opponent=soft"));
    let game = played(&*small, 1, false, &[0; 42]);
    let told = |outcome: &dyn Outcome| {
        let play = outcome.play().expect("a game");
        let shown = play.shown(&game);
        (play.against(&game, Language::En), play.told(&game, Language::En), layers(&shown, &WIDE, game.moves.len() as f64))
    };
    assert_eq!(told(&*small), told(&*other));
    // One that goes on is played against whoever is set.
    let begun = Game { moves: game.moves[..2].to_vec(), ..game.clone() };
    let against = |outcome: &dyn Outcome| outcome.play().expect("a game").against(&begun, Language::En);
    assert_ne!(against(&*small), against(&*other));
}

/// Against whom, with what strength: what changes is said.
#[test]
fn who_is_played_against_follows_the_values() {
    let against = |query: &str, rival: usize| {
        let outcome = solved(query);
        outcome.play().expect("a game").against(&Game { rival, ..Game::default() }, Language::En).replace('\u{202f}', " ")
    };
    assert_eq!(against("", 0), "Pure search, 32 768 units per move");
    assert_eq!(against("compute=64", 1), "Guided search, 64 units per move");
    assert_eq!(against("opponent=rules-only", 1), "Rules of thumb");
    let seconds = |query: &str, rival: usize| {
        let outcome = solved(query);
        outcome.play().expect("a game").job(&Game { rival, ..Game::default() }).seconds
    };
    assert!(seconds("compute=524288", 0) > 10.0 * seconds("", 1) && seconds("opponent=rules-only", 1) == 0.0);
}

/// While the reader plays there is the board alone, as large as it can be; nothing else that the outcome says is another.
#[test]
fn the_readers_game_is_shown_on_the_board() {
    let outcome = solved("");
    let game = played(&*outcome, 0, false, &EVERYWHERE[..3]);
    let shown = outcome.play().expect("a game").shown(&game);
    assert_eq!(outcome.headline(Language::En), shown.headline(Language::En));
    for frame in [WIDE, NARROW, Frame { width: 280.0, ..NARROW }] {
        let (before, picture) = (outcome.clone().picture(&frame), shown.clone().picture(&frame));
        assert!(before.places().is_none() && before.invitation().is_some_and(|(x, y)| x < frame.width && y + 44.0 <= frame.height));
        let places = picture.places().expect("places");
        assert!(picture.invitation().is_none() && places.left >= 0.0 && places.right <= frame.width && places.bottom <= frame.height);
        assert!(places.width() / 7.0 >= if frame.width < 300.0 { 39.0 } else { 44.0 }, "{places:?}");
    }
    let said = |game: &Game| {
        let shown = outcome.play().expect("a game").shown(game);
        let time = shown.animation().expect("a game").duration();
        layers(&shown, &WIDE, time).iter().flat_map(|layer| texts(layer)).map(|(text, _)| text).collect::<Vec<_>>().join("; ")
    };
    assert!(said(&game).contains("tries before move 6, %") && said(&game).contains("you") && !said(&game).contains("guided"));
    assert!(said(&Game { rival: 1, ..Game::default() }).contains("guided"));
    assert!(said(&Game::default()).contains("before the first move"));
    let turn = Game { moves: game.moves[..5].to_vec(), ..game.clone() };
    assert!(said(&turn).contains("move 5: yours"), "{}", said(&turn));
    let tower = |readers: usize| Game {
        rival_begins: readers == 1,
        moves: [0, 1, 0, 1, 0, 1, 0]
            .iter()
            .enumerate()
            .map(|(ply, column)| Move { place: *column, answer: (ply % 2 != readers).then(|| encode(&None::<Thought>).into()) })
            .collect(),
        ..Game::default()
    };
    assert!(said(&tower(0)).contains("You win") && said(&tower(1)).contains("Pure search wins"));
}
