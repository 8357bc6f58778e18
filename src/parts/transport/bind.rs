//! Brings the transport of an animated figure to life.

use std::{rc::Rc, time::Duration};

use pendrop_kit::{
    number,
    state::{Command, Origin},
};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::{
    PAUSE, PLAY, REAL, SPEEDS, first_speed, format_time,
    names::{PLAY_BUTTON, PLAY_SHAPE, ROOT, SCRUBBER, SPEED, STEP_BUTTON},
    scrubber_end, scrubber_place,
};
use crate::{
    browser::{
        self, Timer,
        dom::{effect, find, need, need_as, on, set_attribute, set_properties, set_style},
        press, request_animation_frame,
    },
    parts::{picture::view::View, slider::keys::steps},
    reactive::*,
    session::Session,
};

/// Under reduced motion the picture jumps this often, in seconds of the reader, instead of moving.
const JUMP: f64 = 0.1;
/// So many steps lead through the whole animation, about.
const STEPS: f64 = 20.0;
/// A tab that was hidden for longer goes on where it was, s.
const LONGEST_FRAME: f64 = 0.25;

/// Brings the transport to life; nothing where nothing moves.
pub fn bind(view: View, figure: &Element) {
    let session = view.session;
    let Some(transport) = find(figure, ROOT) else { return };
    let speed = RwSignal::new(session.start().outcome.animation().map_or(REAL, first_speed));
    clock(session, speed);
    demonstration(session, speed);
    if let (Some(button), Some(shape)) = (need(&transport, PLAY_BUTTON), need(&transport, PLAY_SHAPE)) {
        on(&button, "click", Box::new(move |_| toggle(session)));
        effect(Box::new(move || {
            let s = pendrop_kit::locale::Strings::of(session.language);
            let (label, path) = if session.is_playing() { (s.pause, PAUSE) } else { (s.play, PLAY) };
            set_attribute(&button, "aria-label", Some(label));
            set_attribute(&shape, "d", Some(path));
        }));
    }
    if let Some(button) = need(&transport, STEP_BUTTON) {
        on(&button, "click", Box::new(move |_| step(session)));
    }
    if let Some(list) = need_as::<HtmlSelectElement>(&transport, SPEED) {
        let chosen = list.clone();
        let shown = list.clone();
        effect(Box::new(move || shown.set_value(&speed.get().to_string())));
        on(&list, "change", Box::new(move |_| speed.set(chosen.value().parse().unwrap_or(REAL))));
    }
    if let Some(scrubber) = need_as::<HtmlInputElement>(&transport, SCRUBBER) {
        scrub(session, &scrubber);
        effect(Box::new(move || place(view, &transport, &scrubber)));
    }
}

/// Plays, or pauses what plays.
fn toggle(session: Session) {
    let playing = session.state().playing;
    session.dispatch(if playing { Command::Pause } else { Command::Play }, Origin::Reader);
}

fn step(session: Session) {
    if let Some(duration) = untrack(|| session.duration()) {
        let step = untrack(|| session.step()).unwrap_or_else(|| nice(duration / STEPS));
        let at = untrack(|| session.time());
        // Steps lie on a grid, and from the end they begin anew.
        session.seek(if at >= duration * (1.0 - 1e-9) { 0.0 } else { ((at / step + 1e-6).floor() + 1.0) * step }, Origin::Reader);
    }
}

/// The scrubber moves the animation.
fn scrub(session: Session, scrubber: &HtmlInputElement) {
    press::slide(scrubber, Box::new(move || session.undo()), Rc::new(move |time, _| session.seek(time, Origin::Reader)));
    on(
        scrubber,
        "keydown",
        Box::new(move |event| {
            let (Some(steps), Some(duration)) = (steps(&event), untrack(|| session.duration())) else { return };
            event.prevent_default();
            let step = untrack(|| session.step()).unwrap_or_else(|| nice(duration / STEPS / 5.0));
            let by = if steps.is_infinite() { steps } else { steps.signum() * steps.abs().min(5.0) * step };
            session.seek((untrack(|| session.time()) + by).min(duration).max(0.0), Origin::Reader);
        }),
    );
}

