//! Front matter: `key: value` lines of plain text between two lines of three hyphens.

use std::collections::BTreeMap;

use crate::Error;

/// The fields at the head of a file, and where the text after them begins.
pub(crate) struct Front<'a> {
    file: &'a str,
    fields: BTreeMap<&'a str, &'a str>,
    /// The text after the front matter.
    pub(crate) body: &'a str,
    /// The line of the file that the body begins with, from 1.
    pub(crate) body_line: usize,
}

impl<'a> Front<'a> {
    /// Splits a file and checks that it has these keys and no others.
    pub(crate) fn split(file: &'a str, text: &'a str, required: &[&str], optional: &[&str]) -> Result<Self, Error> {
        let mut rest = text.strip_prefix("---\n").ok_or_else(|| Error::at(file, 1, "front matter between two lines --- is missing"))?;
        let mut fields = BTreeMap::new();
        let mut number = 2;
        let body = loop {
            let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
            if line.trim_end() == "---" {
                break after;
            }
            if after.is_empty() {
                return Err(Error::at(file, number, "the front matter does not end: a line --- is missing"));
            }
            if !line.trim().is_empty() {
                let (key, value) =
                    line.split_once(':').ok_or_else(|| Error::at(file, number, "a line of front matter reads “key: value”"))?;
                let (key, value) = (key.trim(), value.trim());
                if !required.contains(&key) && !optional.contains(&key) {
                    return Err(Error::at(file, number, format!("“{key}” is not a key of this front matter")));
                }
                if value.contains(['{', '}', '"', '\'', '<', '>']) {
                    return Err(Error::at(file, number, "front matter is plain text: no markup, typographic quotes only"));
                }
                if fields.insert(key, value).is_some() {
                    return Err(Error::at(file, number, format!("“{key}” stands here twice")));
                }
            }
            rest = after;
            number += 1;
        };
        for key in required {
            if fields.get(key).is_none_or(|value| value.is_empty()) {
                return Err(Error::in_file(file, format!("the front matter lacks “{key}”")));
            }
        }
        Ok(Self { file, fields, body, body_line: number + 1 })
    }

    /// A field's value; empty where it is not given.
    pub(crate) fn get(&self, key: &str) -> String {
        self.fields.get(key).copied().unwrap_or_default().to_owned()
    }

    /// A field's value as a number.
    pub(crate) fn number(&self, key: &str) -> Result<Option<usize>, Error> {
        let parse = |value: &&str| value.parse().map_err(|_| Error::in_file(self.file, format!("“{key}” is not a number")));
        self.fields.get(key).map(parse).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        Front::split("x.md", text, &["title"], &["section"]).err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn reads_fields_and_leaves_the_body() {
        let front = Front::split("x.md", "---\ntitle: A: b\nsection: 3\n---\nText\n", &["title"], &["section"]).unwrap();
        assert_eq!((front.get("title").as_str(), front.number("section").unwrap()), ("A: b", Some(3)));
        assert_eq!((front.body, front.body_line), ("Text\n", 5));
    }

    #[test]
    fn says_what_is_wrong_with_it() {
        assert_eq!(message("Text\n"), "content/x.md:1: front matter between two lines --- is missing");
        assert_eq!(message("---\ntitle: A\n"), "content/x.md:2: the front matter does not end: a line --- is missing");
        assert_eq!(message("---\nsection: 1\n---\n"), "content/x.md: the front matter lacks “title”");
        assert_eq!(message("---\ntitle\n---\n"), "content/x.md:2: a line of front matter reads “key: value”");
        assert_eq!(message("---\ntitel: A\n---\n"), "content/x.md:2: “titel” is not a key of this front matter");
        assert_eq!(message("---\ntitle: A\ntitle: B\n---\n"), "content/x.md:3: “title” stands here twice");
        assert!(message("---\ntitle: A {readout: b}\n---\n").contains("plain text"));
        let front = Front::split("x.md", "---\ntitle: A\nsection: one\n---\n", &["title"], &["section"]).unwrap();
        assert!(front.number("section").is_err());
    }
}
