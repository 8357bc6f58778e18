//! Small pieces of HTML.

/// Escapes text for an element's content or a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(character),
        }
    }
    safe
}

/// An id from a heading's text: lower case, German letters spelt out, everything else a hyphen.
pub(crate) fn id_from(text: &str) -> String {
    let mut id = String::new();
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            'ä' => id.push_str("ae"),
            'ö' => id.push_str("oe"),
            'ü' => id.push_str("ue"),
            'ß' => id.push_str("ss"),
            '’' => {}
            _ if character.is_ascii_alphanumeric() => id.push(character),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    id.trim_end_matches('-').to_owned()
}

/// Whether this can be an id in an address and in the document.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        assert_eq!(id_from("What’s left out, and why?"), "whats-left-out-and-why");
        assert_eq!(id_from("Große Körper über Öl"), "grosse-koerper-ueber-oel");
        assert!(is_id("pen-drop") && !is_id("") && !is_id("Pen") && !is_id("a b"));
    }

    #[test]
    fn markup_in_text_is_harmless() {
        assert_eq!(escaped("a<b & \"c\">"), "a&lt;b &amp; &quot;c&quot;&gt;");
    }
}
