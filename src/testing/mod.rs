//! Proofs in a browser of what no page shows yet: a chunk of the program that is loaded only where the root element has
//! `data-testing`. Readers never get it.

pub mod jobs;
pub mod mirror;
pub mod told;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Gives an object of the page a property.
fn set(object: &JsValue, name: &str, value: JsValue) {
    // These objects take any property.
    let _ = Reflect::set(object, &JsValue::from_str(name), &value);
}
