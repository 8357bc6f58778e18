//! Plays a game with the reader. The other's moves are asked of a job that lives as long as the game; the game itself is the session's,
//! and no part of the state that is mirrored.

use std::sync::Arc;

use pendrop_kit::{
    locale::{Strings, fill},
    play::{Game, Move, Place, Play},
    state::{Command, Origin},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement, KeyboardEvent};

use super::{
    invitation_place,
    names::{AGAIN, FIRST, LEAVE, LINE, PLACES, PLAYED, RETRY, RIVAL, RIVALS, ROOT, SAID, STAGE, START, TAKE_BACK},
    places_box,
};
use crate::{
    browser::{
        announce,
        dom::{
            Need, all, bind_attribute, bind_text, effect, find, focus_in_place, need, need_as, on, set_attribute, set_flag, set_properties,
            set_text,
        },
        request_animation_frame,
    },
    jobs::{JobHandle, PagePool, pace},
    parts::{picture::view::View, progress::duration},
    reactive::*,
    session::Session,
};

/// What takes longer than this is said beforehand, s.
const LONG: f64 = 1.0;

/// Where a game is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// There is none.
    Idle,
    /// The reader is to move.
    Turn,
    /// The other thinks.
    Thinking,
    /// No answer came.
    Failed,
    /// The game is over.
    Over,
}

impl Stage {
    /// As the document has it.
    fn name(self) -> Option<&'static str> {
        match self {
            Self::Idle => None,
            Self::Turn => Some("turn"),
            Self::Thinking => Some("thinking"),
            Self::Failed => Some("failed"),
            Self::Over => Some("over"),
        }
    }
}

/// The game of one figure.
#[derive(Clone, Copy)]
struct GameRunner {
    session: Session,
    pool: PagePool,
    stage: RwSignal<Stage>,
    /// What is to be said in place of how the game stands.
    note: RwSignal<Option<String>>,
    /// The job that is asked; dropped, it is cancelled, and a question to it is never answered.
    job: StoredValue<Option<JobHandle>>,
    /// The place that Tab comes to.
    chosen: RwSignal<usize>,
    /// The buttons of the places.
    places: StoredValue<Vec<HtmlElement>>,
}

/// Lets the reader play; nothing for a figure that cannot be played. The game ends with the page.
pub fn bind(view: View, figure: &Element, pool: PagePool) {
    let Some(root) = find(figure, ROOT) else { return };
    let (Some(over), Some(line)) = (need(&root, PLACES), need(&root, LINE)) else { return };
    let buttons: Vec<HtmlElement> = all(&over, "button").into_iter().filter_map(|button| button.dyn_into().ok()).collect();
    let runner = GameRunner {
        session: view.session,
        pool,
        stage: RwSignal::new(Stage::Idle),
        note: RwSignal::new(None),
        job: StoredValue::new(None),
        chosen: RwSignal::new(buttons.len() / 2),
        places: StoredValue::new(buttons),
    };
    on_cleanup(move || runner.forget());
    runner.begin_button(view, &root);
    runner.board(view, &over);
    runner.line(figure, &line);
    runner.tools(&root);
    runner.changes();
}

impl GameRunner {
    /// What the figure makes of the game; nothing where there is none, or the figure has gone.
    fn of_game<T>(self, about: impl FnOnce(&dyn Play, &Game) -> T) -> Option<T> {
        let game = self.session.game.try_get_untracked()??;
        let outcome = self.session.try_evaluation()?.outcome;
        Some(about(outcome.play()?, &game))
    }

    /// The game goes on from here: the other's turn, the reader's, or nobody's.
    fn go_on(self) {
        let language = self.session.language;
        let Some((over, turn, told)) =
            self.of_game(|play, game| (play.end(game).is_some(), game.is_readers_turn(), play.told(game, language)))
        else {
            return;
        };
        self.note.set(None);
        if !over && !turn {
            return self.ask();
        }
        self.stage.set(if over { Stage::Over } else { Stage::Turn });
        announce(&told);
    }

