//! The languages, and the strings of the interface and of the kit itself.

use std::{error::Error, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    pendrop_strings::languages(Path::new("../../locales"), "interface")
}
