//! What a saved picture says about itself: above it the finding, below it the state in words, the source, the licence and the
//! address. The same as a text goes with the table.

use pendrop_kit::{
    chart::{Painter, text_width},
    locale::{Language, Strings},
    outcome::Outcome,
    parameter::Kind,
    svg::{Anchor, Svg, TextStyle, Token},
    values::{Value, Values},
};

/// Sizes of the letters and heights of their lines, in units of the picture.
const TITLE: (f64, f64) = (19.0, 25.0);
const WORDS: (f64, f64) = (12.0, 17.0);
/// How much of the width the words take at most.
const ROOM: f64 = 0.9;
/// Room around the picture and its words.
pub const MARGIN: f64 = 16.0;

/// The words around a picture, in lines.
pub struct Caption {
    title: Vec<String>,
    words: Vec<String>,
}

impl Caption {
    /// The words around a picture that is so wide, in units of the picture.
    pub fn of(outcome: &dyn Outcome, values: &Values, link: &str, language: Language, width: f64) -> Self {
        let [title, words @ ..] = paragraphs(outcome, values, link, language);
        Self {
            title: wrapped(&title, width, TITLE.0, true),
            words: words.iter().flat_map(|text| wrapped(text, width, WORDS.0, false)).collect(),
        }
    }

    /// How high what stands above the picture is, in units of the picture.
    pub fn above(&self) -> f64 {
        MARGIN + TITLE.1 * self.title.len() as f64
    }

    /// How high what stands below it is.
    pub fn below(&self) -> f64 {
        MARGIN + WORDS.1 * self.words.len() as f64
    }

    /// Draws the words around a picture that ends at a height; the sheet begins with the title.
    pub fn draw(&self, svg: &mut Svg, end: f64) {
        let painter = &mut Painter::new(svg);
        for (place, line) in self.title.iter().enumerate() {
            painter.text((0.0, TITLE.1 * (place as f64 + 0.75)), line, &letters(Token::Ink, TITLE.0, true));
        }
        for (place, line) in self.words.iter().enumerate() {
            painter.text((0.0, end + MARGIN + WORDS.1 * (place as f64 + 0.7)), line, &letters(Token::Ink2, WORDS.0, false));
        }
    }
}

fn letters(token: Token, size: f64, bold: bool) -> TextStyle {
    TextStyle { token, size, bold, halo: false, anchor: Anchor::Start }
}

/// The same as a text.
pub fn text(outcome: &dyn Outcome, values: &Values, link: &str, language: Language) -> String {
    paragraphs(outcome, values, link, language).join("\r\n") + "\r\n"
}

/// Finding, state, source, licence, address.
fn paragraphs(outcome: &dyn Outcome, values: &Values, link: &str, language: Language) -> [String; 5] {
    let licence = Strings::of(language).file_licence.to_owned();
    [outcome.headline(language), state(values, language), outcome.source_line(language), licence, link.to_owned()]
}

/// The values in front, and whichever others are not as at the start. What a choice stands for goes without saying.
fn state(values: &Values, language: Language) -> String {
    let (parameters, start) = (values.parameters(), Values::defaults(values.parameters()));
    let chosen = |index: usize| match (&parameters[index].kind, values.get(index)) {
        (Kind::Choice(choice), Some(Value::Chosen(option))) => choice.options.get(option),
        _ => None,
    };
    let stood_for =
        |name: &str| (0..parameters.len()).filter_map(chosen).any(|option| option.preset.iter().any(|(filled, _)| *filled == name));
    let said = (0..parameters.len()).filter(|index| {
        let parameter = &parameters[*index];
        parameter.front || values.get(*index) != start.get(*index) && !stood_for(parameter.name)
    });
    let words = said.filter_map(|index| {
        let parameter = &parameters[index];
        let value = match (&parameter.kind, values.get(index)?) {
            (Kind::Quantity(quantity), Value::Number(value)) => quantity.formatted(value, language),
            (Kind::Choice(choice), Value::Chosen(option)) => (choice.options.get(option)?.label)(language).to_owned(),
            (_, Value::On(on)) => return on.then(|| (parameter.label)(language).to_owned()),
            _ => return None,
        };
        Some(format!("{}: {value}", (parameter.label)(language)))
    });
    words.collect::<Vec<_>>().join(" · ")
}

/// A text in lines that are no wider than the picture. An address, which is one long word, ends where the line does.
fn wrapped(text: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    // Other letters may be wider than those that were measured.
    let fits = |line: &str| text_width(line, size, bold) <= ROOM * width;
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().map(std::mem::take).unwrap_or_default();
        let joined = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        let mut rest = if fits(&joined) || last.is_empty() {
            joined
        } else {
            lines.insert(lines.len() - 1, last);
            word.to_owned()
        };
        while !fits(&rest) {
            let places = rest.char_indices().map(|(place, _)| place);
            let cut = places.take_while(|place| fits(&rest[..*place])).last().filter(|place| *place > 0).unwrap_or(rest.len());
            let tail = rest.split_off(cut);
            lines.insert(lines.len() - 1, std::mem::replace(&mut rest, tail));
        }
        if let Some(last) = lines.last_mut() {
            *last = rest;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use pendrop_figures::figure;
    use pendrop_kit::{query, tables::Tables};

    use super::*;

    fn feather() -> Values {
        let parameters = figure("pen-drop").unwrap_or_else(|| panic!("pen-drop")).parameters();
        query::parse(parameters, "", [("object", "feather"), ("height", "2"), ("wind", "3")].into_iter()).values
    }

    #[test]
    fn the_state_is_told_by_what_stands_in_front_and_what_was_changed() {
        assert_eq!(
            state(&feather(), Language::En),
            "Object: Feather · World: Earth · Gravity: 9.807\u{202f}m/s² · Height: 2\u{202f}m · Wind: 3\u{202f}m/s"
        );
    }

    #[test]
    fn no_line_is_wider_than_the_picture_and_nothing_is_lost() {
        let link = format!("https://example.org/en/figure/pen-drop/?{}", "height=2&".repeat(30));
        for width in [280.0, 350.0, 640.0, 1280.0] {
            for text in [link.as_str(), "a", "", "Know only gravity, and you miss the feather’s landing by a long way indeed"] {
                let lines = wrapped(text, width, 19.0, true);
                assert!(lines.iter().all(|line| text_width(line, 19.0, true) <= width), "{lines:?}");
                assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            }
        }
    }

    #[test]
    fn a_picture_says_finding_state_source_licence_and_address() {
        let figure = figure("pen-drop").unwrap_or_else(|| panic!("pen-drop"));
        let outcome = figure.solve(&feather(), &Tables::default());
        let text = text(&*outcome, &feather(), "https://example.org/x", Language::De);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!((lines.len(), lines[0], lines[4]), (5, outcome.headline(Language::De).as_str(), "https://example.org/x"));
        assert!(lines[3].contains("CC BY 4.0"));
        let caption = Caption::of(&*outcome, &feather(), "https://example.org/x", Language::De, 350.0);
        let mut svg = Svg::new(350.0, 1000.0);
        caption.draw(&mut svg, 500.0);
        assert_eq!(svg.markup().matches("<text").count(), caption.title.len() + caption.words.len());
    }
}
