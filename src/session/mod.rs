//! A figure on the page: its state, what follows from it, and who mirrors it.
//!
//! The state is changed by commands only, each with its origin. From it follow the outcome, the jobs that are to be done and
//! the status, each in one place; there is at most one solve and one drawing per frame.

pub mod address;
mod evaluation;
mod found;
mod runs;
pub mod status;
pub mod storage;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use pendrop_kit::{
    corpus::Corpus,
    figure::Figure,
    job::{JobSpec, Results},
    locale::Language,
    outcome::Outcome,
    parameter::{Kind, Parameter},
    play::Game,
    query::{Rejection, shortened},
    recording::Recorded,
    runs::{Before, Run},
    state::{Command, Origin, State},
    values::{Key, Value, Values},
};

use crate::{
    browser::{self, press::Undo, request_animation_frame},
    reactive::*,
    tables::{LoadError, TableStore},
};
pub use evaluation::Evaluation;
use evaluation::Source;
use found::Found;
pub use found::JobResults;
use runs::Solved;
use status::Status;

/// The latest change of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Grows with every change.
    pub revision: u32,
    /// Who made it.
    pub origin: Origin,
    /// Whether all that changed is that the animation began to play: what plays is nowhere yet.
    pub plays: bool,
}

/// A figure on the page.
#[derive(Clone, Copy)]
pub struct Session {
    /// The figure.
    pub figure: &'static dyn Figure,
    /// The language of the page.
    pub language: Language,
    /// What stands before its parameters' names in the address: `"pen-drop."`, or nothing where it stands alone.
    pub prefix: StoredValue<String>,
    /// What it draws from.
    pub tables: TableStore,
    /// Why a table is not there.
    pub load_error: RwSignal<Option<LoadError>>,
    /// The text that the reader has given it to learn from. It lives and ends with the page.
    pub given: RwSignal<Option<Arc<str>>>,
    /// Whether jobs are under way for it, paused ones too.
    pub working: RwSignal<bool>,
    /// What its jobs, or the measurement of the device, have found.
    pub results: RwSignal<Option<JobResults>>,
    /// What its jobs have found to their end, for the runs beside the present one.
    found: RwSignal<Found>,
    /// Whether jobs are done here although what they find is recorded.
    pub anew: RwSignal<bool>,
    /// The reader's game, while it is shown: no part of the state, and mirrored nowhere.
    pub game: RwSignal<Option<Game>>,
    /// The state, including what is edited but not yet shown.
    state: StoredValue<State>,
    /// The parts of the state that are shown, each with its own signal.
    values: RwSignal<Values>,
    position: RwSignal<Option<f64>>,
    playing: RwSignal<bool>,
    guess: RwSignal<Option<f64>>,
    /// Whether what plays was set going by a choice of the reader's, and not by the button that plays, and then whether it rests
    /// afterwards.
    demonstrating: RwSignal<Option<bool>>,
    kept: RwSignal<Vec<Values>>,
    challenges: RwSignal<Vec<String>>,
    /// Which run was before the present one, and its values as they are shown.
    before: StoredValue<Before>,
    before_shown: RwSignal<Option<Values>>,
    /// Whether the reader's hand has changed the values, since they were at the start or an address, a word in the text or others
    /// brought them.
    by_hand: StoredValue<bool>,
    /// Whether edits wait for the next frame.
    edited: StoredValue<bool>,
    change: RwSignal<Change>,
    rejections: RwSignal<Vec<Rejection>>,
    /// What an address said of kept runs that cannot be had.
    not_kept: RwSignal<Option<String>>,
    jobs: Memo<Vec<JobSpec>>,
    /// The outcome without other runs beside it.
    alone: Memo<Evaluation>,
    /// The other runs, solved.
    solved: Memo<Vec<Solved>>,
    evaluation: Memo<Evaluation>,
    start: StoredValue<Evaluation>,
    status: Memo<Status>,
}

