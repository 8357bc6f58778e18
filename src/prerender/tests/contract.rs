//! The contract that tests in browsers read, `end2end/contract.json`: sections, and all that can be set, chosen and read at each
//! figure, as the code declares it. `INSTA_UPDATE=always` writes it anew. A change in it is a change for other people's links.

use std::{collections::HashSet, env, sync::Arc};

use pendrop_kit::{
    figure::Figure,
    outcome::Outcome,
    parameter::{Kind, Quantity, Scale},
    picture::Frame,
    values::Values,
};
use serde::{Serialize, Serializer};

use super::*;

/// An object whose keys stay in their order.
struct Object<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Object<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

impl<T, N: ToString> FromIterator<(N, T)> for Object<T> {
    fn from_iter<I: IntoIterator<Item = (N, T)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_string(), value)).collect())
    }
}

#[derive(Serialize)]
struct Contract {
    languages: Vec<&'static str>,
    sections: Object<SectionEntry>,
    figures: Object<FigureEntry>,
}

#[derive(Serialize)]
struct SectionEntry {
    figures: Vec<String>,
    questions: Vec<QuestionEntry>,
}

/// A figure that the page asks about. `curve`: the guess can be dragged in the held picture. `log`: its slider holds the
/// guess's logarithm.
#[derive(Serialize)]
struct QuestionEntry {
    id: String,
    #[serde(skip_serializing_if = "is_false")]
    curve: bool,
    #[serde(skip_serializing_if = "is_false")]
    log: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

#[derive(Serialize)]
struct FigureEntry {
    source: &'static str,
    tables: &'static [&'static str],
    quantities: Object<QuantityEntry>,
    choices: Object<ChoiceEntry>,
    toggles: Object<bool>,
    readouts: Object<&'static str>,
}

/// SI units. `least` of a range with a zero stop is its least value above zero.
#[derive(Serialize)]
struct QuantityEntry {
    least: f64,
    most: f64,
    start: f64,
    #[serde(skip_serializing_if = "is_false")]
    log: bool,
    #[serde(skip_serializing_if = "is_false")]
    zero: bool,
    #[serde(skip_serializing_if = "is_false")]
    whole: bool,
}

#[derive(Serialize)]
struct ChoiceEntry {
    start: &'static str,
    /// What each option fills.
    options: Object<Object<f64>>,
}

fn contract() -> Contract {
    let content = &made(&LECTURE).content;
    let section = |section: &pendrop_content::Section| {
        let page = content.page("en", &section.slug).unwrap_or_else(|| panic!("{}", section.slug));
        let asked = page.figures.iter().zip(&page.questions).filter(|(_, question)| question.is_some());
        let questions = asked.map(|(id, _)| question(figure(id).unwrap_or_else(|| panic!("{id}")))).collect();
        (section.slug.clone(), SectionEntry { figures: section.figures.clone(), questions })
    };
    Contract {
        languages: LANGUAGES.iter().map(|(_, code)| *code).collect(),
        sections: content.sections().iter().map(section).collect(),
        figures: FIGURES.iter().map(|figure| (figure.id(), entry(*figure))).collect(),
    }
}

fn start(figure: &dyn Figure) -> Arc<dyn Outcome> {
    figure.solve(&Values::defaults(figure.parameters()), &made(&LECTURE).tables)
}

fn question(figure: &dyn Figure) -> QuestionEntry {
    let heights = figure.heights();
    let frame = Frame { width: 640.0, height: heights.wide, narrow: false, language: LANGUAGES[0].0, guess: None };
    let outcome = start(figure);
    let guess = outcome.prediction().and_then(|prediction| prediction.guess_at(&frame, (0.5 * frame.width, 0.5 * frame.height)));
    QuestionEntry { id: figure.id().to_owned(), curve: guess.is_some(), log: figure.question().is_some_and(|question| question.log) }
}

fn entry(figure: &dyn Figure) -> FigureEntry {
    let mut entry = FigureEntry {
        source: figure.source(),
        tables: figure.tables(&Values::defaults(figure.parameters())),
        quantities: Object(Vec::new()),
        choices: Object(Vec::new()),
        toggles: Object(Vec::new()),
        readouts: start(figure).readouts(LANGUAGES[0].0).iter().map(|readout| (readout.name, readout.unit)).collect(),
    };
    for parameter in figure.parameters() {
        let name = parameter.name.to_owned();
        match &parameter.kind {
            Kind::Quantity(quantity) => entry.quantities.0.push((name, bounds(quantity))),
            Kind::Choice(choice) => {
                let options = choice.options.iter().map(|option| (option.name, option.preset.iter().copied().collect())).collect();
                entry.choices.0.push((name, ChoiceEntry { start: choice.options[choice.default].name, options }));
            }
            Kind::Toggle(on) => entry.toggles.0.push((name, *on)),
        }
    }
    entry
}

fn bounds(quantity: &Quantity) -> QuantityEntry {
    let (log, zero, whole) = match quantity.scale {
        Scale::Linear => (false, false, false),
        Scale::Log { zero } => (true, zero, false),
        Scale::Whole { log } => (log, false, true),
    };
    QuantityEntry { least: quantity.min, most: quantity.max, start: quantity.default, log, zero, whole }
}

/// As short as it can be reviewed: an object whose values are plain stands on one line.
fn written(contract: &Contract) -> String {
    let pretty = serde_json::to_string_pretty(contract).expect("it is plain data");
    let (mut lines, mut open) = (Vec::<String>::new(), Vec::new());
    for line in pretty.lines() {
        lines.push(line.to_owned());
        if line.ends_with(['{', '[']) {
            open.push(lines.len() - 1);
        } else if line.trim_start().starts_with(['}', ']']) {
            let from = open.pop().expect("it was opened");
            let inner: Vec<_> = lines[from + 1..].iter().map(|line| line.trim()).collect();
            if inner.iter().all(|line| !line.replace("{}", "").contains(['{', '['])) {
                let gap = if line.trim_start().starts_with('}') { " " } else { "" };
                let (end, plain) = inner.split_last().expect("it was closed");
                let joined = format!("{}{gap}{}{gap}{end}", lines[from], plain.join(" "));
                lines.truncate(from);
                lines.push(joined);
            }
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_contract_is_what_the_code_declares() {
    let path = root().join("end2end/contract.json");
    let found = written(&contract());
    if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, &found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let reviewed = fs::read_to_string(&path).unwrap_or_default();
    let (found_lines, known): (Vec<_>, HashSet<_>) = (found.lines().collect(), reviewed.lines().collect());
    let differ: Vec<_> = found_lines.iter().filter(|line| !known.contains(*line)).collect();
    assert!(
        found == reviewed,
        "the code declares what end2end/contract.json lacks, or no longer what it holds: {differ:#?}\n\
        Other people's links rely on it. If the change is meant, INSTA_UPDATE=always cargo test --features ssr contract writes it anew."
    );
}
