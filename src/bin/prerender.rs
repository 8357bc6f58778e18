//! Renders every route into an HTML file, from the shell that Trunk has built. Trunk runs it when a build ends. With the argument
//! `texts` it writes the text of the site anew instead, from which figures learn.

use std::{env, error::Error, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    if env::args().nth(1).as_deref() == Some("texts") {
        return pendrop::prerender::corpus::write();
    }
    let staging = PathBuf::from(env::var("TRUNK_STAGING_DIR").map_err(|_| "TRUNK_STAGING_DIR is not set: Trunk runs this program")?);
    let base = env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".to_owned());
    let origin = env::var("PENDROP_ORIGIN").unwrap_or_default();
    let pages = pendrop::prerender::write(&staging, base.trim_end_matches('/'), origin.trim_end_matches('/'))?;
    println!("    {pages} pages written");
    Ok(())
}