impl Session {
    /// The figure in its state at the start; the tables that this needs must be in the store.
    #[must_use]
    pub fn new(figure: &'static dyn Figure, language: Language, prefix: String, tables: TableStore) -> Self {
        let state = State::start(figure.parameters());
        let given = RwSignal::new(None);
        let source = Source { figure, language, store: tables, given };
        let start = Evaluation::new(figure.outcome(&state.values, &untrack(|| source.tables(&state.values)), &Results::none()), language);
        let values = RwSignal::new(state.values.clone());
        let results = RwSignal::new(None);
        let anew = RwSignal::new(false);
        let jobs = Memo::new(move |_| {
            values.with(|values| {
                let corpus = if figure.computes() { source.tables(values).corpus().clone() } else { Corpus::default() };
                if anew.get() { figure.all_jobs(values, &corpus) } else { figure.jobs(values, &corpus) }
            })
        });
        let (load_error, working) = (RwSignal::new(None), RwSignal::new(false));
        let alone = evaluation::memo(source, (values, jobs, results), start.clone());
        let (kept, before_shown) = (RwSignal::new(Vec::new()), RwSignal::new(None));
        let found = RwSignal::new(Found::default());
        let solved = runs::memo(source, (kept, before_shown), found);
        let game = RwSignal::new(None);
        let evaluation = runs::beside(source, values, alone, solved);
        Self {
            figure,
            language,
            prefix: StoredValue::new(prefix),
            tables,
            load_error,
            given,
            working,
            results,
            found,
            anew,
            game,
            state: StoredValue::new(state),
            values,
            position: RwSignal::new(None),
            playing: RwSignal::new(false),
            guess: RwSignal::new(None),
            demonstrating: RwSignal::new(None),
            kept,
            challenges: RwSignal::new(Vec::new()),
            before: StoredValue::new(Before::default()),
            before_shown,
            by_hand: StoredValue::new(false),
            edited: StoredValue::new(false),
            change: RwSignal::new(Change { revision: 0, origin: Origin::Reader, plays: false }),
            rejections: RwSignal::new(Vec::new()),
            not_kept: RwSignal::new(None),
            jobs,
            alone,
            solved,
            evaluation: evaluation::with_game(evaluation, game),
            start: StoredValue::new(start),
            status: status::memo(figure, values, (tables, jobs), load_error, working),
        }
    }

    /// Does what a command says. Edits are shown with the next frame, whatever else at once.
    pub fn dispatch(self, command: Command, origin: Origin) {
        match &command {
            // A value that is chosen anew takes its notice away.
            Command::Edit(edits) => edits.iter().for_each(|(Key(index), _)| self.clear_rejection(*index)),
            Command::Reset => {
                self.set_rejections(Vec::new());
                self.set_not_kept(None);
                self.results.set(None);
                self.anew.set(false);
            }
            Command::Keep | Command::Drop(_) => self.set_not_kept(None),
            _ => {}
        }
        let (edits, plays) = (matches!(command, Command::Edit(_)), command == Command::Play);
        let told = command.clone();
        let Some((before, now)) = self.state.try_update_value(|state| {
            let before = state.values.clone();
            state.apply(command);
            (before, state.values.clone())
        }) else {
            // The figure has gone meanwhile.
            return;
        };
        match told {
            Command::Edit(_) if origin == Origin::Reader => self.by_hand.set_value(true),
            Command::Edit(_) | Command::Load(_) if now != before => self.by_hand.set_value(false),
            Command::Reset => self.by_hand.set_value(false),
            _ => {}
        }
        self.before.update_value(|run| match told {
            Command::Edit(edits) if origin == Origin::Reader => {
                run.edited(&before, &edits, &now);
            }
            Command::Load(_) if origin == Origin::Reader => {
                run.edited(&before, &[], &now);
            }
            Command::Reset => run.clear(),
            // Others have brought another state: what was before it is not what the reader saw change.
            Command::Edit(_) | Command::Load(_) if !now.is_run_of(&before) => run.clear(),
            _ => {}
        });
        if !edits {
            self.show();
        } else if !self.edited.get_value() {
            self.edited.set_value(true);
            request_animation_frame(move || self.show());
        }
        self.change.update(|change| *change = Change { revision: change.revision + 1, origin, plays });
    }

    /// Shows the state as it is now, edits that wait for the next frame included; nothing happens when the figure has gone.
    pub fn show(self) {
        let Some(state) = self.state.try_get_value() else { return };
        self.edited.set_value(false);
        set_if_changed(self.values, state.values);
        set_if_changed(self.position, state.position);
        set_if_changed(self.playing, state.playing);
        set_if_changed(self.guess, state.guess);
        set_if_changed(self.kept, state.kept);
        set_if_changed(self.challenges, state.challenges);
        set_if_changed(self.before_shown, self.before.with_value(|before| before.run().cloned()));
    }

