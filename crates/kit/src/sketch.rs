//! Pictures that the reader draws, for learners to say what they show. The learners are jobs of the figure, which are asked while they live,
//! also while they learn.

use crate::{job::JobSpec, locale::Language};

/// An outcome whose jobs can be shown a picture that the reader has drawn: square and grey.
pub trait Sketch {
    /// Cells along a side of the picture.
    fn side(&self) -> usize;
    /// The names of those who are asked, always as many.
    fn judges(&self, language: Language) -> Vec<&'static str>;
    /// What a picture may show, always as many.
    fn things(&self, language: Language) -> Vec<&'static str>;
    /// Which of the judges a job is; nothing where it is none. Of several that are the same one, the first is asked.
    fn judge(&self, job: &JobSpec) -> Option<usize>;
    /// What a job is asked of a picture, encoded: its cells row by row from the top, each from 0, black, to 255, white.
    fn question(&self, cells: &[u8]) -> Vec<u8>;
    /// How probable the job finds each thing; nothing where its answer is none.
    fn verdict(&self, answer: &[u8]) -> Option<Vec<f64>>;
}
