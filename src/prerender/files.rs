//! The pages as files, and what lies beside them.

use std::{error::Error, fs, path::Path};

use pendrop_figures::FIGURES;

use super::{
    pages, policy,
    program::{self, Program},
    root,
};

/// Writes all pages into `folder`, which holds the shell `index.html` and the programs that Trunk has built, and returns
/// their number. `base` is where the site lies on its host (`""` or `"/base"`), `origin` the host
/// (`"https://example.org"`) or nothing where it is not known.
///
/// # Errors
/// Content that is missing or wrong, and files that cannot be read or written.
pub fn write(folder: &Path, base: &str, origin: &str) -> Result<usize, Box<dyn Error>> {
    let workers = program::workers(folder)?.map(|script| format!("{base}/{script}")).join(" ");
    let shell = fs::read_to_string(folder.join("index.html"))?.replace("{workers}", &workers);
    let pages = pages(&shell, Program::named(folder)?, base, origin)?;
    for (path, html) in &pages {
        save(folder, path, html)?;
    }
    copy_sources(folder)?;
    policy::write(folder, base, &pages)?;
    Ok(pages.len())
}

fn save(folder: &Path, path: &str, html: &str) -> Result<(), Box<dyn Error>> {
    let mut file = folder.join(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // The mark at the start says that this is UTF-8, louder than a host that calls it something else.
    Ok(fs::write(file, format!("\u{feff}{html}"))?)
}

/// The files that "About this model" points to, readable on any host.
fn copy_sources(folder: &Path) -> Result<(), Box<dyn Error>> {
    for figure in FIGURES {
        let target = folder.join(format!("source/{}.txt", figure.source()));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(root().join(figure.source()), target)?;
    }
    Ok(())
}
