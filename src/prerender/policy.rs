//! What a host should send with the files: a policy for browsers (`Content-Security-Policy`) that allows what the pages do and nothing else,
//! and leave for frames without an origin to load the program.
//!
//! What stands inline is named by its hash, so the policy belongs to one build: it is made of the texts as they were written.

use std::{collections::BTreeSet, fs, io, path::Path};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The policy alone.
const POLICY_FILE: &str = "content-security-policy.txt";
/// The same as hosts read it that take their headers from a file (Netlify, Cloudflare Pages).
const HEADERS_FILE: &str = "_headers";

/// Writes the policy for these pages, which lie under `base`, and what else a host should send.
pub fn write(folder: &Path, base: &str, pages: &[(String, String)]) -> io::Result<()> {
    let policy = policy(pages.iter().map(|(_, html)| html.as_str()));
    let headers = format!("{base}/*\n  Content-Security-Policy: {policy}\n  Access-Control-Allow-Origin: *\n");
    fs::write(folder.join(POLICY_FILE), policy + "\n")?;
    fs::write(folder.join(HEADERS_FILE), headers)
}

/// The policy under which these pages work. Any page may frame them; the worker of one in a sandboxed frame is a blob, and so are pictures that
/// are saved. Style attributes say where marks stand: they are many, and change with every number.
fn policy<'a>(pages: impl Iterator<Item = &'a str>) -> String {
    let (mut scripts, mut styles) = (BTreeSet::new(), BTreeSet::new());
    for html in pages {
        scripts.extend(inline(html, "<script", "</script>").filter(|(attributes, _)| runs(attributes)).map(|(_, text)| source(text)));
        styles.extend(inline(html, "<style", "</style>").map(|(_, text)| source(text)));
    }
    let listed = |sources: BTreeSet<String>| sources.into_iter().collect::<Vec<_>>().join(" ");
    let directives = [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' {}", listed(scripts)),
        format!("style-src {}", listed(styles)),
        "style-src-attr 'unsafe-inline'".to_owned(),
        "img-src 'self' data: blob:".to_owned(),
        "connect-src 'self'".to_owned(),
        "worker-src 'self' blob:".to_owned(),
        "object-src 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    directives.join("; ")
}

/// The attributes and the text of every element with these tags, in a page whose other texts are escaped.
fn inline<'a>(html: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let elements = html.split(start).skip(1).filter_map(|rest| rest.split_once('>'));
    elements.map(move |(attributes, rest)| (attributes, rest.split_once(end).map_or(rest, |(text, _)| text)))
}

/// Whether a script with these attributes stands inline and is run, and does not merely hold data.
fn runs(attributes: &str) -> bool {
    !attributes.contains(" src=") && (!attributes.contains(" type=") || attributes.contains(" type=\"module\""))
}

/// How a policy names an inline text.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_names_what_stands_inline_once_and_by_its_hash() {
        let page = "<script>alert(1)</script><script type=\"text/plain\">data</script><script src=\"/a.js\"></script><style>a{}</style>";
        let other = "<noscript><style>b{}</style></noscript><script type=\"module\" async>alert(2)</script><script>alert(1)</script>";
        let policy = policy([page, other].into_iter());
        let named = |name: &str| -> Vec<&str> {
            let directive = policy.split("; ").find_map(|directive| directive.strip_prefix(name)?.strip_prefix(' '));
            directive.unwrap_or_default().split(' ').filter(|source| source.starts_with("'sha256-")).collect()
        };
        // Computed by openssl.
        assert_eq!(
            named("script-src"),
            ["'sha256-4axlHpxgDbFzJObpXPFZgZhULrEGgJiud3OwxN9unHg='", "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]
        );
        assert_eq!(
            named("style-src"),
            ["'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='", "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"]
        );
    }
}
