//! The program in the browser. It holds no markup: every page is a finished file, whose elements it finds by the names of
//! the contract and brings to life. On in-page navigation the next page's own file takes the body's place.

mod chunks;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use futures_util::future::join;
use pendrop_kit::{
    figure::Figure,
    locale::{Language, Strings},
};
use web_sys::{Document, Element, HtmlElement};

use crate::{
    browser::{
        self, Base, Timer, document,
        dom::{all, effect, find, find_as, focus_in_place, on, set_attribute, set_flag},
        history::{Address, History},
        request_animation_frame, spawn_local, window,
    },
    embed,
    jobs::{PagePool, WORKERS},
    parts::{
        caveat,
        figure::{self, bind::Surroundings, names::TABLES},
        full_screen, masthead,
        picture::view::View,
        pinned,
        question::open,
        states, strings, terms, way,
    },
    reactive::*,
    tables::TableStore,
};

/// Takes the served page over, and every page after it.
pub fn start() {
    // Another executor could only be there if the program had started before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(|| {
        let path = Base::of_page();
        let base = Base(StoredValue::new(path.clone()));
        Site {
            base,
            tables: TableStore::new(base, chunks::table_reader),
            history: History::start(path),
            page: StoredValue::new(None),
            shown: Rc::new(RefCell::new(browser::path())),
            failed: Rc::default(),
            visit: Rc::default(),
            taken: Rc::default(),
        }
        .run();
    });
    // The program lasts as long as its window.
    std::mem::forget(owner);
}

#[derive(Clone)]
struct Site {
    base: Base,
    tables: TableStore,
    history: History,
    /// What lives on the page that is shown; dropped when the next one takes its place.
    page: StoredValue<Option<Owner>>,
    /// Path of the page that is shown.
    shown: Rc<RefCell<String>>,
    /// Address of the page that could not be loaded.
    failed: Rc<RefCell<Option<Address>>>,
    /// Counts the pages that were asked for: only the latest is shown.
    visit: Rc<Cell<u32>>,
    /// Counts the pages that were taken over.
    taken: Rc<Cell<u32>>,
}

/// A page that is being taken over.
#[derive(Clone)]
struct Page {
    body: HtmlElement,
    language: Language,
    owner: Owner,
    number: u32,
    /// Its workers; they end with it.
    pool: PagePool,
}

impl Site {
    fn run(self) {
        self.take_over();
        embed::bind();
        effect(Box::new(move || {
            let path = self.history.path();
            // What was on its way is not wanted any more.
            self.visit.set(self.visit.get() + 1);
            show_waiting(false);
            if *self.shown.borrow() != path {
                self.visit(path);
            }
        }));
    }

    /// Brings the page to life that stands in the document.
    fn take_over(&self) {
        let Some(body) = document().body() else { return };
        if let Some(before) = self.page.try_update_value(Option::take).flatten() {
            before.cleanup();
        }
        // Not `lang`: translators that stand between the site and the reader change it.
        let code = browser::root_element().and_then(|root| root.get_attribute(LANGUAGE)).unwrap_or_default();
        let language = Language::from_code(&code).unwrap_or(Language::En);
        strings::bind::bind(&body, language);
        let owner = Owner::new();
        owner.with(|| {
            masthead::bind::bind(&body);
            open::bind(&body);
            self.attach_again(&body);
        });
        self.page.set_value(Some(owner.clone()));
        self.taken.set(self.taken.get() + 1);
        let mut figures = all(&body, "figure[data-figure]").into_iter();
        let pool = owner.with(PagePool::new);
        let page = Page { body, language, owner, number: self.taken.get(), pool };
        let first = figures.next();
        // The first figure comes before everything else, unless it is late.
        let others = RefCell::new(Some(figures));
        let (site, around) = (self.clone(), page.clone());
        let go_on = Rc::new(move || {
            if let Some(figures) = others.take() {
                site.take_over_rest(&around, figures);
            }
        });
        match first {
            Some(first) => {
                let late = go_on.clone();
                if let Some(timer) = Timer::after(HEAD_START, Box::new(move || late())) {
                    timer.detach();
                }
                spawn_local(self.clone().take_over_figure(page, first, Some(go_on)));
            }
            None => go_on(),
        }
    }

