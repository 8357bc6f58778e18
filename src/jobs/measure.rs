//! Measures how fast the reader's device computes: in one worker, then in one for each core. Never on the page, which would
//! stand still meanwhile.

use pendrop_kit::{
    format::with_unit,
    locale::{Strings, fill},
};
use std::{cell::RefCell, sync::Arc};

use js_sys::{Array, Date};
use leptos::prelude::*;
use pendrop_figures::your_device::measurement::{Done, Kind, Measurement, Round, speeds};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{
    browser::now,
    dom::{bind_text, find, follow, on, set_attribute, set_flag, set_text},
    state::{FigureState, Found},
    worker::{Hired, PATIENCE},
};

/// Between telling the workers and the begin of a round, ms: every one of them must have heard of it by then.
const AHEAD: f64 = 2.0;
/// The same for each worker when there are several, ms.
const AHEAD_EACH: f64 = 5.0;
/// The most, ms: who comes late counts from then on.
const AHEAD_MOST: f64 = 200.0;
/// The most workers. Browsers set aside gigabytes of addresses for each worker's memory and refuse more than about a hundred.
const WORKERS: usize = 96;
/// What has been found is shown this often, s: to draw it takes a core's time from the measurement.
const TELL: f64 = 0.25;

thread_local! {
    /// What the last measurement found: the device is the same on every page.
    static LAST: RefCell<Option<Arc<[f64]>>> = const { RefCell::new(None) };
}

/// Where the measurement is.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// Not begun, or done.
    Idle,
    Running,
    /// Cancelled: what was measured stays.
    Stopped,
    /// A worker could not be had, or broke.
    Refused,
}

/// The measurement of one figure.
#[derive(Clone, Copy)]
struct Bench {
    state: FigureState,
    stage: RwSignal<Stage>,
    share: RwSignal<f64>,
    /// When it was last shown, s.
    told: StoredValue<f64>,
    /// Number of the round that is under way: what workers say about others is not heard.
    number: StoredValue<u32>,
    measurement: StoredValue<Measurement>,
    hands: StoredValue<Vec<Hand>, LocalStorage>,
}

/// A worker, and what it has said about the round.
struct Hand {
    worker: Hired,
    ready: bool,
    said: Option<Done>,
}

/// Brings the button and its line to life; the measurement ends with the page.
pub fn attach(state: FigureState, figure: &Element) {
    let bench = Bench {
        state,
        stage: RwSignal::new(Stage::Idle),
        share: RwSignal::new(0.0),
        told: StoredValue::new(0.0),
        number: StoredValue::new(0),
        measurement: StoredValue::new(Measurement::of(cores())),
        hands: StoredValue::new_local(Vec::new()),
    };
    on_cleanup(move || bench.dismiss());
    bench.remember();
    let element = figure.clone();
    follow(Box::new(move || {
        if bench.stage.get() == Stage::Running {
            // Tables that come meanwhile do not end it.
            let _ = state.shelf.tables();
            set_attribute(&element, "data-state", Some("running"));
        } else if element.get_attribute("data-state").as_deref() == Some("running") {
            set_attribute(&element, "data-state", Some("ready"));
        }
    }));
    if let Some(line) = find(figure, ".measuring") {
        bench.show(&line);
    }
}

impl Bench {
    /// Shows what was measured on an earlier page, and forgets it when the figure is reset.
    fn remember(self) {
        if let Some(numbers) = LAST.with_borrow(Clone::clone) {
            self.show_found(numbers);
        }
        let mut first = true;
        follow(Box::new(move || {
            let nothing = self.state.found.with(Option::is_none);
            if !std::mem::take(&mut first) && nothing {
                LAST.take();
                self.dismiss();
                self.share.set(0.0);
                self.stage.set(Stage::Idle);
            }
        }));
    }

    fn begin(self) {
        self.number.update_value(|number| *number += 1);
        // What was found before stays until there is something new.
        self.measurement.set_value(Measurement::of(cores()));
        self.share.set(0.0);
        self.told.set_value(now());
        self.stage.set(Stage::Running);
        self.go_on();
    }

    /// Begins the next round, once its workers are there; those that lack are hired first.
    fn go_on(self) {
        if self.stage.try_get_untracked() != Some(Stage::Running) {
            return;
        }
        let Some(round) = self.measurement.with_value(Measurement::next) else { return self.finish(Stage::Idle) };
        let wanted = self.measurement.with_value(|measurement| measurement.workers(round.kind));
        while self.hands.with_value(Vec::len) < wanted {
            if !self.hire() {
                return self.finish(Stage::Refused);
            }
        }
        if self.hands.with_value(|hands| hands.iter().take(wanted).all(|hand| hand.ready)) {
            self.call(round, wanted);
        }
    }

    fn hire(self) -> bool {
        let place = self.hands.with_value(Vec::len);
        let hear = move |message: &JsValue| self.hear(place, message);
        let Some(worker) = Hired::start(Box::new(hear), Box::new(move || self.finish(Stage::Refused))) else { return false };
        self.hands.update_value(|hands| hands.push(Hand { worker, ready: false, said: None }));
        self.watch();
        true
    }

    /// Tells the workers about a round.
    fn call(self, round: Round, wanted: usize) {
        self.number.update_value(|number| *number += 1);
        let from = Date::now() + if wanted > 1 { (AHEAD_EACH * wanted as f64).min(AHEAD_MOST) } else { AHEAD };
        let kernel = if round.kind == Kind::Scalar { "scalar" } else { "simd" };
        let number = self.number.get_value();
        let until = from + 1e3 * round.seconds;
        let message = Array::of5(&"measure".into(), &number.into(), &kernel.into(), &from.into(), &until.into());
        self.hands.update_value(|hands| {
            for hand in hands.iter_mut().take(wanted) {
                hand.said = None;
                // Numbers and words can always be sent.
                hand.worker.post(&message);
            }
        });
        self.watch();
    }