    /// Asks for the other's move.
    fn ask(self) {
        let Some((spec, question)) = self.of_game(|play, game| (play.job(game), play.question(game))) else { return };
        self.stage.set(Stage::Thinking);
        // Where the answer is the one before, it is to be told all the same.
        announce("");
        let asked: Arc<[u8]> = question.as_slice().into();
        let answered = move |answer: Option<Vec<u8>>| {
            let place = answer.as_ref().and_then(|answer| self.of_game(|play, game| play.reply(game, answer))?);
            match (place, answer) {
                (Some(place), Some(answer)) => self.moved(Move { place, answer: Some(answer.into()) }, Some(asked)),
                _ => self.fail(),
            }
        };
        if self.job.with_value(Option::is_none) {
            // Whether it has come to its end or failed, its answers tell.
            self.job.set_value(Some(self.pool.get().submit(spec, Box::new(|_| {}))));
        }
        self.job.with_value(|job| {
            if let Some(job) = job {
                job.ask(question, Box::new(answered));
            }
        });
    }

    /// A move is made; `asked` is what the other was asked for it.
    fn moved(self, step: Move, asked: Option<Arc<[u8]>>) {
        self.change_game(|game| {
            game.moves.push(step);
            game.asked = asked.or_else(|| game.asked.take());
        });
        self.go_on();
    }

    fn fail(self) {
        self.forget();
        self.stage.set(Stage::Failed);
        announce(Strings::of(self.session.language).play_failed);
    }

    fn change_game(self, change: impl FnOnce(&mut Game)) {
        self.session.game.update(|game| {
            if let Some(game) = game {
                change(game);
            }
        });
    }

    /// Whatever is asked is not wanted any more.
    fn forget(self) {
        drop(self.job.try_update_value(Option::take));
    }

    /// Says something in place of how the game stands.
    fn say(self, text: &str) {
        self.note.set(Some(text.to_owned()));
        announce(text);
    }

    /// Begins a game; the keys are where its moves are made.
    fn begin(self, game: Game) {
        self.forget();
        if self.session.state().playing {
            self.session.dispatch(Command::Pause, Origin::Clock);
        }
        self.session.game.set(Some(game));
        self.go_on();
        self.focus_soon(self.places.with_value(|places| places.len() / 2));
    }

    fn leave(self) {
        self.forget();
        self.note.set(None);
        self.stage.set(Stage::Idle);
        self.session.game.set(None);
        announce(Strings::of(self.session.language).play_left);
    }

    fn take_back(self) {
        self.forget();
        self.change_game(Game::take_back);
        self.stage.set(Stage::Turn);
        self.say(Strings::of(self.session.language).play_undone);
    }

    /// The reader wants to move.
    fn play(self, place: usize) {
        let s = Strings::of(self.session.language);
        let open = self.of_game(|play, game| play.places(game, self.session.language).get(place).is_some_and(|place| place.open));
        self.chosen.set(place);
        match (self.stage.get_untracked(), open) {
            (Stage::Turn, Some(true)) => self.moved(Move { place, answer: None }, None),
            (Stage::Turn, _) => self.say(s.play_taken),
            (Stage::Thinking, _) => announce(s.play_waits),
            _ => {}
        }
    }

    /// With the next frame: what has just come can take the focus only then.
    fn focus_soon(self, place: usize) {
        request_animation_frame(move || {
            if self.stage.try_get_untracked().is_some() {
                self.focus(place);
            }
        });
    }

    fn focus(self, place: usize) {
        self.chosen.set(place);
        self.places.with_value(|places| {
            if let Some(button) = places.get(place) {
                focus_in_place(button);
            }
        });
    }

