//! Does the jobs of the states that figures have recorded, and writes what they find beside the figures' code: `recording.bin`, from which
//! pages are served, and `recording.csv`, the same as a table for people.
//!
//!     ./dev record            all that are recorded
//!     ./dev record FIGURE…    these

use std::{env, error::Error, fs, path::Path, time::Instant};

use pendrop_figures::{
    FIGURES,
    testing::{recorded_tables, values},
};
use pendrop_kit::recording::Recording;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let date = arguments.next().ok_or("say the day")?;
    let wanted: Vec<String> = arguments.collect();
    let begin = Instant::now();
    for figure in FIGURES.iter().filter(|figure| !figure.recorded_states().is_empty()) {
        if !wanted.is_empty() && !wanted.iter().any(|id| id == figure.id()) {
            continue;
        }
        let mut recording = Recording::new(&date);
        let before = begin.elapsed();
        for state in figure.recorded_states() {
            let jobs = figure.all_jobs(&values(*figure, state));
            if !recording.add(&jobs, || begin.elapsed().as_secs_f64()) {
                return Err("a job cannot be done here".into());
            }
        }
        println!("{}: {:.1} s", figure.id(), (begin.elapsed() - before).as_secs_f64());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(figure.id().replace('-', "_"));
        fs::write(folder.join("recording.bin"), recording.write())?;
        fs::write(folder.join("recording.csv"), recorded_tables(*figure, &recording))?;
    }
    Ok(())
}
