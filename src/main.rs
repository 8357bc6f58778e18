//! The program in the browser.
fn main() {}
