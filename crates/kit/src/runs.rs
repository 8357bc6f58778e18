//! Runs beside each other: the one before stays as a shadow until the next, and up to three are kept.

mod before;
mod names;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::{
    chart::{ChartStyle, Occupancy, Painter, Point, Rect, along},
    locale::{Label, Language, Strings, fill},
    outcome::{Animation, Cell, Outcome, Prediction, Readout, Table},
    picture::{Frame, Picture},
    play::Play,
    sketch::Sketch,
    state::MOST_KEPT,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};
pub use before::Before;
pub use names::names;

/// A run beside the present one.
#[derive(Clone)]
pub struct Run<O: ?Sized> {
    /// What its values lead to.
    pub outcome: Arc<O>,
    /// What it is called.
    pub name: Name,
    /// How it is drawn.
    pub mark: Mark,
    /// Whether all is known that its jobs find; without that it is not drawn.
    pub made: bool,
}

/// What a run is called by its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// How they differ among all runs: `Feather, Moon`.
    pub full: String,
    /// How they differ from those of the present run: `Moon` beside a feather on Earth.
    pub short: String,
}

/// How a run beside the present one is drawn. Shades of grey and dashes tell the runs apart; colours mean something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The run before, which goes with the next one.
    Before,
    /// The run that is kept at this place.
    Kept(usize),
}

/// Dashes of the runs that are kept, by their place, and the gaps between them. `style/runs.css` has the same.
const DASHES: [(f64, f64); MOST_KEPT] = [(6.0, 2.0), (1.5, 3.0), (14.0, 4.0)];

/// Half the length of the line of a run that is a single point.
const POINT: f64 = 5.0;

impl Mark {
    /// The line of a run through some points; through a single one it is a short level one.
    #[must_use]
    pub fn through(points: Vec<Point>) -> Vec<Point> {
        match points[..] {
            [(x, y)] => vec![(x - POINT, y), (x + POINT, y)],
            _ => points,
        }
    }

    /// Draws a line of the run.
    pub fn line(self, painter: &mut Painter<Svg>, line: &[Point]) {
        match self {
            Self::Before => painter.line(line, Stroke(Token::Edge, 1.25)),
            Self::Kept(place) => painter.dashed(line, Stroke(Token::Ink3, 1.5), DASHES[place % DASHES.len()]),
        }
    }
}

impl<O: Outcome + ?Sized> Run<O> {
    /// Its name among all runs, and its number.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        format!("{}: {}", self.name.full, self.outcome.decisive(language).unwrap_or_default())
    }

    /// What stands beside its line: how it differs from the present run, with its number if there is room.
    #[must_use]
    pub fn labels(&self, language: Language) -> [String; 2] {
        let short = &self.name.short;
        [format!("{short}: {}", self.outcome.decisive(language).unwrap_or_default()), short.clone()]
    }
}

/// The label of a run in its place.
pub struct RunLabel {
    /// Where it stands.
    pub found: Rect,
    /// The line that leads to it, where it does not stand beside its own.
    leader: Option<[Point; 2]>,
    text: String,
}

/// Directions from a line to its label.
const SIDES: [(f64, f64); 6] = [(1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 0.0), (1.0, 0.0)];

impl RunLabel {
    /// The first place for which there is room beside one of the lines: as near to it as can be, and nearer than to any other line,
    /// then with the longer text; where it is crowded, further away at the end of a leader.
    #[must_use]
    pub fn place(texts: [String; 2], lines: &[(usize, &[Point])], rooms: &mut [Occupancy], style: &ChartStyle) -> Option<Self> {
        let size = |text: &str| (style.width(text, false), 1.02 * style.text);
        let near = [8.0, 14.0, 22.0].into_iter().find_map(|gap| {
            texts.iter().find_map(|text| {
                let found = lines.iter().find_map(|(room, line)| {
                    let room = rooms.get_mut(*room)?;
                    let mut boxes = along(line, size(text), &SIDES, gap).map(|(_, found)| found);
                    let found = boxes.find(|found| room.free(found) && room.is_nearest(found, line, gap + 3.0))?;
                    room.keep_text(found);
                    Some(found)
                })?;
                Some(Self { found, leader: None, text: text.clone() })
            })
        });
        near.or_else(|| {
            texts.iter().find_map(|text| {
                let (found, leader) = lines.iter().find_map(|(room, line)| rooms.get_mut(*room)?.place_led(line, size(text)))?;
                Some(Self { found, leader: Some(leader), text: text.clone() })
            })
        })
    }

    /// The line that leads to it, if there is one.
    pub fn leader(&self) -> Option<&[Point; 2]> {
        self.leader.as_ref()
    }

