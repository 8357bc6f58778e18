//! A figure as a file: PNG at twice the size, SVG that stands alone, CSV, and what goes with that as a text. Few readers save one: this is a chunk of its own.

// The attribute makes the calls into and out of a chunk, which Rust cannot check.
#![allow(unsafe_code)]

use std::{future::Future, pin::Pin};

use pendrop_kit::{
    chart::{Painter, marks},
    locale::Language,
    number,
    picture::Frame,
    svg::{SCALE, Token},
    text::escaped,
    values::Values,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Element;

use super::{
    caption::{self, Caption, MARGIN},
    code,
    literal::literal,
    table::csv,
};
use crate::{
    browser::{self, document, dom::find, window},
    parts::picture::{
        layout::{background, drawn, foreground, view_box},
        view::View,
    },
    reactive::*,
    session::Evaluation,
};

/// The kinds of files.
pub const KINDS: [&str; 4] = ["png", "svg", "csv", "txt"];

/// What the reader saw when asking for a file: the program that makes it may take a while to arrive, and the figure goes on.
pub struct Seen {
    id: &'static str,
    language: Language,
    evaluation: Evaluation,
    values: Values,
    frame: Frame,
    time: f64,
    /// What was looked for among the names of points, and the point that was asked about.
    sought: String,
    selected: Option<usize>,
    /// The address of all this.
    link: String,
}

impl Seen {
    /// What the reader sees now. A value that was entered just before is shown first.
    #[must_use]
    pub fn now(view: View) -> Self {
        let session = view.session;
        session.show();
        untrack(|| Self {
            id: session.figure.id(),
            language: session.language,
            evaluation: session.evaluation(),
            values: session.values(),
            frame: view.file_frame(),
            time: session.time(),
            sought: view.sought.get(),
            selected: view.selected.get(),
            link: code::link(session),
        })
    }
}

/// A file that was made, as it can be copied where the browser does not save it.
pub enum Copy {
    /// The file itself.
    Text(String),
    /// Markup that shows the picture.
    Image(String),
}

/// Makes a file of a kind and hands it to the reader; nothing where the browser refuses.
type Save = fn(Seen, &'static str, Element) -> Pin<Box<dyn Future<Output = Option<Copy>>>>;

/// Fetches the code that makes files, makes one and hands it to the reader; nothing where any of this is refused.
pub async fn save(seen: Seen, kind: &'static str, figure: Element) -> Option<Copy> {
    saving().await.ok()?(seen, kind, figure).await
}

#[wasm_split(saving, fallible)]
fn saving() -> Result<Save, SplitLoaderError> {
    Ok(|seen, kind, figure| Box::pin(async move { make(&seen, kind, &figure).await }))
}

/// Pixels of the PNG per unit of the picture.
const PNG_SCALE: f64 = 2.0;

async fn make(seen: &Seen, kind: &'static str, figure: &Element) -> Option<Copy> {
    let (blob, copy) = if kind == "csv" {
        let text = csv(&seen.evaluation.outcome.table(seen.language), seen.language);
        (browser::blob(&text, "text/csv;charset=utf-8")?, Copy::Text(text))
    } else if kind == "txt" {
        let text = caption::text(&*seen.evaluation.outcome, &seen.values, &seen.link, seen.language);
        (browser::blob(&text, "text/plain;charset=utf-8")?, Copy::Text(text))
    } else {
        let (svg, size) = svg(seen, figure)?;
        if kind == "svg" {
            (browser::blob(&svg, "image/svg+xml")?, Copy::Text(svg))
        } else {
            let canvas = canvas(&svg, size).await?;
            let words = escaped(&seen.evaluation.outcome.description(seen.language));
            let image = format!("<img src=\"{}\" alt=\"{words}\">", canvas.to_data_url().ok()?);
            (png(&canvas).await?, Copy::Image(image))
        }
    };
    browser::save(&format!("{}.{kind}", seen.id), &blob)?;
    Some(copy)
}

/// The picture as a file that needs no page around it, and its width and height: in the colours of the theme in force, with what it
/// says about itself around it.
fn svg(seen: &Seen, figure: &Element) -> Option<(String, (f64, f64))> {
    let Seen { language, evaluation: Evaluation { outcome, .. }, frame, time, sought, selected, .. } = seen;
    let (headline, description) = (escaped(&outcome.headline(*language)), escaped(&outcome.description(*language)));
    let (picture, link) = (outcome.clone().picture(frame), escaped(&seen.link));
    let marks = drawn(frame, &|svg| {
        if let Some(points) = picture.points() {
            marks::draw(svg, frame, points, &marks::matching(points, sought), *selected);
        }
    });
    let caption = Caption::of(&**outcome, &seen.values, &seen.link, *language, frame.width);
    // A margin, the words above, the picture, the words below.
    let (left, top) = (MARGIN, MARGIN + caption.above());
    let sheet = Frame { width: frame.width + 2.0 * MARGIN, height: top + frame.height + caption.below() + MARGIN, ..*frame };
    let ground = [(0.0, 0.0), (sheet.width, 0.0), (sheet.width, sheet.height), (0.0, sheet.height)];
    let ground = drawn(&sheet, &|svg| Painter::new(svg).fill(&ground, Token::Paper));
    let words = drawn(&sheet, &|svg| caption.draw(svg, caption.above() + frame.height));
    let layers = [background(&*picture, frame), foreground(&*picture, frame, *time), marks].concat();
    let moved = |left: f64, top: f64, layers: &str| {
        let [left, top] = [left, top].map(|length| number::fixed(length * SCALE, 0));
        format!("<g transform=\"translate({left} {top})\">{layers}</g>")
    };
    let layers = [ground, moved(left, MARGIN, &words), moved(left, top, &layers)].concat();

    let probe = Probe::of(figure)?;
    let layers = literal(&layers, &|name, classes, property| probe.computed(name, classes, property));
    let letters = ["font-family", "font-variant-numeric"].map(|property| probe.computed("g", "", property).replace('"', "'"));
    let (Frame { width, height, .. }, [family, numerals]) = (sheet, letters);
    let [wide, high] = [width, height].map(number::plain);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"{}\" \
         font-family=\"{family}\" style=\"font-variant-numeric:{numerals}\">\
         <title>{headline}</title><desc>{description} {link}</desc>{layers}</svg>",
        view_box(&sheet)
    );
    Some((svg, (width, height)))
}

/// A place among the figure's pictures where the page's style says what it makes of an element. It is there and gone before
/// anything is painted.
struct Probe(Element);

impl Probe {
    fn of(figure: &Element) -> Option<Self> {
        let svg = element("svg")?;
        find(figure, ".picture")?.append_child(&svg).ok()?;
        Some(Self(svg))
    }

    /// A property of an element with these classes, or nothing where the browser does not say.
    fn computed(&self, name: &str, classes: &str, property: &str) -> String {
        let look = || {
            let element = element(name)?;
            element.set_attribute("class", classes).ok()?;
            self.0.append_child(&element).ok()?;
            let style = window().get_computed_style(&element).ok()??;
            let value = style.get_property_value(property).ok();
            element.remove();
            value
        };
        look().unwrap_or_default()
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn element(name: &str) -> Option<Element> {
    document().create_element_ns(Some("http://www.w3.org/2000/svg"), name).ok()
}

/// Lets the browser draw the SVG onto a canvas.
async fn canvas(svg: &str, (width, height): (f64, f64)) -> Option<web_sys::HtmlCanvasElement> {
    let image = web_sys::HtmlImageElement::new().ok()?;
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg))));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: web_sys::HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = (width * PNG_SCALE, height * PNG_SCALE);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    Some(canvas)
}

async fn png(canvas: &web_sys::HtmlCanvasElement) -> Option<web_sys::Blob> {
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
