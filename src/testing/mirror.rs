//! The same figure in two windows, each following the other: the kind of mirror that presenting and embedding will be, over a
//! channel that the root element names in `data-testing`.

use pendrop_kit::{
    job::{decode, encode},
    state::{Command, Origin, Snapshot, State},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{BroadcastChannel, Element, MessageEvent};

use crate::{
    browser::{
        dom::{effect, set_attribute},
        root_element,
    },
    reactive::*,
    session::Session,
};

/// Sends every change of the state that did not come from the other side, and takes over what comes from there. The figure
/// counts in `data-sent` how often it has sent.
pub fn bind(session: Session, figure: &Element) {
    let name = root_element().and_then(|root| root.get_attribute("data-testing")).unwrap_or_default();
    let Ok(channel) = BroadcastChannel::new(&format!("{name}-{}", session.figure.id())) else { return };
    let handler = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
        if let Some(snapshot) = decode::<Snapshot>(&bytes) {
            let state = State::of(&snapshot, session.figure.parameters());
            session.dispatch(Command::Load(Box::new(state)), Origin::Mirror);
        }
    });
    channel.set_onmessage(Some(handler.as_ref().unchecked_ref()));
    let mut known = untrack(|| session.change()).revision;
    let mut sent = 0_u32;
    let (sender, figure) = (channel.clone(), figure.clone());
    effect(Box::new(move || {
        let change = session.change();
        if change.revision != known && change.origin != Origin::Mirror {
            let bytes = encode(&session.state().snapshot());
            // A channel that is open takes any bytes.
            let _ = sender.post_message(&js_sys::Uint8Array::from(bytes.as_slice()));
            sent += 1;
            set_attribute(&figure, "data-sent", Some(&sent.to_string()));
        }
        known = change.revision;
    }));
    let kept = StoredValue::new((channel, handler));
    on_cleanup(move || kept.with_value(|(channel, _)| channel.close()));
}
