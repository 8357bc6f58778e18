//! The content folder as a map from file names to texts, so that everything else works without a disk.

use std::{collections::BTreeMap, fs, path::Path};

use crate::Error;

/// Texts by name, such as `en/pen-drop.md` or `en/figures/pen-drop.md`.
pub(crate) type Files = BTreeMap<String, String>;

/// Reads the Markdown files of every language.
pub(crate) fn read(root: &Path) -> Result<Files, Error> {
    let mut files = Files::new();
    collect(root, "", 0, &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, depth: usize, files: &mut Files) -> Result<(), Error> {
    let fail = |name: &str, error: std::io::Error| Error::in_file(name, format!("cannot be read: {error}"));
    for entry in fs::read_dir(folder).map_err(|error| fail(prefix, error))? {
        let path = entry.map_err(|error| fail(prefix, error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let full = format!("{prefix}{name}");
        if path.is_dir() && depth < 2 {
            collect(&path, &format!("{full}/"), depth + 1, files)?;
        } else if depth > 0 && name.ends_with(".md") {
            let text = fs::read_to_string(&path).map_err(|error| fail(&full, error))?;
            files.insert(full, text.replace("\r\n", "\n"));
        }
    }
    Ok(())
}