    /// The button that invites, where the picture has room for it.
    fn begin_button(self, view: View, root: &Element) {
        let Some(button) = need(root, START) else { return };
        on(&button, "click", Box::new(move |_| self.begin(Game::default())));
        effect(Box::new(move || {
            let Some(frame) = view.shown_frame() else { return };
            let place = invitation_place(&*view.picture(&frame), &frame);
            set_flag(&button, "hidden", place.is_none());
            set_properties(&button, &place.unwrap_or_default());
        }));
    }

    /// The places in the picture, as buttons.
    fn board(self, view: View, over: &Element) {
        let group = over.clone();
        effect(Box::new(move || {
            let Some(frame) = view.shown_frame() else { return };
            let places = view.picture(&frame).places();
            set_flag(&group, "hidden", places.is_none());
            if let Some(place) = places {
                set_properties(&group, &places_box(&frame, place));
            }
        }));
        for (index, button) in self.places.get_value().into_iter().enumerate() {
            on(&button, "click", Box::new(move |_| self.play(index)));
            on(&button, "focus", Box::new(move |_| self.chosen.set(index)));
        }
        effect(Box::new(move || {
            let chosen = self.chosen.get();
            let labels = self.places_now();
            self.places.with_value(|buttons| {
                for (index, (button, Place { label, open })) in buttons.iter().zip(labels).enumerate() {
                    set_attribute(button, "aria-label", Some(&label));
                    set_attribute(button, "aria-disabled", (!open).then_some("true"));
                    set_attribute(button, "tabindex", Some(if index == chosen { "0" } else { "-1" }));
                }
            });
        }));
        on(over, "keydown", Box::new(move |event| self.key(&event)));
    }

    fn places_now(self) -> Vec<Place> {
        let (game, evaluation) = (self.session.game.get(), self.session.evaluation());
        let places = |game: &Game| evaluation.outcome.play().map(|play| play.places(game, self.session.language));
        game.as_ref().and_then(places).unwrap_or_default()
    }