    /// Brings to life what is around the first figure of a page: text, and the other figures.
    fn take_over_rest(&self, page: &Page, figures: impl Iterator<Item = Element>) {
        // The reader may have gone on meanwhile.
        if page.number != self.taken.get() {
            return;
        }
        page.owner.with(|| {
            pinned::bind::bind(&page.body);
            states::bind::bind_page(&page.body);
            terms::bind::bind(&page.body);
            way::bind::bind(&page.body);
        });
        for element in figures {
            spawn_local(self.clone().take_over_figure(page.clone(), element, None));
        }
    }

    /// Brings a figure to life once its chunk is there, and calls what comes after it. One that nothing comes after lets the browser do
    /// in between what it has to: so the first figure of a page answers while those below it are brought to life, one after another.
    async fn take_over_figure(self, page: Page, element: Element, then: Option<Rc<dyn Fn()>>) {
        let id = element.get_attribute("data-figure").unwrap_or_default();
        if then.is_none() {
            // On its way meanwhile.
            let rest = element.clone();
            spawn_local(async move { drop(chunks::deferred_of(&rest).await) });
        }
        let figure = browser::within_timeout(self.figure(&id, &element, page.language)).await;
        let Some(figure) = figure.unwrap_or_else(|| Some(Err(Strings::of(page.language).figure_failed.to_owned()))) else { return };
        if then.is_none() {
            browser::pause().await;
        }
        // The reader may have gone on meanwhile.
        if page.number != self.taken.get() {
            return;
        }
        match figure {
            Ok(figure) => {
                let view = page.owner.with(|| figure::bind::bind(figure, &element, self.surroundings(&page)));
                if let Some(then) = then {
                    // What it shows comes first.
                    browser::pause().await;
                    then();
                }
                self.complete(page, element, view).await;
            }
            Err(why) => {
                let (site, page_again) = (self.clone(), page.clone());
                let again = move |element| spawn_local(site.clone().take_over_figure(page_again.clone(), element, None));
                page.owner.with(|| caveat::bind::fail(&element, page.language, &why, Box::new(again)));
            }
        }
    }

    /// Brings to life what of a figure could wait until it answers.
    async fn complete(self, page: Page, element: Element, view: View) {
        let rest = browser::within_timeout(chunks::deferred_of(&element)).await;
        if page.number != self.taken.get() {
            return;
        }
        page.owner.with(|| match rest {
            Some(Ok((bind, features))) => bind(view, features, &element, self.surroundings(&page)),
            _ => {
                let (site, page) = (self.clone(), page.clone());
                let language = page.language;
                let again = move |element| spawn_local(site.clone().complete(page.clone(), element, view));
                caveat::bind::fail(&element, language, Strings::of(language).figure_failed, Box::new(again));
            }
        });
    }

