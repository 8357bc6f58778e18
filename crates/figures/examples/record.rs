//! Does the jobs that figures ask for at the start, and writes what they find beside the figures' code: `recording.bin`, from which
//! pages are served, and `recording.csv`, the same as a table for people.
//!
//!     ./dev record            all that are recorded
//!     ./dev record FIGURE…    these

use std::{env, error::Error, fs, path::Path, time::Instant};

use pendrop_figures::{FIGURES, testing::plain_table};
use pendrop_kit::{locale::Language, recording::Recording, tables::Tables, values::Values};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let date = arguments.next().ok_or("say the day")?;
    let wanted: Vec<String> = arguments.collect();
    let begin = Instant::now();
    for figure in FIGURES.iter().filter(|figure| figure.is_recorded()) {
        if !wanted.is_empty() && !wanted.iter().any(|id| id == figure.id()) {
            continue;
        }
        let start = Values::defaults(figure.parameters());
        let jobs = figure.all_jobs(&start);
        let recording = Recording::make(&jobs, &date, || begin.elapsed().as_secs_f64()).ok_or("a job cannot be done")?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(figure.id().replace('-', "_"));
        fs::write(folder.join("recording.bin"), recording.write())?;
        println!("{}: {} jobs, {:.1} s", figure.id(), jobs.len(), recording.seconds);
        let outcome = figure.outcome(&start, &Tables::default(), &recording.results());
        fs::write(folder.join("recording.csv"), plain_table(&outcome.table(Language::En)))?;
    }
    Ok(())
}
