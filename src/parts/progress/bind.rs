//! Does the jobs that a figure asks for, and shows how far they are.

use std::{cell::RefCell, mem, rc::Rc};

use pendrop_kit::{
    format::with_unit,
    job::{JobSpec, Results, scheduler::JobEvent},
    locale::{Strings, fill},
    number,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    duration,
    names::{BAR, CANCEL, LEFT, PAUSE, PLAIN, ROOT, SHARE, WORD},
    percent_done, recorded,
};
use crate::{
    browser::{
        dom::{bind_text, effect, find, need, on, set_attribute, set_flag, set_text},
        now, request_animation_frame,
    },
    jobs::{JobHandle, PagePool, has_vectors, pace, pool::AnswerCallback},
    reactive::*,
    session::{JobResults, Session},
};

/// What takes longer on this device is begun only when the reader asks for it, s.
const LONG: f64 = 10.0;

/// Where the jobs of a figure are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stage {
    /// Nothing is to be done, or all is done.
    Idle,
    /// What they find is recorded.
    Recorded,
    /// They would take long: the reader is asked.
    Asking,
    /// What is recorded has been found here, too, in so many seconds.
    Done(f64),
    Running,
    Paused,
    /// Cancelled before their end.
    Stopped,
    /// One of them cannot be done.
    Failed,
}

/// The jobs of one figure.
#[derive(Clone, Copy)]
pub struct JobRunner {
    session: Session,
    stage: RwSignal<Stage>,
    /// How much of all of them is done, from 0 to 1.
    progress: RwSignal<f64>,
    /// Since when they have been worked on, s.
    started_at: StoredValue<f64>,
    pool: PagePool,
    /// Whether the reader has asked for the jobs that come next, however long they take.
    agreed: StoredValue<bool>,
    /// Whether they have been paused, so that their time says nothing about the device.
    paused: StoredValue<bool>,
    /// The jobs that are under way; dropped, they are cancelled.
    handles: StoredValue<Vec<JobHandle>>,
    /// Of what has been found, what is to be shown with the next frame.
    found: StoredValue<Option<Found>>,
}

/// What a submission has found by now.
type Found = Rc<RefCell<Submission>>;

/// What the jobs of one submission have found so far.
struct Submission {
    jobs: Vec<JobSpec>,
    results: Results,
    progress: Vec<f64>,
    done: usize,
}

/// Does whatever jobs the values ask for, shows how far they are, and ends with the page; nothing for a figure without jobs.
pub fn bind(session: Session, figure: &Element, pool: PagePool) -> Option<JobRunner> {
    let line = find(figure, ROOT)?;
    let runner = JobRunner {
        session,
        stage: RwSignal::new(Stage::Idle),
        progress: RwSignal::new(0.0),
        started_at: StoredValue::new(0.0),
        agreed: StoredValue::new(false),
        paused: StoredValue::new(false),
        pool,
        handles: StoredValue::new(Vec::new()),
        found: StoredValue::new(None),
    };
    // How something is drawn asks for no other jobs: those that are under way go on, and those at their end can still be asked.
    let recorded = Memo::new(move |_| session.recording().is_some());
    effect(Box::new(move || {
        let (jobs, is_recorded) = (session.jobs(), recorded.get());
        if !is_recorded {
            session.anew.set(false);
        }
        if session.lacks_text() {
            // It is on its way; what it is asked for is begun when it comes.
            runner.cancel(Stage::Idle);
            return;
        }
        let agreed = runner.agreed.try_update_value(|agreed| mem::replace(agreed, false)).unwrap_or_default();
        if jobs.is_empty() {
            runner.cancel(if is_recorded { Stage::Recorded } else { Stage::Idle });
        } else if pace::expected(&jobs) > LONG && !agreed {
            runner.cancel(Stage::Asking);
        } else {
            runner.submit(jobs);
        }
    }));
    effect(Box::new(move || session.working.set(matches!(runner.stage.get(), Stage::Running | Stage::Paused))));
    on_cleanup(move || runner.drop_handles());
    if let Some(plain) = need(&line, PLAIN) {
        set_flag(&plain, "hidden", has_vectors());
    }
    runner.text(&line);
    runner.buttons(&line);
    Some(runner)
}

