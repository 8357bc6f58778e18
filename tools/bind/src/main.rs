//! Turns the compiled programs into what a browser loads: WebAssembly in one file or in chunks, and the script beside it.
//!
//! `pendrop-bind page PROGRAM.wasm FOLDER` parts the page's program at its split points; `pendrop-bind worker PROGRAM.wasm
//! FOLDER NAME` leaves the worker's in one piece.

mod chunks;
mod names;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use wasm_bindgen_cli_support::Bindgen;

use crate::{chunks::Chunks, names::Names};

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Result {
    let words: Vec<_> = env::args().skip(1).collect();
    match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page", program, folder] => page(Path::new(program), Path::new(folder)),
        ["worker", program, folder, name] => worker(Path::new(program), Path::new(folder), name),
        _ => Err("expected: page PROGRAM.wasm FOLDER, or worker PROGRAM.wasm FOLDER NAME".into()),
    }
}

/// What every page loads, `pendrop_bg.wasm` and `pendrop.js`, a file for each chunk, what fetches them, and a list of them.
fn page(program: &Path, folder: &Path) -> Result {
    let whole = fs::read(program)?;
    let main: PathBuf = folder.join("pendrop.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &main;
    let mut chunks = Chunks::new(wasm_split_cli_support::transform(options)?.prefetch_map);
    let mut bindgen = Bindgen::new();
    // The chunks take from the main part whatever they need, by the names that the linker gave it.
    bindgen.web(true)?.keep_lld_exports(true);
    bind(bindgen, &main, folder, "pendrop")?;
    fs::remove_file(main)?;
    chunks.join_small(&folder.join("pendrop_bg.wasm"), folder)?;
    chunks.write(folder)
}

/// The worker's script is no module: only such a one can be started from anywhere, also in a frame without an origin.
fn worker(program: &Path, folder: &Path, name: &str) -> Result {
    let mut bindgen = Bindgen::new();
    bindgen.no_modules(true)?;
    bind(bindgen, program, folder, name)
}

/// Writes the script that a browser loads a program with, and the program as the script expects it.
fn bind(mut bindgen: Bindgen, program: &Path, folder: &Path, name: &str) -> Result {
    let mut output = bindgen.typescript(false).input_path(program).out_name(name).generate_output()?;
    let names = Names::shorten(output.wasm_mut(), &format!("./{name}_bg.js"));
    output.emit(folder)?;
    let script = folder.join(format!("{name}.js"));
    Ok(fs::write(&script, names.shorten_in(&fs::read_to_string(&script)?)?)?)
}
