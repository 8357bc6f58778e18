//! What a figure is doing, worked out and written to the document in one place.

use pendrop_kit::{figure::Figure, job::JobSpec, values::Values};
use web_sys::Element;

use crate::{
    browser::dom::set_attribute,
    reactive::*,
    tables::{LoadError, TableStore},
};

/// What a figure is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// As served: the program has not taken it over.
    Static,
    /// It shows the state in force.
    Ready,
    /// Jobs are under way, or tables on their way; what there is so far is shown.
    Running,
    /// Its program or its tables could not be had; what was there stays.
    Error,
}

impl Status {
    /// As the document has it in `data-state`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Static => "static",
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Error => "error",
        }
    }

    /// What follows from whether all tables and texts are there, whether one could not be had, and whether jobs are under way.
    #[must_use]
    pub fn of(tables: bool, load_error: bool, working: bool) -> Self {
        match (tables, load_error, working) {
            (false, true, false) => Self::Error,
            (true, _, false) => Self::Ready,
            _ => Self::Running,
        }
    }
}

/// The status of a figure as it changes.
pub fn memo(
    figure: &'static dyn Figure,
    values: RwSignal<Values>,
    (store, jobs): (TableStore, Memo<Vec<JobSpec>>),
    load_error: RwSignal<Option<LoadError>>,
    working: RwSignal<bool>,
) -> Memo<Status> {
    Memo::new(move |_| {
        let needed = values.with(|values| figure.tables(values));
        let there = needed.is_empty() || store.tables().has(needed);
        let text = jobs.with(|jobs| jobs.iter().all(|job| job.text().is_some()));
        Status::of(there && text, load_error.with(Option::is_some), working.get())
    })
}

/// Writes a status to the document.
pub fn write(figure: &Element, status: Status) {
    set_attribute(figure, "data-state", Some(status.name()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_follows_from_tables_errors_and_jobs() {
        assert_eq!(Status::of(true, false, false), Status::Ready);
        assert_eq!(Status::of(false, false, false), Status::Running);
        assert_eq!(Status::of(false, true, false), Status::Error);
        // A table that is tried again, or a job that goes on without it.
        assert_eq!(Status::of(false, true, true), Status::Running);
        assert_eq!(Status::of(true, true, false), Status::Ready);
        assert_eq!(Status::of(true, false, true), Status::Running);
    }
}
