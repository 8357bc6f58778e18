//! How often each sequence of symbols was counted: a tree in which a sequence is the child of what it begins with.
//!
//! The tree knows its children by one hash table, divided into many small ones that double at different times: none takes
//! long to double. Fixed hashing, so that everything is the same everywhere.

use super::ORDERS;

/// A sequence in the tree.
pub(super) type Id = u32;

/// The empty sequence.
pub(super) const ROOT: Id = 0;
/// A sequence that is not in the tree.
pub(super) const UNSEEN: Id = u32::MAX;

/// A sequence of symbols.
#[derive(Clone, Copy, Default)]
struct Node {
    /// The sequence without its last symbol,
    parent: Id,
    /// and that symbol.
    symbol: u16,
    /// How many different symbols followed.
    followers: u16,
    /// How often it was counted.
    count: u32,
    /// How often anything followed.
    total: u32,
}

/// Nodes that are stored together, as a power of two: storage grows by so many, and nothing is ever moved.
const CHUNK: u32 = 16;
/// How many hash tables, as a power of two.
const TABLES: u32 = 8;
/// An entry is an id in so many bits, and some bits of the hash above it; 0 is none. [`super::MOST`] characters have fewer.
const ID_BITS: u32 = 24;

/// All sequences.
pub(super) struct Counts {
    chunks: Vec<Vec<Node>>,
    tables: Vec<Table>,
}

/// Some of the sequences by parent and symbol; open addressing.
#[derive(Clone)]
struct Table {
    entries: Vec<u32>,
    used: usize,
}

/// What was counted after a context.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Following {
    /// How often the symbol in question followed.
    pub count: u32,
    /// How often any symbol did.
    pub total: u32,
    /// How many different ones did.
    pub followers: u32,
}

/// The last symbols before a place, as sequences of 0, 1, ... of them.
pub(super) type Context = [Id; ORDERS];

fn hash(parent: Id, symbol: u16) -> u64 {
    let key = (u64::from(parent) << 16) | u64::from(symbol);
    let mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xBF58_476D_1CE4_E5B9)
}

/// The entry of a node: its id, and bits of the hash that decide neither table nor place in it.
fn entry(id: Id, hash: u64) -> u32 {
    id | ((hash as u32) << ID_BITS)
}

impl Counts {
    pub fn new() -> Counts {
        Counts { chunks: vec![vec![Node::default()]], tables: vec![Table { entries: vec![0; 16], used: 0 }; 1 << TABLES] }
    }

    /// How many sequences are known.
    pub fn len(&self) -> usize {
        self.chunks.iter().map(Vec::len).sum()
    }

    fn node(&self, id: Id) -> &Node {
        &self.chunks[(id >> CHUNK) as usize][(id & ((1 << CHUNK) - 1)) as usize]
    }

    fn node_mut(&mut self, id: Id) -> &mut Node {
        &mut self.chunks[(id >> CHUNK) as usize][(id & ((1 << CHUNK) - 1)) as usize]
    }

    /// The child of a known sequence, or the free place for it in its table.
    fn look_up(&self, parent: Id, symbol: u16, hash: u64) -> Result<Id, usize> {
        let entries = &self.tables[(hash >> (64 - TABLES)) as usize].entries;
        let mut place = first(hash, entries.len());
        loop {
            let found = entries[place];
            if found == 0 {
                return Err(place);
            }
            let id = found & ((1 << ID_BITS) - 1);
            if found == entry(id, hash) {
                let node = self.node(id);
                if node.parent == parent && node.symbol == symbol {
                    return Ok(id);
                }
            }
            place = (place + 1) & (entries.len() - 1);
        }
    }

    /// A sequence with one more symbol, if it is known.
    pub fn child(&self, parent: Id, symbol: u16) -> Id {
        if parent == UNSEEN { UNSEEN } else { self.look_up(parent, symbol, hash(parent, symbol)).unwrap_or(UNSEEN) }
    }

    /// The same; from now on it is known.
    fn child_made(&mut self, parent: Id, symbol: u16) -> Id {
        let hash = hash(parent, symbol);
        let place = match self.look_up(parent, symbol, hash) {
            Ok(id) => return id,
            Err(place) => place,
        };
        if self.chunks.last().is_none_or(|chunk| chunk.len() == 1 << CHUNK) {
            self.chunks.push(Vec::with_capacity(1 << CHUNK));
        }
        let chunk = self.chunks.len() - 1;
        let id = ((chunk << CHUNK) + self.chunks[chunk].len()) as Id;
        self.chunks[chunk].push(Node { parent, symbol, ..Node::default() });
        let number = (hash >> (64 - TABLES)) as usize;
        let table = &mut self.tables[number];
        table.entries[place] = entry(id, hash);
        table.used += 1;
        if table.is_full(number) {
            self.double(number);
        }
        id
    }

