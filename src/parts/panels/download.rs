//! A figure as a file: PNG at twice the size, SVG that stands alone, CSV. Few readers save one: this is a chunk of its own.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use std::{future::Future, pin::Pin};

use pendrop_kit::{picture::Frame, text::escaped};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use crate::{
    browser::{self, document, window},
    parts::panels::table::csv,
    parts::picture::layout::{background, foreground, served_frame, view_box},
    reactive::*,
    session::Session,
};

/// The kinds of files.
pub const KINDS: [&str; 3] = ["png", "svg", "csv"];

/// Makes a file of a kind and hands it to the reader; `None` where the browser refuses.
type Save = fn(Session, &'static str, Element) -> Pin<Box<dyn Future<Output = Option<()>>>>;

/// Fetches the code that makes files, makes one and hands it to the reader; `None` where any of this is refused.
pub async fn save(session: Session, kind: &'static str, figure: Element) -> Option<()> {
    saving().await.ok()?(session, kind, figure).await
}

#[wasm_split(saving, fallible)]
fn saving() -> Result<Save, SplitLoaderError> {
    Ok(|session, kind, figure| Box::pin(async move { make(session, kind, &figure).await }))
}

/// The colours that the picture's classes name.
const TOKENS: [&str; 12] = ["paper", "wash", "ink", "ink2", "ink3", "edge", "rule", "accent", "band", "s1", "s2", "s3"];
/// Pixels of the PNG per unit of the picture.
const PNG_SCALE: f64 = 2.0;

async fn make(session: Session, kind: &'static str, figure: &Element) -> Option<()> {
    let name = format!("{}.{kind}", session.figure.id());
    let blob = match kind {
        "csv" => browser::blob(&csv(&session.evaluation_untracked().outcome.table(session.language)), "text/csv;charset=utf-8")?,
        "svg" => browser::blob(&svg(session, figure)?, "image/svg+xml")?,
        _ => png(&svg(session, figure)?, &frame(session)).await?,
    };
    browser::save(&name, &blob)
}

/// Files take the wide layout, whichever is on the screen.
fn frame(session: Session) -> Frame {
    served_frame(session.figure, session.language, false)
}

/// The picture as a file that needs no page around it: the colours of the theme in force are written into it.
fn svg(session: Session, figure: &Element) -> Option<String> {
    let style = window().get_computed_style(figure).ok()??;
    let tokens: String = TOKENS
        .iter()
        .map(|token| format!("--{token}:{};", style.get_property_value(&format!("--{token}")).unwrap_or_default().trim()))
        .collect();
    let frame = frame(session);
    let outcome = session.evaluation_untracked().outcome;
    let headline = escaped(&outcome.headline(session.language));
    let picture = outcome.picture(&frame);
    let layers = background(&*picture, &frame) + &foreground(&*picture, &frame, untrack(|| session.time()));
    let (width, height) = (frame.width, frame.height);
    let box_of_all = view_box(&frame);
    let rules = include_str!("../../../style/picture.css");
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" width=\"{width}\" height=\"{height}\" viewBox=\"{box_of_all}\">\
         <title>{headline}</title><style>svg{{{tokens}--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-family:var(--sans)}}{rules}</style>\
         <rect width=\"100%\" height=\"100%\" style=\"fill:var(--paper)\"/>{layers}</svg>"
    ))
}

/// Lets the browser draw the SVG onto a canvas.
async fn png(svg: &str, frame: &Frame) -> Option<web_sys::Blob> {
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (frame.width * PNG_SCALE, frame.height * PNG_SCALE);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let made = js_sys::Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            // Nothing is thrown by a promise's own functions.
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if let Err(error) = canvas.to_blob(done.unchecked_ref()) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
