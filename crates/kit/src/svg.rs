//! A plotters backend that writes compact SVG whose colours are tokens, so that one drawing serves every theme.

mod raster;
mod style;

use std::{convert::Infallible, fmt::Write};

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    text_anchor::{HPos, VPos},
};

use crate::{
    chart::{Rect, text_width},
    text::escaped,
};
pub use raster::Raster;
use style::HALO;
pub use style::{Anchor, Dashed, Stroke, TextStyle, Token};

/// Plotters' coordinates are integers: everything is drawn this much larger, and the view box scales it down.
pub const SCALE: f64 = 10.0;

/// A length in units as plotters' integer.
pub(crate) fn fine(length: f64) -> i32 {
    whole(length * SCALE)
}

/// The nearest integer. Casting alone would make a place in the picture even of what is no number.
fn whole(length: f64) -> i32 {
    debug_assert!(length.is_finite(), "{length} in a picture");
    length.round() as i32
}

/// Lines and outlines in one path at most. Browsers paint in tiles and go through the whole of a path for each tile that it
/// touches: a path with hundreds of markers all over the picture takes them longer than everything else together.
const MAX_SHAPES_PER_PATH: u32 = 16;

/// An SVG in the making. Its markup goes into an element with a view box of `width × SCALE` by `height × SCALE`.
pub struct Svg {
    size: (u32, u32),
    markup: String,
    /// The path being written: consecutive shapes of one style share an element.
    open: Option<Open>,
}

struct Open {
    class: &'static str,
    /// The width of its lines; 0 where it is filled.
    width: u32,
    /// Dashes and gaps of its lines; 0 where they are whole.
    dashes: [u8; 2],
    /// How many lines or outlines it holds.
    shapes: u32,
    /// Where the pen is.
    at: BackendCoord,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Svg {
    /// An empty picture of this size in units.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        Self { size: (fine(width).max(0) as u32, fine(height).max(0) as u32), markup: String::new(), open: None }
    }