    fn double(&mut self, number: usize) {
        let old = std::mem::take(&mut self.tables[number].entries);
        let mut entries = vec![0; 2 * old.len()];
        for found in old.into_iter().filter(|found| *found != 0) {
            let Node { parent, symbol, .. } = *self.node(found & ((1 << ID_BITS) - 1));
            let mut place = first(hash(parent, symbol), entries.len());
            while entries[place] != 0 {
                place = (place + 1) & (entries.len() - 1);
            }
            entries[place] = found;
        }
        self.tables[number].entries = entries;
    }

    /// The context of what comes after these symbols; as much of it as is known.
    pub fn context(&self, before: &[u16]) -> Context {
        std::array::from_fn(|length| match before.len().checked_sub(length) {
            Some(from) => before[from..].iter().fold(ROOT, |id, symbol| self.child(id, *symbol)),
            None => UNSEEN,
        })
    }

    /// The same, all of it known from now on; there must be as many symbols as the longest context has.
    pub fn context_made(&mut self, before: &[u16]) -> Context {
        std::array::from_fn(|length| before[before.len() - length..].iter().fold(ROOT, |id, symbol| self.child_made(id, *symbol)))
    }

    /// Counts a symbol after a known context; the context of what comes next.
    pub fn add(&mut self, context: &Context, symbol: u16) -> Context {
        let mut next = [ROOT; ORDERS];
        for (order, parent) in context.iter().enumerate() {
            let child = self.child_made(*parent, symbol);
            let node = self.node_mut(child);
            node.count += 1;
            let first = node.count == 1;
            let parent = self.node_mut(*parent);
            parent.total += 1;
            parent.followers += u16::from(first);
            if order + 1 < ORDERS {
                next[order + 1] = child;
            }
        }
        next
    }

    /// How often a symbol followed each length of a context, and the context of what comes next.
    pub fn following(&self, context: &Context, symbol: u16) -> ([Following; ORDERS], Context) {
        let mut next = [ROOT; ORDERS];
        let mut following = [Following::default(); ORDERS];
        for (order, parent) in context.iter().enumerate() {
            let child = self.child(*parent, symbol);
            following[order] = self.follows(*parent, child);
            if order + 1 < ORDERS {
                next[order + 1] = child;
            }
        }
        (following, next)
    }

    /// The greatest length of a context, up to some length, that anything has followed.
    pub fn known(&self, context: &Context, most: usize) -> usize {
        (0..ORDERS.min(most + 1)).rev().find(|length| self.follows(context[*length], UNSEEN).total > 0).unwrap_or(0)
    }

    /// How often a child followed its parent; either may be unknown.
    pub fn follows(&self, parent: Id, child: Id) -> Following {
        if parent == UNSEEN {
            return Following::default();
        }
        let Node { total, followers, .. } = *self.node(parent);
        Following { count: if child == UNSEEN { 0 } else { self.node(child).count }, total, followers: followers.into() }
    }
}

/// Where a table of this size, a power of two, begins to look.
fn first(hash: u64, size: usize) -> usize {
    ((hash << TABLES) >> (64 - size.trailing_zeros())) as usize
}

impl Table {
    /// Whether it is to double: each table at another load, from a half to three quarters.
    fn is_full(&self, number: usize) -> bool {
        let room = self.entries.len();
        self.used > room / 2 + ((room / 4 * number) >> TABLES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random;
    use std::collections::BTreeMap;

    /// Against counts by a map of all sequences.
    #[test]
    fn every_sequence_is_counted() {
        let symbols: Vec<u16> = (0..20_000).map(|place| random::below(3, place, 5) as u16).collect();
        let first = ORDERS - 1;
        let mut counts = Counts::new();
        let mut context = counts.context_made(&symbols[..first]);
        let mut expected: BTreeMap<&[u16], u32> = BTreeMap::new();
        for place in first..symbols.len() {
            context = counts.add(&context, symbols[place]);
            for order in 0..ORDERS {
                *expected.entry(&symbols[place - order..=place]).or_default() += 1;
            }
        }
        for (sequence, count) in &expected {
            let (symbol, before) = sequence.split_last().unwrap();
            let context = counts.context(before);
            let followed: Vec<u32> = (0..5).filter_map(|next| expected.get([before, &[next]].concat().as_slice()).copied()).collect();
            let (following, next) = counts.following(&context, *symbol);
            let expected = Following { count: *count, total: followed.iter().sum(), followers: followed.len() as u32 };
            assert_eq!(following[before.len()], expected, "{sequence:?}");
            if sequence.len() < ORDERS {
                assert_eq!(next[sequence.len()], counts.context(sequence)[sequence.len()]);
            }
        }
        // The sequences, the empty one, and what stood before the first counted one at most.
        assert!((expected.len() + 1..=expected.len() + 8).contains(&counts.len()));
        assert_eq!(counts.child(ROOT, 5), UNSEEN);
        assert_eq!(counts.following(&[UNSEEN; ORDERS], 0).0, [Following::default(); ORDERS]);
    }
}
