//! A game on its board, move by move, and over the columns how often the player who has just moved looked at each.

use pendrop_kit::{
    chart::{ChartStyle, Painter, Point, Rect},
    format::short,
    locale::{Language, fill},
    picture::{Frame, TimeAxis},
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
use pendrop_science::connect4::{COLUMNS, Mover, Player, ROWS};

use super::OPPONENT;
use crate::search_vs_knowledge::{
    Strings,
    duel::SearchVsKnowledgeOutcome,
    jobs::{ShownGame, ShownMove},
    text::{count, opponent_name, wins},
};

/// The bars over the columns are no higher, in cells.
const HIGHEST: f64 = 2.6;

/// Which share of a narrow frame's width the buttons under it take.
const BUTTONS: f64 = 0.42;
/// How high a button is under the board, and how high a frame has to be that has room for one.
const BUTTON: f64 = 44.0;
const ROOM: f64 = 400.0;
/// Between the board and the bars over it.
const GAP: f64 = 4.0;
/// Radius of the stone beside a player's name, in the size of letters.
const STONE: f64 = 0.42;

/// How wide a stone and a name beside it are.
fn stone_and_name(style: &ChartStyle, name: &str) -> f64 {
    2.0 * STONE * style.text + 6.0 + style.width(name, true)
}

/// A stone: column, row, and whether it is pure search's.
type Stone = (usize, usize, bool);

/// The board, and what is written around it.
pub(super) struct BoardPicture {
    style: ChartStyle,
    narrow: bool,
    language: Language,
    game: ShownGame,
    opponent: Player,
    /// In whose place the reader plays, where it is the reader's game.
    reader: Option<Mover>,
    invitation: Option<Point>,
    /// What the players are called, pure search first.
    names: [&'static str; 2],
    compute: f64,
    /// The board, and the width of its cells.
    board: Rect,
    cell: f64,
    /// How high the bars can be.
    bars: f64,
    /// Where its texts stand: left end and baseline of the title, of both players, of what was thought, of the end.
    title: Point,
    players: [Point; 2],
    thought: Point,
    end: Point,
    /// Where their room ends.
    right: f64,
}

impl BoardPicture {
    pub fn of(outcome: &SearchVsKnowledgeOutcome, frame: &Frame, place: Rect) -> Self {
        let style = ChartStyle::of(frame);
        let text = style.text;
        // On a phone with the board below the charts its texts stand beside it, and where a game of the reader's has a wide frame.
        let is_readers = outcome.reader.is_some();
        let beside = place.left <= 0.0 && frame.narrow != is_readers;
        let invites = !is_readers && frame.height >= ROOM;
        let names = names(outcome, frame.language);
        let [first, second] = names.map(|name| stone_and_name(&style, name));
        let in_a_row = !beside && first + text + second <= place.width();
        // Title, players, what was thought, the numbers over the bars; and the end under the board.
        let players_rows = if beside {
            0.0
        } else if in_a_row {
            1.5
        } else {
            2.9
        };
        let above = (1.25 + players_rows + 1.4 + 1.7) * text + GAP;
        let below = if beside { 4.0 } else { 1.7 * text + if invites { BUTTON + 4.0 } else { 0.0 } };
        let wide = if !beside {
            1.0
        } else if is_readers {
            0.62
        } else {
            0.56
        } * place.width()
            - 2.0;
        let (columns, rows) = (COLUMNS as f64, ROWS as f64);
        let cell = ((place.height() - above - below) / (rows + 1.2)).min(wide / columns).max(1.0);
        let bars = (place.height() - above - below - rows * cell).min(HIGHEST * cell).max(0.0);
        let (left, top) = (place.left + 1.0, place.top + above + bars);
        let board = Rect { left, top, right: left + columns * cell, bottom: top + rows * cell };
        let line = |lines: f64| place.top + lines * text;
        let (title, thought) = ((place.left, line(1.25)), (place.left, line(1.25 + players_rows + 1.4)));
        let aside = board.right + 1.3 * text;
        let (players, end) = if beside {
            ([(aside, board.top + text), (aside, board.top + 2.4 * text)], (aside, board.bottom - 0.3 * text))
        } else if in_a_row {
            ([(place.left, line(2.75)), (place.left + first + text, line(2.75))], (place.left, board.bottom + 1.35 * text))
        } else {
            ([(place.left, line(2.75)), (place.left, line(4.15))], (place.left, board.bottom + 1.35 * text))
        };
        let invitation = if beside { (aside, board.top + 2.9 * text) } else { (place.left, end.1 + 0.5 * text) };
        Self {
            style,
            narrow: frame.narrow,
            language: frame.language,
            game: outcome.game.clone().unwrap_or_default(),
            opponent: outcome.opponent,
            reader: outcome.reader,
            invitation: invites.then_some(invitation),
            names,
            compute: outcome.spec.compute as f64,
            board,
            cell,
            bars,
            title,
            players,
            thought,
            end,
            right: place.right,
        }
    }

    /// Where the scrubber stands: under the board, or on a phone, where the buttons do, beside them.
    pub fn time_axis(&self) -> TimeAxis {
        let (left, right) = if self.narrow { (BUTTONS * self.right, self.right) } else { (self.board.left, self.board.right) };
        // An empty frame has room for nothing.
        TimeAxis { left, right: right.max(left + 1.0), end: self.game.moves.len().max(1) as f64 }
    }

    /// Where its columns can be pressed: as high as the bars over them go.
    pub fn places(&self) -> Rect {
        Rect { top: (self.board.top - GAP - self.bars).max(0.0), ..self.board }
    }

    /// Where the reader is invited to play.
    pub fn invitation(&self) -> Option<Point> {
        self.invitation
    }

    /// The middle of a cell.
    fn at(&self, column: usize, row: usize) -> Point {
        (self.board.left + (column as f64 + 0.5) * self.cell, self.board.bottom - (row as f64 + 0.5) * self.cell)
    }

    /// Writes a text, smaller where it would not end with the place.
    fn write(&self, painter: &mut Painter<Svg>, at: Point, text: &str, letters: TextStyle) {
        painter.text(at, text, &letters.within(self.style.width(text, letters.bold), self.right - at.0));
    }

    /// The empty board, and who plays.
    pub fn background(&self, painter: &mut Painter<Svg>) {
        let (style, s, Rect { left, right, top, bottom }) = (&self.style, Strings::of(self.language), self.board);
        let units = if self.reader.is_some() { s.board_title_yours } else { s.board_title };
        let titles = [fill(units, &[("units", &count(self.compute, self.language))]), s.board_title_short.to_owned()];
        let title = titles.iter().find(|title| style.width(title, true) <= self.right - self.title.0).unwrap_or(&titles[1]);
        self.write(painter, self.title, title, style.bold(Token::Ink, Anchor::Start));
        for column in 0..COLUMNS {
            for row in 0..ROWS {
                painter.circle(self.at(column, row), 0.4 * self.cell, Stroke(Token::Rule, 1.0));
            }
        }
        painter.line(&[(left, top), (left, bottom), (right, bottom), (right, top)], Stroke(Token::Edge, 1.5));
        for ((name, (x, baseline)), pure) in self.names.into_iter().zip(self.players).zip([true, false]) {
            let radius = STONE * style.text;
            self.draw_stone(painter, (x + radius, baseline - style.baseline_offset()), radius, pure);
            let token = if pure { Token::Ink } else { OPPONENT };
            self.write(painter, (x + stone_and_name(style, ""), baseline), name, style.bold(token, Anchor::Start));
        }
    }

    /// A stone: pure search's are filled, its opponent's open.
    fn draw_stone(&self, painter: &mut Painter<Svg>, at: Point, radius: f64, pure: bool) {
        if pure {
            painter.disc(at, radius, Token::Ink);
        } else {
            let width = (0.28 * radius).max(1.5);
            painter.circle(at, radius - width / 2.0, Stroke(OPPONENT, width));
        }
    }

    /// The stones after the first moves.
    fn stones(&self, moves: usize) -> Vec<Stone> {
        let mut heights = [0; COLUMNS];
        let place = |(ply, step): (usize, &ShownMove)| {
            let height = heights.get_mut(usize::from(step.column))?;
            *height += 1;
            let pure = match step.mover {
                Mover::Pure => true,
                Mover::Opponent => false,
                // In the game that is shown pure search moves first; the lot moves for whose turn it is.
                Mover::Opening => ply % 2 == 0,
            };
            Some((usize::from(step.column), *height - 1, pure))
        };
        self.game.moves.iter().take(moves).enumerate().filter_map(place).collect()
    }

    /// The game at a time, in moves.
    pub fn foreground(&self, painter: &mut Painter<Svg>, time: f64) {
        let moves = (time + 1e-6).floor().max(0.0) as usize;
        let moves = moves.min(self.game.moves.len());
        let stones = self.stones(moves);
        for (column, row, pure) in &stones {
            self.draw_stone(painter, self.at(*column, *row), 0.4 * self.cell, *pure);
        }
        let last = moves.checked_sub(1).and_then(|place| self.game.moves.get(place));
        let over = self.game.over && moves == self.game.moves.len();
        if over {
            self.draw_end(painter, &stones);
        }
        if let Some((column, row, pure)) = stones.last() {
            let token = if *pure { Token::Paper } else { OPPONENT };
            painter.disc(self.at(*column, *row), 0.14 * self.cell, token);
        }
        self.draw_thought(painter, last, moves);
    }

    /// How the game ended, and the four in a line.
    fn draw_end(&self, painter: &mut Painter<Svg>, stones: &[Stone]) {
        let (style, s) = (&self.style, Strings::of(self.language));
        let line = four(stones);
        let pure = stones.last().is_some_and(|(_, _, pure)| *pure);
        let (winner, token) = if pure { (Player::Pure, Token::Ink) } else { (self.opponent, OPPONENT) };
        let (text, token) = match line {
            None => (s.board_drawn, Token::Ink),
            Some(_) if self.reader.is_some_and(|reader| pure == (reader == Mover::Pure)) => (s.board_you_win, token),
            Some(_) => (wins(winner, self.language), token),
        };
        if let Some(ends) = line {
            let ends = ends.map(|(column, row)| self.at(column, row));
            painter.line(&ends, Stroke(token, (0.12 * self.cell).max(3.0)));
            // It goes through stones of its own colour.
            if pure {
                painter.line(&ends, Stroke(Token::Paper, (0.04 * self.cell).max(1.0)));
            }
        }
        // Where bold letters would be too small to be read, plain ones need less room.
        let bold = style.bold(token, Anchor::Start);
        let fits = bold.legible_within(style.width(text, true), self.right - self.end.0);
        self.write(painter, self.end, text, TextStyle { bold: fits, ..bold });
    }

    /// What was thought before a move: how often each column was looked at.
    fn draw_thought(&self, painter: &mut Painter<Svg>, last: Option<&ShownMove>, moves: usize) {
        let (style, s) = (&self.style, Strings::of(self.language));
        let thought = last.is_some_and(|step| step.tries.iter().any(|tries| *tries > 0));
        let template = match last {
            None if self.game.moves.is_empty() && self.reader.is_none() => s.board_no_game,
            None => s.board_before,
            Some(step) if step.mover == Mover::Opening => s.board_lot,
            Some(step) if Some(step.mover) == self.reader => s.board_yours,
            Some(_) if thought => s.board_tries,
            Some(step) if step.mover == Mover::Opponent && self.opponent == Player::RulesOnly => s.board_rule,
            Some(_) => s.board_forced,
        };
        let text = fill(template, &[("move", &count(moves as f64, self.language))]);
        self.write(painter, self.thought, &text, style.letters(Token::Ink2, Anchor::Start));
        let Some(step) = last.filter(|_| thought) else { return };
        let token = if step.mover == Mover::Pure { Token::Ink } else { OPPONENT };
        let bottom = self.board.top - GAP;
        for (column, tries) in step.tries.iter().enumerate().filter(|(_, tries)| **tries > 0) {
            let (x, half) = (self.at(column, 0).0, 0.17 * self.cell);
            let top = bottom - (f64::from(*tries) / 200.0 * self.bars).max(1.0);
            painter.fill(&[(x - half, bottom), (x - half, top), (x + half, top), (x + half, bottom)], token);
            let chosen = column == usize::from(step.column);
            let number = if *tries > 1 { short((f64::from(*tries) / 2.0).round(), 3, self.language) } else { "<1".to_owned() };
            // On a small board the numbers of neighbours would touch.
            let room = if chosen { 1.15 } else { 0.84 } * self.cell;
            if style.width(&number, chosen) <= room && (chosen || 1.4 * style.width("8", true) < self.cell) {
                let letters = TextStyle { bold: chosen, ..style.letters(token, Anchor::Middle) };
                painter.text((x, top - 0.3 * style.text), &number, &letters);
            }
        }
    }
}

/// What the players are called, pure search first; the reader by no name.
fn names(outcome: &SearchVsKnowledgeOutcome, language: Language) -> [&'static str; 2] {
    let s = Strings::of(language);
    let [pure, opponent] = [s.name_pure, opponent_name(outcome.opponent, language)];
    match outcome.reader {
        Some(Mover::Pure) => [s.name_you, opponent],
        Some(_) => [pure, s.name_you],
        None => [pure, opponent],
    }
}

/// The ends of the four in a line that the last stone has made.
fn four(stones: &[Stone]) -> Option<[(usize, usize); 2]> {
    let (column, row, pure) = *stones.last()?;
    let has = |column: i32, row: i32| stones.iter().any(|stone| (stone.0 as i32, stone.1 as i32, stone.2) == (column, row, pure));
    let (column, row) = (column as i32, row as i32);
    [(0, 1), (1, 0), (1, 1), (1, -1)].into_iter().find_map(|(right, up)| {
        let reach = |sign: i32| (1..7).take_while(|step| has(column + sign * step * right, row + sign * step * up)).count() as i32;
        let (back, on) = (reach(-1), reach(1));
        let end = |steps: i32| ((column + steps * right) as usize, (row + steps * up) as usize);
        (back + on >= 3).then(|| [end(-back), end(on)])
    })
}
