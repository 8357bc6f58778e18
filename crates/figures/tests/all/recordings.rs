//! What is recorded is what the jobs find.

use pendrop_figures::{
    FIGURES,
    testing::{recorded_states, recorded_tables, values},
};
use pendrop_kit::recording::Recording;
use std::{fs, path::Path};

use crate::common::data::tables;

/// Jobs that take longer are done anew in the long tests only, unless there is no shorter one, s.
const SHORT: f64 = 0.1;

/// A part of each recording, all of it in the long tests, is made anew and is the same to the last bit.
#[test]
fn recordings_are_what_the_jobs_find() {
    for figure in FIGURES {
        for (state, language) in recorded_states(*figure) {
            let (id, values, tables) = (figure.id(), values(*figure, state), tables().reading(language, None));
            let recorded = figure.recording(&values, tables.corpus()).unwrap_or_else(|| panic!("{id}?{state}: run ./dev record {id}"));
            assert!(recorded.seconds > 0.0 && recorded.date.len() == 10, "{id}?{state}");
            assert!(figure.jobs(&values, tables.corpus()).is_empty(), "{id}?{state} asks for what is recorded");
            let jobs = figure.all_jobs(&values, tables.corpus());
            let least = jobs.iter().map(|job| job.seconds).fold(f64::INFINITY, f64::min);
            let again = |seconds: f64| pendrop_budget::is_long() || seconds <= SHORT.max(least);
            let made = jobs.iter().enumerate().filter(|(_, job)| again(job.seconds));
            for (place, job) in made.clone() {
                assert!(recorded.results.bytes(place) == job.run_to_completion().as_deref(), "{id}?{state}: job {place}");
            }
            assert!(made.count() > 0, "{id}?{state}: no job is short enough to be done anew");
        }
    }
}

/// People can read what is recorded.
#[test]
fn recordings_stand_beside_their_tables() {
    for figure in FIGURES.iter().filter(|figure| !figure.recorded_states().is_empty()) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(figure.id().replace('-', "_"));
        let recording = Recording::read(&fs::read(folder.join("recording.bin")).unwrap_or_default());
        let tables = fs::read_to_string(folder.join("recording.csv")).unwrap_or_default();
        assert_eq!(tables, recorded_tables(*figure, &recording), "{}", figure.id());
    }
}
