//! Turns the compiled programs into what a browser loads: WebAssembly in one file or in chunks, and the script beside it.
//!
//! `pendrop-bind page PROGRAM.wasm FOLDER` parts the page's program at its split points; `pendrop-bind worker …` leaves the
//! worker's in one piece.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use wasm_bindgen_cli_support::Bindgen;

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Result {
    let words: Vec<_> = env::args().skip(1).collect();
    match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page", program, folder] => page(Path::new(program), Path::new(folder)),
        ["worker", program, folder] => bind(Path::new(program), Path::new(folder), "pendrop-worker", false),
        _ => Err("expected: page|worker PROGRAM.wasm FOLDER".into()),
    }
}

/// What every page loads, `pendrop_bg.wasm` and `pendrop.js`, a file for each chunk, and `__wasm_split.js`, which fetches them.
fn page(program: &Path, folder: &Path) -> Result {
    let whole = fs::read(program)?;
    let main: PathBuf = folder.join("pendrop.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = "./pendrop.js";
    wasm_split_cli_support::transform(options)?;
    // The chunks take from the main part whatever they need, by the names that the linker gave it.
    bind(&main, folder, "pendrop", true)?;
    Ok(fs::remove_file(main)?)
}

/// Writes the script that a browser loads a program with, and the program as the script expects it.
fn bind(program: &Path, folder: &Path, name: &str, keep_exports: bool) -> Result {
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).keep_lld_exports(keep_exports).input_path(program).out_name(name);
    Ok(bindgen.generate(folder)?)
}
