//! The datasets that trends are fitted to: what each measures, over which years, and how its numbers are written.

use crate::strings::Strings;
use pendrop_kit::{
    chart::Ticks,
    format::{significant, with_unit},
    label,
    locale::{Label, Language},
    tables::{Point, Tables},
};

/// One quantity over the years, from the table of the same id.
pub struct Dataset {
    /// Its id, which is its table's, and the option's name.
    pub id: &'static str,
    /// What it is called among the others.
    pub name: Label,
    /// The quantity with its unit, as the title of an axis.
    pub quantity: Label,
    /// The unit behind a number.
    pub unit: Label,
    /// Whose data it is, and under which licence, in short.
    pub source: Label,
    /// The years (decimal) over which a trend is fitted at first.
    pub span: (f64, f64),
    /// The years at the ends of a chart that shows all its points.
    pub years: (f64, f64),
    /// Powers of ten at the ends of such a chart.
    pub decades: (i32, i32),
}

/// All datasets, in the order in which they are offered.
pub static DATASETS: [Dataset; 6] = [
    // Two machines are older than 1900: a century is easier to keep in mind.
    Dataset {
        id: "machines",
        name: label!(dataset_machines),
        quantity: label!(dataset_machines_quantity),
        unit: label!(dataset_machines_unit),
        source: label!(dataset_machines_source),
        span: (1900.0, 1998.0),
        years: (1880.0, 2000.0),
        decades: (-12, 6),
    },
    Dataset {
        id: "kurzweil",
        name: label!(dataset_kurzweil),
        quantity: label!(dataset_kurzweil_quantity),
        unit: label!(dataset_kurzweil_unit),
        source: label!(dataset_kurzweil_source),
        span: (1900.0, 1999.0),
        years: (1880.0, 2000.0),
        decades: (-8, 10),
    },
    Dataset {
        id: "gpu-prices",
        name: label!(dataset_gpu_prices),
        quantity: label!(dataset_gpu_prices_quantity),
        unit: label!(dataset_gpu_prices_unit),
        source: label!(dataset_epoch_source),
        span: (2006.0, 2024.0),
        years: (2006.0, 2024.0),
        decades: (8, 11),
    },
    Dataset {
        id: "transistors",
        name: label!(dataset_transistors),
        quantity: label!(dataset_transistors_quantity),
        unit: label!(dataset_transistors_unit),
        source: label!(dataset_transistors_source),
        span: (1971.0, 2025.0),
        years: (1970.0, 2030.0),
        decades: (3, 13),
    },
    // Before the first list of 1993 there are five machines of which only the order of magnitude is known.
    Dataset {
        id: "supercomputers",
        name: label!(dataset_supercomputers),
        quantity: label!(dataset_supercomputers_quantity),
        unit: label!(dataset_supercomputers_unit),
        source: label!(dataset_supercomputers_source),
        span: (1993.0, 2026.0),
        years: (1960.0, 2030.0),
        decades: (6, 20),
    },
    // With deep learning, around 2010, training began to grow at another rate.
    Dataset {
        id: "training-compute",
        name: label!(dataset_training_compute),
        quantity: label!(dataset_training_compute_quantity),
        unit: label!(dataset_training_compute_unit),
        source: label!(dataset_epoch_source),
        span: (2010.0, 2026.0),
        years: (1950.0, 2030.0),
        decades: (0, 30),
    },
];

impl Dataset {
    /// The dataset with this id; the first one for an id that none has.
    #[must_use]
    pub fn of(id: &str) -> &'static Self {
        DATASETS.iter().find(|dataset| dataset.id == id).unwrap_or(&DATASETS[0])
    }

    /// The names of the tables that it is read from: its own alone.
    #[must_use]
    pub fn tables(&'static self) -> &'static [&'static str] {
        std::slice::from_ref(&self.id)
    }

    /// Its points by year; none where its table is not there.
    #[must_use]
    pub fn points<'a>(&self, tables: &'a Tables) -> &'a [Point] {
        tables.get(self.id).map_or(&[], |series| &series.points)
    }

    /// Where a chart that shows all its points has its years.
    #[must_use]
    pub fn year_ticks(&self) -> Ticks {
        Ticks::covering(self.years.0, self.years.1, 8)
    }

    /// Where such a chart has its powers of ten.
    #[must_use]
    pub fn value_ticks(&self) -> Ticks {
        Ticks::decades(self.decades.0, self.decades.1)
    }

    /// A value with its unit.
    #[must_use]
    pub fn formatted(&self, value: f64, language: Language) -> String {
        with_unit(&(significant(value, 3, language), (self.unit)(language).to_owned()))
    }
}

/// A point as trends take it: its year, and log10 of its value.
#[must_use]
pub fn logged(point: &Point) -> (f64, f64) {
    (point.year, point.value.log10())
}

/// What a point is called, also where its source does not say.
#[must_use]
pub fn name(point: &Point, language: Language) -> &str {
    if point.name.is_empty() { Strings::of(language).dataset_unnamed } else { &point.name }
}

/// Who says so, in a few words. Every key of `sources.csv` has its own.
#[must_use]
pub fn citation(source: &str, language: Language) -> &'static str {
    let s = Strings::of(language);
    match source {
        "moravec" => s.cited_moravec,
        "kurzweil" => s.cited_kurzweil,
        "epoch-chips" => s.cited_epoch_chips,
        "epoch-models" => s.cited_epoch_models,
        "rupp" => s.cited_rupp,
        "top500" => s.cited_top500,
        "secondary" => s.cited_secondary,
        _ => "",
    }
}