    fn key(self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let (chosen, count) = (self.chosen.get_untracked(), self.places.with_value(Vec::len));
        let key = event.key();
        let to = match key.as_str() {
            "ArrowLeft" => chosen.saturating_sub(1),
            "ArrowRight" => (chosen + 1).min(count.saturating_sub(1)),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            _ => {
                let Some(place) = key.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1)).filter(|place| *place < count) else {
                    return;
                };
                event.prevent_default();
                self.focus(place);
                return self.play(place);
            }
        };
        event.prevent_default();
        self.focus(to);
    }

    /// How the game stands.
    fn line(self, figure: &Element, line: &Element) {
        let (session, s) = (self.session, Strings::of(self.session.language));
        let (figure, whole) = (figure.clone(), line.clone());
        effect(Box::new(move || {
            let stage = self.stage.get();
            set_flag(&figure, PLAYED, stage != Stage::Idle);
            set_flag(&whole, "hidden", stage == Stage::Idle);
            set_attribute(&whole, STAGE, stage.name());
        }));
        let said = move || {
            let (game, evaluation) = (session.game.get(), session.evaluation());
            let Some((game, play)) = game.as_ref().zip(evaluation.outcome.play()) else { return String::new() };
            match self.stage.get() {
                Stage::Failed => s.play_failed.to_owned(),
                Stage::Thinking => {
                    let (thinks, time) = (play.thinks(game, session.language), pace::expected(&[play.job(game)]));
                    if time < LONG { thinks.to_owned() } else { fill(s.play_thinks, &[("thinks", thinks), ("time", &duration(time))]) }
                }
                _ => self.note.get().unwrap_or_else(|| play.told(game, session.language)),
            }
        };
        bind_text(need(line, SAID), Box::new(said));
    }

    fn tools(self, root: &Element) {
        let s = Strings::of(self.session.language);
        // Who plays, and who begins, is settled before the reader's first move.
        let unsettled = move || self.session.game.with(|game| game.as_ref().is_some_and(|game| !game.has_readers_move()));
        self.shown_while(root, RIVAL, Box::new(unsettled));
        self.button(root, FIRST, Box::new(unsettled), |runner| {
            runner.settle(|game| game.rival_begins = !game.rival_begins);
        });
        let begins = move || self.session.game.with(|game| game.as_ref().is_some_and(|game| game.rival_begins));
        bind_text(need(root, FIRST), Box::new(move || if begins() { s.play_reader_first } else { s.play_other_first }.to_owned()));
        self.button(root, TAKE_BACK, Box::new(move || !unsettled()), |runner| {
            runner.take_back();
            runner.focus_soon(runner.chosen.get_untracked());
        });
        self.button(root, AGAIN, Box::new(move || self.stage.get() == Stage::Over), |runner| {
            runner.settle(|_| {});
            runner.focus_soon(runner.places.with_value(Vec::len) / 2);
        });
        self.button(root, RETRY, Box::new(move || self.stage.get() == Stage::Failed), |runner| {
            runner.go_on();
            runner.focus_soon(runner.chosen.get_untracked());
        });
        let start = need_as::<HtmlElement>(root, START);
        self.button(root, LEAVE, Box::new(|| true), move |runner| {
            runner.leave();
            let start = start.clone();
            request_animation_frame(move || {
                if let Some(start) = &start {
                    focus_in_place(start);
                }
            });
        });
        let leave = move || if self.stage.get() == Stage::Over { s.play_close } else { s.play_leave };
        bind_text(need(root, LEAVE), Box::new(move || leave().to_owned()));
        self.rivals(root);
    }

    /// Begins anew, on other terms perhaps; the keys stay where they are.
    fn settle(self, change: impl FnOnce(&mut Game)) {
        self.forget();
        self.change_game(|game| {
            game.moves.clear();
            change(game);
        });
        self.go_on();
    }

    fn rivals(self, root: &Element) {
        let Some(list) = need_as::<HtmlSelectElement>(root, RIVALS) else { return };
        let chosen = list.clone();
        on(
            &list,
            "change",
            Box::new(move |_| {
                let rival = usize::try_from(chosen.selected_index()).unwrap_or_default();
                self.settle(|game| game.rival = rival);
            }),
        );
        let options = all(&list, "option");
        effect(Box::new(move || {
            let outcome = self.session.evaluation().outcome;
            let names = outcome.play().map_or_else(Vec::new, |play| play.rivals(self.session.language));
            options.iter().zip(names).for_each(|(option, name)| set_text(option, name));
            let rival = self.session.game.with(|game| game.as_ref().map_or(0, |game| game.rival));
            list.set_selected_index(i32::try_from(rival).unwrap_or_default());
        }));
    }

    /// A parameter may change whom the reader plays against, and how strong that is: the game goes on with what is in force.
    fn changes(self) {
        let known = StoredValue::new(None::<String>);
        effect(Box::new(move || {
            let (game, evaluation) = (self.session.game.get(), self.session.evaluation());
            let against = game.as_ref().zip(evaluation.outcome.play()).map(|(game, play)| play.against(game, self.session.language));
            let before = known.try_update_value(|known| std::mem::replace(known, against.clone())).flatten();
            let goes_on = game.is_some_and(|game| !game.moves.is_empty());
            if let (Some(against), Some(before), true) = (against, before, goes_on)
                && against != before
            {
                self.say(&fill(Strings::of(self.session.language).play_changed, &[("player", &against)]));
            }
        }));
    }

    fn shown_while(self, root: &Element, what: Need, shown: Box<dyn Fn() -> bool>) {
        bind_attribute(need(root, what), "hidden", Box::new(move || (!shown()).then(String::new)));
    }

    fn button(self, root: &Element, what: Need, shown: Box<dyn Fn() -> bool>, act: impl Fn(Self) + 'static) {
        if let Some(button) = need(root, what) {
            on(&button, "click", Box::new(move |_| act(self)));
        }
        self.shown_while(root, what, shown);
    }
}
