//! The tree: the positions that have been reached twice, each with what is known of its moves.

use super::super::{
    board::{COLUMNS, ROWS},
    columns::Columns,
};
use crate::logarithm::ln;
use crate::random::Random;

/// So many logarithms are kept: most positions are not visited more often.
const KEPT: usize = 1024;
/// So many playouts are imagined of each move where there is an order of moves to go by: enough to look at the best ranked first,
/// few enough to be outvoted soon.
const IMAGINED: u32 = 2;

/// A position.
#[derive(Clone, Copy)]
struct Node {
    /// Moves that have not been tried yet.
    untried: Columns,
    /// How often the search came through here.
    total: u32,
    /// How often it took each move.
    visits: [u32; COLUMNS],
    /// Half points of each move, of the player who makes it.
    points: [u32; COLUMNS],
    /// The positions that the moves lead to; 0, which none leads to, where there is none yet.
    next: [u32; COLUMNS],
}

/// A tree being grown.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The moves from the root to where the search is.
    path: [(u32, u8); COLUMNS * ROWS],
    length: usize,
    at: u32,
    /// Whether each move starts as if playouts had been made of it.
    imagines: bool,
    /// The root at the start.
    root: Node,
    logarithms: Vec<f64>,
}

impl Tree {
    pub fn new() -> Tree {
        let logarithms = (0..KEPT).map(|n| ln(n.max(1) as f64)).collect();
        let (path, root) = ([(0, 0); COLUMNS * ROWS], Node::new(Columns::default(), false));
        Tree { nodes: Vec::new(), path, length: 0, at: 0, imagines: false, root, logarithms }
    }

    /// Begins anew, with the moves at the root; `imagines` where they are in the order of what is known of them, and each is to
    /// start as if playouts had been made of it, all won of the first and all lost of the last. The memory stays.
    pub fn plant(&mut self, moves: Columns, imagines: bool) {
        self.nodes.clear();
        (self.imagines, self.root) = (imagines, Node::new(moves, imagines));
        self.nodes.push(self.root);
    }

    /// Back to the root.
    pub fn start(&mut self) {
        (self.length, self.at) = (0, 0);
    }

    /// The move to follow here, and whether it is followed for the first time: any of those that have not been tried, else the one
    /// with the highest upper confidence bound.
    pub fn choose(&mut self, random: &mut Random) -> (usize, bool) {
        let node = &mut self.nodes[self.at as usize];
        let left = node.untried.count();
        let choice = if left > 0 {
            (node.untried.take(if left == 1 { 0 } else { random.below(left) }), true)
        } else {
            let total = node.total as usize;
            let logarithm = if total < KEPT { self.logarithms[total] } else { ln(total as f64) };
            let column = node.most_promising(logarithm);
            (column, self.imagines && node.visits[column] == IMAGINED)
        };
        self.path[self.length] = (self.at, choice.0 as u8);
        self.length += 1;
        choice
    }

    /// Goes on to where the chosen move leads. False where that is not in the tree yet.
    pub fn descend(&mut self) -> bool {
        let (at, column) = self.path[self.length - 1];
        self.at = self.nodes[at as usize].next[usize::from(column)];
        self.at > 0
    }

    /// Adds the position that the chosen move leads to, and goes on to it.
    pub fn grow(&mut self, moves: Columns) {
        let (at, column) = self.path[self.length - 1];
        self.at = self.nodes.len() as u32;
        self.nodes[at as usize].next[usize::from(column)] = self.at;
        let node = Node::new(moves, self.imagines);
        // The playout that started here was made before there was a node.
        self.nodes.push(Node { total: node.total + 1, ..node });
    }

    /// Tells the moves on the path how the game ended: half points of the player who made the last of them.
    pub fn learn(&mut self, mut points: u32) {
        for (at, column) in self.path[..self.length].iter().rev() {
            let node = &mut self.nodes[*at as usize];
            node.total += 1;
            node.visits[usize::from(*column)] += 1;
            node.points[usize::from(*column)] += points;
            points = 2 - points;
        }
    }

    /// The move at the root that was looked at most, of several the one that promises most, and of several of those any.
    pub fn best(&self, random: &mut Random) -> usize {
        let root = self.nodes.first().unwrap_or(&self.root);
        let worth = |column: usize| (root.visits[column], root.points[column]);
        let best = (0..COLUMNS).map(worth).max().unwrap_or_default();
        let mut equal = Columns::default();
        (0..COLUMNS).filter(|column| worth(*column) == best).for_each(|column| equal.push(column));
        equal.at(random.below(equal.count()))
    }

