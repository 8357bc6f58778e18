//! Does the jobs of the states that figures have recorded, and writes what they find beside the figures' code: `recording.bin`, from which
//! pages are served, and `recording.csv`, the same as a table for people.
//!
//!     ./dev record            all that are recorded
//!     ./dev record FIGURE…    these

use std::{env, error::Error, fs, path::Path, time::Instant};

use pendrop_figures::{
    FIGURES,
    tables::SCHEMAS,
    testing::{recorded_states, recorded_tables, values},
};
use pendrop_kit::{recording::Recording, tables::read_all};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let date = arguments.next().ok_or("say the day")?;
    let wanted: Vec<String> = arguments.collect();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    let tables = read_all(&SCHEMAS, &|name| fs::read_to_string(data.join(name))).map_err(|error| error.to_string())?;
    let begin = Instant::now();
    for figure in FIGURES.iter().filter(|figure| !figure.recorded_states().is_empty()) {
        if !wanted.is_empty() && !wanted.iter().any(|id| id == figure.id()) {
            continue;
        }
        let mut recording = Recording::new(&date);
        let before = begin.elapsed();
        for (state, language) in recorded_states(*figure) {
            let jobs = figure.all_jobs(&values(*figure, state), tables.clone().reading(language, None).corpus());
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
