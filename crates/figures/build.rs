//! The strings of the figures: those that several share, and each figure's own beside its code.

use std::{error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src");
    pendrop_strings::strings(Path::new("locales"), "shared", "pendrop_kit::locale::Strings")?;
    for folder in fs::read_dir("src")? {
        let path = folder?.path();
        let locales = path.join("locales");
        if let (true, Some(name)) = (locales.is_dir(), path.file_name().and_then(|name| name.to_str())) {
            pendrop_strings::strings(&locales, name, "crate::strings::Strings")?;
        }
    }
    Ok(())
}
