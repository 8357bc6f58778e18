//! The programs get names that hold their content: a new page must never meet an old program from a cache.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

/// Where `tools/program` puts the page's program.
const PROGRAM: &str = "program";
/// What Trunk calls the worker's files.
const WORKER: &str = "pendrop-worker";

/// Names the page's program and returns what stands in the head of every page to load it, with `{base}` for where the site lies.
///
/// # Errors
/// Files that are missing or cannot be renamed.
pub fn page(folder: &Path) -> io::Result<String> {
    let mut files = fs::read_dir(folder.join(PROGRAM))?.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    let name = format!("{PROGRAM}-{}", hash(&files)?);
    fs::rename(folder.join(PROGRAM), folder.join(&name))?;
    let scripts: String = files
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "js"))
        .filter_map(|file| Some(format!("<link rel=\"modulepreload\" href=\"{{base}}/{name}/{}\">", file.file_name()?.to_str()?)))
        .collect();
    let wasm = format!("{{base}}/{name}/pendrop_bg.wasm");
    Ok(format!(
        "{scripts}<link rel=\"preload\" href=\"{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\
         <script type=\"module\">import(\"{{base}}/{name}/pendrop.js\").then(m=>m.default({{module_or_path:\"{wasm}\"}})).catch(e=>{{document.documentElement.dataset.failed=\"\";throw e}})</script>"
    ))
}

/// Names the worker's files, writes the module that starts them, and returns that module's name.
///
/// # Errors
/// Files that are missing or cannot be written.
pub fn worker(folder: &Path) -> io::Result<String> {
    let [script, program] = [format!("{WORKER}.js"), format!("{WORKER}_bg.wasm")].map(|name| folder.join(name));
    let name = format!("worker-{}", hash(&[script.clone(), program.clone()])?);
    fs::rename(script, folder.join(format!("{name}-glue.js")))?;
    fs::rename(program, folder.join(format!("{name}.wasm")))?;
    let start = format!(
        "import init from\"./{name}-glue.js\";init({{module_or_path:new URL(\"./{name}.wasm\",import.meta.url)}}).catch(e=>setTimeout(()=>{{throw e}}))"
    );
    fs::write(folder.join(format!("{name}.js")), start)?;
    Ok(format!("{name}.js"))
}

fn hash(files: &[PathBuf]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read(file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}
