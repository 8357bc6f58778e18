//! What the app asks of the browser, with every rejection (no storage, no permission) turned into `None` or `false`.

pub mod dom;
pub mod history;
pub mod place;
pub mod press;
mod timer;

use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::Poll,
    time::Duration,
};

use futures_util::future::{Either, LocalBoxFuture, maybe_done, select};
use pendrop_kit::number;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt, closure::Closure};
use wasm_bindgen_futures::JsFuture;

use self::dom::{find, on, set_text};
pub use self::timer::{Timer, after_painting, queue_microtask, request_animation_frame};
use crate::reactive::*;
pub use wasm_bindgen_futures::spawn_local;

/// Where the site lies on its host: `""` or `"/base"`.
#[derive(Clone, Copy)]
pub struct Base(pub StoredValue<String>);

impl Base {
    /// Reads the base path that the served page carries.
    #[must_use]
    pub fn of_page() -> String {
        root_element().and_then(|root| root.get_attribute("data-base")).unwrap_or_default()
    }

    /// The address of a path of the site.
    #[must_use]
    pub fn url(self, path: &str) -> String {
        self.0.with_value(|base| format!("{base}{path}"))
    }
}

thread_local! {
    static WINDOW: web_sys::Window = js_sys::global().unchecked_into();
}

/// The window: nowhere else does this program run.
#[must_use]
pub fn window() -> web_sys::Window {
    WINDOW.with(Clone::clone)
}

/// The document.
#[must_use]
pub fn document() -> web_sys::Document {
    // Every window has one.
    window().document().unwrap_throw()
}

/// Says on the console what readers need not be told and tests must not pass over.
pub fn report(what: &str) {
    web_sys::console::error_1(&JsValue::from_str(what));
}

/// How wide the window is, CSS pixels.
#[must_use]
pub fn width() -> Option<f64> {
    window().inner_width().ok()?.as_f64()
}

/// The `<html>` element.
#[must_use]
pub fn root_element() -> Option<web_sys::Element> {
    document().document_element()
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// A value remembered for this visit, if storage is allowed.
#[must_use]
pub fn remembered_for_visit(key: &str) -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(key).ok().flatten()
}

/// Remembers a value for this visit where storage is allowed.
pub fn remember_for_visit(key: &str, value: &str) {
    if let Some(storage) = window().session_storage().ok().flatten() {
        // As below.
        let _ = storage.set_item(key, value);
    }
}

/// A value remembered on this device, if storage is allowed.
#[must_use]
pub fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Remembers a value on this device where storage is allowed.
pub fn remember(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or forbidden storage only means that the choice is not kept.
        let _ = storage.set_item(key, value);
    }
}

/// Forgets a value.
pub fn forget(key: &str) {
    if let Some(storage) = storage() {
        // What cannot be removed was never kept.
        let _ = storage.remove_item(key);
    }
}

/// Whether a media query holds.
#[must_use]
pub fn media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Whether the reader has asked for less motion.
#[must_use]
pub fn wants_less_motion() -> bool {
    media("(prefers-reduced-motion: reduce)")
}

/// The host of the site, with its scheme.
#[must_use]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Whether the page has an origin of its own; in a sandboxed frame it may have none, wherever it lies.
#[must_use]
pub fn has_origin() -> bool {
    window().origin() != "null"
}

/// The path of the address.
#[must_use]
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The query of the address with its question mark, or nothing.
#[must_use]
pub fn search() -> String {
    window().location().search().unwrap_or_default()
}

/// The place in the page that the address names, with its sign, or nothing.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The decoded pairs of the address's query.
#[must_use]
pub fn query_pairs() -> Vec<(String, String)> {
    pairs_of(&search())
}

/// The decoded pairs of a query.
#[must_use]
pub fn pairs_of(query: &str) -> Vec<(String, String)> {
    let Ok(params) = web_sys::UrlSearchParams::new_with_str(query) else { return Vec::new() };
    params
        .entries()
        .into_iter()
        .flatten()
        .filter_map(|pair| {
            let pair: js_sys::Array = pair.dyn_into().ok()?;
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        })
        .collect()
}