    /// Time has passed: the animation is at a place, from 0 to 1. No change that anyone mirrors.
    pub fn advance(self, position: f64) {
        self.state.update_value(|state| state.advance(position));
        self.show();
    }

    /// Shows the whole animation once, from its beginning; the transport sees to how fast, and whether it `rests` then at the moment
    /// that shows most, or stays at its end.
    pub fn demonstrate(self, rests: bool) {
        self.dispatch(Command::Seek(0.0), Origin::Reader);
        self.dispatch(Command::Play, Origin::Reader);
        self.demonstrating.set(Some(rests));
    }

    /// Shows the animation once where the reader has chosen something else than before: to see it fall is why it was chosen. Not
    /// to readers who ask for less motion.
    pub fn demonstrate_choice(self, before: &Values) {
        let now = self.state().values;
        let is_other = |(index, parameter): (usize, &Parameter)| {
            matches!(&parameter.kind, Kind::Choice(choice) if choice.is_preset()) && now.get(index) != before.get(index)
        };
        let animates = self.start().outcome.animation().is_some() && !browser::wants_less_motion();
        if animates && now.parameters().iter().enumerate().any(is_other) {
            self.demonstrate(false);
        }
    }

    /// Whether the animation is being shown, and then whether it rests afterwards; reading it in an effect subscribes.
    #[must_use]
    pub fn demonstrating(self) -> Option<bool> {
        self.demonstrating.get()
    }

    /// What was shown has ended, or has been stopped.
    pub fn end_demonstration(self) {
        self.demonstrating.set(None);
    }

    /// What takes back everything that the reader changes from now on.
    #[must_use]
    pub fn undo(self) -> Undo {
        self.before.update_value(Before::begin);
        let (before, rejections, run) = (self.state(), self.rejections.get_untracked(), self.before.get_value());
        Box::new(move || {
            let Some(now) = self.state.try_get_value() else { return };
            // What plays on has come further meanwhile.
            let position = if before.playing && now.playing { now.position } else { before.position };
            let before = State { position, ..before };
            if before != now {
                self.dispatch(Command::Load(Box::new(before)), Origin::Reader);
                self.before.set_value(run);
                self.show();
            }
            self.set_rejections(rejections);
        })
    }

    /// The reader changes parameters.
    pub fn edit(self, edits: Vec<(Key, Value)>) {
        if !edits.is_empty() {
            self.dispatch(Command::Edit(edits), Origin::Reader);
        }
    }

    /// The reader sets the number at a place in the declaration at once, as a choice is made: a run of its own.
    pub fn choose_number(self, index: usize, value: f64) {
        self.before.update_value(Before::begin);
        self.set_number(index, value);
    }

    /// The reader sets the number at a place in the declaration.
    pub fn set_number(self, index: usize, value: f64) {
        self.edit(vec![(Key(index), Value::Number(value))]);
    }

    /// The latest change of the state; reading it in an effect subscribes.
    #[must_use]
    pub fn change(self) -> Change {
        self.change.get()
    }

    /// How often the state has changed, without subscribing; nothing when the figure has gone.
    #[must_use]
    pub fn try_revision(self) -> Option<u32> {
        self.change.try_get_untracked().map(|change| change.revision)
    }

    /// The state, including what is edited but not yet shown.
    #[must_use]
    pub fn state(self) -> State {
        self.state.get_value()
    }

    /// The values that are shown; reading them in an effect subscribes.
    #[must_use]
    pub fn values(self) -> Values {
        self.values.get()
    }

    /// The number at a place in the declaration; reading it in an effect subscribes.
    #[must_use]
    pub fn number(self, index: usize) -> f64 {
        self.values.with(|values| values.number(index))
    }

    /// Pending number at a place in the declaration; key handlers step from it so that rapid presses are not lost.
    #[must_use]
    pub fn pending_number(self, index: usize) -> f64 {
        self.state.with_value(|state| state.values.number(index))
    }

    /// The number at a place in the declaration, without subscribing; nothing when the figure has gone.
    #[must_use]
    pub fn try_number(self, index: usize) -> Option<f64> {
        self.values.try_with_untracked(|values| values.number(index))
    }

