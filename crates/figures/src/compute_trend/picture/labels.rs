//! What is written beside the points and the line, where there is room for it.

use super::{
    Curves, DASH, Layout,
    families::{self, Family},
    line,
};
use crate::compute_trend::{
    Strings, Trend,
    text::{tenfold, tenth},
};
use pendrop_kit::{
    chart::{ChartStyle, Marker, Occupancy, Painter, Point, Rect, Shape, beside, between, limited},
    locale::fill,
    svg::{Anchor, Stroke, Svg, TextStyle, Token},
};

/// Directions from a point, the most legible first: right, left, above, below, and aslant.
const SIDES: [Point; 8] = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0), (-1.0, -1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, 1.0)];

/// Between the name of a kind of points and anything else, so that its mark is not taken for one of them.
const MARGIN: f64 = 4.0;

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
    text: String,
}

/// The name of a point.
struct NameLabel {
    /// Its name in the table.
    name: &'static str,
    at: Point,
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

/// The name of a kind of points with its mark.
struct FamilyLabel {
    place: Rect,
    shape: Shape,
    text: &'static str,
}

impl Labels {
    /// Finds a place for each label, the most important one first.
    pub fn new(trend: &Trend, layout: &Layout, positions: &[Point], ends: &[Point; 2], curves: &Curves) -> Self {
        let mut taken = taken(trend, layout, positions, ends, curves);
        Self {
            guess: GuessLabel::new(trend, layout, &mut taken),
            names: names(trend, layout, positions, &mut taken),
            trends: TrendLabel::all(trend, layout, curves, &mut taken),
            families: families::of(trend.dataset)
                .iter()
                .filter_map(|family| FamilyLabel::new(family, trend, layout, positions, &mut taken))
                .collect(),
        }
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
        for NameLabel { at, within, place, text, .. } in &self.names {
            painter.dot(*at, style.point, if *within { Token::Ink } else { Token::Edge });
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
            names.push(NameLabel { name, at: *at, within, place, text });
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
        let speed = time.map(|time| if time > 0.0 { tenfold(time, language) } else { tenth(-time, language) });
        let place = |line: &[Vec<Point>], token, wordings: [Vec<String>; 2], taken: &mut Occupancy| {
            let found = Self::new(&line.concat(), token, wordings, layout, taken);
            found.inspect(|label| taken.keep(label.place))
        };
        if trend.shown_curve().is_some() {
            let curve = [s.trend_picture_curve_band, s.trend_picture_curve].map(|what| vec![what.to_owned()]);
            let curve = place(&curves.fitted, Token::Accent, curve, taken);
            let line = speed.map_or_else(|| s.trend_picture_line.to_owned(), |speed| fill(s.trend_picture_straight, &[("speed", &speed)]));
            let line = place(&curves.straight, Token::Ink2, [vec![line], vec![s.trend_fit_line.to_owned()]], taken);
            return curve.into_iter().chain(line).collect();
        }
        let Some(speed) = speed else { return Vec::new() };
        let what = if trend.intervals.is_some() { s.trend_picture_band } else { s.trend_picture_line };
        // Both rows, or the first alone.
        place(&curves.fitted, Token::Accent, [vec![speed.clone(), what.to_owned()], vec![speed]], taken).into_iter().collect()
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
                TextStyle { halo: true, bold: row == 0 && self.token == Token::Accent, ..style.letters(self.token, self.anchor) };
            painter.text((x, baseline), text, &text_style);
        }
    }
}

impl FamilyLabel {
    /// The label of a kind of points, as near to its points as there is room.
    fn new(family: &Family, trend: &Trend, layout: &Layout, positions: &[Point], taken: &mut Occupancy) -> Option<Self> {
        let style = &layout.style;
        let text = family.label?(layout.frame.language);
        let members: Vec<_> = trend.points().iter().zip(positions).filter(|(point, _)| family.has(point)).map(|(_, at)| at).collect();
        let count = members.len() as f64;
        let (x, y) = members.iter().fold((0.0, 0.0), |(x, y), at| (x + at.0 / count, y + at.1 / count));
        let half = ((before(style) + style.width(text, false)) / 2.0, 0.51 * style.text);
        let rings = (1..40).flat_map(|ring| (0..16).map(move |step| (14.0 * f64::from(ring), f64::from(step) / 16.0)));
        let boxes = rings.map(|(reach, turn)| {
            let (sin, cos) = (std::f64::consts::TAU * turn).sin_cos();
            Rect::around((x + reach * cos, y + reach * sin), half.0 + MARGIN, half.1 + MARGIN)
        });
        let found = if members.is_empty() { None } else { taken.place(boxes) };
        found.map(|found| Self { place: found.inflated(-MARGIN), shape: family.shape, text })
    }

    fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        let middle = self.place.baseline(style.text) - style.baseline_offset();
        Marker::hollow(self.shape, style).draw(painter, (self.place.left + style.point, middle));
        write(painter, style, &Rect { left: self.place.left + before(style), ..self.place }, self.text, Token::Ink2);
    }
}

/// Room for the mark before the name of a kind of points.
fn before(style: &ChartStyle) -> f64 {
    2.0 * style.point + 6.0
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
        let near = beside(at, (-1.0, 0.0), size, 9.0);
        let boxes = [9.0, 24.0, 44.0, 70.0, 110.0].into_iter().flat_map(|gap| [0.0, -1.0, 1.0].map(|up| beside(at, (-1.0, up), size, gap)));
        // One's own guess is never without its words: among points they stand over them.
        let place = taken.place(boxes).unwrap_or_else(|| {
            taken.keep(near);
            near
        });
        Some(Self { line, at, place, text })
    }

    fn draw(&self, painter: &mut Painter<Svg>, style: &ChartStyle) {
        for piece in &self.line {
            painter.dashed(piece, Stroke(Token::Ink2, 1.5), DASH);
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
