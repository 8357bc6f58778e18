//! The figures' computations without their pictures: what a worker needs, and no more.

use crate::{anatomy::Computation, dominance_map, ensemble, parameter::Parameter, query, values::Values};

/// A figure that computes in pieces.
struct Work {
    id: &'static str,
    parameters: &'static [Parameter],
    computation: fn(&Values) -> Option<Box<dyn Computation>>,
}

/// Every figure that computes in pieces.
static WORKS: &[Work] = &[
    Work { id: "dominance-map", parameters: &dominance_map::parameters::PARAMETERS, computation: dominance_map::computation },
    Work { id: "ensemble", parameters: &ensemble::parameters::PARAMETERS, computation: ensemble::computation },
];

/// Begins the computation of a figure in a state, written as in an address (`mass=0.01&drops=1e5`); nothing where the
/// figure needs none.
#[must_use]
pub fn begin(id: &str, state: &str) -> Option<Box<dyn Computation>> {
    let work = WORKS.iter().find(|work| work.id == id)?;
    let pairs = state.split('&').filter_map(|pair| pair.split_once('='));
    (work.computation)(&query::parse(work.parameters, "", pairs).values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FIGURES;

    #[test]
    fn a_worker_can_begin_whatever_a_figure_computes_in_pieces() {
        for figure in FIGURES {
            assert_eq!(WORKS.iter().any(|work| work.id == figure.id()), figure.computes(), "{}", figure.id());
        }
    }

    #[test]
    fn nothing_begins_for_a_figure_that_is_not_there() {
        assert!(begin("nothing", "").is_none());
    }
}
