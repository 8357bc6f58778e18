//! A figure as a file: PNG at twice the size, SVG that stands alone, CSV.

use leptos::prelude::*;
use pendrop_kit::{outcome::Cell, picture::Frame, query};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::{browser, state::FigureState};
use crate::layout::{moving, served_frame, still, view_box};

/// The colours that the picture's classes name.
const TOKENS: [&str; 12] = ["paper", "wash", "ink", "ink2", "ink3", "edge", "rule", "accent", "band", "s1", "s2", "s3"];
/// Pixels of the PNG per unit of the picture.
const PNG_SCALE: f64 = 2.0;

/// Makes the file and hands it to the reader; `None` where the browser refuses.
pub async fn save(state: FigureState, kind: &'static str, figure: &Element) -> Option<()> {
    let name = format!("{}.{kind}", state.figure.id());
    let blob = match kind {
        "csv" => browser::blob(&csv(state), "text/csv;charset=utf-8")?,
        "svg" => browser::blob(&svg(state, figure)?, "image/svg+xml")?,
        _ => png(&svg(state, figure)?, &frame(state)).await?,
    };
    browser::save(&name, &blob)
}

fn csv(state: FigureState) -> String {
    let table = state.solved.with_untracked(|solved| solved.0.table(state.language));
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let heads: Vec<String> = table.heads.iter().map(|head| quoted(head)).collect();
    let mut text = heads.join(",") + "\r\n";
    for row in table.rows {
        // SI units and decimal points in every language, as programs read them.
        let cells: Vec<String> = row
            .into_iter()
            .map(|cell| match cell {
                Cell::Number(value) if value.is_nan() => String::new(),
                Cell::Number(value) => query::plain(value),
                Cell::Text(text) => quoted(&text),
            })
            .collect();
        text += &(cells.join(",") + "\r\n");
    }
    text
}

/// Files take the wide layout, whichever is on the screen.
fn frame(state: FigureState) -> Frame {
    served_frame(state.figure, state.language, false)
}

/// The picture as a file that needs no page around it: the colours of the theme in force are written into it.
fn svg(state: FigureState, figure: &Element) -> Option<String> {
    let style = window().get_computed_style(figure).ok()??;
    let tokens: String = TOKENS
        .iter()
        .map(|token| format!("--{token}:{};", style.get_property_value(&format!("--{token}")).unwrap_or_default().trim()))
        .collect();
    let frame = frame(state);
    let time = state.time_now();
    let (headline, layers) = state
        .solved
        .with_untracked(|solved| (solved.0.headline(state.language), still(&*solved.0, &frame) + &moving(&*solved.0, &frame, time)));
    let (width, height) = (frame.width, frame.height);
    let box_of_all = view_box(&frame);
    let headline = headline.replace('&', "&amp;").replace('<', "&lt;");
    let rules = include_str!("../../style/picture.css");
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
