//! Turns folders of locale files (`en.json`, `de.json`, …) into Rust, for build scripts: one struct of strings per folder
//! with a value per language, so that a key missing in one language, or a placeholder that only one of them has, fails the
//! build. A further language is one further file in each folder.
//!
//! Natively the texts are compiled in. In wasm they are not: there a struct is read from the texts that the page brings, when
//! it is first asked for.
//!
//! Invariant: knows no key and no language by name, but that English declares the keys.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write,
    fs,
    path::Path,
};

use serde_json::{Map, Value};

/// The strings of one folder, by language; English first.
struct Locales(Vec<(String, Map<String, Value>)>);

/// Writes `NAME.rs` into the build script's output folder: the enum `Language`, `LANGUAGES`, and the struct `Strings` of a
/// folder, which stands on nothing else.
///
/// # Errors
/// Files that cannot be read, and languages that do not have the same keys and placeholders.
pub fn languages(folder: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    let locales = Locales::read(folder)?;
    let mut code = locales.code(name, None)?;
    code +=
        "\n/// A language of the site.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[allow(missing_docs)]\npub enum Language {\n";
    for (language, _) in &locales.0 {
        writeln!(code, "    {},", variant(language))?;
    }
    code += "}\n\n/// All languages, English first.\npub const LANGUAGES: &[(Language, &str)] = &[\n";
    for (language, _) in &locales.0 {
        writeln!(code, "    (Language::{}, {language:?}),", variant(language))?;
    }
    code += "];\n";
    write(code, name)
}

/// Writes `NAME.rs` into the build script's output folder: the struct `Strings` of a folder, which has the strings of `base`
/// (a path to another such struct) as its own too. It uses what the place where it is included has of the kit's module `locale`.
///
/// # Errors
/// Files that cannot be read, and languages that do not have the same keys and placeholders.
pub fn strings(folder: &Path, name: &str, base: &str) -> Result<(), Box<dyn Error>> {
    write(Locales::read(folder)?.code(name, Some(base))?, name)
}

fn write(code: String, name: &str) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join(format!("{name}.rs")), code)?)
}

impl Locales {
    fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut languages: BTreeMap<(bool, String), Map<String, Value>> = BTreeMap::new();
        for file in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let path = file?.path();
            let code = path.file_stem().and_then(|stem| stem.to_str()).ok_or("locale file without a name")?;
            let strings = serde_json::from_str(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
            // English is the reference: it declares the keys, and it is the fallback where no language is chosen.
            languages.insert((code != "en", code.to_owned()), strings);
        }
        let locales = Self(languages.into_iter().map(|((_, code), strings)| (code, strings)).collect());
        locales.check(folder)?;
        Ok(locales)
    }

    fn check(&self, folder: &Path) -> Result<(), String> {
        let folder = folder.display();
        let (reference, keys) = self.0.first().ok_or_else(|| format!("{folder} holds no locale files"))?;
        for (code, strings) in &self.0 {
            if let Some(key) = keys.keys().find(|key| !strings.contains_key(*key)) {
                return Err(format!("{folder}/{code}.json lacks \"{key}\", which {reference}.json has"));
            }
            if let Some(key) = strings.keys().find(|key| !keys.contains_key(*key)) {
                return Err(format!("{folder}/{code}.json has \"{key}\", which {reference}.json lacks"));
            }
            for (key, value) in strings {
                let text = value.as_str().ok_or_else(|| format!("{folder}/{code}.json, \"{key}\" is not a string"))?;
                // A page brings each as a line of an element that holds plain text.
                if text.contains(['\n', '<']) {
                    return Err(format!("{folder}/{code}.json, \"{key}\": neither \"<\" nor a second line can stand in a page"));
                }
                if placeholders(text) != placeholders(keys[key].as_str().unwrap_or_default()) {
                    return Err(format!("{folder}/{code}.json, \"{key}\": placeholders differ from {reference}.json"));
                }
            }
        }
        Ok(())
    }

    /// The struct, `Strings::of`, and what this reads: natively a value per language, in wasm what has been loaded.
    fn code(&self, name: &str, base: Option<&str>) -> Result<String, Box<dyn Error>> {
        let keys: Vec<&str> = self.0.iter().take(1).flat_map(|(_, strings)| strings.keys()).map(String::as_str).collect();
        let listed = keys.join(", ");
        let mut code =
            String::from("/// Strings of one language; the keys of its locale files.\n#[allow(missing_docs)]\npub struct Strings {\n");
        if let Some(base) = base {
            writeln!(code, "    base: &'static {base},")?;
        }
        for key in &keys {
            writeln!(code, "    pub {key}: &'static str,")?;
        }
        writeln!(code, "}}\n\n#[cfg(not(target_arch = \"wasm32\"))]\nstatic STRINGS: [Strings; {}] = [", self.0.len())?;
        for (place, (_, strings)) in self.0.iter().enumerate() {
            code += "    Strings {\n";
            if let Some(base) = base {
                writeln!(code, "        base: {base}::at({place}),")?;
            }
            for (key, value) in strings {
                writeln!(code, "        {key}: {:?},", value.as_str().unwrap_or_default())?;
            }
            code += "    },\n";
        }
        let of_base = base.map(|base| format!("base: {base}::of(language), ")).unwrap_or_default();
        write!(
            code,
            "];

impl Strings {{
    /// The folder that they come from.
    pub const FOLDER: Folder = Folder {{
        name: {name:?},
        texts: |language| {{
            let Self {{ {listed}, .. }} = Self::of(language);
            vec![{listed}]
        }},
    }};
}}

#[cfg(not(target_arch = \"wasm32\"))]
impl Strings {{
    /// The strings of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {{
        &STRINGS[language as usize]
    }}

    /// The strings of the language at a place in `LANGUAGES`.
    #[doc(hidden)]
    #[must_use]
    pub const fn at(place: usize) -> &'static Self {{
        &STRINGS[place]
    }}
}}

