//! Writes what every figure says in many states, in every language: what it says in a browser must be the same. A state begins
//! with a line of its figure, its query and the language, and ends with an empty line.

use std::{collections::BTreeSet, error::Error, fs, io::Write, path::Path};

use pendrop_figures::{FIGURES, tables::SCHEMAS, testing};
use pendrop_kit::{figure::Figure, locale::LANGUAGES, parameter::Kind, query, tables::read_all, values::Values};

/// States that differ in more than one value, or in one that is neither the start nor an end.
const ODD: &[(&str, &[&str])] = &[
    (
        "pen-drop",
        &[
            "object=steel-ball&world=water",
            "gravity=0&wind=10",
            "object=feather&height=3&wind=-12",
            "fluid_density=1000&volume=0.01&wind=-3",
        ],
    ),
    ("dominance-map", &["world=water&object=ping-pong-ball", "wind=4&object=feather"]),
    (
        "ensemble",
        &["jitter=0&object=feather", "object=feather&seed=7&drops=12.5", "fluid_density=774.4", "object=ping-pong-ball&world=water"],
    ),
    ("flutter", &["inertia=0.8", "inertia=1.4", "inertia=1.5", "inertia=3", "nudge=0.01&duration=60"]),
    (
        "compute-trend",
        &[
            "from=1990&to=1950",
            "from=1893&to=1899",
            "from=1944&to=1944.5",
            "from=1911&to=1919",
            "from=1940&to=1998",
            "dataset=gpu-prices&from=2003&to=2004",
            "dataset=gpu-prices&from=2020&to=2024",
            "dataset=supercomputers&from=2013.4&to=2014.5",
        ],
    ),
    ("fixed-budget", &["scale=log&budget=250&years=12.5", "halving_time=2"]),
    ("backtest", &["cut=1908&horizon=20", "dataset=supercomputers&cut=2013", "cut=2010", "reveal=false&dataset=transistors"]),
    ("drivers", &["spending_growth=0.5&price_halving=20&algorithm_halving=20", "other_growth=1"]),
    ("your-device", &["power=20&price=500"]),
    (
        "search-vs-knowledge",
        &["compute=1000&games=2&positions=3", "opponent=soft&compute=64&games=3&positions=0", "opponent=rules-only&compute=40"],
    ),
    ("learn-the-drop", &["samples=40&seeds=5&flutter=0.04"]),
    ("ngram-orders", &["smoothing=mixed&characters=1000&order=7", "characters=200000&order=3"]),
    ("structure-vs-scale", &["compute=5e9&seeds=2&axis=pictures", "noise=0.1&compute=2e7&seeds=1"]),
    ("crossing-curves", &["structure=0.5&years=20&compute_now=1e6", "years=0"]),
];

/// The start, each option, each toggle turned, and each number at both its ends.
fn queries(figure: &dyn Figure) -> BTreeSet<String> {
    let start = Values::defaults(figure.parameters());
    let mut states = vec![start.clone()];
    for (index, parameter) in figure.parameters().iter().enumerate() {
        let mut add = |edit: &dyn Fn(&mut Values)| {
            let mut state = start.clone();
            edit(&mut state);
            states.push(state);
        };
        match &parameter.kind {
            Kind::Quantity(quantity) => [quantity.least(), quantity.max].iter().for_each(|end| add(&|state| state.set(index, *end))),
            Kind::Choice(choice) => (0..choice.options.len()).for_each(|option| add(&|state| state.choose(index, option))),
            Kind::Toggle(on) => add(&|state| state.turn(index, !on)),
        }
    }
    let pairs = |state: &Values| query::pairs(state).iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
    states.iter().map(pairs).collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data");
    let tables = read_all(&SCHEMAS, &|name| fs::read_to_string(data.join(name))).map_err(|error| error.to_string())?;
    let mut out = std::io::stdout().lock();
    for figure in FIGURES {
        let id = figure.id();
        let odd = ODD.iter().filter(|(of, _)| *of == id).flat_map(|(_, odd)| *odd);
        for query in queries(*figure).into_iter().chain(odd.map(ToString::to_string)) {
            for (language, code) in LANGUAGES {
                let told = testing::told(*figure, &testing::values(*figure, &query), &tables, *language);
                write!(out, "{id}\t{query}\t{code}\n{told}\n\n")?;
            }
        }
    }
    Ok(())
}