    /// How often each move at the root was followed, and its half points.
    pub fn played(&self) -> ([u32; COLUMNS], [u32; COLUMNS]) {
        let root = self.nodes.first().unwrap_or(&self.root);
        let without = |now: [u32; COLUMNS], start: [u32; COLUMNS]| std::array::from_fn(|column| now[column] - start[column]);
        (without(root.visits, self.root.visits), without(root.points, self.root.points))
    }
}

impl Node {
    fn new(moves: Columns, imagines: bool) -> Node {
        let mut node = Node { untried: moves, total: 0, visits: [0; COLUMNS], points: [0; COLUMNS], next: [0; COLUMNS] };
        if imagines {
            let last = moves.count().saturating_sub(1).max(1);
            for place in 0..moves.count() {
                let column = node.untried.take(0);
                node.visits[column] = IMAGINED;
                // In even steps from 2 for each of the first to 0 for those of the last, rounded.
                node.points[column] = (4 * IMAGINED * (last - place) + last) / (2 * last);
            }
            node.total = IMAGINED * moves.count();
        }
        node
    }

    #[inline]
    fn most_promising(&self, logarithm: f64) -> usize {
        let (mut best, mut column) = (-1.0, 0);
        for (at, (visits, points)) in self.visits.iter().zip(self.points).enumerate() {
            if *visits > 0 {
                let share = 1.0 / f64::from(*visits);
                let bound = 0.5 * f64::from(points) * share + (logarithm * share).sqrt();
                if bound > best {
                    (best, column) = (bound, at);
                }
            }
        }
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connect4::Board;

    fn plant(imagines: bool) -> Tree {
        let mut tree = Tree::new();
        tree.plant(Columns::of(Board::EMPTY.landings()), imagines);
        tree
    }

    fn play(tree: &mut Tree, random: &mut Random, points: u32) -> (usize, bool) {
        tree.start();
        let choice = tree.choose(random);
        tree.learn(points);
        choice
    }

    #[test]
    fn each_move_is_tried_once_and_then_the_one_that_won() {
        let (mut tree, mut random) = (plant(false), Random::new(1));
        let mut tried: Vec<usize> = (0..7)
            .map(|_| {
                tree.start();
                let (column, is_new) = tree.choose(&mut random);
                assert!(is_new);
                tree.learn(if column == 5 { 2 } else { 0 });
                column
            })
            .collect();
        tried.sort_unstable();
        assert_eq!(tried, [0, 1, 2, 3, 4, 5, 6]);
        // Equal bounds but for what was won.
        assert_eq!(play(&mut tree, &mut random, 0), (5, false));
        // 0.5 + sqrt(ln 8 / 2) = 1.52 is more than sqrt(ln 8) = 1.44; after the next loss it is 0.33 + sqrt(ln 9 / 3) = 1.19.
        assert_eq!(play(&mut tree, &mut random, 0), (5, false));
        assert_eq!(play(&mut tree, &mut random, 0), (0, false));
        assert_eq!(tree.played(), ([2, 1, 1, 1, 1, 3, 1], [0, 0, 0, 0, 0, 2, 0]));
        assert_eq!(tree.best(&mut random), 5);
    }

    #[test]
    fn what_is_imagined_decides_at_first_and_is_not_counted() {
        let (mut tree, mut random) = (plant(true), Random::new(1));
        assert_eq!(tree.nodes[0].points, [4, 3, 3, 2, 1, 1, 0]);
        assert_eq!(play(&mut tree, &mut random, 0), (0, true));
        assert_eq!(tree.played(), ([1, 0, 0, 0, 0, 0, 0], [0; 7]));
        assert_eq!(tree.best(&mut random), 0);
        assert_eq!(play(&mut tree, &mut random, 0), (1, true));
        // A game without a move left is no reason to fail.
        tree.plant(Columns::default(), true);
        assert_eq!(tree.played(), ([0; 7], [0; 7]));
    }

    #[test]
    fn points_change_sides_on_the_way_up() {
        let (mut tree, mut random) = (plant(false), Random::new(1));
        for _ in 0..7 {
            play(&mut tree, &mut random, 1);
        }
        tree.start();
        let (first, is_new) = tree.choose(&mut random);
        assert!(!is_new && !tree.descend());
        tree.grow(Columns::of(Board::EMPTY.landings()));
        let (second, is_new) = tree.choose(&mut random);
        assert!(is_new);
        tree.learn(2);
        assert_eq!((tree.nodes[0].points[first], tree.nodes[0].visits[first], tree.nodes[0].total), (1, 2, 8));
        assert_eq!((tree.nodes[1].points[second], tree.nodes[1].visits[second], tree.nodes[1].total), (2, 1, 2));
    }
}
