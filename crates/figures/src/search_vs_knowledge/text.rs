//! Words and numbers that headline, readouts and picture share.

use pendrop_kit::{
    format::{short, significant, with_unit},
    locale::{Language, fill},
};
use pendrop_science::connect4::Player;

use super::Strings;

/// A number of units that is known to two digits at best.
pub(super) fn units(value: f64, language: Language) -> String {
    significant(value, 2, language)
}

/// A count with all its digits.
pub(super) fn count(value: f64, language: Language) -> String {
    short(value, 7, language)
}

/// A share of one in whole per cent: number and unit.
pub(super) fn percent(share: f64, language: Language) -> (String, String) {
    (short((100.0 * share).round(), 3, language), "%".to_owned())
}

/// The same in one text.
pub(super) fn percent_text(share: f64, language: Language) -> String {
    with_unit(&percent(share, language))
}

/// The opponent as sentences name him, where somebody does something to him.
pub(super) fn opponent(player: Player, language: Language) -> String {
    let s = Strings::of(language);
    match player {
        Player::RulesOnly => s.opponent_rules_only.to_owned(),
        Player::Guided { keep_moves } => fill(s.opponent_guided, &[("moves", few(keep_moves, s))]),
        Player::Soft | Player::Pure => s.opponent_soft.to_owned(),
    }
}

/// The opponent's name in the picture.
pub(super) fn opponent_name(player: Player, language: Language) -> &'static str {
    let s = Strings::of(language);
    match player {
        Player::RulesOnly => s.name_rules_only,
        Player::Guided { .. } => s.name_guided,
        Player::Soft | Player::Pure => s.name_soft,
    }
}

/// That a player has won.
pub(super) fn wins(player: Player, language: Language) -> &'static str {
    let s = Strings::of(language);
    match player {
        Player::Pure => s.board_pure_wins,
        Player::RulesOnly => s.board_rules_only_wins,
        Player::Guided { .. } => s.board_guided_wins,
        Player::Soft => s.board_soft_wins,
    }
}

/// Two, three or four.
fn few(moves: u8, s: &'static Strings) -> &'static str {
    match moves {
        2 => s.moves_two,
        3 => s.moves_three,
        _ => s.moves_four,
    }
}
