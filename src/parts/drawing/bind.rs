//! Draws on the pad, and asks the learners that live what it shows: after each change, and again when they have learnt more.

use std::{cell::Cell, rc::Rc, time::Duration};

use pendrop_kit::{locale::Strings, number, sketch::Sketch};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, KeyboardEvent, PointerEvent};

use super::{
    cell_told,
    names::{ABSENT, CANVAS, CLEAR, JUDGES, PAD, ROOT, THINGS, TRAIN, UNDO, VERDICT},
    pad::Pad,
    verdict,
};
use crate::{
    browser::{
        Timer, announce,
        dom::{Need, all, effect, find, need, need_as, on, set_attribute, set_flag, set_style, set_text},
        place_in,
        press::{Press, Stage, Taken},
        request_animation_frame, unit,
    },
    parts::progress::bind::JobRunner,
    reactive::*,
    session::Session,
};

/// Who has drawn for so long nothing more, wants to hear what it is.
const REST: Duration = Duration::from_millis(900);

/// The pad of one figure.
#[derive(Clone, Copy)]
struct Drawing {
    session: Session,
    runner: JobRunner,
    pad: StoredValue<Pad>,
    /// Grows with whatever changes on the pad.
    changes: RwSignal<u32>,
    /// Where the keys are: column and row.
    cell: RwSignal<(usize, usize)>,
    /// What each judge finds.
    verdicts: RwSignal<Vec<Option<Vec<f64>>>>,
    /// Whether it will be asked with the next frame.
    asks: StoredValue<bool>,
    /// Until it is said what has been found.
    rest: StoredValue<Option<Timer>>,
}

/// Brings the pad to life, where the figure has one.
pub fn bind(session: Session, figure: &Element, runner: JobRunner) {
    let Some(root) = find(figure, ROOT) else { return };
    let start = session.start().outcome;
    let Some((side, judges)) = start.sketch().map(|sketch| (sketch.side(), sketch.judges(session.language).len())) else { return };
    let drawing = Drawing {
        session,
        runner,
        pad: StoredValue::new(Pad::new(side)),
        changes: RwSignal::new(0),
        cell: RwSignal::new((side / 2, side / 2)),
        verdicts: RwSignal::new(vec![None; judges]),
        asks: StoredValue::new(false),
        rest: StoredValue::new(None),
    };
    let (fold, figure) = (root.clone(), figure.clone());
    on(&root, "toggle", Box::new(move |_| set_flag(&figure, "data-drawing", fold.has_attribute("open"))));
    drawing.pad(&root);
    drawing.tools(&root);
    drawing.judges(&root);
    effect(Box::new(move || {
        // What is drawn, who lives, and what they have learnt.
        drawing.changes.track();
        session.results.track();
        if runner.lives() {
            drawing.ask_soon();
        }
    }));
}

impl Drawing {
    /// Something has changed on the pad, by the reader's hand.
    fn changed(self) {
        self.changes.update(|changes| *changes += 1);
        self.rest.set_value(Timer::after(REST, Box::new(move || self.tell())));
    }

    fn change(self, change: impl FnOnce(&mut Pad)) {
        self.pad.update_value(change);
        self.changed();
    }

    /// What the figure makes of pictures; nothing where it has gone.
    fn of_sketch<T>(self, about: impl FnOnce(&dyn Sketch) -> T) -> Option<T> {
        self.session.try_evaluation()?.outcome.sketch().map(about)
    }

    /// Asks all with the next frame, however much changes until then.
    fn ask_soon(self) {
        if !self.asks.get_value() {
            self.asks.set_value(true);
            request_animation_frame(move || self.ask());
        }
    }

    fn ask(self) {
        if self.asks.try_update_value(|asks| *asks = false).is_none() {
            return;
        }
        let is_blank = self.pad.with_value(Pad::is_blank);
        if is_blank {
            self.verdicts.update(|verdicts| verdicts.fill(None));
            return;
        }
        let jobs = untrack(|| self.session.jobs());
        let mut asked = Vec::new();
        for (place, job) in jobs.iter().enumerate() {
            let Some((judge, question)) =
                self.of_sketch(|sketch| Some((sketch.judge(job)?, self.pad.with_value(|pad| sketch.question(pad.cells()))))).flatten()
            else {
                continue;
            };
            if !asked.contains(&judge) {
                asked.push(judge);
                self.runner.ask(place, question, Box::new(move |answer| self.answered(judge, answer.as_deref())));
            }
        }
    }

    fn answered(self, judge: usize, answer: Option<&[u8]>) {
        // The pad may have been emptied meanwhile.
        let found = if self.pad.with_value(Pad::is_blank) { None } else { self.of_sketch(|sketch| sketch.verdict(answer?)).flatten() };
        self.verdicts.update(|verdicts| {
            if let Some(verdict) = verdicts.get_mut(judge) {
                *verdict = found;
            }
        });
    }

    /// What a judge says in a word.
    fn said(self, judge: usize) -> Option<String> {
        let things = self.of_sketch(|sketch| sketch.things(self.session.language))?;
        self.verdicts.with(|verdicts| verdicts.get(judge)?.as_ref().map(|shares| verdict(shares, &things)))
    }

    /// Says what has been found.
    fn tell(self) {
        let names = self.of_sketch(|sketch| sketch.judges(self.session.language)).unwrap_or_default();
        let told = |(judge, name): (usize, &&str)| untrack(|| self.said(judge)).map(|said| format!("{name}: {said}"));
        let told: Vec<_> = names.iter().enumerate().filter_map(told).collect();
        if !told.is_empty() {
            announce(&told.join("; "));
        }
    }

