//! The tables that figures draw from: fetched when a page needs them, kept as long as the program runs.

use futures_util::{
    FutureExt,
    future::{LocalBoxFuture, Shared, join},
};
use leptos::{prelude::*, task::spawn_local};
use pendrop_kit::{
    locale::{Language, Strings, fill},
    tables::{Malformed, Tables},
};
use web_sys::Element;

use super::{
    browser::{self, Base, root_element},
    chunks,
    dom::{find, follow, say, set_attribute},
    figure::again_button,
    state::FigureState,
};

/// The tables that have been fetched. One for all pages.
#[derive(Clone, Copy)]
pub struct Shelf {
    base: Base,
    tables: RwSignal<Tables>,
    /// Those that are on their way: whoever wants one of them waits for the same.
    arriving: StoredValue<Vec<(String, Arrival)>, LocalStorage>,
}

/// A table on its way.
type Arrival = Shared<LocalBoxFuture<'static, Result<(), Trouble>>>;

/// Why a table is not there.
#[derive(Clone, PartialEq)]
pub enum Trouble {
    /// It did not arrive.
    Missing(String),
    /// Less of it arrived than there is.
    Incomplete(String),
    /// What arrived is no such table.
    Malformed(Malformed),
}

impl Trouble {
    /// The trouble as a sentence.
    #[must_use]
    pub fn formatted(&self, language: Language) -> String {
        let s = Strings::of(language);
        let why = match self {
            Self::Missing(table) => fill(s.table_missing, &[("table", table)]),
            Self::Incomplete(table) => fill(s.table_incomplete, &[("table", table)]),
            Self::Malformed(malformed) => malformed.formatted(language),
        };
        format!("{why} {} ", s.table_stays)
    }
}

impl Shelf {
    /// An empty one.
    #[must_use]
    pub fn new(base: Base) -> Self {
        Self { base, tables: RwSignal::new(Tables::default()), arriving: StoredValue::new_local(Vec::new()) }
    }

    /// What is there; whoever asks in an effect is told when more has come.
    #[must_use]
    pub fn tables(self) -> Tables {
        self.tables.get()
    }

    /// Fetches those that are not there yet.
    ///
    /// # Errors
    /// The first that cannot be had.
    pub async fn fetch(self, names: &[&str]) -> Result<(), Trouble> {
        for name in names {
            if !self.tables.with_untracked(|tables| tables.has(&[name])) {
                self.arrival(name).await?;
            }
        }
        Ok(())
    }

    /// A table's way here, begun if it is not under way.
    fn arrival(self, name: &str) -> Arrival {
        let known =
            |arriving: &Vec<(String, Arrival)>| arriving.iter().find(|(known, _)| known == name).map(|(_, arrival)| arrival.clone());
        self.arriving.with_value(known).unwrap_or_else(|| {
            let arrival = self.bring(name.to_owned()).boxed_local().shared();
            self.arriving.update_value(|arriving| arriving.push((name.to_owned(), arrival.clone())));
            arrival
        })
    }

    async fn bring(self, name: String) -> Result<(), Trouble> {
        let address = self.base.url(&format!("/data/{name}.csv"));
        let (text, read) = join(browser::fetch_file(&address), chunks::reading()).await;
        self.arriving.update_value(|arriving| arriving.retain(|(known, _)| *known != name));
        let (Some(text), Ok(read)) = (text, read) else { return Err(Trouble::Missing(name)) };
        // Others may have come meanwhile: this one is added to what is there now.
        let tables = read(&self.tables.get_untracked(), &name, &text).map_err(Trouble::Malformed)?;
        // A file cut off at the end of a line looks whole but for the number of its rows.
        let count = tables.get(&name).map_or(0, |series| series.points.len());
        if rows(&name).is_some_and(|rows| rows != count) {
            return Err(Trouble::Incomplete(name));
        }
        self.tables.set(tables);
        Ok(())
    }
}

/// How many rows a table has by what the page says; nothing where it says nothing.
fn rows(name: &str) -> Option<usize> {
    let all = root_element()?.get_attribute("data-rows")?;
    all.split(' ').find_map(|table| table.strip_prefix(name)?.strip_prefix(':')?.parse().ok())
}

/// Fetches what the values in force need, says so while it lasts, and says what could not be had: what is drawn stays.
pub fn attach(state: FigureState, figure: &Element) {
    let trouble = RwSignal::new(None::<Trouble>);
    let wanted = Memo::new(move |_| state.values.with(|values| state.figure.tables(values)));
    let try_now = move || {
        trouble.set(None);
        spawn_local(async move {
            let names = wanted.try_get_untracked().unwrap_or_default();
            let outcome = state.shelf.fetch(names).await;
            // The reader may have chosen others meanwhile, or left.
            if wanted.try_get_untracked() == Some(names) {
                trouble.set(outcome.err());
            }
        });
    };
    follow(Box::new(move || {
        if state.shelf.tables().has(wanted.get()) {
            trouble.set(None);
        } else {
            try_now();
        }
    }));
    let element = figure.clone();
    follow(Box::new(move || {
        let there = state.shelf.tables().has(wanted.get());
        let stage = match (there, trouble.with(Option::is_some)) {
            (true, _) => "ready",
            (false, true) => "error",
            (false, false) => "running",
        };
        set_attribute(&element, "data-state", Some(stage));
    }));
    if let (Some(place), Some(button)) = (find(figure, ".caveat p"), again_button(figure, state.language, Box::new(try_now))) {
        follow(Box::new(move || {
            if let Some(trouble) = trouble.get() {
                say(&place, Some((&trouble.formatted(state.language), "")));
                // A paragraph takes any child.
                let _ = place.append_child(&button);
            } else {
                button.remove();
                say(&place, state.solved().0.caveat(state.language).as_deref().map(|text| (text, "")));
            }
        }));
    }
}
