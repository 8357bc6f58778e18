//! Measures the device at the press of a button, and shows how far that is.

use pendrop_figures::your_device::benchmark::Speeds;
use pendrop_kit::{
    job::{Results, encode},
    locale::{Strings, fill},
    number,
};
use web_sys::Element;

use super::names::{BAR, BUTTON, ROOT, SHARE, WORD};
use crate::{
    browser::dom::{bind_text, effect, find, need, on, set_attribute, set_flag, set_text},
    jobs::{
        PagePool,
        benchmark::{BenchmarkEvent, BenchmarkRunner, last_speeds},
    },
    parts::progress::percent_done,
    reactive::*,
    session::{JobResults, Session},
};

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

/// Brings the button and its line to life; the measurement ends with the page.
pub fn bind(session: Session, figure: &Element, pool: PagePool) {
    let Some(line) = find(figure, ROOT) else { return };
    let (stage, progress) = (RwSignal::new(Stage::Idle), RwSignal::new(0.0));
    let on_change = move |event| match event {
        BenchmarkEvent::Started => stage.set(Stage::Running),
        BenchmarkEvent::Progress(fraction) => progress.set(fraction),
        BenchmarkEvent::Partial(speeds) => show_speeds(session, &speeds),
        BenchmarkEvent::Finished => stage.set(Stage::Idle),
        BenchmarkEvent::Cancelled => stage.set(Stage::Stopped),
        BenchmarkEvent::Refused => stage.set(Stage::Refused),
    };
    let runner = StoredValue::new(BenchmarkRunner::new(pool.get(), Box::new(on_change)));
    // What was measured on an earlier page.
    if let Some(speeds) = last_speeds() {
        show_speeds(session, &speeds);
    }
    effect(Box::new(move || session.working.set(stage.get() == Stage::Running)));
    // When the figure is reset, its results are gone: so is the measurement.
    let mut first = true;
    effect(Box::new(move || {
        let nothing = session.results.with(Option::is_none);
        if !std::mem::take(&mut first) && nothing {
            runner.with_value(BenchmarkRunner::reset);
            progress.set(0.0);
            stage.set(Stage::Idle);
        }
    }));
    text(session, &line, stage, progress);
    button(session, &line, stage, runner);
}

fn show_speeds(session: Session, speeds: &Speeds) {
    let mut results = Results::none();
    results.set(0, encode(speeds).into());
    session.results.set(Some(JobResults { jobs: Vec::new(), results }));
}

fn text(session: Session, line: &Element, stage: RwSignal<Stage>, progress: RwSignal<f64>) {
    let s = Strings::of(session.language);
    let percent = move || percent_done(progress.get());
    let (whole, bar) = (line.clone(), need(line, BAR));
    effect(Box::new(move || {
        set_flag(&whole, "data-idle", stage.get() != Stage::Running);
        if let Some(bar) = &bar {
            set_attribute(bar, "value", Some(&number::plain(progress.get())));
        }
    }));
    bind_text(
        need(line, WORD),
        Box::new(move || match stage.get() {
            Stage::Idle => String::new(),
            Stage::Running => s.measure_running.to_owned(),
            Stage::Stopped => {
                let nothing = session.results.with(Option::is_none);
                fill(if nothing { s.computing_stopped } else { s.measure_stopped }, &[("share", &percent())])
            }
            Stage::Refused => s.measure_refused.to_owned(),
        }),
    );
    bind_text(need(line, SHARE), Box::new(move || if stage.get() == Stage::Running { percent() } else { String::new() }));
}

/// One button begins and cancels; the focus stays on it.
fn button(session: Session, line: &Element, stage: RwSignal<Stage>, runner: StoredValue<BenchmarkRunner>) {
    let Some(button) = need(line, BUTTON) else { return };
    let s = Strings::of(session.language);
    on(
        &button,
        "click",
        Box::new(move |_| {
            let running = stage.get_untracked() == Stage::Running;
            runner.with_value(|runner| if running { runner.cancel() } else { runner.start() });
        }),
    );
    effect(Box::new(move || {
        let before = session.results.with(Option::is_none);
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