    fn pad(self, root: &Element) {
        let (Some(pad), Some(canvas)) = (need(root, PAD), need_as::<HtmlCanvasElement>(root, CANVAS)) else { return };
        let side = self.pad.with_value(Pad::side);
        let last = Rc::new(Cell::new((0.0, 0.0)));
        let within = pad.clone();
        let to = move |event: &PointerEvent| {
            let (x, y) = place_in(&within, event);
            let cells = unit() * side as f64 / f64::from(within.client_width().max(1));
            (x * cells, y * cells)
        };
        let step = move |event: &PointerEvent, stage: Stage| match stage {
            Stage::Down => {
                last.set(to(event));
                self.change(|pad| {
                    pad.begin();
                    pad.stroke(last.get(), last.get());
                });
            }
            Stage::Move => {
                let from = last.replace(to(event));
                self.change(|pad| pad.stroke(from, last.get()));
            }
            Stage::Up | Stage::Gone => {}
        };
        let held = pad.clone();
        let take = move |event: &PointerEvent| {
            // It is drawn on beyond the edge, too. A pointer that is gone already draws nothing.
            let _ = held.set_pointer_capture(event.pointer_id());
            Some(Taken { every_way: true, undo: Box::new(move || self.change(Pad::undo)) })
        };
        Press::follow(&pad, Box::new(take), Rc::new(step));
        on(&pad, "keydown", Box::new(move |event| self.key(&event)));
        effect(Box::new(move || {
            let (column, row) = self.cell.get();
            for (name, place) in [("--column", column), ("--row", row)] {
                set_style(&pad, name, &number::plain(place as f64));
            }
        }));
        effect(Box::new(move || {
            self.changes.track();
            let Some(context) = canvas.get_context("2d").ok().flatten().and_then(|context| context.dyn_into().ok()) else { return };
            self.pad.with_value(|pad| paint(&context, pad));
        }));
    }

    fn key(self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let last = self.pad.with_value(Pad::side) - 1;
        let (column, row) = self.cell.get_untracked();
        let (column, row) = match event.key().as_str() {
            "ArrowLeft" => (column.saturating_sub(1), row),
            "ArrowRight" => ((column + 1).min(last), row),
            "ArrowUp" => (column, row.saturating_sub(1)),
            "ArrowDown" => (column, (row + 1).min(last)),
            "Home" => (0, row),
            "End" => (last, row),
            " " | "Enter" => {
                self.change(|pad| {
                    pad.flip(column, row);
                });
                (column, row)
            }
            _ => return,
        };
        event.prevent_default();
        self.cell.set((column, row));
        announce(&cell_told(column, row, self.pad.with_value(|pad| pad.is_bright(column, row)), self.session.language));
    }

    fn tools(self, root: &Element) {
        type Tool = (Need, fn(&mut Pad), fn(&Pad) -> bool);
        let tools: [Tool; 2] = [(UNDO, Pad::undo, Pad::is_changed), (CLEAR, Pad::clear, |pad| !pad.is_blank())];
        for (name, act, acts) in tools {
            let Some(button) = need(root, name) else { continue };
            let this = button.clone();
            effect(Box::new(move || {
                self.changes.track();
                set_attribute(&this, "aria-disabled", (!self.pad.with_value(acts)).then_some("true"));
            }));
            on(
                &button,
                "click",
                Box::new(move |_| {
                    self.change(act);
                    if self.pad.with_value(Pad::is_blank) {
                        announce(Strings::of(self.session.language).drawing_empty);
                    }
                }),
            );
        }
        if let Some(button) = need(root, TRAIN) {
            on(&button, "click", Box::new(move |_| self.runner.begin()));
        }
    }

    fn judges(self, root: &Element) {
        let (Some(absent), Some(judges)) = (need(root, ABSENT), need(root, JUDGES)) else { return };
        let all_verdicts = all(root, VERDICT.0);
        let bars: Vec<Vec<Element>> = all(&judges, ".judge").iter().map(|judge| all(judge, THINGS)).collect();
        effect(Box::new(move || {
            let lives = self.runner.lives();
            set_flag(&absent, "hidden", lives);
            set_flag(&judges, "hidden", !lives);
        }));
        effect(Box::new(move || {
            for (judge, (verdict, bars)) in all_verdicts.iter().zip(&bars).enumerate() {
                set_text(verdict, self.said(judge).as_deref().unwrap_or("–"));
                let shares = self.verdicts.with(|verdicts| verdicts.get(judge).cloned().flatten()).unwrap_or_default();
                for (thing, bar) in bars.iter().enumerate() {
                    set_style(bar, "--share", &number::fixed(shares.get(thing).copied().unwrap_or_default(), 3));
                }
            }
        }));
    }
}

/// Shows the cells: what is drawn is white on black, as in the pictures that are learnt from.
fn paint(context: &CanvasRenderingContext2d, pad: &Pad) {
    let side = pad.side() as f64;
    context.set_global_alpha(1.0);
    context.set_fill_style_str("#000");
    context.fill_rect(0.0, 0.0, side, side);
    context.set_fill_style_str("#fff");
    for (place, cell) in pad.cells().iter().enumerate().filter(|(_, cell)| **cell > 0) {
        context.set_global_alpha(f64::from(*cell) / 255.0);
        context.fill_rect((place % pad.side()) as f64, (place / pad.side()) as f64, 1.0, 1.0);
    }
}
