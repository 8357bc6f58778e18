//! Long computations of a figure: in a worker, or in slices on the page where the browser gives none (a sandboxed frame).

use pendrop_kit::{
    format::with_unit,
    job::Computation,
    locale::{Language, Strings, fill},
    query,
    values::Values,
};
use std::{cell::RefCell, rc::Rc, time::Duration};

use js_sys::{Array, Float64Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::{
    browser::now,
    dom::{bind_text, find, follow, on, set_attribute, set_flag, set_text},
    state::{FigureState, Found},
    worker::{Hired, PATIENCE},
};

/// A slice on the page, s: the rest of a frame is left to everything else.
const SLICE: f64 = 0.008;

/// Where a computation is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Nothing is to be computed.
    Idle,
    Running,
    Paused,
    /// Cancelled before its end.
    Stopped,
}

/// The computations of one figure.
#[derive(Clone, Copy)]
struct Desk {
    state: FigureState,
    stage: RwSignal<Stage>,
    /// Share done, and since when it has been worked on, s; a pause does not count.
    share: RwSignal<f64>,
    begun: StoredValue<f64>,
    /// Number of the job that counts: what others still say is not heard.
    job: StoredValue<u32>,
    /// Number of the last job that the worker has been given.
    given: StoredValue<u32>,
    /// Whether a worker has failed here: then the page computes.
    workless: StoredValue<bool>,
    /// Whether a slice on the page is to come: there is one at a time.
    awaited: StoredValue<bool>,
    hand: StoredValue<Option<Hand>, LocalStorage>,
}

/// Who computes.
enum Hand {
    Worker { worker: Hired, ready: bool },
    Page(Rc<RefCell<Box<dyn Computation>>>),
}

/// Computes whatever values ask for it, shows how far it is, and ends with the page.
pub fn attach(state: FigureState, figure: &Element) {
    if !state.figure.computes() {
        return;
    }
    let desk = Desk {
        state,
        stage: RwSignal::new(Stage::Idle),
        share: RwSignal::new(0.0),
        begun: StoredValue::new(0.0),
        job: StoredValue::new(0),
        given: StoredValue::new(0),
        workless: StoredValue::new(false),
        awaited: StoredValue::new(false),
        hand: StoredValue::new_local(None),
    };
    follow(Box::new(move || {
        let values = state.values.get();
        if state.figure.computation(&values).is_some() { desk.begin() } else { desk.dismiss(Stage::Idle) }
    }));
    on_cleanup(move || desk.end());
    let element = figure.clone();
    follow(Box::new(move || {
        let running = matches!(desk.stage.get(), Stage::Running | Stage::Paused);
        set_attribute(&element, "data-state", Some(if running { "running" } else { "ready" }));
    }));
    desk.show(figure);
}

impl Desk {
    /// Begins the computation for the values in force; one that was under way ends.
    fn begin(self) {
        self.job.update_value(|job| *job += 1);
        self.share.set(0.0);
        self.begun.set_value(now());
        self.stage.set(Stage::Running);
        let waits = self.hand.with_value(|hand| matches!(hand, Some(Hand::Worker { .. })));
        if waits || self.hire() {
            self.hand_over();
        } else {
            self.on_page();
        }
    }

    /// Starts a worker; false where the browser refuses.
    fn hire(self) -> bool {
        if self.workless.get_value() {
            return false;
        }
        let Some(worker) = Hired::start(Box::new(move |message| self.hear(message)), Box::new(move || self.do_without())) else {
            return false;
        };
        self.hand.set_value(Some(Hand::Worker { worker, ready: false }));
        // One that never says a word has not been loaded.
        set_timeout(
            move || {
                if self.hand.try_with_value(|hand| matches!(hand, Some(Hand::Worker { ready: false, .. }))) == Some(true) {
                    self.do_without();
                }
            },
            PATIENCE,
        );
        true
    }

    /// The page does the work from now on.
    fn do_without(self) {
        self.workless.set_value(true);
        self.end();
        match self.stage.get_untracked() {
            Stage::Running => self.on_page(),
            Stage::Paused => self.begin(),
            Stage::Idle | Stage::Stopped => {}
        }
    }

    fn hear(self, message: &JsValue) {
        if message.as_string().is_some() {
            self.hand.update_value(|hand| {
                if let Some(Hand::Worker { ready, .. }) = hand {
                    *ready = true;
                }
            });
            self.hand_over();
            return;
        }
        let parts = Array::from(message);
        if parts.get(0).as_f64() == self.job.try_get_value().map(f64::from) {
            let found = Float64Array::from(parts.get(3)).to_vec();
            self.take(found, parts.get(1).as_f64().unwrap_or(0.0), parts.get(2).is_truthy());
        }
    }

    /// Gives the worker the values in force, once it listens.
    fn hand_over(self) {
        if self.stage.get_untracked() != Stage::Running {
            return;
        }
        let state: Vec<String> = self
            .values()
            .as_ref()
            .map(query::pairs)
            .unwrap_or_default()
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let job = Array::of3(&self.job.get_value().into(), &self.state.figure.id().into(), &state.join("&").into());
        if self.post(&job) {
            self.given.set_value(self.job.get_value());
        }
    }

    fn values(self) -> Option<Values> {
        self.state.values.try_get_untracked()
    }