impl JobRunner {
    /// Does these jobs; those that were under way are cancelled.
    fn submit(self, jobs: Vec<JobSpec>) {
        self.drop_handles();
        self.progress.set(0.0);
        self.started_at.set_value(now());
        self.paused.set_value(false);
        self.stage.set(Stage::Running);
        let submission =
            Rc::new(RefCell::new(Submission { progress: vec![0.0; jobs.len()], results: Results::none(), done: 0, jobs: jobs.clone() }));
        let pool = self.pool.get();
        let submit = |(place, spec)| {
            let submission = submission.clone();
            pool.submit(spec, Box::new(move |event| self.on_event(&submission, place, event)))
        };
        self.handles.set_value(jobs.into_iter().enumerate().map(submit).collect());
    }

    fn on_event(self, found: &Found, place: usize, event: JobEvent) {
        match event {
            JobEvent::Partial { progress, done, bytes, seconds } => {
                let submission = &mut *found.borrow_mut();
                submission.results.took(place, seconds);
                submission.results.shared_by(self.pool.get().hands().min(submission.jobs.len()));
                submission.results.set(place, bytes);
                submission.progress[place] = progress;
                submission.done += usize::from(done);
                if submission.done == submission.jobs.len() {
                    self.found.set_value(None);
                    self.show(submission);
                } else {
                    self.show_soon(found);
                }
            }
            JobEvent::Failed => {
                self.drop_handles();
                self.stage.set(Stage::Failed);
            }
        }
    }

    /// With the next frame, whatever else is found until then: to show it costs more than to hear of it.
    fn show_soon(self, found: &Found) {
        let is_due = self.found.try_update_value(|waiting| waiting.replace(found.clone()).is_some());
        if is_due == Some(false) {
            request_animation_frame(move || {
                if let Some(found) = self.found.try_update_value(Option::take).flatten() {
                    self.show(&found.borrow());
                }
            });
        }
    }

    fn show(self, submission: &Submission) {
        let found = JobResults { jobs: submission.jobs.clone(), results: submission.results.clone() };
        self.session.results.set(Some(found.clone()));
        self.progress.set(submission.progress.iter().sum::<f64>() / submission.progress.len() as f64);
        // The jobs live on: they may be asked.
        if submission.done == submission.jobs.len() {
            self.session.remember(found);
            let took = now() - self.started_at.get_value();
            self.stage.set(if self.session.anew.get_untracked() { Stage::Done(took) } else { Stage::Idle });
            if !self.paused.get_value() {
                pace::learn(&submission.jobs, took);
            }
        }
    }

    /// Whether its jobs are there to be asked: on their way, or at their end.
    #[must_use]
    pub fn lives(self) -> bool {
        self.stage.track();
        self.handles.with_value(|handles| !handles.is_empty())
    }

    /// Asks the job at a place something, encoded, if it lives.
    pub fn ask(self, place: usize, question: Vec<u8>, callback: AnswerCallback) {
        self.handles.with_value(|handles| {
            if let Some(job) = handles.get(place) {
                job.ask(question, callback);
            }
        });
    }

    /// Does here what is recorded, or has not been done because it takes long or has been stopped.
    pub fn begin(self) {
        match self.stage.get_untracked() {
            Stage::Recorded => {
                self.agreed.set_value(true);
                self.session.anew.set(true);
            }
            Stage::Asking | Stage::Stopped | Stage::Failed => self.submit(untrack(|| self.session.jobs())),
            Stage::Idle | Stage::Done(_) | Stage::Running | Stage::Paused => {}
        }
    }

    fn toggle_pause(self) {
        match self.stage.get_untracked() {
            Stage::Running => {
                self.stage.set(Stage::Paused);
                self.paused.set_value(true);
                self.handles.with_value(|handles| handles.iter().for_each(JobHandle::pause));
            }
            Stage::Paused => {
                self.stage.set(Stage::Running);
                self.handles.with_value(|handles| handles.iter().for_each(JobHandle::resume));
            }
            Stage::Idle | Stage::Recorded | Stage::Asking | Stage::Done(_) | Stage::Stopped | Stage::Failed => {}
        }
    }

