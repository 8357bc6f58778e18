//! What a figure says in any state, to be compared with what it says natively: `figure.told(query)` on its element gives a
//! promise of it, with the tables fetched as for readers.

use crate::reactive::untrack;
use js_sys::Promise;
use pendrop_figures::testing::{told, values};
use wasm_bindgen::{JsValue, closure::Closure};
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;

use super::set;
use crate::session::Session;

/// Gives the figure's element the hook.
pub fn bind(session: Session, figure: &Element) {
    let hook = Closure::<dyn Fn(String) -> Promise>::new(move |query: String| {
        future_to_promise(async move {
            let values = values(session.figure, &query);
            let fetched = session.tables.fetch(session.figure.tables(&values)).await;
            fetched.map_err(|error| JsValue::from_str(&error.formatted(session.language)))?;
            if session.figure.corpus().is_some() {
                let fetched = session.tables.fetch_text(session.language).await;
                fetched.map_err(|error| JsValue::from_str(&error.formatted(session.language)))?;
            }
            let tables = untrack(|| session.tables.tables());
            Ok(JsValue::from_str(&told(session.figure, &values, &tables, session.language)))
        })
    });
    set(figure.as_ref(), "told", hook.into_js_value());
}