    /// Draws it.
    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        if let Some(leader) = &self.leader {
            painter.line(leader, Stroke(Token::Edge, 1.0));
        }
        let letters = TextStyle { halo: true, ..style.letters(Token::Ink2, Anchor::Start) };
        painter.text((self.found.left, self.found.baseline(style.text)), &self.text, &letters);
    }
}

/// An outcome that can stand beside others of its figure.
pub trait Comparable: Outcome + Sized {
    /// The picture with other runs in it, on axes that hold all of them.
    fn picture_beside(self: Arc<Self>, frame: &Frame, runs: &[Run<Self>]) -> Box<dyn Picture>;
    /// Why another run cannot be in one picture with this one, as the end of a sentence; nothing where it can.
    fn apart(&self, _other: &Self) -> Option<Label> {
        None
    }
    /// The table of another run as it stands under that of this one, with the same columns.
    fn table_beside(&self, other: &Self, language: Language) -> Table {
        other.table(language)
    }
}

/// Puts runs beside an outcome with its name.
pub type Compare<O> = fn(Arc<O>, String, Vec<Run<O>>) -> Arc<dyn Outcome>;

/// An outcome with other runs beside it: its own words and numbers, and picture, description and table with the others in them.
pub struct Comparison<O> {
    present: Arc<O>,
    name: String,
    /// The runs that share its picture.
    runs: Vec<Run<O>>,
    /// The runs that cannot, and why.
    undrawn: Vec<(Mark, Label)>,
}

impl<O: Comparable> Comparison<O> {
    /// See [`Compare`].
    #[must_use]
    pub fn of(present: Arc<O>, name: String, runs: Vec<Run<O>>) -> Arc<dyn Outcome> {
        let (mut drawn, mut undrawn) = (Vec::new(), Vec::new());
        for run in runs {
            let why = if run.made { present.apart(&run.outcome) } else { Some(label!(runs_not_made) as Label) };
            match why {
                Some(why) => undrawn.push((run.mark, why)),
                None => drawn.push(run),
            }
        }
        Arc::new(Self { present, name, runs: drawn, undrawn })
    }

    fn kept(&self) -> impl Iterator<Item = &Run<O>> {
        self.runs.iter().filter(|run| run.mark != Mark::Before)
    }
}

impl<O: Comparable> Outcome for Comparison<O> {
    fn headline(&self, language: Language) -> String {
        self.present.headline(language)
    }
    fn description(&self, language: Language) -> String {
        let own = self.present.description(language);
        let others: Vec<_> = self.runs.iter().map(|run| run.told(language)).collect();
        if others.is_empty() { own } else { format!("{own} {}", fill(Strings::of(language).runs_beside, &[("runs", &others.join("; "))])) }
    }
    fn caveat(&self, language: Language) -> Option<String> {
        self.present.caveat(language)
    }
    fn undrawn(&self, run: Mark) -> Option<Label> {
        self.undrawn.iter().find(|(mark, _)| *mark == run).map(|(_, why)| *why)
    }
    fn source_line(&self, language: Language) -> String {
        self.present.source_line(language)
    }
    fn readouts(&self, language: Language) -> Vec<Readout> {
        self.present.readouts(language)
    }
    /// The rows of all runs that are kept, each with its name; the run before is on its way out.
    fn table(&self, language: Language) -> Table {
        let own = self.present.table(language);
        if self.kept().next().is_none() {
            return own;
        }
        let named = |name: &str, table: Table| {
            let name = Cell::Text(name.to_owned());
            table.rows.into_iter().map(move |row| [name.clone()].into_iter().chain(row).collect::<Vec<_>>())
        };
        let heads = [Strings::of(language).runs_column.to_owned()].into_iter().chain(own.heads.clone()).collect();
        let others = self.kept().flat_map(|run| named(&run.name.full, self.present.table_beside(&run.outcome, language)));
        Table { heads, rows: named(&self.name, own).chain(others).collect() }
    }
    fn picture(self: Arc<Self>, frame: &Frame) -> Box<dyn Picture> {
        self.present.clone().picture_beside(frame, &self.runs)
    }
    fn animation(&self) -> Option<&dyn Animation> {
        self.present.animation()
    }
    fn prediction(&self) -> Option<&dyn Prediction> {
        self.present.prediction()
    }
    fn play(&self) -> Option<&dyn Play> {
        self.present.play()
    }
    fn sketch(&self) -> Option<&dyn Sketch> {
        self.present.sketch()
    }
    fn decisive(&self, language: Language) -> Option<String> {
        self.present.decisive(language)
    }
}
