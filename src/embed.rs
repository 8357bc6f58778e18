//! A page of the site in a frame of another page.

use std::time::Duration;

use crate::{
    browser::{self, Timer, document},
    reactive::*,
};

/// How long the content must rest before its height is told.
const REST: Duration = Duration::from_millis(100);

/// Tells the page around the frame, if there is one, how high its content is, whenever that changes. Learning platforms know the
/// message; some read it as an object, others as text.
pub fn bind() {
    let (Some(around), Some(body)) = (browser::around(), document().body()) else { return };
    let size = browser::size_of(&body);
    let timer = StoredValue::new(None);
    Effect::new(move |_| {
        if size.get().is_none() {
            return;
        }
        let (around, body) = (around.clone(), body.clone());
        let tell = move || {
            let message = format!(r#"{{"subject":"lti.frameResize","height":{}}}"#, body.get_bounding_client_rect().height().ceil() as u32);
            // Whoever shows the frame may know its height, whoever that is.
            for message in [js_sys::JSON::parse(&message).ok(), Some(message.into())].into_iter().flatten() {
                let _ = around.post_message(&message, "*");
            }
        };
        timer.set_value(Timer::after(REST, Box::new(tell)));
    });
}
