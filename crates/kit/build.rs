//! The languages, and the strings of the kit itself and of the interface: those of its markup apart.

use std::{error::Error, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let locales = Path::new("../../locales");
    pendrop_strings::languages(&locales.join("interface"), "interface")?;
    pendrop_strings::strings(&locales.join("markup"), "markup", "crate::locale::Strings")
}
