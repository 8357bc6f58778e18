//! What keys mean on a slider.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// The key that was pressed alone: with a modifier it belongs to the browser.
#[must_use]
pub fn key(event: &web_sys::Event) -> Option<String> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    (!event.ctrl_key() && !event.alt_key() && !event.meta_key()).then(|| event.key())
}

/// How many steps a key means, on a slider; an infinite number leads to an end.
#[must_use]
pub fn steps(event: &web_sys::Event) -> Option<f64> {
    Some(match key(event)?.as_str() {
        "ArrowRight" | "ArrowUp" => 1.0,
        "ArrowLeft" | "ArrowDown" => -1.0,
        "PageUp" => 10.0,
        "PageDown" => -10.0,
        "Home" => f64::NEG_INFINITY,
        "End" => f64::INFINITY,
        _ => return None,
    })
}
