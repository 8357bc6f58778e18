//! A drawing with the look that the page's style gives it written into each element, so that it looks the same wherever it is
//! opened: attributes that every program knows, no classes and no style sheet.

use pendrop_kit::number;

/// What the page's style makes of a property of an element: of its name, its classes, and the property.
pub type Computed<'a> = &'a dyn Fn(&str, &str, &str) -> String;

/// What follows the name of an element.
const CLASS: &str = " class=\"";

/// The same drawing with literal colours, opacities and letters. Each element of it begins with its classes, as figures draw it.
pub fn literal(drawing: &str, computed: Computed) -> String {
    // A picture has hundreds of elements of a dozen kinds.
    let mut known: Vec<((&str, &str), Look)> = Vec::new();
    let mut literal = String::new();
    for piece in drawing.split('<').skip(1) {
        let Some((name, (classes, rest))) = piece.split_once(CLASS).and_then(|(name, rest)| Some((name, rest.split_once('"')?))) else {
            literal += &format!("<{piece}");
            continue;
        };
        let place = known.iter().position(|(of, _)| *of == (name, classes)).unwrap_or_else(|| {
            known.push(((name, classes), Look::of(&|property| computed(name, classes, property))));
            known.len() - 1
        });
        let look = &known[place].1;
        // Not every program lets a rim lie under its letters: it is a text of its own.
        if let Some(rim) = &look.rim {
            literal += &format!("<{name}{rim}{rest}</{name}>");
        }
        literal += &format!("<{name}{}{rest}", look.own);
    }
    literal
}

/// The attributes of an element.
struct Look {
    /// Of the rim under it, where it has one.
    rim: Option<String>,
    own: String,
}

impl Look {
    fn of(computed: &dyn Fn(&str) -> String) -> Self {
        let (fill, stroke) = (paint("fill", computed), paint("stroke", computed));
        let mut letters = String::new();
        for (property, start) in [("font-weight", "400"), ("text-anchor", "start")] {
            let value = computed(property);
            if value != start {
                letters += &format!(" {property}=\"{value}\"");
            }
        }
        let Some(stroke) = stroke else {
            return Self { rim: None, own: fill.unwrap_or_else(|| " fill=\"none\"".to_owned()) + &letters };
        };
        let line = format!("{stroke} stroke-linejoin=\"{}\"", computed("stroke-linejoin"));
        if computed("paint-order").starts_with("stroke") {
            let width = computed("stroke-width");
            let rim = format!(" fill=\"none\"{line} stroke-width=\"{}\"{letters}", width.trim_end_matches("px"));
            return Self { rim: Some(rim), own: fill.unwrap_or_default() + &letters };
        }
        // How wide a line is comes with the drawing.
        Self { rim: None, own: fill.unwrap_or_else(|| " fill=\"none\"".to_owned()) + &line + &letters }
    }
}

/// Colour and opacity of a fill or a stroke as attributes; nothing where there is none.
fn paint(property: &str, computed: &dyn Fn(&str) -> String) -> Option<String> {
    let value = computed(property);
    // Some browsers leave it at the name of the colour that is meant.
    let (colour, alpha) = if value.eq_ignore_ascii_case("currentcolor") { colour(&computed("color"))? } else { colour(&value)? };
    let opacity = alpha * number::parse(&computed(&format!("{property}-opacity"))).unwrap_or(1.0);
    let opacity = (opacity * 1e4).round() / 1e4;
    Some(if opacity < 1.0 {
        format!(" {property}=\"{colour}\" {property}-opacity=\"{}\"", number::plain(opacity))
    } else {
        format!(" {property}=\"{colour}\"")
    })
}

