//! What is written beside the points and the line, where there is room for it.

use super::{
    Curves, DASH, Layout,
    families::{self, Family},
    line,
};
use crate::compute_trend::{Strings, Support, Trend, text::tenfold};
use pendrop_kit::{
    chart::{ChartStyle, Marker, Occupancy, Painter, Point, Rect, Shape, beside, between, limited},
    locale::fill,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Directions from a point, the most legible first: right, left, above, below, and aslant.
const SIDES: [Point; 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-1.0, -1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, 1.0)];

/// Between the name of a kind of points and anything else.
const MARGIN: f64 = 3.0;
/// From one of a kind of points to the name of them all.
const GAPS: [f64; 8] = [10.0, 16.0, 24.0, 36.0, 52.0, 75.0, 110.0, 150.0];
/// So many points of a kind are tried at most.
const MEMBERS: usize = 24;

/// Everything that is written in the chart, in its place.
pub(super) struct Labels {
    guess: Option<GuessLabel>,
    names: Vec<NameLabel>,
    trends: Vec<TrendLabel>,
    families: Vec<FamilyLabel>,
}

/// What the reader guessed, where it would lie; at the edge of the chart where that is beyond it.
struct GuessLabel {
    /// The line from the first point to the guess, as far as it lies within the chart.
    line: Vec<Vec<Point>>,
    at: Point,
    place: Rect,
    /// The line from the guess to its words, where they are far.
    leader: Option<[Point; 2]>,
    text: String,
}

/// The name of a point.
struct NameLabel {
    /// Its name in the table.
    name: &'static str,
    at: Point,
    /// How points of its kind are marked.
    shape: Shape,
    /// Whether the point lies within the range.
    within: bool,
    place: Rect,
    text: &'static str,
}

/// How fast it grows, near the middle of the fitted line, and what line and band are.
struct TrendLabel {
    place: Rect,
    /// Which edge of the place the rows are flush with.
    anchor: Anchor,
    token: Token,
    rows: Vec<String>,
}

/// The name of a kind of points, and the line that leads from it to one of them.
struct FamilyLabel {
    place: Rect,
    leader: [Point; 2],
    text: &'static str,
}

impl Labels {
    /// Finds a place for each label, the most important one first, clear of the lines of other runs; and what room they leave.
    pub fn new(
        trend: &Trend,
        layout: &Layout,
        positions: &[Point],
        ends: &[Point; 2],
        curves: &Curves,
        others: &[Vec<Vec<Point>>],
    ) -> (Self, Occupancy) {
        let mut taken = taken(trend, layout, positions, ends, curves);
        others.iter().flatten().for_each(|piece| taken.keep_line(piece.clone()));
        let guess = GuessLabel::new(trend, layout, &mut taken);
        let names = names(trend, layout, positions, &mut taken);
        let trends = TrendLabel::all(trend, layout, curves, &mut taken);
        let mut labels = Self { guess, names, trends, families: Vec::new() };
        let mut written: Vec<Rect> = labels.places().collect();
        for family in families::of(trend.dataset) {
            let label = FamilyLabel::new(family, trend, layout, positions, &mut taken, &written);
            written.extend(label.iter().map(|label| label.place));
            labels.families.extend(label);
        }
        (labels, taken)
    }

    /// Where everything stands that is written.
    pub fn places(&self) -> impl Iterator<Item = Rect> {
        let of_all = self.guess.iter().map(|label| label.place).chain(self.names.iter().map(|label| label.place));
        of_all.chain(self.trends.iter().map(|label| label.place)).chain(self.families.iter().map(|label| label.place))
    }

    /// Whether a point has its name beside it, or that of another point of the same name.
    pub fn names_point(&self, name: &str, at: Point) -> bool {
        self.names.iter().any(|label| label.name == name && label.place.is_beside(at))
    }

