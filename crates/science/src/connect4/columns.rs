//! A few columns in an order, packed into one number.

use super::board::{COLUMNS, column_of};

/// Up to seven columns in an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    /// Four bits for each, the first lowest.
    packed: u32,
    count: u32,
}

impl Columns {
    /// The columns of these cells, from left to right.
    pub fn of(mut cells: u64) -> Columns {
        let mut columns = Columns::default();
        while cells != 0 {
            columns.push(column_of(cells));
            cells &= cells - 1;
        }
        columns
    }

    /// The first so many of them.
    pub fn first(self, count: u32) -> Columns {
        let count = count.min(self.count);
        Columns { packed: self.packed & ((1 << (4 * count)) - 1), count }
    }

    /// How many there are.
    #[inline]
    pub fn count(self) -> u32 {
        self.count
    }

    /// The one at a place.
    #[inline]
    pub fn at(self, place: u32) -> usize {
        (self.packed >> (4 * place) & 15) as usize
    }

    /// Adds one at the end.
    pub fn push(&mut self, column: usize) {
        self.packed |= (column as u32) << (4 * self.count);
        self.count += 1;
    }

    /// Takes out the one at a place.
    #[inline]
    pub fn take(&mut self, place: u32) -> usize {
        let column = self.at(place);
        let before = (1 << (4 * place)) - 1;
        self.packed = self.packed & before | self.packed >> 4 & !before;
        self.count -= 1;
        column
    }
}

const _: () = assert!(4 * COLUMNS <= u32::BITS as usize);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connect4::Board;

    #[test]
    fn columns_are_added_and_taken_out() {
        let mut columns = Columns::of(Board::EMPTY.landings());
        let order = |columns: Columns| (0..columns.count()).map(|place| columns.at(place)).collect::<Vec<_>>();
        assert_eq!(order(columns), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!((columns.take(2), columns.take(0), columns.take(4)), (2, 0, 6));
        assert_eq!(order(columns), [1, 3, 4, 5]);
        columns.push(2);
        assert_eq!(order(columns), [1, 3, 4, 5, 2]);
        assert_eq!(order(columns.first(2)), [1, 3]);
        assert_eq!(columns.first(9), columns);
        assert_eq!((columns.take(0), columns.count()), (1, 4));
    }
}
