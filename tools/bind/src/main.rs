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

/// What fetches the chunks of the page's program, as the splitter names it.
const LOADER: &str = "__wasm_split.js";
/// How that compiles a chunk that is on its way, and what does it instead.
const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";
const INSTANTIATE: &str = "instantiate(src, imports)";
/// Streams are compiled only where the host calls them WebAssembly, and nothing else: what arrives under another name is
/// compiled once all of it is there.
const DEFINITION: &str = r#"async function instantiate(src, imports) {
    const response = await src;
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    if (response.headers.get("content-type") === "application/wasm") return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
"#;

type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Result {
    let words: Vec<_> = env::args().skip(1).collect();
    match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["page", program, folder] => page(Path::new(program), Path::new(folder)),
        ["worker", program, folder] => worker(Path::new(program), Path::new(folder)),
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
    let loader = folder.join(LOADER);
    fs::write(&loader, loading_anywhere(&fs::read_to_string(&loader)?)?)?;
    let mut bindgen = Bindgen::new();
    // The chunks take from the main part whatever they need, by the names that the linker gave it.
    bindgen.web(true)?.keep_lld_exports(true);
    bind(bindgen, &main, folder, "pendrop")?;
    Ok(fs::remove_file(main)?)
}

/// The worker's script is no module: only such a one can be started from anywhere, also in a frame without an origin.
fn worker(program: &Path, folder: &Path) -> Result {
    let mut bindgen = Bindgen::new();
    bindgen.no_modules(true)?;
    bind(bindgen, program, folder, "pendrop-worker")
}

/// Writes the script that a browser loads a program with, and the program as the script expects it.
fn bind(mut bindgen: Bindgen, program: &Path, folder: &Path, name: &str) -> Result {
    Ok(bindgen.typescript(false).input_path(program).out_name(name).generate(folder)?)
}

/// The script that fetches chunks, for hosts that do not call them WebAssembly, too.
fn loading_anywhere(loader: &str) -> Result<String> {
    if !loader.contains(STREAMING) {
        return Err(format!("{LOADER} does not compile chunks by {STREAMING}").into());
    }
    Ok(loader.replace(STREAMING, INSTANTIATE) + DEFINITION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_compiled_under_any_name() -> Result {
        let loader =
            loading_anywhere("a(WebAssembly.instantiateStreaming(src, imports));\nb(WebAssembly.instantiateStreaming(src, imports));\n")?;
        let (calls, definition) = loader.split_at(loader.len() - DEFINITION.len());
        assert_eq!((calls, definition), ("a(instantiate(src, imports));\nb(instantiate(src, imports));\n", DEFINITION));
        assert!(loading_anywhere("something else").is_err());
        Ok(())
    }
}
