//! Renders every route into an HTML file, from the shell that Trunk has built. Trunk runs it when a build ends.

use std::{env, error::Error, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let staging = PathBuf::from(env::var("TRUNK_STAGING_DIR").map_err(|_| "TRUNK_STAGING_DIR is not set: Trunk runs this program")?);
    let base = env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".to_owned());
    let origin = env::var("PENDROP_ORIGIN").unwrap_or_default();
    let pages = pendrop::prerender::write(&staging, base.trim_end_matches('/'), origin.trim_end_matches('/'))?;
    println!("    {pages} pages written");
    Ok(())
}
