//! Play, step, speed, and the scrubber that stands under the picture's time axis.

use leptos::{ev, prelude::*};
use pendrop_figures::{
    anatomy::TimeAxis,
    format::{short, with_unit},
};

use crate::{
    browser,
    ui::{picture::served_frame, react::text, state::FigureState},
};

/// Seconds of the simulation per second of the reader, with the words for it.
const SPEEDS: [(f64, &str); 6] = [(0.01, "1/100"), (0.1, "1/10"), (1.0, "1"), (10.0, "10"), (100.0, "100"), (1000.0, "1000")];
/// Real time.
const REAL: usize = 2;
/// Under reduced motion the picture jumps this often, in seconds of the reader, instead of moving.
const JUMP: f64 = 0.1;
/// So many steps lead through the whole animation, about.
const STEPS: f64 = 20.0;

/// The transport of an animated figure.
#[component]
pub fn Transport(state: FigureState, width: RwSignal<Option<f64>>) -> impl IntoView {
    let s = state.language.strings();
    let speed = RwSignal::new(REAL);

    let play = move |_| {
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
        animate(state, speed);
    };
    let step = move |_| {
        state.playing.set(false);
        if let Some(duration) = untrack(|| state.duration()) {
            let step = nice(duration / STEPS);
            let at = untrack(|| state.time());
            // Steps lie on a grid, and from the end they begin anew.
            state.seek(if at >= duration * (1.0 - 1e-9) { 0.0 } else { ((at / step + 1e-6).floor() + 1.0) * step });
            state.touched.update(|count| *count += 1);
        }
    };
    let scrub = move |event: ev::Event| {
        if let Ok(time) = event_target_value(&event).parse() {
            state.playing.set(false);
            state.seek(time);
            state.touched.update(|count| *count += 1);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        let Some(duration) = untrack(|| state.duration()) else { return };
        let time = untrack(|| state.time());
        let step = nice(duration / STEPS / 5.0);
        let target = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => time + step,
            "ArrowLeft" | "ArrowDown" => time - step,
            "PageUp" => time + 5.0 * step,
            "PageDown" => time - 5.0 * step,
            "Home" => 0.0,
            "End" => duration,
            _ => return,
        };
        event.prevent_default();
        state.playing.set(false);
        state.seek(target);
        state.touched.update(|count| *count += 1);
    };

    let axis = move |narrow: bool| {
        let mut frame = served_frame(state, narrow);
        if let Some(width) = width.get() {
            frame.width = width;
        }
        state.solved.with(|solved| solved.0.time_axis(&frame))
    };
    let end = Memo::new(move |_| axis(false).map_or(1.0, |axis| axis.end));
    // Both layouts' axes are given; the style sheet takes the one that is shown.
    let place = text(move || {
        let part = |name: &str, axis: Option<TimeAxis>| {
            axis.map_or_else(String::new, |axis| {
                format!("--{name}-left:{:.4}rem;--{name}-width:{:.4}rem;", axis.left / 16.0, (axis.right - axis.left) / 16.0)
            })
        };
        format!("{}{}--at:{:.4}", part("wide", axis(false)), part("narrow", axis(true)), state.time() / end.get())
    });
    let told = text(move || with_unit(&(short(state.time(), 4, state.language), "s".to_owned())));
    let speeds = SPEEDS
        .iter()
        .enumerate()
        .map(|(index, (_, words))| {
            view! { <option value=index.to_string() selected=index == REAL>{*words}</option> }
        })
        .collect_view();
    view! {
        <div class="transport" style=place>
            <button type="button" class="play" disabled=state.locked aria-label=text(move || if state.playing.get() { s.pause } else { s.play }.to_owned()) on:click=play>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d=text(move || if state.playing.get() { "M3 2h4v12H3zM9 2h4v12H9z" } else { "M3 2l11 6-11 6z" }.to_owned())></path></svg>
            </button>
            <button type="button" class="step" disabled=state.locked aria-label=s.step on:click=step>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2l8 6-8 6zM11 2h3v12h-3z"></path></svg>
            </button>
            <span class="speed-word" aria-hidden="true">{s.speed_word}</span>
            <select class="speed" aria-label=s.speed_label autocomplete="off" disabled=state.locked
                prop:value=text(move || speed.get().to_string())
                on:change=move |event| if let Ok(index) = event_target_value(&event).parse() { speed.set(index) }>
                {speeds}
            </select>
            <input type="range" class="scrubber" min="0" max=text(move || end.get().to_string()) step="any" autocomplete="off" aria-label=format!("{} (s)", s.time_label)
                aria-valuetext=told disabled=state.locked value=untrack(|| state.time().to_string()) prop:value=text(move || state.time().to_string())
                on:input=scrub on:keydown=key/>
        </div>
    }
    .into_any()
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
fn animate(state: FigureState, speed: RwSignal<usize>) {
    let jump = if browser::media("(prefers-reduced-motion: reduce)") { JUMP } else { 0.0 };
    next_frame(state, speed, None, 0.0, jump);
}

fn now() -> Option<f64> {
    window().performance().map(|performance| performance.now() / 1000.0)
}

fn next_frame(state: FigureState, speed: RwSignal<usize>, last: Option<f64>, waited: f64, jump: f64) {
    request_animation_frame(move || {
        if state.playing.try_get_untracked() != Some(true) {
            return;
        }
        let now = now();
        // A tab that was hidden for long goes on where it was.
        let passed = waited + now.zip(last).map_or(0.0, |(now, last)| (now - last).clamp(0.0, 0.25));
        let passed = if passed >= jump { advance(state, speed, passed) } else { passed };
        if state.playing.get_untracked() {
            next_frame(state, speed, now, passed, jump);
        } else {
            state.touched.update(|count| *count += 1);
        }
    });
}

/// Moves on by so many seconds of the reader; nothing is left over.
fn advance(state: FigureState, speed: RwSignal<usize>, passed: f64) -> f64 {
    let factor = SPEEDS.get(speed.get_untracked()).map_or(1.0, |(factor, _)| *factor);
    state.seek(untrack(|| state.time()) + passed * factor);
    if state.phase.get_untracked().is_some_and(|phase| phase >= 1.0) {
        state.playing.set(false);
    }
    0.0
}
