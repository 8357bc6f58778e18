//! The state of a figure on the page and what follows from it: one solve and one drawing per frame at most.

use std::sync::Arc;

use leptos::prelude::*;
use pendrop_kit::{
    figure::Figure,
    locale::Language,
    outcome::{Outcome, Readout},
    query::Rejection,
    tables::Tables,
    values::{Value, Values},
};

use super::{tables::Shelf, transport::first_speed};

/// An outcome and its readouts, made once for all who show them. Kept in a signal: two are the same only if they are one.
#[derive(Clone)]
pub struct Solved(pub Arc<dyn Outcome>, pub Arc<[Readout]>);

impl Solved {
    fn new(outcome: Box<dyn Outcome>, language: Language) -> Self {
        let readouts = outcome.readouts(language).into();
        Self(outcome.into(), readouts)
    }
}

impl PartialEq for Solved {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a computation has found for some values.
#[derive(Clone)]
pub struct Found {
    /// The values that it was made for.
    pub of: Values,
    /// The numbers, as the figure understands them.
    pub numbers: Arc<[f64]>,
}

/// A figure on the page.
#[derive(Clone, Copy)]
pub struct FigureState {
    /// The figure.
    pub figure: &'static dyn Figure,
    /// The language of the page.
    pub language: Language,
    /// What stands before its parameters' names in the address: `"pen-drop."`, or nothing where it stands alone.
    pub prefix: StoredValue<String>,
    /// What it draws from.
    pub shelf: Shelf,
    /// Values of the parameters.
    pub values: RwSignal<Values>,
    /// What they lead to.
    pub solved: Memo<Solved>,
    /// What the figure's computation or measurement has found so far, if there is one under way or done.
    pub found: RwSignal<Option<Found>>,
    /// Where the animation is, as a share of its duration; nothing before it has been touched.
    pub phase: RwSignal<Option<f64>>,
    /// Whether the animation plays.
    pub playing: RwSignal<bool>,
    /// How fast it plays: an index of the transport's speeds.
    pub speed: RwSignal<usize>,
    /// What the reader has guessed before the figure answered.
    pub guess: RwSignal<Option<f64>>,
    /// What was asked for and could not be had.
    pub rejections: RwSignal<Vec<Rejection>>,
    /// Counts what the reader changed, so that the address can follow.
    pub touched: RwSignal<u32>,
    /// Counts how often it was set going: the frames of one run are its own.
    pub run: StoredValue<u32>,
    pending: StoredValue<Option<Values>>,
    start: StoredValue<Solved>,
}

impl FigureState {
    /// The figure with its values at the start; the tables that these need must be on the shelf.
    #[must_use]
    pub fn new(figure: &'static dyn Figure, language: Language, prefix: String, shelf: Shelf) -> Self {
        let defaults = Values::defaults(figure.parameters());
        let start = Solved::new(figure.solve(&defaults, &untrack(|| shelf.tables())), language);
        let (solved_at_start, defaults_at_start) = (start.clone(), defaults.clone());
        let values = RwSignal::new(defaults);
        let found = RwSignal::new(None::<Found>);
        Self {
            figure,
            language,
            prefix: StoredValue::new(prefix),
            shelf,
            values,
            solved: Memo::new(move |before: Option<&Solved>| {
                values.with(|values| {
                    let needed = figure.tables(values);
                    let tables = if needed.is_empty() { Tables::default() } else { shelf.tables() };
                    // What was measured holds for all values.
                    let measured = if figure.measures() { found.with(|found| found.clone()) } else { None };
                    if let Some(measured) = measured {
                        Solved::new(figure.outcome(values, &measured.numbers, &tables), language)
                    } else if *values == defaults_at_start {
                        solved_at_start.clone()
                    } else if !tables.has(needed) {
                        // Until they have come, what is shown stays.
                        before.unwrap_or(&solved_at_start).clone()
                    } else if figure.computation(values).is_some() {
                        let numbers =
                            found.with(|found| found.as_ref().filter(|found| found.of == *values).map(|found| found.numbers.clone()));
                        Solved::new(figure.outcome(values, numbers.as_deref().unwrap_or_default(), &tables), language)
                    } else {
                        Solved::new(figure.solve(values, &tables), language)
                    }
                })
            }),
            found,
            phase: RwSignal::new(None),
            playing: RwSignal::new(false),
            guess: RwSignal::new(None),
            speed: RwSignal::new(first_speed(&*start.0)),
            rejections: RwSignal::new(Vec::new()),
            touched: RwSignal::new(0),
            run: StoredValue::new(0),
            pending: StoredValue::new(None),
            start: StoredValue::new(start),
        }
    }