#[cfg(target_arch = \"wasm32\")]
static STRINGS: LoadedStrings<Strings> = LoadedStrings::new(|language| {{
    let [{listed}] = loaded_texts({name:?}, language);
    Strings {{ {of_base}{listed} }}
}});

#[cfg(target_arch = \"wasm32\")]
impl Strings {{
    /// The strings of a language, if the page has brought them; else those of the page's language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {{
        STRINGS.of(language)
    }}
}}
"
        )?;
        if let Some(base) = base {
            write!(
                code,
                "\nimpl std::ops::Deref for Strings {{\n    type Target = {base};\n    fn deref(&self) -> &{base} {{\n        self.base\n    }}\n}}\n"
            )?;
        }
        Ok(code)
    }
}

fn variant(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The `{names}` in a text. Case does not count: `{Object}` is `{object}` at the start of a sentence.
fn placeholders(text: &str) -> BTreeSet<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locales(english: &str, german: &str) -> Result<(), String> {
        let parsed = |text| serde_json::from_str(text).unwrap_or_default();
        Locales(vec![("en".to_owned(), parsed(english)), ("de".to_owned(), parsed(german))]).check(Path::new("locales"))
    }

    #[test]
    fn languages_must_have_the_same_keys_and_placeholders() {
        assert_eq!(locales(r#"{"a": "{Time} s"}"#, r#"{"a": "nach {time} s"}"#), Ok(()));
        for (german, complaint) in [
            ("{}", "locales/de.json lacks \"a\", which en.json has"),
            (r#"{"a": "{time}", "b": ""}"#, "locales/de.json has \"b\", which en.json lacks"),
            (r#"{"a": "s"}"#, "locales/de.json, \"a\": placeholders differ from en.json"),
            (r#"{"a": 1}"#, "locales/de.json, \"a\" is not a string"),
            (r#"{"a": "<b>{time} s"}"#, "locales/de.json, \"a\": neither \"<\" nor a second line can stand in a page"),
        ] {
            assert_eq!(locales(r#"{"a": "{time} s"}"#, german), Err(complaint.to_owned()));
        }
    }
}
