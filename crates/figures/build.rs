//! Turns `locales/*.json` into one Rust struct of strings with a value per language, so that a key missing in one
//! language, or a placeholder that only one of them has, fails the build. A further language is one further file.

use std::{collections::BTreeSet, env, error::Error, fmt::Write, fs, path::Path};

use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(|file| file.file_name());

    let mut languages: Vec<(String, Map<String, Value>)> = Vec::new();
    for file in files {
        let path = file.path();
        let code = path.file_stem().and_then(|stem| stem.to_str()).ok_or("locale file without a name")?;
        let strings = serde_json::from_str(&fs::read_to_string(&path)?).map_err(|e| format!("{}: {e}", path.display()))?;
        // English is the reference: it declares the keys, and it is the fallback where no language is chosen.
        let place = if code == "en" { 0 } else { languages.len() };
        languages.insert(place, (code.to_owned(), strings));
    }
    let (reference, keys) = languages.first().ok_or("no locale files")?.clone();
    for (code, strings) in &languages {
        if let Some(key) = keys.keys().find(|key| !strings.contains_key(*key)) {
            return Err(format!("locales/{code}.json lacks \"{key}\", which {reference}.json has").into());
        }
        if let Some(key) = strings.keys().find(|key| !keys.contains_key(*key)) {
            return Err(format!("locales/{code}.json has \"{key}\", which {reference}.json lacks").into());
        }
        for (key, value) in strings {
            if placeholders(value) != placeholders(&keys[key]) {
                return Err(format!("locales/{code}.json, \"{key}\": placeholders differ from {reference}.json").into());
            }
        }
    }

    let mut code = String::from(
        "/// The interface strings of one language; the keys of `locales/*.json`.\n#[allow(missing_docs)]\npub struct Strings {\n",
    );
    for key in keys.keys() {
        writeln!(code, "    pub {key}: &'static str,")?;
    }
    code += "}\n\n/// A language of the site.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[allow(missing_docs)]\npub enum Language {\n";
    for (language, _) in &languages {
        writeln!(code, "    {},", variant(language))?;
    }
    writeln!(code, "}}\n\nstatic STRINGS: [Strings; {}] = [", languages.len())?;
    for (_, strings) in &languages {
        code += "    Strings {\n";
        for (key, value) in strings {
            let text = value.as_str().ok_or_else(|| format!("\"{key}\" is not a string"))?;
            writeln!(code, "        {key}: {text:?},")?;
        }
        code += "    },\n";
    }
    code += "];\n\n/// All languages, English first.\npub const LANGUAGES: &[(Language, &str)] = &[\n";
    for (language, _) in &languages {
        writeln!(code, "    (Language::{}, {language:?}),", variant(language))?;
    }
    code += "];\n";
    fs::write(Path::new(&env::var("OUT_DIR")?).join("strings.rs"), code)?;
    Ok(())
}

fn variant(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}

/// The `{names}` in a text. Case does not count: `{Object}` is `{object}` at the start of a sentence.
fn placeholders(text: &Value) -> BTreeSet<String> {
    let text = text.as_str().unwrap_or_default();
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_lowercase()).collect()
}