    /// The value at a place in the declaration; reading it in an effect subscribes.
    #[must_use]
    pub fn value(self, index: usize) -> Option<Value> {
        self.values.with(|values| values.get(index))
    }

    /// The option chosen at a place in the declaration; reading it in an effect subscribes.
    #[must_use]
    pub fn option(self, index: usize) -> usize {
        if let Some(Value::Chosen(option)) = self.value(index) { option } else { 0 }
    }

    /// The jobs that the values ask for; reading them in an effect subscribes.
    #[must_use]
    pub fn jobs(self) -> Vec<JobSpec> {
        self.jobs.get()
    }

    /// Whether the jobs that are to be done wait for the text that they learn from; reading it in an effect subscribes.
    #[must_use]
    pub fn lacks_text(self) -> bool {
        self.jobs.with(|jobs| jobs.iter().any(|job| job.text().is_none()))
    }

    /// What is recorded of the jobs for the values in force; reading it in an effect subscribes.
    #[must_use]
    pub fn recording(self) -> Option<Recorded> {
        self.values.with(|values| self.figure.recording(values, self.source().tables(values).corpus()))
    }

    fn source(self) -> Source {
        Source { figure: self.figure, language: self.language, store: self.tables, given: self.given }
    }

    /// Current outcome; reading it in an effect subscribes.
    #[must_use]
    pub fn evaluation(self) -> Evaluation {
        self.evaluation.get()
    }

    /// Current outcome, without subscribing; nothing when the figure has gone.
    #[must_use]
    pub fn try_evaluation(self) -> Option<Evaluation> {
        self.evaluation.try_get_untracked()
    }

    /// Current outcome, without subscribing.
    #[must_use]
    pub fn evaluation_untracked(self) -> Evaluation {
        self.evaluation.get_untracked()
    }

    /// What the reader's hand has brought about: the values that are shown, and the outcome as the model gave it, without other runs
    /// beside it; nothing where others have, or when the figure has gone.
    #[must_use]
    pub fn try_by_hand(self) -> Option<(Values, Evaluation)> {
        self.by_hand.try_get_value().filter(|by_hand| *by_hand)?;
        self.values.try_get_untracked().zip(self.alone.try_get_untracked())
    }

    /// Values of the runs that are kept; reading them in an effect subscribes.
    #[must_use]
    pub fn kept(self) -> Vec<Values> {
        self.kept.get()
    }

    /// Whether the present run is one of those that are kept; reading it in an effect subscribes.
    #[must_use]
    pub fn is_kept(self) -> bool {
        self.kept.with(|kept| self.values.with(|values| kept.iter().any(|kept| kept.is_run_of(values))))
    }

    /// Remembers what jobs have found to their end, where other runs can stand beside it.
    pub fn remember(self, found: JobResults) {
        if self.figure.compares() {
            self.found.update(|known| known.add(found));
        }
    }

    /// The reader has the run that is kept at a place become the present one.
    pub fn show_kept(self, place: usize) {
        let state = self.state();
        let Some(values) = state.kept.get(place).cloned() else { return };
        self.dispatch(Command::Load(Box::new(State { values, position: None, playing: false, ..state })), Origin::Reader);
    }

    /// The text that is learnt from becomes the reader's, or again that of the site. Runs on another text, which no link can name, are
    /// forgotten.
    pub fn learn_from(self, given: Option<Arc<str>>) {
        if self.given.with_untracked(|known| *known == given) {
            return;
        }
        self.given.set(given);
        self.found.set(Found::default());
        self.before.update_value(Before::clear);
        self.dispatch(Command::Load(Box::new(State { kept: Vec::new(), ..self.state() })), Origin::Reader);
    }

    /// Values of the run before the present one; reading them in an effect subscribes.
    #[must_use]
    pub fn before(self) -> Option<Values> {
        self.before_shown.get()
    }

    /// The runs beside the present one, with their names and solved: those that are kept, also where they are the present one, and
    /// the one before; reading them in an effect subscribes.
    #[must_use]
    pub fn runs(self) -> Vec<Run<dyn Outcome>> {
        runs::named(self.language, &self.values(), &self.solved.get()).1
    }

    /// Names of the challenges that are met; reading them in an effect subscribes.
    #[must_use]
    pub fn challenges(self) -> Vec<String> {
        self.challenges.get()
    }

