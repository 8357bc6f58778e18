//! Small dense systems of equations, in plain arithmetic: tens of unknowns, any number of equations.

mod cholesky;
mod householder;

pub use cholesky::Cholesky;
pub use householder::least_squares;
