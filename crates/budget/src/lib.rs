//! How much a test tries: little in the ordinary run, much in `./dev test long`, which sets `PENDROP_LONG`.

use std::env;

/// How many times as many cases the long run tries.
const LONG: u32 = 50;

/// Whether this is the long run.
#[must_use]
pub fn is_long() -> bool {
    env::var_os("PENDROP_LONG").is_some_and(|value| value == "1")
}

/// How many cases a test tries that tries `ordinary` in the ordinary run.
#[must_use]
pub fn cases(ordinary: u32) -> u32 {
    if is_long() { ordinary * LONG } else { ordinary }
}