    /// Says something to the worker; false where none listens.
    fn post(self, message: &JsValue) -> bool {
        self.hand.with_value(|hand| match hand {
            Some(Hand::Worker { worker, ready: true }) => worker.post(message),
            _ => false,
        })
    }

    fn on_page(self) {
        let computation = self.values().and_then(|values| self.state.figure.computation(&values));
        if let Some(computation) = computation {
            self.hand.set_value(Some(Hand::Page(Rc::new(RefCell::new(computation)))));
            self.slice_soon();
        }
    }

    fn slice_soon(self) {
        if self.awaited.get_value() {
            return;
        }
        self.awaited.set_value(true);
        set_timeout(
            move || {
                if self.awaited.try_set_value(false).is_none() && self.stage.get_untracked() == Stage::Running {
                    self.slice();
                }
            },
            Duration::ZERO,
        );
    }

    fn slice(self) {
        let computation = self.hand.with_value(|hand| match hand {
            Some(Hand::Page(computation)) => Some(computation.clone()),
            _ => None,
        });
        let Some(computation) = computation else { return };
        let mut computation = computation.borrow_mut();
        let begun = now();
        let mut more = true;
        while more && now() - begun < SLICE {
            more = computation.advance();
        }
        self.take(computation.found(), computation.share(), !more);
        if more {
            self.slice_soon();
        }
    }

    /// Shows what has been found so far.
    fn take(self, numbers: Vec<f64>, share: f64, done: bool) {
        let Some(of) = self.values() else { return };
        self.state.found.set(Some(Found { of, numbers: numbers.into() }));
        self.share.set(share);
        if done {
            self.stage.set(Stage::Idle);
        }
    }

    fn pause(self) {
        match self.stage.get_untracked() {
            Stage::Running => {
                self.stage.set(Stage::Paused);
                self.post(&JsValue::from_str("pause"));
            }
            Stage::Paused => {
                self.stage.set(Stage::Running);
                if self.hand.with_value(|hand| matches!(hand, Some(Hand::Page(_)))) {
                    self.slice_soon();
                } else if self.given.get_value() == self.job.get_value() {
                    self.post(&JsValue::from_str("resume"));
                } else {
                    self.hand_over();
                }
            }
            Stage::Idle | Stage::Stopped => {}
        }
    }

    /// Ends what is under way.
    fn dismiss(self, stage: Stage) {
        if self.stage.get_untracked() != Stage::Idle {
            self.job.update_value(|job| *job += 1);
            self.end();
        }
        self.stage.set(stage);
    }

    fn end(self) {
        drop(self.hand.try_update_value(Option::take));
    }

    /// The line that says how far it is, with its buttons.
    fn show(self, figure: &Element) {
        let Some(line) = find(figure, ".computing") else { return };
        let (language, s) = (self.state.language, Strings::of(self.state.language));
        let (stage, share) = (self.stage, self.share);
        let told = move || with_unit(&(format!("{:.0}", (share.get() * 100.0).floor()), "%".to_owned()));
        let whole = line.clone();
        let bar = find(&line, "progress");
        follow(Box::new(move || {
            set_flag(&whole, "data-idle", stage.get() == Stage::Idle);
            if let Some(bar) = &bar {
                set_attribute(bar, "value", Some(&share.get().to_string()));
            }
        }));
        bind_text(
            find(&line, ".computing-word"),
            Box::new(move || match stage.get() {
                Stage::Idle | Stage::Running => s.computing.to_owned(),
                Stage::Paused => s.computing_paused.to_owned(),
                Stage::Stopped => fill(s.computing_stopped, &[("share", &told())]),
            }),
        );
        bind_text(
            find(&line, ".computing-share"),
            Box::new(move || if matches!(stage.get(), Stage::Running | Stage::Paused) { told() } else { String::new() }),
        );
        bind_text(
            find(&line, ".computing-left"),
            Box::new(move || if stage.get() == Stage::Running { self.left(language) } else { String::new() }),
        );
        if let Some(button) = find(&line, "[data-computing=pause]") {
            on(&button, "click", Box::new(move |_| self.pause()));
            follow(Box::new(move || {
                set_text(&button, if stage.get() == Stage::Paused { s.computing_resume } else { s.computing_pause });
                set_flag(&button, "hidden", stage.get() == Stage::Stopped);
            }));
        }
        if let Some(button) = find(&line, "[data-computing=cancel]") {
            let this = button.clone();
            on(
                &button,
                "click",
                Box::new(move |_| {
                    if self.stage.get_untracked() == Stage::Stopped {
                        self.begin()
                    } else {
                        self.dismiss(Stage::Stopped)
                    }
                    // The button stays where the focus is.
                    let _ = this.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
                }),
            );
            follow(Box::new(move || set_text(&button, if stage.get() == Stage::Stopped { s.computing_again } else { s.computing_cancel })));
        }
    }

    /// How long it will take, once enough of it is done to tell.
    fn left(self, language: Language) -> String {
        let (share, passed) = (self.share.get(), now() - self.begun.get_value());
        if share < 0.02 || passed < 1.0 {
            return String::new();
        }
        let left = (passed / share * (1.0 - share)).ceil();
        fill(Strings::of(language).computing_left, &[("time", &with_unit(&(format!("{left:.0}"), "s".to_owned())))])
    }
}
