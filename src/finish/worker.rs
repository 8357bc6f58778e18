//! The worker's files get names that hold their content, as Trunk gives them to the page's own: a new page must never meet
//! an old worker from a cache.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::Path,
};

/// What Trunk calls the worker's files.
const BUILT: &str = "pendrop-worker";

/// Renames the worker's files in the built site, writes the module that starts them, and returns that module's name.
///
/// # Errors
/// Files that are missing or cannot be written.
pub fn name(folder: &Path) -> io::Result<String> {
    let [script, program] = [format!("{BUILT}.js"), format!("{BUILT}_bg.wasm")];
    let mut hasher = DefaultHasher::new();
    for file in [&script, &program] {
        fs::read(folder.join(file))?.hash(&mut hasher);
    }
    let name = format!("worker-{:016x}", hasher.finish());
    fs::rename(folder.join(script), folder.join(format!("{name}-glue.js")))?;
    fs::rename(folder.join(program), folder.join(format!("{name}.wasm")))?;
    let start = format!("import init from\"./{name}-glue.js\";init({{module_or_path:new URL(\"./{name}.wasm\",import.meta.url)}})");
    fs::write(folder.join(format!("{name}.js")), start)?;
    Ok(format!("{name}.js"))
}
