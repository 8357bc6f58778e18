//! The programs get names that hold their content: a new page must never meet an old program from a cache. And the head
//! of a page says what its first figure will need, so that all of it is on its way before the program asks for it.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use crate::parts::figure::names::{CHUNKS, TABLES, chunks::FEATURES};

/// Where `tools/programs` puts the page's program.
const PROGRAM: &str = "program";
/// Where `tools/bind` lists there the files of each chunk.
const CHUNK_LIST: &str = "chunks.txt";
/// What `tools/programs` calls the worker's files, with vector instructions and without, and how names begin that are served.
const WORKERS: [(&str, &str); 2] = [("pendrop-worker", "worker"), ("pendrop-worker-plain", "worker-plain")];

/// Compiles what was fetched. A host that does not call it WebAssembly, and nothing else, sends the same bytes: then it is compiled once
/// all of them have arrived.
const COMPILE: &str = r#"async r=>r.headers.get("content-type")=="application/wasm"?WebAssembly.compileStreaming(r):WebAssembly.compile(await r.arrayBuffer())"#;

/// Starts the program. It is fetched and compiled while the page still arrives, and with it what its first figure needs to answer
/// (`tools/bind/src/loader.js` takes it over); it starts when all of the page is there. Where that
/// fails, or has not happened after half a minute, the page says so (`style/page.css`): in a frame without an origin it is most likely the host that lets no such frame load it.
const START_SCRIPT: &str = r#"(async()=>{let d=document,c=self.compiled=new Map,s=d.documentElement.dataset,f=()=>s.failed=origin=="null"?"frame":"",t=setTimeout(f,3e4);d.addEventListener("click",e=>e.target.matches(".program-failed button")&&location.reload());for(let{href:h}of d.querySelectorAll("link[as=fetch][href$='.wasm']")){let p=fetch(h).then(COMPILE);p.catch(f=>f);c.set(h,p)}try{let[m,w]=await Promise.all([import("GLUE"),c.get(new URL("WASM",location).href),d.readyState=="loading"&&new Promise(f=>addEventListener("DOMContentLoaded",f))]);await m.default({module_or_path:w});clearTimeout(t);delete s.failed}catch(e){f();throw e}})()"#;

/// Starts the worker's program: that which the page hands over, where it says so (`src/jobs/worker.rs`), else that which lies beside the script.
const WORKER_SCRIPT: &str = r#"(async()=>wasm_bindgen({module_or_path:await(self.handed||fetch(new URL("./WASM",location)).then(COMPILE))}))().catch(e=>setTimeout(()=>{throw e}))"#;

/// The page's program.
#[derive(Default)]
pub struct Program {
    /// The folder that it lies in.
    name: String,
    /// Its scripts.
    scripts: Vec<String>,
    chunks: Chunks,
}

impl Program {
    /// Names the page's program, which lies in the folder of the build.
    ///
    /// # Errors
    /// Files that are missing or cannot be renamed.
    pub fn named(folder: &Path) -> io::Result<Self> {
        let list = folder.join(PROGRAM).join(CHUNK_LIST);
        let chunks = Chunks::read(&fs::read_to_string(&list)?);
        fs::remove_file(list)?;
        let mut files = fs::read_dir(folder.join(PROGRAM))?.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?;
        files.sort();
        let name = format!("{PROGRAM}-{}", hash(&files)?);
        fs::rename(folder.join(PROGRAM), folder.join(&name))?;
        let scripts = files
            .iter()
            .filter(|file| file.extension().is_some_and(|extension| extension == "js"))
            .filter_map(|file| Some(file.file_name()?.to_str()?.to_owned()))
            .collect();
        Ok(Self { name, scripts, chunks })
    }

    /// What stands in the head of a page to load the program, and whatever else its first figure needs to answer: its chunk and
    /// the tables of its start. What can wait until then, and what later figures need, the program fetches: it would keep the first
    /// one waiting.
    ///
    /// # Errors
    /// A chunk that is not part of the program.
    pub fn links(&self, base: &str, body: &str) -> Result<String, Box<dyn Error>> {
        if self.name.is_empty() {
            return Ok(String::new());
        }
        let folder = format!("{base}/{}", self.name);
        let (glue, wasm) = (format!("{folder}/pendrop.js"), format!("{folder}/pendrop_bg.wasm"));
        let mut links: String =
            self.scripts.iter().map(|script| format!("<link rel=\"modulepreload\" href=\"{folder}/{script}\">")).collect();
        links += &preload(&wasm);
        for file in self.files(body)? {
            links += &preload(&format!("{base}/{file}"));
        }
        let script = START_SCRIPT.replace("COMPILE", COMPILE).replace("GLUE", &glue).replace("WASM", &wasm);
        Ok(format!("{links}<script type=\"module\" async>{script}</script>"))
    }