    /// A worker that never says a word again must not keep the reader waiting.
    fn watch(self) {
        let number = self.number.get_value();
        let late = move || {
            if self.number.try_get_value() == Some(number) && self.stage.get_untracked() == Stage::Running {
                self.finish(Stage::Refused);
            }
        };
        set_timeout(late, PATIENCE);
    }

    fn hear(self, place: usize, message: &JsValue) {
        let Some(number) = self.number.try_get_value() else { return };
        if message.as_string().is_some() {
            self.hands.update_value(|hands| {
                if let Some(hand) = hands.get_mut(place) {
                    hand.ready = true;
                }
            });
            // Each that comes gives the others their time again: many may have to share few cores.
            self.number.set_value(number + 1);
            self.watch();
            return self.go_on();
        }
        let parts = Array::from(message);
        let [Some(operations), Some(begun), Some(ended)] = [1, 2, 3].map(|place| parts.get(place).as_f64()) else { return };
        if parts.get(0).as_f64() != Some(f64::from(number)) {
            return;
        }
        self.hands.update_value(|hands| {
            if let Some(hand) = hands.get_mut(place) {
                hand.said = Some(Done { operations, begun, ended });
            }
        });
        // Hands that had no part in the round have said nothing and are not waited for.
        let wanted = self.measurement.with_value(|measurement| measurement.next().map_or(0, |round| measurement.workers(round.kind)));
        let said = self.hands.with_value(|hands| hands.iter().take(wanted).map(|hand| hand.said).collect::<Option<Vec<_>>>());
        if let Some(said) = said {
            self.measurement.update_value(|measurement| measurement.take(&said));
            if now() - self.told.get_value() > TELL {
                self.tell();
            }
            self.go_on();
        }
    }

    /// Shows what has been found so far, and of an earlier measurement what has not been found anew.
    fn tell(self) {
        self.told.set_value(now());
        self.share.set(self.measurement.with_value(Measurement::share));
        let mut numbers = self.measurement.with_value(Measurement::found);
        LAST.with_borrow(|earlier| {
            for (number, earlier) in numbers.iter_mut().zip(earlier.iter().flat_map(|earlier| earlier.iter())) {
                if number.is_nan() {
                    *number = *earlier;
                }
            }
        });
        let numbers: Arc<[f64]> = numbers.into();
        let measured = speeds(&numbers).iter().any(Option::is_some);
        // That nothing could be measured is said where there is nothing else to say.
        let failed = numbers.iter().any(|number| number.is_finite()) && LAST.with_borrow(Option::is_none);
        if measured || failed {
            self.show_found(numbers);
        }
    }

    fn show_found(self, numbers: Arc<[f64]>) {
        self.state.found.set(Some(Found { of: self.state.values.get_untracked(), numbers }));
    }

    fn finish(self, stage: Stage) {
        if self.stage.try_get_untracked() == Some(Stage::Running) {
            self.dismiss();
            if stage == Stage::Refused {
                self.measurement.update_value(Measurement::give_up);
            }
            self.tell();
            let shown = self.state.found.with_untracked(|found| found.as_ref().map(|found| found.numbers.clone()));
            LAST.set(shown.filter(|numbers| speeds(numbers).iter().any(Option::is_some)));
            self.stage.set(stage);
        }
    }

    /// Ends the workers, and what they still say is not heard.
    fn dismiss(self) {
        let _ = self.number.try_update_value(|number| *number += 1);
        drop(self.hands.try_update_value(std::mem::take));
    }

    /// One button begins and cancels; the focus stays on it.
    fn show(self, line: &Element) {
        let s = Strings::of(self.state.language);
        let (stage, share) = (self.stage, self.share);
        let told = move || with_unit(&(format!("{:.0}", (share.get() * 100.0).floor()), "%".to_owned()));
        let (whole, bar) = (line.clone(), find(line, "progress"));
        follow(Box::new(move || {
            set_flag(&whole, "data-idle", stage.get() != Stage::Running);
            if let Some(bar) = &bar {
                set_attribute(bar, "value", Some(&share.get().to_string()));
            }
        }));
        bind_text(
            find(line, ".computing-word"),
            Box::new(move || match stage.get() {
                Stage::Idle => String::new(),
                Stage::Running => s.measure_running.to_owned(),
                Stage::Stopped => {
                    let nothing = self.state.found.with(Option::is_none);
                    fill(if nothing { s.computing_stopped } else { s.measure_stopped }, &[("share", &told())])
                }
                Stage::Refused => s.measure_refused.to_owned(),
            }),
        );
        bind_text(find(line, ".computing-share"), Box::new(move || if stage.get() == Stage::Running { told() } else { String::new() }));
        let Some(button) = find(line, "[data-measure]") else { return };
        on(
            &button,
            "click",
            Box::new(move |_| if stage.get_untracked() == Stage::Running { self.finish(Stage::Stopped) } else { self.begin() }),
        );
        follow(Box::new(move || {
            let before = self.state.found.with(Option::is_none);
            let word = match stage.get() {
                Stage::Running => s.computing_cancel,
                Stage::Refused => s.try_again,
                _ if before => s.measure_start,
                _ => s.measure_again,
            };
            // The one thing to do, until it has been done.
            set_attribute(&button, "class", (word == s.measure_start).then_some("primary"));
            set_text(&button, word);
        }));
    }
}

/// As many workers as the browser says there are cores, within reason.
fn cores() -> usize {
    (window().navigator().hardware_concurrency() as usize).clamp(1, WORKERS)
}