    /// What the values lead to; whoever asks in an effect is told when it changes.
    #[must_use]
    pub fn solved(self) -> Solved {
        self.solved.get()
    }

    /// What the values lead to at the moment.
    #[must_use]
    pub fn solved_now(self) -> Solved {
        self.solved.get_untracked()
    }

    /// The number of the parameter at a place in the declaration; whoever asks in an effect is told when it changes.
    #[must_use]
    pub fn number(self, index: usize) -> f64 {
        self.values.with(|values| number(values, index))
    }

    /// The number that will be in force with the next frame: whoever steps on from it loses no step.
    #[must_use]
    pub fn coming_number(self, index: usize) -> f64 {
        number(&self.coming(), index)
    }

    /// The values that will be in force with the next frame.
    fn coming(self) -> Values {
        self.pending.get_value().unwrap_or_else(|| self.values.get_untracked())
    }

    /// The option chosen at a place in the declaration; whoever asks in an effect is told when it changes.
    #[must_use]
    pub fn option(self, index: usize) -> usize {
        match self.values.with(|values| values.get(index)) {
            Some(Value::Chosen(option)) => option,
            _ => 0,
        }
    }

    /// What the values at the start lead to: the page as served shows it. The same object as long as nothing has changed.
    #[must_use]
    pub fn start(self) -> Solved {
        self.start.get_value()
    }

    /// The guess, while the figure shows what was guessed about; whoever asks in an effect is told when it changes.
    #[must_use]
    pub fn guess_shown(self) -> Option<f64> {
        self.guess.get().filter(|_| {
            let (now, start) = (self.solved(), self.start());
            // Another scale shows the same answer.
            now == start || now.1.iter().zip(&*start.1).all(|(now, start)| now.reading == start.reading)
        })
    }

    /// The moment shown, s.
    #[must_use]
    pub fn time(self) -> f64 {
        self.solved.with(|solved| match (self.phase.get(), solved.0.duration()) {
            (Some(phase), Some(duration)) => phase * duration,
            _ => solved.0.poster(),
        })
    }

    /// The moment shown at the moment of asking, s.
    #[must_use]
    pub fn time_now(self) -> f64 {
        untrack(|| self.time())
    }

    /// How long the animation lasts at the moment of asking, s.
    #[must_use]
    pub fn duration_now(self) -> Option<f64> {
        untrack(|| self.duration())
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
        let mut values = self.coming();
        edit(&mut values);
        self.pending.set_value(Some(values));
        if !scheduled {
            request_animation_frame(move || self.apply_pending());
        }
        self.touched.update(|count| *count += 1);
    }

    /// Sets the number at a place in the declaration, and takes its notice away.
    pub fn set(self, index: usize, value: f64) {
        self.settle(index);
        self.change(|values| values.set(index, value));
    }

    /// Takes over what has been gathered; nothing happens when the figure has gone meanwhile.
    pub fn apply_pending(self) {
        if let Some(Some(values)) = self.pending.try_update_value(Option::take) {
            self.values.set(values);
        }
    }

    /// Takes a notice away once the value has been chosen anew.
    pub fn settle(self, index: usize) {
        if self.rejections.with_untracked(|rejections| rejections.iter().any(|rejection| rejection.index == index)) {
            self.rejections.update(|rejections| rejections.retain(|rejection| rejection.index != index));
        }
    }

    /// Back to the start.
    pub fn reset(self) {
        self.pending.set_value(None);
        self.values.set(Values::defaults(self.figure.parameters()));
        self.found.set(None);
        self.phase.set(None);
        self.playing.set(false);
        self.rejections.set(Vec::new());
        self.touched.update(|count| *count += 1);
    }
}

/// The number at a place in the declaration.
fn number(values: &Values, index: usize) -> f64 {
    match values.get(index) {
        Some(Value::Number(value)) => value,
        _ => f64::NAN,
    }
}