    fn surroundings<'a>(&self, page: &'a Page) -> Surroundings<'a> {
        let (base, tables, history) = (self.base, self.tables, self.history);
        Surroundings { body: &page.body, language: page.language, base, tables, history, pool: page.pool }
    }

    /// A figure, with the tables of its start fetched; or why not, as a sentence. Nothing for an unknown one.
    async fn figure(&self, id: &str, element: &Element, language: Language) -> Option<Result<&'static dyn Figure, String>> {
        let tables = element.get_attribute(TABLES).unwrap_or_default();
        let tables: Vec<&str> = tables.split_whitespace().collect();
        // Both at once: each has its own way from the server.
        let (figure, fetched) = join(chunks::figure(id), self.tables.fetch(&tables)).await;
        Some(match (figure?, fetched) {
            (Ok(figure), Ok(())) => Ok(figure),
            (Ok(_), Err(error)) => Err(error.formatted(language)),
            _ => Err(Strings::of(language).figure_failed.to_owned()),
        })
    }

    /// Fetches the file at a path; until it is there, the page stays.
    fn visit(&self, path: String) {
        let (site, visit) = (self.clone(), self.visit.get());
        spawn_local(async move {
            let current = site.visit.clone();
            let late = move || {
                if current.get() == visit {
                    show_waiting(true);
                }
            };
            let timer = Timer::after(PATIENCE, Box::new(late));
            let text = browser::fetch_page(&path).await;
            // The reader may have gone on meanwhile.
            if site.visit.get() == visit {
                drop(timer);
                show_waiting(false);
                match text.as_deref().and_then(browser::parse).filter(is_page) {
                    Some(page) => site.show(&page, path),
                    None => site.fail(),
                }
            }
        });
    }

    fn show(&self, page: &Document, path: String) {
        // A page of another build needs its own program.
        let build = |root: Option<Element>| root.and_then(|root| root.get_attribute(BUILD));
        if build(page.document_element()) != build(browser::root_element()) {
            // A path of this site is a valid address.
            let _ = window().location().assign(&path);
            return;
        }
        browser::dispatch_event(browser::BEFORE_NAVIGATE);
        self.history.commit();
        if let Some(body) = replace(page) {
            open::reopen(&body);
            self.history.reopen();
            self.shown.replace(path);
            self.take_over();
            let history = self.history;
            request_animation_frame(move || {
                history.arrive();
                focus_heading();
            });
        }
    }

    /// Says that the page could not be loaded, and offers to try again; the address is again that of the page that is shown.
    fn fail(&self) {
        self.failed.replace(Some(self.history.wanted()));
        self.history.revert(&self.shown.borrow());
        if let Some(notice) = document().body().and_then(|body| find(&body, ".failure")) {
            set_flag(&notice, "hidden", false);
        }
    }

    /// The button that tries once more to load a page that could not be loaded.
    fn attach_again(&self, body: &Element) {
        let (Some(notice), site) = (find(body, ".failure"), self.clone()) else { return };
        if let Some(button) = find(&notice, "button") {
            on(
                &button,
                "click",
                Box::new(move |_| {
                    set_flag(&notice, "hidden", true);
                    if let Some(address) = site.failed.take() {
                        site.history.navigate(address);
                    }
                }),
            );
        }
    }
}

/// How long everything else on a page waits for its first figure.
const HEAD_START: Duration = Duration::from_millis(200);

/// Says that the next page is on its way.
const WAITING: &str = ".page-waiting";
/// How long a reader waits without being told what for.
const PATIENCE: Duration = Duration::from_millis(300);

fn show_waiting(waits: bool) {
    if let Some(waiting) = document().body().and_then(|body| find(&body, WAITING)) {
        set_flag(&waiting, "hidden", !waits);
    }
}

/// Names the language that a page is written in.
const LANGUAGE: &str = "data-language";

/// Names the build that a page belongs to: its workers have the hash of their content.
const BUILD: &str = WORKERS;

/// Whether a document is a page of this site, and not just anything that can be fetched.
fn is_page(page: &Document) -> bool {
    page.document_element().is_some_and(|root| root.has_attribute(BUILD))
}

/// Puts another page's body, title, language and head links in place of this one's, and returns the body.
fn replace(page: &Document) -> Option<HtmlElement> {
    let (old, new) = (document().body()?, page.body()?);
    let (root, new_root) = (browser::root_element()?, page.document_element()?);
    // What is pinned or fills the screen goes with its page.
    for name in ["lang", LANGUAGE, pinned::names::PINS, full_screen::names::FULL] {
        set_attribute(&root, name, new_root.get_attribute(name).as_deref());
    }
    document().set_title(&page.title());
    for (selector, name) in [("meta[name=description]", "content"), ("link[hreflang]", "href")] {
        let new = all(&new_root, selector);
        for (element, new) in all(&root, selector).iter().zip(&new) {
            set_attribute(element, name, new.get_attribute(name).as_deref());
        }
    }
    open::open_page(&new);
    old.set_inner_html(&new.inner_html());
    Some(old)
}

/// Tells people who do not see the page that it has changed.
fn focus_heading() {
    let heading = document().body().and_then(|body| find_as::<HtmlElement>(&body, "h1"));
    if let Some(heading) = heading {
        heading.set_tab_index(-1);
        focus_in_place(&heading);
    }
}
