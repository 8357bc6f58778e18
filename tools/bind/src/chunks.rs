//! The chunks of the page's program, the script that fetches them, and the list of them for those who name them to browsers.

use std::{collections::BTreeMap, error::Error, fmt::Write, fs, path::Path, process::Command};

/// What fetches chunks, by the name under which the program asks for it.
const LOADER: &str = "__wasm_split.js";
/// That script, but for the chunks that there are.
const SCRIPT: &str = include_str!("loader.js");
/// Lists the files of each chunk: `name: file file …` (`src/prerender/program.rs`).
const LIST: &str = "chunks.txt";
/// What chunks import from, and the program exports for them.
const SHARED: &str = "__wasm_split";
/// A file with less than this, of which names are most, is not worth being fetched: that costs more than it weighs.
const SMALL: u64 = 5000;

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// The files of each chunk: its own, and those that it shares with others.
pub struct Chunks(BTreeMap<String, Vec<String>>);

impl Chunks {
    /// Of the names of the files as the splitter has them, without their ending.
    pub fn new(stems: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let named = |stems: Vec<String>| stems.iter().map(|stem| format!("{stem}.wasm")).collect();
        Self(stems.into_iter().map(|(chunk, stems)| (chunk, named(stems))).collect())
    }

    /// Puts those files into the program that chunks share and that are too small to be fetched.
    pub fn join_small(&mut self, program: &Path, folder: &Path) -> Result {
        let mut small = Vec::new();
        for file in self.0.values().flatten().filter(|file| file.starts_with("chunk_")) {
            if fs::metadata(folder.join(file))?.len() < SMALL && !small.contains(file) {
                small.push(file.clone());
            }
        }
        let mut merge = Command::new("wasm-merge");
        merge.args(["--quiet", "--debuginfo", "--output"]).args([program, program]).arg(SHARED);
        for file in &small {
            merge.arg(folder.join(file)).arg(file);
        }
        if !merge.status()?.success() {
            return Err("the small chunks cannot be put into the program".into());
        }
        self.0.values_mut().for_each(|files| files.retain(|file| !small.contains(file)));
        small.iter().try_for_each(|file| Ok(fs::remove_file(folder.join(file))?))
    }

    /// Writes the script and the list.
    pub fn write(&self, folder: &Path) -> Result {
        fs::write(folder.join(LOADER), self.loader()?)?;
        let list: String = self.0.iter().map(|(chunk, files)| format!("{chunk}: {}\n", files.join(" "))).collect();
        Ok(fs::write(folder.join(LIST), list)?)
    }

    fn loader(&self) -> Result<String> {
        let mut script = SCRIPT.to_owned();
        for (chunk, files) in &self.0 {
            let files: Vec<_> = files.iter().map(|file| format!("\"./{file}\"")).collect();
            writeln!(script, "export const {SHARED}_load_{chunk} = loader({});", files.join(", "))?;
        }
        Ok(script)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_names_the_files_of_each_chunk() -> Result {
        let files = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect();
        let chunks = Chunks::new([("saving".to_owned(), files(&[])), ("data".to_owned(), files(&["chunk_1", "split_data"]))]);
        let (_, loaders) = chunks.loader()?.split_once("export").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap_or_default();
        let expected = " const __wasm_split_load_data = loader(\"./chunk_1.wasm\", \"./split_data.wasm\");\n\
                        export const __wasm_split_load_saving = loader();\n";
        assert_eq!(loaders, expected);
        Ok(())
    }
}