    /// Draws the labels, and what belongs to them.
    pub fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        if let Some(guess) = &self.guess {
            guess.draw(painter, style);
        }
        for NameLabel { at, shape, within, place, text, .. } in &self.names {
            painter.disc(*at, 1.4 * style.point + 1.5, Token::Paper);
            let token = if *within { Token::Ink } else { Token::Edge };
            Marker { token, ..Marker::filled(*shape, style) }.draw(painter, *at);
            write(painter, style, place, text, Token::Ink);
        }
        for trend in &self.trends {
            trend.draw(painter, style);
        }
        for family in &self.families {
            family.draw(painter, style);
        }
    }
}

/// What labels keep clear of: points, the line with its band, and the ends of the range.
fn taken(trend: &Trend, layout: &Layout, positions: &[Point], ends: &[Point; 2], curves: &Curves) -> Occupancy {
    let plot = layout.axes.plot;
    let bounds = Rect { left: plot.left + 4.0, top: plot.top, right: layout.frame.width - 1.0, bottom: plot.bottom - 14.0 };
    let mut taken = Occupancy::within(bounds);
    let reach = layout.style.point + 2.0;
    for at in positions {
        taken.keep(Rect::around(*at, reach, reach));
    }
    for (x, _) in ends {
        taken.keep_line(vec![(*x, plot.top), (*x, plot.bottom)]);
    }
    taken.keep_line(curves.band.clone());
    for piece in line(trend, layout, plot.left, plot.right).into_iter().chain(curves.fitted.iter().cloned()) {
        taken.keep_line(piece);
    }
    taken
}

fn write(painter: &mut Painter<Svg>, style: &ChartStyle, place: &Rect, text: &str, token: Token) {
    let text_style = TextStyle { halo: true, ..style.letters(token, Anchor::Start) };
    painter.text((place.left, place.baseline(style.text)), text, &text_style);
}

/// The points that are named; of several of one name the earliest.
fn names(trend: &Trend, layout: &Layout, positions: &[Point], taken: &mut Occupancy) -> Vec<NameLabel> {
    let mut names = Vec::new();
    for (name, text) in families::names(trend.dataset) {
        let found = trend.points().iter().zip(positions).find(|(point, _)| point.name == *name);
        let Some((point, at)) = found else { continue };
        let size = (layout.style.width(text, false), 1.02 * layout.style.text);
        let boxes = [7.0, 13.0].into_iter().flat_map(|gap| SIDES.map(|side| beside(*at, side, size, gap)));
        if let Some(place) = taken.place(boxes) {
            taken.keep(place.inflated(6.0));
            let within = trend.from <= point.year && point.year <= trend.to;
            let shape = families::of(trend.dataset).iter().find(|family| family.has(point)).map_or(Shape::Circle, |family| family.shape);
            names.push(NameLabel { name, at: *at, shape, within, place, text });
        }
    }
    names
}

impl TrendLabel {
    /// The labels of all that is fitted: the line, or the curve and then the line beside it.
    fn all(trend: &Trend, layout: &Layout, curves: &Curves, taken: &mut Occupancy) -> Vec<Self> {
        let language = layout.frame.language;
        let s = Strings::of(language);
        let time = trend.fit.as_ref().ok().and_then(|fit| fit.tenfold_time());
        let speed = time.map(|time| tenfold(time, language));
        let place = |line: &[Vec<Point>], token, wordings: [Vec<String>; 2], taken: &mut Occupancy| {
            let found = Self::new(&line.concat(), token, wordings, layout, taken);
            found.inspect(|label| taken.keep(label.place))
        };
        if trend.shown_curve().is_some() {
            let curve = [s.trend_picture_curve_band, s.trend_picture_curve].map(|what| vec![what.to_owned()]);
            let token = if trend.is_clear() { Token::Accent } else { Token::Ink };
            let curve = place(&curves.fitted, token, curve, taken);
            let line = speed.map_or_else(|| s.trend_picture_line.to_owned(), |speed| fill(s.trend_picture_straight, &[("speed", &speed)]));
            let line = place(&curves.straight, Token::Ink2, [vec![line], vec![s.trend_fit_line.to_owned()]], taken);
            return curve.into_iter().chain(line).collect();
        }
        let Some(speed) = speed else { return Vec::new() };
        let what = if trend.intervals.is_some() { s.trend_picture_band } else { s.trend_picture_line };
        // Both rows, or the first alone; of what is not clear no number.
        let (token, rows) = match trend.support() {
            Support::None => (Token::Ink2, [vec![what.to_owned()], vec![s.trend_picture_line.to_owned()]]),
            _ if trend.is_clear() => (Token::Accent, [vec![speed.clone(), what.to_owned()], vec![speed]]),
            _ => (Token::Ink, [vec![speed.clone(), what.to_owned()], vec![speed]]),
        };
        place(&curves.fitted, token, rows, taken).into_iter().collect()
    }

