//! No string stands in the locale files that no code shows.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The Rust files under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("it can be read").path());
    let files = paths.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// The words by which the code under a folder can mean a string: those after a dot, and those in `label!(…)`.
fn meant(folder: &Path) -> HashSet<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut meant = HashSet::new();
    for path in sources(folder) {
        let text = fs::read_to_string(&path).expect("it can be read");
        let code: String = text.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect();
        for after in code.split('.').chain(code.split("label!(")) {
            meant.insert(after.chars().take_while(|letter| is_part(*letter)).collect());
        }
    }
    meant
}

/// The keys of a folder of locale files; that each language has the same is seen to where they are built.
fn keys(folder: &Path) -> Vec<String> {
    let text = fs::read_to_string(folder.join("en.json")).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    serde_json::from_str::<Map<String, Value>>(&text).expect("an object").into_iter().map(|(key, _)| key).collect()
}

fn assert_all_used(folder: &Path, meant: &HashSet<String>) {
    let unused: Vec<_> = keys(folder).into_iter().filter(|key| !meant.contains(key)).collect();
    assert!(unused.is_empty(), "no code uses {unused:?} of {}", folder.display());
}

#[test]
fn every_string_of_the_figures_is_used() {
    let figures = root().join("crates/figures");
    let meant = meant(&figures.join("src"));
    assert_all_used(&figures.join("locales"), &meant);
    let folders = fs::read_dir(figures.join("src")).expect("it can be read");
    let own: Vec<_> = folders.map(|entry| entry.expect("it can be read").path().join("locales")).filter(|path| path.is_dir()).collect();
    assert!(own.len() > 1);
    own.iter().for_each(|folder| assert_all_used(folder, &meant));
}

#[test]
fn every_string_of_the_interface_is_used() {
    let meant = ["src", "crates/kit/src", "crates/figures/src"].iter().flat_map(|folder| meant(&root().join(folder))).collect();
    for folder in ["interface", "markup"] {
        assert_all_used(&root().join("locales").join(folder), &meant);
    }
}