    /// The files that the first figure of a page needs to answer.
    fn files(&self, body: &str) -> Result<Vec<String>, Box<dyn Error>> {
        let figure = body.split_once("<figure").map_or("", |(_, rest)| rest);
        let element = figure.split_once('>').map_or("", |(element, _)| element);
        let mut files = Vec::new();
        for chunk in listed(element, CHUNKS).filter(|chunk| !FEATURES.contains(chunk)) {
            let chunk = self.chunks.files(chunk).ok_or_else(|| format!("the program has no chunk {chunk}"))?;
            files.extend(chunk.iter().map(|file| format!("{}/{file}", self.name)));
        }
        files.extend(listed(element, TABLES).map(|table| format!("data/{table}.csv")));
        Ok(files)
    }
}

/// The names that an attribute lists.
fn listed<'a>(element: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let value = element.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split_once('"'));
    value.map_or("", |(value, _)| value).split_whitespace()
}

/// Has a file fetched in the very way in which the program will ask for it: otherwise it would be fetched twice.
fn preload(url: &str) -> String {
    format!("<link rel=\"preload\" href=\"{url}\" as=\"fetch\" crossorigin>")
}

/// The files of each chunk of the program: its own, and those that it shares with other chunks.
#[derive(Default)]
struct Chunks(BTreeMap<String, Vec<String>>);

impl Chunks {
    /// Reads them from a list with a line for each: `name: file file …`.
    fn read(list: &str) -> Self {
        let lines = list.lines().filter_map(|line| line.split_once(':'));
        Self(lines.map(|(chunk, files)| (chunk.to_owned(), files.split_whitespace().map(str::to_owned).collect())).collect())
    }

    /// The files of the chunk with this name.
    fn files(&self, chunk: &str) -> Option<&[String]> {
        self.0.get(chunk).map(Vec::as_slice)
    }
}

/// Names the worker's files and returns the names of its scripts: of that for browsers with vector instructions, then of that for others.
///
/// # Errors
/// Files that are missing or cannot be written.
pub fn workers(folder: &Path) -> io::Result<[String; 2]> {
    let [vector, plain] = WORKERS.map(|(built, served)| worker(folder, built, served));
    Ok([vector?, plain?])
}

/// Names the files of a worker, has its script start its program, and returns the script's name.
fn worker(folder: &Path, built: &str, served: &str) -> io::Result<String> {
    let [script, program] = [format!("{built}.js"), format!("{built}_bg.wasm")].map(|name| folder.join(name));
    let name = format!("{served}-{}", hash(&[script.clone(), program.clone()])?);
    let start = WORKER_SCRIPT.replace("COMPILE", COMPILE).replace("WASM", &format!("{name}.wasm"));
    fs::write(folder.join(format!("{name}.js")), fs::read_to_string(&script)? + &start)?;
    fs::remove_file(script)?;
    fs::rename(program, folder.join(format!("{name}.wasm")))?;
    Ok(format!("{name}.js"))
}

fn hash(files: &[PathBuf]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read(file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "data: chunk_1.wasm chunk_3.wasm split_data.wasm\ninteraction: split_interaction.wasm\n";

    fn program() -> Program {
        Program { name: "program-1".to_owned(), scripts: vec!["pendrop.js".to_owned()], chunks: Chunks::read(LIST) }
    }

    #[test]
    fn each_chunk_has_its_files() {
        let chunks = Chunks::read(LIST);
        let files = |name: &str| chunks.files(name).map(|files| files.join(" "));
        assert_eq!(files("data").as_deref(), Some("chunk_1.wasm chunk_3.wasm split_data.wasm"));
        assert_eq!(files("interaction").as_deref(), Some("split_interaction.wasm"));
        assert_eq!(files("falling"), None);
    }

    #[test]
    fn a_page_names_each_file_of_its_first_figure_once() {
        let body = r#"<p></p><figure data-chunks="interaction data" data-tables="machines cards">&lt;</figure><figure data-chunks="typo"></figure>"#;
        let files = ["program-1/chunk_1.wasm", "program-1/chunk_3.wasm", "program-1/split_data.wasm"];
        let tables = ["data/machines.csv", "data/cards.csv"];
        assert_eq!(program().files(body).unwrap_or_default(), [&files[..], &tables[..]].concat());
        assert!(program().files("<p></p>").is_ok_and(|files| files.is_empty()));
    }

    #[test]
    fn what_the_program_does_not_have_ends_the_build() {
        assert!(program().links("", r#"<figure data-chunks="typo">"#).is_err());
        assert!(program().links("/base", "").is_ok_and(|links| links.contains("import(\"/base/program-1/pendrop.js\")")));
    }
}
