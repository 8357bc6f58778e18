//! The curves that the duel has measured: how many of the moves in solved positions are right, against computing per move, of a
//! player that may look at few moves and of one that may look at all.

use std::sync::OnceLock;

use pendrop_kit::{
    figure::{Model, recorded},
    values::{Parameters, Values},
};
use pendrop_science::{
    connect4::{Point, chance},
    crossing::Measured,
};

use crate::search_vs_knowledge::{SearchVsKnowledge, parameters::SearchVsKnowledgeParameters};

/// The greatest budget that is recorded, in units for a move.
const COMPUTE: f64 = 524_288.0;

/// The recorded duel up to its greatest budget, which is read once.
pub fn duel() -> Option<&'static Measured> {
    static DUEL: OnceLock<Option<Measured>> = OnceLock::new();
    DUEL.get_or_init(read).as_ref()
}

/// Moves at random would be right by `chance`: that is no performance.
fn read() -> Option<Measured> {
    let start = SearchVsKnowledgeParameters::of(&Values::defaults(<SearchVsKnowledge as Model>::Parameters::DECLARED));
    let outcome = recorded::<SearchVsKnowledge>(SearchVsKnowledgeParameters { compute: COMPUTE, ..start })?;
    let chance = chance(outcome.spec.positions as usize)?;
    let points = |of: fn(&Point) -> Option<f64>| {
        outcome
            .statistics
            .points()
            .iter()
            .filter_map(|point| Some((point.compute as f64, (of(point)? - chance) / (1.0 - chance))))
            .collect()
    };
    Some(Measured { more: points(Point::optimal_opponent), less: points(Point::optimal_pure) })
}
