//! Text as it may stand in markup, and its letters.

/// Text as it may stand in HTML, SVG and double-quoted attributes.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text in small letters, as far as the languages of western Europe go: tables of all letters of the world would be larger than
/// everything else that a search needs.
#[must_use]
pub fn lowercase(text: &str) -> String {
    let small = |letter: char| match letter {
        'À'..='Þ' if letter != '×' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    };
    text.chars().map(small).collect()
}

/// Whether a text stands in another. Names are short: the standard library's search for long ones would be most of a program's
/// code for this.
#[must_use]
pub fn contains(text: &str, part: &str) -> bool {
    part.is_empty() || text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

/// A text that begins with a capital letter, as far as the languages of western Europe go.
#[must_use]
pub fn capitalized(text: &str) -> String {
    let capital = |letter: char| match letter {
        'à'..='þ' if letter != '÷' => char::from_u32(u32::from(letter) - 32).unwrap_or(letter),
        _ => letter.to_ascii_uppercase(),
    };
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| std::iter::once(capital(first)).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_wherever_it_stands() {
        for part in ["", "ä", "rger", "ärger", "e"] {
            assert!(contains("ärger", part), "{part}");
        }
        assert!(!contains("ärger", "ö") && !contains("ärger", "ärgerx") && !contains("", "a"));
    }

    #[test]
    fn letters_with_accents_have_their_counterparts() {
        assert_eq!(lowercase("ÄRGER ÉLAN Øre 3 × Ä"), "ärger élan øre 3 × ä");
        assert_eq!(capitalized("über Bord"), "Über Bord");
        for text in ["", "÷2", "ßen", "3 apples"] {
            assert_eq!(capitalized(text), text);
        }
    }

    #[test]
    fn nothing_in_a_text_can_be_markup() {
        assert_eq!(escaped("<b> & \"c\""), "&lt;b&gt; &amp; &quot;c&quot;");
    }
}