/// The scrubber stands where the animation is, under the time axis of the layout that is shown.
fn place(view: View, transport: &Element, scrubber: &HtmlInputElement) {
    let session = view.session;
    let outcome = session.evaluation().outcome;
    let Some(animation) = outcome.animation() else { return };
    let picture = view.any_picture();
    // Before the width is known the served place holds.
    if let Some(frame) = view.shown_frame() {
        set_properties(transport, &scrubber_place(&*picture, &frame));
    }
    let (time, end) = (session.time(), scrubber_end(&*picture, animation));
    set_style(transport, "--at", &number::fixed(time / end, 4));
    set_attribute(scrubber, "max", Some(&number::plain(end)));
    scrubber.set_value(&number::plain(time));
    set_attribute(scrubber, "aria-valuetext", Some(&format_time(animation, time, session.language)));
}

/// The nearest of 1, 2, 5 times a power of ten.
fn nice(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let digit = value / power;
    power
        * if digit < 1.5 {
            1.0
        } else if digit < 3.5 {
            2.0
        } else if digit < 7.5 {
            5.0
        } else {
            10.0
        }
}

/// Moves the animation on while it plays, whoever has set it going, until its end, or until the figure leaves the page.
fn clock(session: Session, speed: RwSignal<usize>) {
    // The frames of one run are its own: those of an earlier one still come, and no longer count.
    let run = StoredValue::new(0_u32);
    effect(Box::new(move || {
        if session.is_playing() {
            run.update_value(|run| *run += 1);
            let jump = if browser::wants_less_motion() { JUMP } else { 0.0 };
            Run { session, speed, run, number: run.get_value(), jump }.next_frame(None, 0.0);
        }
    }));
}

/// So long an animation that was shown stays at its end before it rests.
const END: Duration = Duration::from_millis(1200);

/// What is shown once plays as fast as life. The first of all is offered at a tenth of that when it has come to its end, and then the
/// picture rests at the moment that shows most.
fn demonstration(session: Session, speed: RwSignal<usize>) {
    let timer = StoredValue::new(None);
    effect(Box::new(move || {
        let Some(rests) = session.demonstrating() else { return };
        let Some(real) = session.start().outcome.animation().map(first_speed) else { return };
        if session.is_playing() {
            speed.set(real);
            return;
        }
        session.end_demonstration();
        // Whoever stopped it wants to see what they see.
        if session.state().position.is_none_or(|position| position < 1.0) {
            return;
        }
        if !rests {
            return;
        }
        speed.set(real - 1);
        let revision = untrack(|| session.change()).revision;
        let rest = move || {
            if session.try_revision() == Some(revision) {
                session.dispatch(Command::Rest, Origin::Reader);
            }
        };
        timer.set_value(Timer::after(END, Box::new(rest)));
    }));
}

/// One run of an animation, from play to pause.
#[derive(Clone, Copy)]
struct Run {
    session: Session,
    speed: RwSignal<usize>,
    run: StoredValue<u32>,
    number: u32,
    /// So long, in s of the reader, the picture stays as it is between two jumps.
    jump: f64,
}

impl Run {
    fn next_frame(self, last: Option<f64>, waited: f64) {
        request_animation_frame(move || {
            if self.run.try_get_value() != Some(self.number) || self.session.try_is_playing() != Some(true) {
                return;
            }
            let now = browser::now();
            let passed = waited + last.map_or(0.0, |last| (now - last).clamp(0.0, LONGEST_FRAME));
            let passed = if passed >= self.jump { self.advance(passed) } else { passed };
            if self.session.try_is_playing() == Some(true) {
                self.next_frame(Some(now), passed);
            }
        });
    }

    /// Moves on by so many seconds of the reader; none is left over.
    fn advance(self, passed: f64) -> f64 {
        let factor = SPEEDS.get(self.speed.get_untracked()).map_or(1.0, |(factor, _)| *factor);
        if let Some(duration) = untrack(|| self.session.duration()) {
            self.session.advance((untrack(|| self.session.time()) + passed * factor) / duration);
        }
        0.0
    }
}