    /// What an address said of kept runs that cannot be had; reading it in an effect subscribes.
    #[must_use]
    pub fn not_kept(self) -> Option<String> {
        self.not_kept.get()
    }

    /// Notes what an address says of kept runs that cannot be had.
    pub fn set_not_kept(self, asked: Option<String>) {
        set_if_changed(self.not_kept, asked);
    }

    /// The outcome at the start: the page as served shows it. The same object as long as nothing has changed.
    #[must_use]
    pub fn start(self) -> Evaluation {
        self.start.get_value()
    }

    /// What the figure is doing; reading it in an effect subscribes.
    #[must_use]
    pub fn status(self) -> Status {
        self.status.get()
    }

    /// What was asked for and could not be had; reading it in an effect subscribes.
    #[must_use]
    pub fn rejections(self) -> Vec<Rejection> {
        self.rejections.get()
    }

    /// Notes what the reader asked for and could not have: the text, and the number it said if it was one.
    pub fn reject(self, index: usize, asked: &str, number: Option<f64>) {
        let asked = shortened(asked);
        self.rejections.update(|rejections| {
            rejections.retain(|rejection| rejection.index != index);
            rejections.push(Rejection { index, asked, number });
        });
    }

    /// Puts other rejections in place of those that are noted.
    pub fn set_rejections(self, rejections: Vec<Rejection>) {
        set_if_changed(self.rejections, rejections);
    }

    /// Nothing more is to be said of the value at a place in the declaration.
    pub fn clear_rejection(self, index: usize) {
        if self.rejections.with_untracked(|rejections| rejections.iter().any(|rejection| rejection.index == index)) {
            self.rejections.update(|rejections| rejections.retain(|rejection| rejection.index != index));
        }
    }

    /// Whether the animation plays; reading it in an effect subscribes.
    #[must_use]
    pub fn is_playing(self) -> bool {
        self.playing.get()
    }

    /// Whether the animation plays; nothing when the figure has gone.
    #[must_use]
    pub fn try_is_playing(self) -> Option<bool> {
        self.playing.try_get_untracked()
    }

    /// Where the animation is, from 0 to 1, nothing before it has been touched; reading it in an effect subscribes.
    #[must_use]
    pub fn position(self) -> Option<f64> {
        self.position.get()
    }

    /// The moment that is shown, in the animation's unit; reading it in an effect subscribes.
    #[must_use]
    pub fn time(self) -> f64 {
        // A game that the reader plays is shown as it stands.
        let position = if self.game.with(Option::is_some) { Some(1.0) } else { self.position.get() };
        self.evaluation.with(|evaluation| {
            evaluation
                .outcome
                .animation()
                .map_or(0.0, |animation| position.map_or(animation.poster(), |position| position * animation.duration()))
        })
    }

    /// How long the animation lasts, in its unit; reading it in an effect subscribes.
    #[must_use]
    pub fn duration(self) -> Option<f64> {
        self.evaluation.with(|evaluation| evaluation.outcome.animation().map(|animation| animation.duration()))
    }

    /// How far apart its moments are, in its unit; nothing where it flows.
    #[must_use]
    pub fn step(self) -> Option<f64> {
        self.evaluation.with(|evaluation| evaluation.outcome.animation().and_then(|animation| animation.step()))
    }

    /// The animation goes to a time in its unit, at most to its end.
    pub fn seek(self, time: f64, origin: Origin) {
        if let Some(duration) = untrack(|| self.duration()) {
            self.dispatch(Command::Seek(time / duration), origin);
        }
    }

    /// What the reader has guessed; reading it in an effect subscribes.
    #[must_use]
    pub fn guess(self) -> Option<f64> {
        self.guess.get()
    }

    /// The guess, while the figure shows what was guessed about; reading it in an effect subscribes.
    #[must_use]
    pub fn guess_shown(self) -> Option<f64> {
        self.guess.get().filter(|_| {
            let (now, start) = (self.evaluation(), self.start());
            // Another scale shows the same answer.
            now == start || now.readouts.iter().zip(&*start.readouts).all(|(now, start)| now.reading == start.reading)
        })
    }
}

fn set_if_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|shown| *shown != value) == Some(true) {
        signal.set(value);
    }
}
