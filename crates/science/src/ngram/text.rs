//! A text as a sequence of small numbers.

use super::{LEAST, MOST, Unusable};

/// How many code points there are.
const CODE_POINTS: usize = 0x11_0000;

/// A text and its alphabet.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// The characters of the text in the order in which they first appear; a symbol is a place in it.
    pub alphabet: Vec<char>,
    pub symbols: Vec<u16>,
}

impl Text {
    pub fn of(raw: &str) -> Result<Text, Unusable> {
        if raw.len() > MOST {
            return Err(Unusable::TooLong(raw.len()));
        }
        let mut alphabet = Vec::new();
        let mut symbols = Vec::with_capacity(raw.len());
        // One more than the symbol of each code point; 0 for none yet.
        let mut known = vec![0_u16; CODE_POINTS];
        for character in spaced(raw) {
            let symbol = &mut known[character as usize];
            if *symbol == 0 {
                alphabet.push(character);
                *symbol = u16::try_from(alphabet.len()).map_err(|_| Unusable::TooManySymbols)?;
            }
            symbols.push(*symbol - 1);
        }
        match (alphabet.len(), symbols.len()) {
            (0, _) => Err(Unusable::Empty),
            (_, length) if length < LEAST => Err(Unusable::TooShort(length)),
            (1, _) => Err(Unusable::OneSymbol),
            _ => Ok(Text { alphabet, symbols }),
        }
    }

    /// The symbol of a character, if the text has it.
    pub fn symbol(&self, character: char) -> Option<u16> {
        self.alphabet.iter().position(|known| *known == character).map(|place| place as u16)
    }
}

/// Lines longer than this are not broken by hand.
const WIDEST: usize = 100;

/// A text whose paragraphs were broken into lines of a width, each as full as it can be, with these lines joined again: a broken
/// line teaches that any space may as well be a line end. Any other text stays as it is.
#[must_use]
pub fn unwrapped(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let length = |line: &str| line.chars().count();
    let width = lines.iter().map(|line| length(line)).max().unwrap_or(0);
    let first_word = |line: &str| line.split_whitespace().next().map(length);
    // With its neighbour's first word it would have been too wide.
    let is_full = |line: &str, next: &str| !line.is_empty() && first_word(next).is_some_and(|word| length(line) + 1 + word > width);
    let full = lines.windows(2).filter(|pair| is_full(pair[0], pair[1])).count();
    if width > WIDEST || 3 * full < lines.iter().filter(|line| !line.is_empty()).count() {
        return text.to_owned();
    }
    let mut whole = String::with_capacity(text.len());
    for (place, line) in lines.iter().enumerate() {
        whole += line;
        let next = lines.get(place + 1);
        whole.push(if next.is_some_and(|next| is_full(line, next)) { ' ' } else { '\n' });
    }
    whole
}

/// The characters with every run of white space as one line end, if there is one in it, or one space; none at the ends.
fn spaced(raw: &str) -> impl Iterator<Item = char> {
    let mut characters = raw.trim().chars().peekable();
    std::iter::from_fn(move || {
        let first = characters.next()?;
        if !first.is_whitespace() {
            return Some(first);
        }
        let mut line_end = is_line_end(first);
        while let Some(next) = characters.next_if(|next| next.is_whitespace()) {
            line_end |= is_line_end(next);
        }
        Some(if line_end { '\n' } else { ' ' })
    })
}

/// Line feed, carriage return, next line, line and paragraph separator.
fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_made_normal() {
        let text: String = spaced(" \r\n a\u{a0} b\r\n\r\n\tc \n d\re\u{2029}f  \n").collect();
        assert_eq!(text, "a b\nc\nd\ne\nf");
    }

    #[test]
    fn lines_broken_by_hand_are_joined_and_others_stay() {
        let broken = "It is a truth universally\r\nacknowledged, that a single\r\nman in possession of a good\r\nfortune.\r\n\r\nHowever little known the\r\nfeelings are.\r\n";
        let whole = "It is a truth universally acknowledged, that a single man in possession of a good fortune.\n\nHowever little known the feelings are.\n";
        assert_eq!(unwrapped(broken), whole);
        let verse =
            "Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame thy fearful symmetry?\n";
        assert_eq!(unwrapped(verse), verse);
        assert_eq!(unwrapped(whole), whole);
        assert_eq!(unwrapped(""), "");
    }

    #[test]
    fn symbols_are_places_in_the_alphabet() {
        let raw = "déjà vu 🖊️ ".repeat(100);
        let text = Text::of(&raw).unwrap();
        let back: String = text.symbols.iter().map(|symbol| text.alphabet[usize::from(*symbol)]).collect();
        assert_eq!(back, raw.trim());
        assert_eq!(text.alphabet.len(), 9);
        assert_eq!((text.symbol('é'), text.symbol('x')), (Some(1), None));
    }

    #[test]
    fn a_reason_where_a_text_cannot_be_used() {
        let reason = |raw: &str| Text::of(raw).err();
        assert_eq!(reason(""), Some(Unusable::Empty));
        assert_eq!(reason(" \n\t"), Some(Unusable::Empty));
        assert_eq!(reason("🖊️🖊️"), Some(Unusable::TooShort(4)));
        assert_eq!(reason(&"ab".repeat(499)), Some(Unusable::TooShort(998)));
        assert_eq!(reason(&"a".repeat(2000)), Some(Unusable::OneSymbol));
        assert_eq!(reason(&"ab".repeat(MOST / 2 + 1)), Some(Unusable::TooLong(MOST + 2)));
        let all: String = (0..CODE_POINTS as u32).filter_map(char::from_u32).filter(|c| !c.is_whitespace()).take(65_536).collect();
        assert_eq!(reason(&all), Some(Unusable::TooManySymbols));
        assert_eq!(reason(&"ab".repeat(500)), None);
    }
}
