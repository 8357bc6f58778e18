//! Short names for what a program and its script take from each other. Those that they get when they are bound make a
//! twentieth of what a page loads.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

use walrus::Module;

/// What a program takes from its script is in a module of this name.
const MODULE: &str = "a";
/// How the names of the functions begin that are called back: they are long, and nobody but the script uses them.
const CALLED_BACK: &str = "wasm_bindgen__";

/// The short name of each long one.
#[derive(Default)]
pub struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
    /// The long name of the module.
    module: String,
}

impl Names {
    /// Shortens the names in the program, which calls its script's module so.
    pub fn shorten(program: &mut Module, module: &str) -> Self {
        let mut names = Self { module: module.to_owned(), ..Self::default() };
        for import in program.imports.iter_mut().filter(|import| import.module == module) {
            MODULE.clone_into(&mut import.module);
            let short = short(names.imports.len());
            names.imports.insert(mem::replace(&mut import.name, short.clone()), short);
        }
        for export in program.exports.iter_mut().filter(|export| export.name.starts_with(CALLED_BACK)) {
            let short = short(names.exports.len());
            names.exports.insert(mem::replace(&mut export.name, short.clone()), short);
        }
        names
    }

    /// Shortens the names in the script.
    ///
    /// # Errors
    /// A name that is not where it is expected, or used otherwise, too.
    pub fn shorten_in(&self, script: &str) -> Result<String, String> {
        let module = format!("\"{}\"", self.module);
        if script.matches(&module).count() != 1 {
            return Err(format!("the script does not name {module} once"));
        }
        let script = script.replace(&module, &format!("\"{MODULE}\""));
        let (mut shortened, mut rest) = (String::new(), script.as_str());
        let mut open: BTreeSet<_> = self.imports.keys().chain(self.exports.keys()).map(String::as_str).collect();
        while let Some(start) = rest.find(is_letter) {
            let (before, from_word) = rest.split_at(start);
            let (word, after) = from_word.split_at(from_word.find(|letter| !is_letter(letter)).unwrap_or(from_word.len()));
            shortened += before;
            // The script has functions of its own that are called as what the program exports.
            let short = match self.imports.get(word) {
                Some(short) if after.starts_with(':') && open.contains(word) => Some(short),
                Some(_) => return Err(format!("the script uses {word} otherwise")),
                None => self.exports.get(word).filter(|_| shortened.ends_with("wasm.")),
            };
            if short.is_some() {
                open.remove(word);
            }
            shortened += short.map_or(word, String::as_str);
            rest = after;
        }
        match open.first() {
            Some(word) => Err(format!("the script does not know {word}")),
            None => Ok(shortened + rest),
        }
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// The name at this place: `a` to `z`, then those of two letters.
fn short(place: usize) -> String {
    let last = char::from(b'a' + (place % 26) as u8);
    let before = (place / 26).checked_sub(1).map(short).unwrap_or_default();
    format!("{before}{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = r#"function wasm_bindgen__invoke__h1f(arg0) {
    wasm.wasm_bindgen__invoke__h1f(arg0);
    wasm.__wbindgen_free(arg0);
}
const import0 = {
    __wbg_alt_1f: function(arg0) {},
    __wbg_alt_1f0: function(arg0) {},
};
return { "./p_bg.js": import0, "./other.js": import1 };
"#;

    fn program() -> Module {
        let mut program = Module::default();
        let kind = program.types.add(&[], &[]);
        let (function, _) = program.add_import_func("./p_bg.js", "__wbg_alt_1f", kind);
        program.add_import_func("./other.js", "__wbg_alt_1f", kind);
        program.add_import_func("./p_bg.js", "__wbg_alt_1f0", kind);
        program.exports.add("wasm_bindgen__invoke__h1f", function);
        program.exports.add("__wbindgen_free", function);
        program
    }

    #[test]
    fn program_and_script_get_the_same_short_names() {
        let mut program = program();
        let script = Names::shorten(&mut program, "./p_bg.js").shorten_in(SCRIPT);
        let imports: Vec<_> = program.imports.iter().map(|import| (import.module.as_str(), import.name.as_str())).collect();
        assert_eq!(imports, [("a", "a"), ("./other.js", "__wbg_alt_1f"), ("a", "b")]);
        let exports: Vec<_> = program.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["a", "__wbindgen_free"]);
        let expected = SCRIPT
            .replace("__wbg_alt_1f0", "b")
            .replace("__wbg_alt_1f", "a")
            .replace("wasm.wasm_bindgen__invoke__h1f", "wasm.a")
            .replace("./p_bg.js", "a");
        assert_eq!(script, Ok(expected));
    }

    #[test]
    fn a_script_that_is_not_as_expected_ends_the_build() {
        let names = Names::shorten(&mut program(), "./p_bg.js");
        for other in [
            SCRIPT.replace("__wbg_alt_1f:", "\"__wbg_alt_1f\":"),
            SCRIPT.replace("__wbg_alt_1f0:", "__wbg_alt_1f1:"),
            SCRIPT.replace("wasm.wasm", "wasm_.wasm"),
            SCRIPT.replace("./p_bg.js", "./p.js"),
        ] {
            assert!(names.shorten_in(&other).is_err(), "{other}");
        }
    }

    #[test]
    fn no_two_places_share_a_name() {
        let names: BTreeSet<_> = (0..1000).map(short).collect();
        assert_eq!((names.len(), short(25), short(26)), (1000, "z".to_owned(), "aa".to_owned()));
    }
}