/// Reads a colour as browsers write it when asked, `rgb(181, 65, 10)` or `color(srgb 0.71 0.25 0.04 / 0.15)`, as three bytes in
/// hexadecimal notation and an opacity.
fn colour(text: &str) -> Option<(String, f64)> {
    let (function, arguments) = text.trim_end_matches(')').split_once('(')?;
    let full = if function == "color" { 255.0 } else { 1.0 };
    let mut numbers = arguments.split([' ', ',', '/']).filter_map(number::parse);
    let mut channel = || numbers.next().map(|value| (value * full).round().clamp(0.0, 255.0) as u8);
    let (red, green, blue) = (channel()?, channel()?, channel()?);
    Some((format!("#{red:02x}{green:02x}{blue:02x}"), numbers.next().unwrap_or(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A style with a class for each kind of element.
    fn computed(name: &str, classes: &str, property: &str) -> String {
        let is = |class: &str| classes.split(' ').any(|of| of == class);
        match property {
            "color" if is("band") => "rgba(181, 65, 10, 0.15)",
            "color" => "rgb(21, 24, 28)",
            "fill" if is("l") => "none",
            "fill" if is("tint") => "color(srgb 1 0.5 0 / 0.2)",
            "stroke" if is("l") => "currentcolor",
            "fill" if is("band") => "rgba(181, 65, 10, 0.15)",
            "fill" => "rgb(21, 24, 28)",
            "stroke" if is("h") => "rgb(251, 250, 247)",
            "stroke" => "none",
            "fill-opacity" if is("tint") => "0.45",
            "fill-opacity" | "stroke-opacity" => "1",
            "stroke-linejoin" => "round",
            "stroke-width" => "50px",
            "paint-order" if is("h") => "stroke",
            "paint-order" => "normal",
            "font-weight" if is("b") && name == "text" => "600",
            "font-weight" => "400",
            "text-anchor" if is("m") => "middle",
            "text-anchor" => "start",
            _ => panic!("{property}"),
        }
        .to_owned()
    }

    fn drawn(drawing: &str) -> String {
        literal(drawing, &computed)
    }

    #[test]
    fn colours_and_opacities_are_literal() {
        assert_eq!(drawn("<path class=\"ink\" d=\"m0 0z\"/>"), "<path fill=\"#15181c\" d=\"m0 0z\"/>");
        let line = "<path class=\"ink l\" stroke-width=\"30\" d=\"m0 0h1\"/>";
        assert_eq!(drawn(line), "<path fill=\"none\" stroke=\"#15181c\" stroke-linejoin=\"round\" stroke-width=\"30\" d=\"m0 0h1\"/>");
        let line = "<path class=\"band l\" stroke-width=\"30\" d=\"m0 0h1\"/>";
        assert!(drawn(line).contains(" stroke=\"#b5410a\" stroke-opacity=\"0.15\""));
        let circles = "<circle class=\"band\" r=\"9\"/><circle class=\"tint\" r=\"9\"/>";
        let literal = "<circle fill=\"#b5410a\" fill-opacity=\"0.15\" r=\"9\"/><circle fill=\"#ff8000\" fill-opacity=\"0.09\" r=\"9\"/>";
        assert_eq!(drawn(circles), literal);
    }

    #[test]
    fn a_rim_is_a_text_under_the_text() {
        let text = "<text class=\"ink b h m\" x=\"5\">a &lt; b</text><text class=\"ink\" x=\"6\">c</text>";
        let rim = "<text fill=\"none\" stroke=\"#fbfaf7\" stroke-linejoin=\"round\" stroke-width=\"50\" font-weight=\"600\" text-anchor=\"middle\" x=\"5\">a &lt; b</text>";
        let own = "<text fill=\"#15181c\" font-weight=\"600\" text-anchor=\"middle\" x=\"5\">a &lt; b</text>";
        assert_eq!(drawn(text), format!("{rim}{own}<text fill=\"#15181c\" x=\"6\">c</text>"));
    }

    #[test]
    fn what_has_no_class_stays() {
        assert_eq!(drawn("<g><path class=\"ink\" d=\"\"/></g>"), "<g><path fill=\"#15181c\" d=\"\"/></g>");
    }
}