    /// The first wording for which there is room beside a line.
    fn new(line: &[Point], token: Token, wordings: [Vec<String>; 2], layout: &Layout, taken: &mut Occupancy) -> Option<Self> {
        let style = &layout.style;
        wordings.into_iter().find_map(|rows| {
            let widths = [true, false].map(|bold| style.width(&rows[usize::from(!bold).min(rows.len() - 1)], bold));
            let size = (widths[0].max(widths[1]), (1.2 * (rows.len() - 1) as f64 + 1.02) * style.text);
            let (place, side) = along(line, size, taken)?;
            Some(Self { place, anchor: if side < 0.0 { Anchor::End } else { Anchor::Start }, token, rows })
        })
    }

    fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        let x = if self.anchor == Anchor::End { self.place.right } else { self.place.left };
        for (row, text) in self.rows.iter().enumerate() {
            let baseline = self.place.top + (0.8 + 1.2 * row as f64) * style.text;
            let text_style =
                TextStyle { halo: true, bold: row == 0 && self.token != Token::Ink2, ..style.letters(self.token, self.anchor) };
            painter.text((x, baseline), text, &text_style);
        }
    }
}

impl FamilyLabel {
    /// The label of a kind of points beside one of them, the nearer the better, so that its leader crosses nothing that is written.
    fn new(family: &Family, trend: &Trend, layout: &Layout, positions: &[Point], taken: &mut Occupancy, written: &[Rect]) -> Option<Self> {
        let style = &layout.style;
        let text = family.label?(layout.frame.language);
        let members = trend.points().iter().zip(positions).filter(|(point, _)| family.has(point)).map(|(_, at)| *at);
        let mut members: Vec<Point> = members.collect();
        let count = members.len() as f64;
        let middle = members.iter().fold((0.0, 0.0), |(x, y), at| (x + at.0 / count, y + at.1 / count));
        let far = |(x, y): &Point| (x - middle.0).hypot(y - middle.1);
        // A few of many are enough, from the middle to the edges.
        members.sort_unstable_by(|one, other| far(one).total_cmp(&far(other)));
        let each = members.len().div_ceil(MEMBERS).max(1);
        let size = (style.width(text, false) + 2.0 * MARGIN, 1.02 * style.text + 2.0 * MARGIN);
        // Near to a point rather than near to the middle of them all, but not at their edge for a little more nearness.
        let mut places: Vec<_> = members.iter().step_by(each).flat_map(|at| GAPS.map(|gap| (gap + 0.4 * far(at), gap, *at))).collect();
        places.sort_by(|one, other| one.0.total_cmp(&other.0));
        let boxes = places.into_iter().flat_map(|(_, gap, at)| SIDES.map(|side| (at, beside(at, side, size, gap))));
        let leads = |at: Point, place: &Rect| !written.iter().any(|other| other.inflated(2.0).crossed_by(at, place.nearest(at)));
        let (at, found) = boxes.into_iter().find(|(at, place)| taken.free(place) && leads(*at, place))?;
        let place = found.inflated(-MARGIN);
        let near = found.nearest(at);
        let length = (near.0 - at.0).hypot(near.1 - at.1).max(1e-9);
        let clear = (style.point + 2.0) / length;
        let leader = [(at.0 + clear * (near.0 - at.0), at.1 + clear * (near.1 - at.1)), near];
        taken.keep(found);
        taken.keep_line(leader.to_vec());
        Some(Self { place, leader, text })
    }

    fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        painter.line(&self.leader, Stroke(Token::Ink3, 1.0));
        write(painter, style, &self.place, self.text, Token::Ink2);
    }
}

impl GuessLabel {
    fn new(trend: &Trend, layout: &Layout, taken: &mut Occupancy) -> Option<Self> {
        let (style, frame) = (&layout.style, &layout.frame);
        let (guess, (first, last)) = (frame.guess?, trend.question_ends()?);
        let y = layout.y((first.value * guess).log10());
        let ((top, bottom), room) = (layout.heights(), style.dot + 5.0);
        let (from, at) = (layout.at(first), (layout.x(last.year), limited(y, (top + room, bottom - room))));
        let line = between(&[from, (at.0, y)], layout.heights());
        line.iter().for_each(|piece| taken.keep_line(piece.clone()));
        taken.keep(Rect::around(at, style.dot + 4.0, style.dot + 4.0));
        // Beyond the axis a place would be read as a value.
        let beyond = match y {
            y if y < top - 0.5 => " ↑",
            y if y > bottom + 0.5 => " ↓",
            _ => "",
        };
        let text = Strings::of(frame.language).trend_picture_guess.to_owned() + beyond;
        let size = (style.width(&text, false), 1.02 * style.text);
        let near = [12.0, 24.0].into_iter().flat_map(|gap| [0.0, -1.0, 1.0].map(|up| beside(at, (-1.0, up), size, gap)));
        // Further away rather level with it than across all points.
        let (level, other) = taken
            .anywhere(at, size)
            .into_iter()
            .partition::<Vec<_>, _>(|found| (found.top - size.1..found.bottom + size.1).contains(&at.1));
        let boxes: Vec<_> = near.chain(level).chain(other).collect();
        let place = taken.place(boxes)?;
        let near = place.inflated(2.0).nearest(at);
        let far = (near.0 - at.0).hypot(near.1 - at.1) > 2.0 * style.text;
        let leader = far.then_some([at, near]);
        leader.iter().for_each(|leader| taken.keep_line(leader.to_vec()));
        Some(Self { line, at, place, leader, text })
    }

    fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        for piece in &self.line {
            painter.dashed(piece, Stroke(Token::Ink2, 1.5), DASH);
        }
        if let Some(leader) = &self.leader {
            painter.line(leader, Stroke(Token::Ink3, 1.0));
        }
        Marker { token: Token::Ink, radius: style.dot + 1.0, ..Marker::hollow(Shape::Triangle, style) }.draw(painter, self.at);
        write(painter, style, &self.place, &self.text, Token::Ink);
    }
}

/// The first free box beside a line, nearer to it first and then nearer to its middle; and on which side of it.
fn along(line: &[Point], size: Point, taken: &mut Occupancy) -> Option<(Rect, f64)> {
    let (first, last) = (line.first()?.0, line.last()?.0);
    let steep = line.last()?.1 < line.first()?.1;
    let sides = if steep { [(-1.0, -1.0), (1.0, 1.0)] } else { [(1.0, -1.0), (-1.0, 1.0)] };
    for gap in [8.0, 16.0, 28.0, 44.0, 64.0, 90.0, 130.0, 180.0] {
        for share in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.15, 0.85, 0.0, 1.0] {
            let x = first + share * (last - first);
            let Some(piece) = line.windows(2).find(|piece| piece[0].0 <= x && x <= piece[1].0) else { continue };
            let length = piece[1].0 - piece[0].0;
            let part = if length > 0.0 { (x - piece[0].0) / length } else { 0.0 };
            let y = piece[0].1 + part * (piece[1].1 - piece[0].1);
            for side in sides {
                if let Some(found) = taken.place([beside((x, y), side, size, gap)]) {
                    return Some((found, side.0));
                }
            }
        }
    }
    None
}
