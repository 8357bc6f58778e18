//! The state of a figure on the page and what follows from it: one solve and one drawing per frame at most.

use std::sync::Arc;

use leptos::prelude::*;
use pendrop_figures::{
    anatomy::{Figure, Outcome, Readout},
    locale::Language,
    query::Refusal,
    values::Values,
};

/// An outcome and its readouts, made once for all who show them. Kept in a signal: two are the same only if they are one.
#[derive(Clone)]
pub struct Solved(pub Arc<dyn Outcome>, pub Arc<[Readout]>);

impl PartialEq for Solved {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// A figure on the page.
#[derive(Clone, Copy)]
pub struct FigureState {
    /// The figure.
    pub figure: &'static dyn Figure,
    /// The language of the page.
    pub language: Language,
    /// Values of the parameters.
    pub values: RwSignal<Values>,
    /// What they lead to.
    pub solved: Memo<Solved>,
    /// Where the animation is, as a share of its duration; nothing before it has been touched.
    pub phase: RwSignal<Option<f64>>,
    /// Whether the animation plays.
    pub playing: RwSignal<bool>,
    /// Whether the program has taken the figure over.
    pub live: RwSignal<bool>,
    /// Whether it has not yet, so that controls do nothing.
    pub locked: Signal<bool>,
    /// What was asked for and could not be had.
    pub refusals: RwSignal<Vec<Refusal>>,
    /// Counts what the reader changed, so that the address can follow.
    pub touched: RwSignal<u32>,
    pending: StoredValue<Option<Values>>,
}

impl FigureState {
    /// The figure with its values at the start.
    #[must_use]
    pub fn new(figure: &'static dyn Figure, language: Language) -> Self {
        let values = RwSignal::new(Values::defaults(figure.parameters()));
        let live = RwSignal::new(false);
        Self {
            figure,
            language,
            values,
            solved: Memo::new(move |_| {
                let outcome = values.with(|values| figure.solve(values));
                let readouts = outcome.readouts(language).into();
                Solved(outcome.into(), readouts)
            }),
            phase: RwSignal::new(None),
            playing: RwSignal::new(false),
            live,
            locked: Signal::derive(move || !live.get()),
            refusals: RwSignal::new(Vec::new()),
            touched: RwSignal::new(0),
            pending: StoredValue::new(None),
        }
    }

    /// The moment shown, s.
    #[must_use]
    pub fn time(self) -> f64 {
        self.solved.with(|solved| match (self.phase.get(), solved.0.duration()) {
            (Some(phase), Some(duration)) => phase * duration,
            _ => solved.0.poster(),
        })
    }

    /// How long the animation lasts, s.
    #[must_use]
    pub fn duration(self) -> Option<f64> {
        self.solved.with(|solved| solved.0.duration())
    }

    /// Moves the animation to a time in s, at most to its end.
    pub fn seek(self, time: f64) {
        if let Some(duration) = self.solved.with_untracked(|solved| solved.0.duration()) {
            self.phase.set(Some((time / duration).clamp(0.0, 1.0)));
        }
    }

    /// Changes values, at most once per frame: what comes before the next frame is gathered.
    pub fn change(self, edit: impl FnOnce(&mut Values)) {
        let scheduled = self.pending.with_value(Option::is_some);
        let mut values = self.pending.get_value().unwrap_or_else(|| self.values.get_untracked());
        edit(&mut values);
        self.pending.set_value(Some(values));
        if !scheduled {
            request_animation_frame(move || self.apply_pending());
        }
        self.touched.update(|count| *count += 1);
    }

    /// Takes over what has been gathered; nothing happens when the figure has gone meanwhile.
    pub fn apply_pending(self) {
        if let Some(Some(values)) = self.pending.try_update_value(Option::take) {
            self.values.set(values);
        }
    }

    /// Takes a notice away once the value has been chosen anew.
    pub fn settle(self, index: usize) {
        if self.refusals.with_untracked(|refusals| refusals.iter().any(|refusal| refusal.index == index)) {
            self.refusals.update(|refusals| refusals.retain(|refusal| refusal.index != index));
        }
    }

    /// Back to the start.
    pub fn reset(self) {
        self.pending.set_value(None);
        self.values.set(Values::defaults(self.figure.parameters()));
        self.phase.set(None);
        self.playing.set(false);
        self.refusals.set(Vec::new());
        self.touched.update(|count| *count += 1);
    }
}
