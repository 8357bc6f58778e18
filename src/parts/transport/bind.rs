//! Play, step, speed, and the scrubber that stands under the picture's time axis.

use leptos::prelude::*;
use pendrop_kit::{locale::Strings, outcome::Outcome};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::{
    browser,
    dom::{find, find_as, follow, on, set_attribute},
    picture::frames,
    slider::steps,
    state::FigureState,
};
use crate::layout::{moment, scrubber_end, scrubber_place};

/// Units of the simulation's time per second of the reader, with the words for it.
pub const SPEEDS: [(f64, &str); 6] = [(0.01, "1/100"), (0.1, "1/10"), (1.0, "1"), (10.0, "10"), (100.0, "100"), (1000.0, "1000")];
/// Real time.
const REAL: usize = 2;

/// How fast an animation plays at first: as life, or ten units in a second where time has no dimension.
#[must_use]
pub fn first_speed(outcome: &dyn Outcome) -> usize {
    if outcome.time_unit() == "s" { REAL } else { REAL + 1 }
}

/// The shape on the button that plays, and on the same button while it pauses.
pub const PLAY: &str = "M3 2l11 6-11 6z";
const PAUSE: &str = "M3 2h4v12H3zM9 2h4v12H9z";
/// Under reduced motion the picture jumps this often, in seconds of the reader, instead of moving.
const JUMP: f64 = 0.1;
/// So many steps lead through the whole animation, about.
const STEPS: f64 = 20.0;

/// Brings the transport of an animated figure to life. `width` is the true width of the picture.
pub fn attach(state: FigureState, width: RwSignal<Option<f64>>, figure: &Element) {
    let Some(transport) = find(figure, ".transport") else { return };
    if let Some(button) = find(&transport, ".play") {
        on(&button, "click", Box::new(move |_| play(state)));
        follow(Box::new(move || {
            let s = Strings::of(state.language);
            let (label, shape) = if state.playing.get() { (s.pause, PAUSE) } else { (s.play, PLAY) };
            set_attribute(&button, "aria-label", Some(label));
            if let Some(path) = find(&button, "path") {
                set_attribute(&path, "d", Some(shape));
            }
        }));
    }
    if let Some(button) = find(&transport, ".step") {
        on(&button, "click", Box::new(move |_| step(state)));
    }
    if let Some(list) = find_as::<HtmlSelectElement>(&transport, ".speed") {
        let chosen = list.clone();
        list.set_value(&state.speed.get_untracked().to_string());
        on(&list, "change", Box::new(move |_| state.speed.set(chosen.value().parse().unwrap_or(REAL))));
    }
    if let Some(scrubber) = find_as::<HtmlInputElement>(&transport, ".scrubber") {
        scrub(state, &scrubber);
        follow(Box::new(move || place(state, width, &transport, &scrubber)));
    }
}

/// Plays, or pauses what plays.
pub fn play(state: FigureState) {
    if state.playing.get_untracked() {
        state.playing.set(false);
        state.touched.update(|count| *count += 1);
        return;
    }
    // From the moment shown at first, and from the end, one drops anew.
    if state.phase.get_untracked().is_none_or(|phase| phase >= 1.0) {
        state.phase.set(Some(0.0));
    }
    state.playing.set(true);
    // Frames of an earlier press still come; they are no longer heard.
    state.run.update_value(|run| *run += 1);
    animate(state);
}

fn step(state: FigureState) {
    state.playing.set(false);
    if let Some(duration) = state.duration_now() {
        let step = nice(duration / STEPS);
        let at = state.time_now();
        // Steps lie on a grid, and from the end they begin anew.
        state.seek(if at >= duration * (1.0 - 1e-9) { 0.0 } else { ((at / step + 1e-6).floor() + 1.0) * step });
        state.touched.update(|count| *count += 1);
    }
}

/// The scrubber moves the animation.
fn scrub(state: FigureState, scrubber: &HtmlInputElement) {
    let to = move |time: f64| {
        state.playing.set(false);
        state.seek(time);
        state.touched.update(|count| *count += 1);
    };
    let input = scrubber.clone();
    on(scrubber, "input", Box::new(move |_| drop(input.value().parse().map(to))));
    on(
        scrubber,
        "keydown",
        Box::new(move |event| {
            let (Some(steps), Some(duration)) = (steps(&event), state.duration_now()) else { return };
            event.prevent_default();
            let by = if steps.is_infinite() { steps } else { steps.signum() * steps.abs().min(5.0) * nice(duration / STEPS / 5.0) };
            to(state.time_now() + by);
        }),
    );
}

/// The scrubber stands where the animation is. Both layouts' places are given; the style sheet takes the one that is shown.
fn place(state: FigureState, width: RwSignal<Option<f64>>, transport: &Element, scrubber: &HtmlInputElement) {
    let solved = state.solved();
    let [wide, narrow] = frames(state, width.get());
    let (time, end) = (state.time(), scrubber_end(&*solved.0, &wide));
    set_attribute(transport, "style", Some(&format!("{}--at:{:.4}", scrubber_place(&*solved.0, &wide, &narrow), time / end)));
    set_attribute(scrubber, "max", Some(&end.to_string()));
    scrubber.set_value(&time.to_string());
    set_attribute(scrubber, "aria-valuetext", Some(&moment(&*solved.0, time, state.language)));
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

/// Plays until the end, until it is paused, or until the figure leaves the page.
fn animate(state: FigureState) {
    let jump = if browser::media("(prefers-reduced-motion: reduce)") { JUMP } else { 0.0 };
    next_frame(state, None, 0.0, jump);
}

fn next_frame(state: FigureState, last: Option<f64>, waited: f64, jump: f64) {
    let run = state.run.get_value();
    request_animation_frame(move || {
        if state.run.try_get_value() != Some(run) || state.playing.try_get_untracked() != Some(true) {
            return;
        }
        let now = browser::now();
        // A tab that was hidden for long goes on where it was.
        let passed = waited + last.map_or(0.0, |last| (now - last).clamp(0.0, 0.25));
        let passed = if passed >= jump { advance(state, passed) } else { passed };
        if state.playing.get_untracked() {
            next_frame(state, Some(now), passed, jump);
        }
    });
}

/// Moves on by so many seconds of the reader; nothing is left over.
fn advance(state: FigureState, passed: f64) -> f64 {
    let factor = SPEEDS.get(state.speed.get_untracked()).map_or(1.0, |(factor, _)| *factor);
    state.seek(state.time_now() + passed * factor);
    if state.phase.get_untracked().is_some_and(|phase| phase >= 1.0) {
        state.playing.set(false);
    }
    0.0
}
