//! Which characters are the test, and in which order the others are counted.

use super::ORDERS;
use crate::random;

/// Characters of a block.
const BLOCK: usize = 1000;
/// Characters of a block in a short text.
const SHORT_BLOCK: usize = 200;
/// A text with fewer characters is short.
const SHORT: usize = 20_000;
/// One of so many characters is for the test,
const TEST_SHARE: usize = 10;
/// but never fewer than this
const TEST_LEAST: usize = 500;
/// nor more than this.
const TEST_MOST: usize = 60_000;

/// Places in the text.
pub(super) struct Split {
    pub test: Vec<u32>,
    pub train: Vec<u32>,
}

impl Split {
    /// Of a text of so many characters. The first of them are in no part: they have too few before them.
    pub fn of(length: usize, seed: u64) -> Split {
        let first = ORDERS - 1;
        let block = if length < SHORT { SHORT_BLOCK } else { BLOCK };
        let mut starts: Vec<usize> = (first..length).step_by(block).collect();
        // Fisher and Yates.
        for place in (1..starts.len()).rev() {
            starts.swap(place, random::below(seed, place as u64, place + 1));
        }
        let wanted = (length / TEST_SHARE).clamp(TEST_LEAST, TEST_MOST);
        let mut split = Split { test: Vec::new(), train: Vec::with_capacity(length) };
        for start in starts {
            let part = if split.test.len() < wanted { &mut split.test } else { &mut split.train };
            part.extend(start as u32..(start + block).min(length) as u32);
        }
        split.test.truncate(wanted);
        split
    }

    /// How many characters are counted when the models are measured: four times in each power of ten ([`super::STEP_DECADES`] apart),
    /// and in the end.
    pub fn sizes(&self) -> Vec<u32> {
        let end = self.train.len() as u32;
        let powers = (2..7)
            .flat_map(|power| [10_000, 17_783, 31_623, 56_234].map(|step| (step * 10_u64.pow(power) + 5000) / 10_000))
            .map(|size| size as u32);
        // The last but one is not all but the last.
        powers.take_while(|size| *size < end - end / 10).chain([end]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_in_both_parts() {
        for (length, tested) in [(1000, 500), (10_000, 1000), (300_001, 30_000), (900_000, 60_000)] {
            let split = Split::of(length, 1);
            assert_eq!(split.test.len(), tested);
            let mut all: Vec<u32> = split.test.iter().chain(&split.train).copied().collect();
            all.sort_unstable();
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]) && all[0] >= 7 && all[all.len() - 1] < length as u32);
            // What is cut from the last block of the test is lost.
            assert!(all.len() + 7 + BLOCK > length);
            assert!(split.train.windows(2).any(|pair| pair[1] < pair[0]), "shuffled");
            assert_ne!(Split::of(length, 2).train, split.train);
        }
    }

    #[test]
    fn sizes_grow_to_the_end() {
        assert_eq!(Split::of(1007, 1).sizes(), [100, 178, 316, 400]);
        let sizes = Split::of(1_900_000, 1).sizes();
        assert!(sizes.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(sizes.len(), 18);
    }
}