    /// Cancels what is under way.
    fn cancel(self, stage: Stage) {
        self.drop_handles();
        self.stage.set(stage);
    }

    fn drop_handles(self) {
        self.found.try_update_value(Option::take);
        drop(self.handles.try_update_value(std::mem::take));
    }

    /// What the line says.
    fn text(self, line: &Element) {
        let (s, session) = (Strings::of(self.session.language), self.session);
        let (stage, progress) = (self.stage, self.progress);
        let percent = move || percent_done(progress.get());
        let (whole, bar) = (line.clone(), need(line, BAR));
        effect(Box::new(move || {
            set_flag(&whole, "data-idle", stage.get() == Stage::Idle);
            set_flag(&whole, "data-at-rest", matches!(stage.get(), Stage::Recorded | Stage::Asking | Stage::Done(_)));
            if let Some(bar) = &bar {
                set_attribute(bar, "value", Some(&number::plain(progress.get())));
            }
        }));
        bind_text(
            need(line, WORD),
            Box::new(move || match stage.get() {
                Stage::Idle | Stage::Running => s.computing.to_owned(),
                Stage::Paused => s.computing_paused.to_owned(),
                Stage::Stopped => fill(s.computing_stopped, &[("share", &percent())]),
                Stage::Failed => s.computing_failed.to_owned(),
                Stage::Recorded => session.recording().map_or_else(String::new, |recording| recorded(&recording, session.language)),
                Stage::Done(took) => fill(s.computing_done, &[("time", &duration(took))]),
                Stage::Asking => fill(s.computing_long, &[("time", &duration(pace::expected(&session.jobs())))]),
            }),
        );
        let share = move || if matches!(stage.get(), Stage::Running | Stage::Paused) { percent() } else { String::new() };
        bind_text(need(line, SHARE), Box::new(share));
        bind_text(need(line, LEFT), Box::new(move || if stage.get() == Stage::Running { self.time_left() } else { String::new() }));
    }

    fn buttons(self, line: &Element) {
        let (stage, s) = (self.stage, Strings::of(self.session.language));
        let over = move || !matches!(stage.get(), Stage::Idle | Stage::Running | Stage::Paused);
        if let Some(button) = need(line, PAUSE) {
            on(&button, "click", Box::new(move |_| self.toggle_pause()));
            effect(Box::new(move || {
                set_text(&button, if stage.get() == Stage::Paused { s.computing_resume } else { s.computing_pause });
                set_flag(&button, "hidden", over());
            }));
        }
        if let Some(button) = need(line, CANCEL) {
            let this = button.clone();
            on(
                &button,
                "click",
                Box::new(move |_| {
                    match untrack(|| stage.get()) {
                        Stage::Done(_) => self.session.anew.set(false),
                        Stage::Recorded | Stage::Asking | Stage::Stopped | Stage::Failed => self.begin(),
                        Stage::Idle | Stage::Running | Stage::Paused => self.cancel(Stage::Stopped),
                    }
                    // The button stays where the focus is.
                    let _ = this.dyn_ref::<HtmlElement>().map(HtmlElement::focus);
                }),
            );
            let words = move || match stage.get() {
                Stage::Recorded => s.computing_here,
                Stage::Asking => s.computing_run,
                Stage::Done(_) => s.computing_back,
                Stage::Stopped | Stage::Failed => s.computing_again,
                Stage::Idle | Stage::Running | Stage::Paused => s.computing_cancel,
            };
            effect(Box::new(move || set_text(&button, words())));
        }
    }

    /// How long it will take, once enough of it is done to tell.
    fn time_left(self) -> String {
        let (progress, passed) = (self.progress.get(), now() - self.started_at.get_value());
        if progress < 0.02 || passed < 1.0 {
            return String::new();
        }
        let left = (passed / progress * (1.0 - progress)).ceil();
        fill(Strings::of(self.session.language).computing_left, &[("time", &with_unit(&(number::fixed(left, 0), "s".to_owned())))])
    }
}