/// Pairs as a query with its question mark; empty for no pairs.
#[must_use]
pub fn query_text(pairs: &[(String, String)]) -> String {
    let Ok(params) = web_sys::UrlSearchParams::new() else { return String::new() };
    for (name, value) in pairs {
        params.append(name, value);
    }
    // What an address may hold as it is stays legible; none of it can be meant otherwise.
    let text = [("%3A", ":"), ("%2C", ","), ("%3B", ";")]
        .into_iter()
        .fold(String::from(params.to_string()), |text, (escaped, letter)| text.replace(escaped, letter));
    if text.is_empty() { text } else { format!("?{text}") }
}

/// Puts a query into the address without a new entry in the history.
pub fn replace_query(query: &str) {
    let url = format!("{}{query}{}", path(), hash());
    if let Ok(history) = window().history() {
        // Browsers refuse too many changes in a short time; the next one will carry this one's state too.
        let _ = history.replace_state_with_url(&history.state().unwrap_or(JsValue::NULL), "", Some(&url));
    }
}

/// Dispatched on the window before the page is left for another one: whoever mirrors a state in the address writes it now.
pub const BEFORE_NAVIGATE: &str = "pendrop-before-navigate";

/// Dispatches an event of our own on the window.
pub fn dispatch_event(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        // Nobody cancels it.
        let _ = window().dispatch_event(&event);
    }
}

/// Listens for an event on the window until the owner ends.
pub fn listen(name: &'static str, handler: impl Fn() + 'static) {
    on(&window(), name, Box::new(move |_| handler()));
}

/// How long something may take to arrive.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// The text of a page of this site; nothing where there is none, or where it does not arrive.
pub async fn fetch_page(url: &str) -> Option<String> {
    // The page for unknown addresses is a page as well.
    fetch(url, |response| response.ok() || response.status() == 404).await
}

/// The text of a file of this site; nothing where there is none, or where it does not arrive.
pub async fn fetch_file(url: &str) -> Option<String> {
    fetch(url, web_sys::Response::ok).await
}

/// The bytes of whatever is at an address of this site.
///
/// # Errors
/// What the browser says where they do not arrive.
pub async fn fetch_bytes(url: String) -> Result<JsValue, JsValue> {
    let (response, _timer) = request(&url).await?;
    JsFuture::from(response.array_buffer()?).await
}

/// What answers at an address of this site, and what gives up on it when it takes too long, as long as that is kept.
async fn request(url: &str) -> Result<(web_sys::Response, Option<Timer>), JsValue> {
    let (abort, options) = (web_sys::AbortController::new()?, web_sys::RequestInit::new());
    options.set_signal(Some(&abort.signal()));
    let timer = Timer::after(TIMEOUT, Box::new(move || abort.abort()));
    let response = JsFuture::from(window().fetch_with_str_and_init(url, &options)).await?;
    Ok((response.unchecked_into(), timer))
}

