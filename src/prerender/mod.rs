//! Finished HTML: every route in every language as a file with its text, its pictures and its numbers.
//!
//! Natively only.

mod blocks;
mod head;
mod program;
mod sources;
mod tables;

use std::{error::Error, fs, path::Path};

use pendrop_content::Site;
use pendrop_figures::FIGURES;
use pendrop_kit::{
    figure,
    locale::LANGUAGES,
    tables::{Tables, read_all},
};

use crate::{
    page,
    place::{Page, Place, SECTIONS},
};

/// Writes all pages into `folder`, which holds the shell `index.html`, and returns their number. `base` is where the site
/// lies on its host (`""` or `"/base"`), `origin` the host (`"https://example.org"`) or nothing where it is not known.
///
/// # Errors
/// Content that is missing or wrong, and files that cannot be read or written.
pub fn site(folder: &Path, base: &str, origin: &str) -> Result<usize, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // A malformed table ends the build here, never on a reader's screen.
    let data = read_all(&|file| fs::read_to_string(root.join("public/data").join(file))).map_err(|error| error.to_string())?;
    let sources = sources::of(root, base, &data)?;
    let readout = |language: &str, name: &str| tables::readout(&data, language, name);
    let table = |language: &str, name: &str| {
        if name == sources::TABLE { sources::table(&sources, language) } else { tables::table(language, name) }
    };
    let content = pendrop_content::load(&root.join("content"), &readout, &table).map_err(|error| error.to_string())?;
    check(&content)?;
    let worker = program::worker(folder)?;
    let shell = fs::read_to_string(folder.join("index.html"))?
        .replace("{worker}", &format!("{base}/{worker}"))
        .replace("{rows}", &tables::rows(&data))
        .replace("<!--program-->", &program::page(folder)?);
    let style = head::style(&root.join("style"), &asked(&content))?;
    let site = Builder { folder, base, origin, shell, style, content, data };
    let mut count = 0;
    for (language, _) in LANGUAGES {
        let pages = [Page::Cover, Page::About]
            .into_iter()
            .chain(SECTIONS.iter().map(Page::Section))
            .chain(FIGURES.iter().map(|figure| Page::Figure(figure.id())));
        for page in pages {
            let place = Place { language: *language, page };
            site.write(&place.path(), place)?;
            count += 1;
        }
    }
    site.write("/404.html", Place::from_path("/"))?;
    site.write_start()?;
    copy_sources(root, folder)?;
    Ok(count + 2)
}

/// The program knows only the order of text and figures; it must be the content's.
fn check(content: &Site) -> Result<(), Box<dyn Error>> {
    for (_, code) in LANGUAGES {
        for section in SECTIONS {
            let page = content.page(code, section.slug).ok_or_else(|| format!("content/{code}/{}.md is missing", section.slug))?;
            if page.figures != section.figures {
                return Err(format!(
                    "content/{code}/{}.md has the figures {:?}, src/place.rs has {:?}",
                    section.slug, page.figures, section.figures
                )
                .into());
            }
            for (id, question) in page.figures.iter().zip(&page.questions) {
                if question.is_some() && figure(id).is_none_or(|figure| figure.question().is_none()) {
                    return Err(format!("content/{code}/{}.md asks before the figure “{id}”, which has no question", section.slug).into());
                }
            }
        }
    }
    Ok(())
}

/// Ids of the figures that a page asks about.
fn asked(content: &Site) -> Vec<&str> {
    let language = content.languages().first().map_or("", String::as_str);
    let pages = content.slugs().filter_map(|slug| content.page(language, slug));
    pages
        .flat_map(|page| page.figures.iter().zip(&page.questions))
        .filter(|(_, asked)| asked.is_some())
        .map(|(id, _)| id.as_str())
        .collect()
}

struct Builder<'a> {
    folder: &'a Path,
    base: &'a str,
    origin: &'a str,
    shell: String,
    style: String,
    content: Site,
    data: Tables,
}

impl Builder<'_> {
    fn write(&self, path: &str, place: Place) -> Result<(), Box<dyn Error>> {
        let blocks = blocks::of(&self.content, place, self.base);
        let body = page::body(place, self.base, &blocks, &self.data);
        let head = head::of(&self.content, place, self.base, self.origin, &self.style, &self.data);
        // The placeholders are replaced before the body is put in: a text may contain the same words.
        let page = self
            .shell
            .replace("{lang}", place.language.code())
            .replace("{base}", self.base)
            .replace("<!--head-->", &head)
            .replace("<!--body-->", &body);
        self.save(path, &page)
    }

    /// The address `/`: picks a language, and without a program offers all.
    fn write_start(&self) -> Result<(), Box<dyn Error>> {
        self.save("/", &head::start(&self.content, self.base, &self.style))
    }

    fn save(&self, path: &str, page: &str) -> Result<(), Box<dyn Error>> {
        let mut file = self.folder.join(path.trim_start_matches('/'));
        if path.ends_with('/') {
            file.push("index.html");
        }
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(file, page)?)
    }
}

/// The files that "About this model" points to, readable on any host.
fn copy_sources(root: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    for figure in FIGURES {
        let target = folder.join(format!("source/{}.txt", figure.source()));
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(root.join(figure.source()), target)?;
    }
    Ok(())
}
