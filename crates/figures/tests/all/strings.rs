//! A page brings the strings of the folders that its figures name: they name all that they can show.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use pendrop_figures::STRINGS;

/// The modules of this crate that hold strings or lie between: a figure's folder or a shared file, each with its whole code.
fn modules() -> BTreeMap<String, String> {
    let entries = fs::read_dir("src").unwrap().map(|entry| entry.unwrap().path());
    let modules = entries.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), code(&path)));
    modules.filter(|(name, _)| name != "lib").collect()
}

fn code(path: &Path) -> String {
    if path.is_dir() {
        return fs::read_dir(path).unwrap().map(|entry| code(&entry.unwrap().path())).collect();
    }
    if path.extension().is_some_and(|extension| extension == "rs") { fs::read_to_string(path).unwrap() } else { String::new() }
}

/// Whether code names a module in a path, as in `use crate::pen_drop::parameters` or `crate::{pen_drop::percent, …}`.
fn names(code: &str, module: &str) -> bool {
    let path = format!("{module}::");
    code.match_indices(&path).any(|(place, _)| !code[..place].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
}

/// A module and all whose code it uses, directly or through others.
fn reached(from: &str, modules: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(module) = open.pop() {
        if reached.insert(module.clone()) {
            open.extend(modules.keys().filter(|name| names(&modules[&module], name)).cloned());
        }
    }
    reached
}

#[test]
fn figures_name_all_folders_whose_strings_they_can_show() {
    let modules = modules();
    for (id, folders) in STRINGS {
        let named: BTreeSet<_> = folders.iter().map(|folder| folder.name.to_owned()).collect();
        let reached = reached(&id.replace('-', "_"), &modules);
        let with_strings = reached.into_iter().filter(|module| Path::new("src").join(module).join("locales").is_dir());
        let expected: BTreeSet<_> = with_strings.chain(["shared".to_owned()]).collect();
        assert_eq!(named, expected, "{id}");
    }
}