    /// What has been drawn, without an `<svg>` element around it.
    #[must_use]
    pub fn markup(mut self) -> String {
        self.close();
        self.markup
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.markup.push_str("\"/>");
        }
    }

    /// Appends an integer.
    fn int(&mut self, value: i32) {
        self.markup.push_str(itoa::Buffer::new().format(value));
    }

    /// Appends two integers; a minus sign parts them as well as a space does.
    fn pair(&mut self, (x, y): BackendCoord) {
        self.int(x);
        if y >= 0 {
            self.markup.push(' ');
        }
        self.int(y);
    }

    /// Appends ` name="value"`.
    fn attribute(&mut self, name: &str, value: i32) {
        self.markup.push(' ');
        self.markup.push_str(name);
        self.markup.push_str("=\"");
        self.int(value);
        self.markup.push('"');
    }

    /// Begins an element with a class; a line's class says that it is one.
    fn element(&mut self, name: &str, class: &str, width: u32) {
        self.close();
        self.markup.push('<');
        self.markup.push_str(name);
        self.markup.push_str(" class=\"");
        self.markup.push_str(class);
        if width > 0 {
            self.markup.push_str(" l\"");
            self.attribute("stroke-width", width as i32);
        } else {
            self.markup.push('"');
        }
    }

    /// Draws a grey picture that fills a box: each of its pixels is a rectangle.
    pub fn image(&mut self, place: &Rect, raster: &Raster) {
        self.close();
        self.markup.push_str("<image");
        self.attribute("x", fine(place.left));
        self.attribute("y", fine(place.top));
        self.attribute("width", fine(place.width()));
        self.attribute("height", fine(place.height()));
        self.markup.push_str(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"");
        self.markup.push_str(&raster.address());
        self.markup.push_str("\"/>");
    }

    /// Continues the open path, or begins a new one, for one more shape of this kind; where the pen is.
    fn pen(&mut self, color: BackendColor, width: u32) -> BackendCoord {
        let (class, dashes) = (Token::class(color), style::dashes(color));
        match &mut self.open {
            Some(open) if (open.class, open.width, open.dashes) == (class, width, dashes) && open.shapes < MAX_SHAPES_PER_PATH => {
                open.shapes += 1;
                open.at
            }
            _ => {
                self.element("path", class, width);
                if dashes[0] > 0 {
                    let _ = write!(self.markup, " stroke-dasharray=\"{} {}\"", dashes[0], dashes[1]);
                }
                self.markup.push_str(" d=\"");
                self.open = Some(Open { class, width, dashes, shapes: 1, at: (0, 0) });
                (0, 0)
            }
        }
    }

    /// Notes where the pen has come to.
    fn set_pen(&mut self, pen: BackendCoord) {
        if let Some(open) = &mut self.open {
            open.at = pen;
        }
    }

    /// Adds a ring to the open path, or to a new one: as an area with a hole, since browsers fill many times faster than they
    /// draw lines.
    fn ring(&mut self, (x, y): BackendCoord, radius: i32, color: BackendColor, width: u32) {
        let outer = radius.saturating_add(width as i32 / 2);
        let mut at = self.pen(color, 0);
        for (radius, turn) in [(outer, "0 0-.1"), (outer.saturating_sub(width as i32), "1 0 .1")] {
            if radius > 0 {
                let start = (x.saturating_sub(radius), y);
                self.markup.push('m');
                self.pair((start.0.saturating_sub(at.0), start.1.saturating_sub(at.1)));
                // All the way round but for a hundredth of a unit, since an arc needs two ends. Writing into a string cannot fail.
                let _ = write!(self.markup, "a{radius} {radius} 0 1 {turn}z");
                at = start;
            }
        }
        self.set_pen(at);
    }

    /// Adds a line (`width` above 0) or a filled outline to the open path, or to a new one.
    fn path(&mut self, points: impl Iterator<Item = BackendCoord>, color: BackendColor, width: u32) {
        let mut at = self.pen(color, width);
        let mut start = None;
        let mut command = '\0';
        for point in points {
            let step = (point.0.saturating_sub(at.0), point.1.saturating_sub(at.1));
            if start.is_none() {
                start = Some(point);
                self.markup.push('m');
                self.pair(step);
            } else if step != (0, 0) {
                let (next, length) = match step {
                    (x, 0) => ('h', Some(x)),
                    (0, y) => ('v', Some(y)),
                    _ => ('l', None),
                };
                if next != command {
                    self.markup.push(next);
                } else if length.unwrap_or(step.0) >= 0 {
                    self.markup.push(' ');
                }
                command = next;
                match length {
                    Some(length) => self.int(length),
                    None => self.pair(step),
                }
            }
            at = point;
        }
        if width == 0 {
            self.markup.push('z');
            at = start.unwrap_or(at);
        }
        self.set_pen(at);
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, (left, top): BackendCoord, (right, bottom): BackendCoord, style: &S, fill: bool) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill { self.fill_polygon(corners, style) } else { self.draw_path(corners.into_iter().chain([corners[0]]), style) }
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        if style.color().alpha > 0.0 {
            self.path(path.into_iter(), style.color(), style.stroke_width().max(1));
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if style.color().alpha > 0.0 && !fill {
            self.ring((x, y), radius as i32, style.color(), style.stroke_width().max(1));
        } else if style.color().alpha > 0.0 {
            self.element("circle", Token::class(style.color()), 0);
            self.attribute("cx", x);
            self.attribute("cy", y);
            self.attribute("r", radius as i32);
            self.markup.push_str("/>");
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        if style.color().alpha > 0.0 {
            self.path(vert.into_iter(), style.color(), 0);
        }
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let color = style.color();
        if color.alpha == 0.0 || text.is_empty() {
            return Ok(());
        }
        let anchor = style.anchor();
        self.close();
        self.markup.push_str("<text class=\"");
        self.markup.push_str(Token::class(color));
        for (wanted, class) in [
            (matches!(style.style(), FontStyle::Bold), " b"),
            (style.family().as_str() == HALO, " h"),
            (matches!(anchor.h_pos, HPos::Center), " m"),
            (matches!(anchor.h_pos, HPos::Right), " e"),
        ] {
            if wanted {
                self.markup.push_str(class);
            }
        }
        self.markup.push('"');
        // The box of a text reaches from its baseline to the top of its capitals.
        let capitals = match anchor.v_pos {
            VPos::Top => 0.72,
            VPos::Center => 0.36,
            VPos::Bottom => 0.0,
        };
        self.attribute("x", x);
        self.attribute("y", y + whole(capitals * style.size()));
        self.attribute("font-size", whole(style.size()));
        self.markup.push('>');
        self.markup.push_str(&escaped(text));
        self.markup.push_str("</text>");
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(&self, text: &str, style: &T) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size();
        let width = text_width(text, size, matches!(style.style(), FontStyle::Bold));
        Ok((whole(width).max(0) as u32, whole(size).max(0) as u32))
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::Color;

    use super::*;

    fn drawn(draw: impl Fn(&mut Svg) -> Drawn) -> String {
        let mut svg = Svg::new(10.0, 10.0);
        assert!(draw(&mut svg).is_ok());
        svg.markup()
    }

    #[test]
    fn lines_of_one_style_share_a_path() {
        let markup = drawn(|svg| {
            svg.draw_path([(10, 10), (20, 10), (30, 5), (40, 4)], &Stroke(Token::Ink, 3.0))?;
            svg.draw_line((40, 0), (40, 9), &Stroke(Token::Ink, 3.0))?;
            svg.draw_line((0, 0), (9, 9), &Stroke(Token::Edge, 3.0))
        });
        let ink = "<path class=\"ink l\" stroke-width=\"30\" d=\"m10 10h10l10-5 10-1m0-4v9\"/>";
        assert_eq!(markup, format!("{ink}<path class=\"edge l\" stroke-width=\"30\" d=\"m0 0l9 9\"/>"));
    }

    #[test]
    fn lines_with_the_same_dashes_share_a_path() {
        let markup = drawn(|svg| {
            let ink = Stroke(Token::Ink, 3.0);
            svg.draw_line((0, 0), (0, 90), &Dashed(ink, (6.0, 2.5)))?;
            svg.draw_line((9, 0), (9, 90), &Dashed(ink, (6.0, 2.5)))?;
            svg.draw_line((9, 0), (9, 90), &Dashed(ink, (1.5, 3.0)))?;
            svg.draw_line((9, 0), (9, 90), &ink)
        });
        let paths = [" stroke-dasharray=\"60 25\" d=\"m0 0v90m9-90v90", " stroke-dasharray=\"15 30\" d=\"m9 0v90", " d=\"m9 0v90"];
        assert_eq!(markup, paths.map(|path| format!("<path class=\"ink l\" stroke-width=\"30\"{path}\"/>")).concat());
    }

    #[test]
    fn a_ring_is_an_area_with_a_hole_and_shares_a_path() {
        let markup = drawn(|svg| {
            svg.draw_circle((50, 60), 20, &Stroke(Token::Ink, 1.0), false)?;
            svg.draw_circle((55, 60), 20, &Stroke(Token::Ink, 1.0), false)
        });
        let arcs = "a25 25 0 1 0 0-.1zm10 0a15 15 0 1 1 0 .1z";
        assert_eq!(markup, format!("<path class=\"ink\" d=\"m25 60{arcs}m-5 0{arcs}\"/>"));
    }

    #[test]
    fn many_lines_are_several_paths() {
        let markup = drawn(|svg| (0..40).try_for_each(|at| svg.draw_line((at, 0), (at, 9), &Stroke(Token::Ink, 3.0))));
        let paths: Vec<_> = markup.split("<path").skip(1).map(|path| path.matches('m').count()).collect();
        assert_eq!(paths, [16, 16, 8]);
        assert!(markup.contains("d=\"m16 0v9"), "{markup}");
    }

    #[test]
    fn a_shape_after_a_closed_one_starts_from_its_beginning() {
        let markup = drawn(|svg| {
            svg.fill_polygon([(1, 1), (3, 1), (2, 4)], &Token::Band)?;
            svg.fill_polygon([(2, 1), (4, 1), (3, 4)], &Token::Band)
        });
        assert_eq!(markup, "<path class=\"band\" d=\"m1 1h2l-1 3zm1 0h2l-1 3z\"/>");
    }

    #[test]
    fn a_picture_of_pixels_fills_its_box() {
        let markup = drawn(|svg| {
            svg.draw_line((0, 0), (0, 9), &Stroke(Token::Ink, 3.0))?;
            svg.image(&Rect { left: 1.0, top: 2.0, right: 4.0, bottom: 8.0 }, &Raster::new((1, 2)));
            Ok(())
        });
        let image =
            "<image x=\"10\" y=\"20\" width=\"30\" height=\"60\" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"";
        assert!(markup.contains(&format!("v9\"/>{image}data:image/png;base64,")) && markup.ends_with("=\"/>"), "{markup}");
    }

    #[test]
    fn text_is_escaped() {
        let style = TextStyle { token: Token::Accent, size: 15.0, bold: true, halo: true, anchor: Anchor::End };
        let markup = drawn(|svg| svg.draw_text("a < b & c", &style, (5, 6)));
        assert_eq!(markup, "<text class=\"accent b h e\" x=\"5\" y=\"6\" font-size=\"150\">a &lt; b &amp; c</text>");
    }

    #[test]
    fn every_token_finds_its_class_by_its_colour() {
        let ends = [(Token::Paper, "paper"), (Token::Veil, "veil"), (Token::Accent, "accent"), (Token::Band, "band"), (Token::S3, "s3")];
        for (token, class) in ends {
            assert_eq!(Token::class(token.to_backend_color()), class);
        }
    }
}
