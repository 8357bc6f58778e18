//! The elements with a page's strings.

use pendrop_figures::STRINGS;
use pendrop_kit::locale::{Folder, Language, Strings};

use super::names::FOLDER;

/// What the figures with these ids can show, and what the interface says about them; nothing on a page without figures.
#[must_use]
pub fn html(figures: &[&str], language: Language) -> String {
    folders(figures).iter().map(|folder| element(folder, language)).collect()
}

/// A folder's texts. The type is none that browsers run, and no text holds a "<".
fn element(Folder { name, texts }: &Folder, language: Language) -> String {
    format!("<script type=\"text/plain\" {FOLDER}=\"{name}\">{}</script>", texts(language).join("\n"))
}

/// The folders that figures need, each once.
fn folders(figures: &[&str]) -> Vec<Folder> {
    let of_figures = STRINGS.iter().filter(|(id, _)| figures.contains(id)).flat_map(|(_, folders)| folders.iter().copied());
    let mut folders: Vec<Folder> = Vec::new();
    for folder in of_figures.chain((!figures.is_empty()).then_some(Strings::FOLDER)) {
        if !folders.iter().any(|known| known.name == folder.name) {
            folders.push(folder);
        }
    }
    folders
}