/// The text at an address, where the response will do and all of it arrives.
async fn fetch(url: &str, will_do: fn(&web_sys::Response) -> bool) -> Option<String> {
    let (response, _timer) = request(url).await.ok()?;
    if !will_do(&response) {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// What a future ends with; nothing if it takes longer than something may take to arrive.
pub async fn within_timeout<T>(future: impl Future<Output = T>) -> Option<T> {
    match select(pin!(future), pin!(wait(TIMEOUT))).await {
        Either::Left((value, _)) => Some(value),
        Either::Right(_) => None,
    }
}

/// Has people who do not see the page told about a change on it, at the next moment that suits.
pub fn announce(text: &str) {
    if let Some(place) = document().body().and_then(|body| find(&body, ".announcer")) {
        set_text(&place, text);
    }
}

/// A page of this site from its text.
#[must_use]
pub fn parse(text: &str) -> Option<web_sys::Document> {
    web_sys::DomParser::new().ok()?.parse_from_string(text, web_sys::SupportedType::TextHtml).ok()
}

/// Copies text; false where that is not allowed.
pub async fn copy(text: &str) -> bool {
    let navigator = window().navigator();
    // In an insecure context there is no clipboard at all.
    if !js_sys::Reflect::has(&navigator, &JsValue::from_str("clipboard")).unwrap_or(false) || navigator.clipboard().is_undefined() {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// The window of the page that this one is shown within, if there is one.
#[must_use]
pub fn around() -> Option<web_sys::Window> {
    window().parent().ok().flatten().filter(|parent| *parent != window())
}

/// Hands a file to the reader.
pub fn save(name: &str, blob: &web_sys::Blob) -> Option<()> {
    let url = web_sys::Url::create_object_url_with_blob(blob).ok()?;
    let anchor: web_sys::HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the blob after the click has been handled.
    let revoke = move || drop(web_sys::Url::revoke_object_url(&url));
    if let Some(timer) = Timer::after(Duration::from_secs(60), Box::new(revoke)) {
        timer.detach();
    }
    Some(())
}

/// A file's content of a given kind.
#[must_use]
pub fn blob(text: &str, kind: &str) -> Option<web_sys::Blob> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&JsValue::from_str(text)), &options).ok()
}

/// Where in an element an event happened: from its left upper corner, in the figures' unit.
#[must_use]
pub fn place_in(element: &web_sys::Element, event: &web_sys::MouseEvent) -> (f64, f64) {
    let corner = element.get_bounding_client_rect();
    ((f64::from(event.client_x()) - corner.left()) / unit(), (f64::from(event.client_y()) - corner.top()) / unit())
}

/// CSS pixels in the figures' unit: a sixteenth of the root font size.
#[must_use]
pub fn unit() -> f64 {
    root_font_size() / 16.0
}

/// Width and height of what an element shows.
pub type Size = (f64, f64);

/// The element's content width and height in whole units, once they are known, for as long as the owner lives; it keeps the
/// last ones while the element is not shown. They change in a frame of their own: what follows from them may change the layout,
/// and browsers report an error where something that is observed changes while it is looked at.
#[must_use]
pub fn size_of(element: &web_sys::Element) -> RwSignal<Option<Size>> {
    let size = RwSignal::new(None);
    let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() {
            let pixels = entry.content_rect();
            if pixels.width() > 0.0 {
                // Asked here, where styles are up to date: in the frame of its own it would have them computed once more.
                let unit = unit();
                let units = ((pixels.width() / unit).round(), (pixels.height() / unit).round());
                request_animation_frame(move || {
                    // The page may have gone meanwhile.
                    size.set(Some(units));
                });
            }
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        let kept = StoredValue::new((observer, callback));
        on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
    }
    size
}

/// Scrolls to an element, as far as its place in the window asks for.
pub fn bring_into_view(element: &web_sys::Element, place: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Ends in a task of its own: what the browser has to do meanwhile, it can do before.
pub async fn pause() {
    wait(Duration::ZERO).await;
}

/// Ends after a while.
async fn wait(duration: Duration) {
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let passed = js_sys::Promise::new(&mut |resolve, _| {
        // The function was just made by the browser.
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    // A promise that is never rejected.
    let _ = JsFuture::from(passed).await;
}

/// The results of futures that go on beside one another, in their order. They are few: whenever one of them goes on, all are
/// asked how far they are.
pub async fn join_all<'a, T>(futures: impl Iterator<Item = LocalBoxFuture<'a, T>>) -> Vec<T> {
    let mut futures: Vec<_> = futures.map(maybe_done).collect();
    poll_fn(|context| {
        let waiting = futures.iter_mut().filter_map(|future| Pin::new(future).poll(context).is_pending().then_some(())).count();
        if waiting == 0 { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    futures.iter_mut().filter_map(|future| Pin::new(future).take_output()).collect()
}

/// A clock that only goes forward, s.
#[must_use]
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now() / 1000.0)
}

fn root_font_size() -> f64 {
    let style = root_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    size.and_then(|size| number::parse(size.strip_suffix("px")?)).unwrap_or(16.0)
}
