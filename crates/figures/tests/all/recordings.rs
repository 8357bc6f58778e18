//! What is recorded is what the jobs find.

use pendrop_figures::{FIGURES, testing::plain_table};
use pendrop_kit::{locale::Language, tables::Tables, values::Values};
use std::{fs, path::Path};

/// Jobs that say that they take longer are done anew in the long tests only, s.
const SHORT: f64 = 0.25;

/// A part of each recording, all of it in the long tests, is made anew and is the same to the last bit.
#[test]
fn recordings_are_what_the_jobs_find() {
    for figure in FIGURES.iter().filter(|figure| figure.is_recorded()) {
        let start = Values::defaults(figure.parameters());
        let jobs = figure.all_jobs(&start);
        let recording = figure.recording(&start).unwrap_or_else(|| panic!("{}: run ./dev record {0}", figure.id()));
        assert!(recording.seconds > 0.0 && recording.date.len() == 10, "{}", figure.id());
        let results = recording.results();
        let mut made = 0;
        for (place, job) in jobs.iter().enumerate().filter(|(_, job)| pendrop_budget::is_long() || job.seconds < SHORT) {
            let recorded = results.bytes(place);
            assert!(
                recorded.is_some() && recorded == job.run_to_completion().as_deref(),
                "{}: job {place} is recorded otherwise",
                figure.id()
            );
            made += 1;
        }
        assert!(made > 0, "{}: no job is short enough to be done anew", figure.id());
        let csv = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(figure.id().replace('-', "_")).join("recording.csv");
        let table = plain_table(&figure.outcome(&start, &Tables::default(), &results).table(Language::En));
        assert_eq!(fs::read_to_string(csv).unwrap_or_default(), table, "{}: the table beside the recording", figure.id());
    }
}
