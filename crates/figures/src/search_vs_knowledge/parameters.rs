//! The parameters of `search-vs-knowledge`: who plays, with how much computing, and how often.

use pendrop_kit::{
    label,
    parameter::{ChoiceOption, Control, Parameter, Tick, tick},
    parameters,
};
use pendrop_science::connect4::{DuelSpec, Player};

use super::Strings;

/// The player who follows rules of thumb and does not search.
pub const RULES_ONLY: &str = "rules-only";
/// The player who searches among a few moves.
pub const GUIDED: &str = "guided";
/// The player who is advised and may try any move.
pub const SOFT: &str = "soft";
/// The charts have time across.
pub const TIME: &str = "time";

parameters! {
    /// Who plays, with how much computing, and how often.
    pub struct SearchVsKnowledgeParameters {
        /// Who plays against pure search: [`RULES_ONLY`], [`GUIDED`] or [`SOFT`].
        opponent: &'static str = Parameter::choice(
            label!(duel_opponent),
            Control::Radio,
            &[
                ChoiceOption { name: RULES_ONLY, label: label!(duel_rules_only), preset: &[] },
                ChoiceOption { name: GUIDED, label: label!(duel_guided), preset: &[] },
                ChoiceOption { name: SOFT, label: label!(duel_soft), preset: &[] },
            ],
            1,
        ),
        /// Among how many moves the guided player searches; nothing to the others.
        keep_moves: f64 = Parameter::whole(label!(duel_keep_moves), (2.0, 4.0), 1.0, 2.0)
            .in_names(label!(duel_named_moves))
            .only_with("opponent", GUIDED)
            .ticks(&[tick(2.0), tick(3.0), tick(4.0)]),
        /// The greatest budget, in units for a move.
        compute: f64 = Parameter::doubling(label!(duel_compute), (32.0, 1e6), 32_768.0).in_names(label!(duel_named_compute)).ticks(&[
            tick(32.0),
            tick(1024.0),
            // All of its digits, as the slider has them.
            Tick { value: 32_768.0, label: Some(|_| "32\u{202f}768") },
            Tick { value: 1e6, label: Some(label!(duel_million)) },
        ]),
        /// Games at each budget.
        games: f64 = Parameter::whole_log(label!(duel_games), (2.0, 1000.0), 0.1, 60.0)
            .in_names(label!(duel_named_games))
            .ticks(&[tick(2.0), tick(10.0), tick(60.0), tick(200.0), tick(1000.0)]),
        /// Solved positions that both are asked at each budget.
        positions: f64 = Parameter::whole(label!(duel_positions), (0.0, 500.0), 10.0, 200.0)
            .in_names(label!(duel_named_positions))
            .ticks(&[tick(0.0), tick(100.0), tick(200.0), tick(300.0), tick(400.0), tick(500.0)])
            .under_more(),
        /// Which random numbers.
        seed: f64 = Parameter::whole(label!(duel_seed), (0.0, 999.0), 1.0, 0.0)
            .ticks(&[tick(0.0), tick(250.0), tick(500.0), tick(750.0), tick(999.0)])
            .under_more(),
        /// What the charts have across: `units` or the [`TIME`] that a move took.
        axis: &'static str = Parameter::choice(
            label!(duel_axis),
            Control::Radio,
            &[
                ChoiceOption { name: "units", label: label!(duel_axis_units), preset: &[] },
                ChoiceOption { name: TIME, label: label!(duel_axis_time), preset: &[] },
            ],
            0,
        )
        .of_picture()
        .under_more(),
    }
}

impl From<&SearchVsKnowledgeParameters> for DuelSpec {
    fn from(parameters: &SearchVsKnowledgeParameters) -> Self {
        let opponent = match parameters.opponent {
            RULES_ONLY => Player::RulesOnly,
            SOFT => Player::Soft,
            _ => Player::Guided { keep_moves: parameters.keep_moves as u8 },
        };
        // All are whole numbers within the bounds of their declarations.
        Self {
            opponent,
            compute: parameters.compute as u64,
            games: parameters.games as u32,
            positions: parameters.positions as u32,
            seed: parameters.seed as u64,
        }
    }
}
