//! Figures as they look in every size and language, without a build of the site: `./dev gallery` writes them into one HTML
//! file with the site's style sheets.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use pendrop_figures::{
    FIGURES, figure,
    tables::SCHEMAS,
    testing::{compared, start_and_choices},
};
use pendrop_kit::{
    figure::Figure,
    format::with_unit,
    locale::{LANGUAGES, Language},
    outcome::{Cell, Outcome, Prominence, Reading, Table, beside_each_other},
    picture::Frame,
    query,
    svg::{SCALE, Svg},
    tables::{Tables, read_all},
    text::escaped,
    values::Values,
};

/// Widths of the picture on pages 320 and 390 pixels wide, and widths of the wide layout.
const WIDTHS: [f64; 5] = [280.0, 350.0, 560.0, 640.0, 900.0];

/// In the order in which they apply.
const SHEETS: [&str; 5] = ["tokens", "page", "figure", "panels", "picture"];

/// What stands above all figures. The theme stays when the file is loaded again.
const HEAD: &str = "<style>
  body > * { margin: 1rem; }
  h1 { font-size: 1.25rem; border-top: 3px solid; padding-top: 0.5rem; }
  .row { display: flex; flex-wrap: wrap; align-items: start; gap: 2rem; }
  figure { flex: none; margin-block: 0 !important; }
</style>
<nav><a href='#light'>light</a> · <a href='#dark'>dark</a> · <a href='#projector'>projector</a></nav>
<script>
  const show = () => { document.documentElement.dataset.theme = location.hash.slice(1) || 'light'; };
  addEventListener('hashchange', show);
  show();
</script>
";

/// A figure in a state.
struct Shown {
    figure: &'static dyn Figure,
    values: Values,
    /// What the address says of the moment; the one shown first, if nothing.
    time: Option<f64>,
    guess: Option<f64>,
    /// Runs that are kept, and the one before.
    kept: Vec<Values>,
    before: Option<Values>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let tables = read_all(&SCHEMAS, &|name| fs::read_to_string(root.join("public/data").join(name)))?;
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut html = "<!doctype html><meta charset=utf-8><title>Gallery</title>\n".to_owned();
    for sheet in SHEETS {
        html += &format!("<link rel=stylesheet href='../../style/{sheet}.css'>\n");
    }
    html += HEAD;
    for shown in asked(&arguments)? {
        html += &section(&shown, &tables);
    }
    println!("{}", written(&root, &html)?.display());
    Ok(())
}

fn written(root: &Path, html: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = root.join("target/gallery");
    fs::create_dir_all(&folder)?;
    let file = folder.join("index.html");
    fs::write(&file, html)?;
    Ok(file)
}

/// All figures at their start; one figure at its start and with each of its choices; one figure in one state.
fn asked(arguments: &[String]) -> Result<Vec<Shown>, Box<dyn Error>> {
    let at = |figure, values| Shown { figure, values, time: None, guess: None, kept: Vec::new(), before: None };
    let Some(id) = arguments.first() else {
        return Ok(FIGURES.iter().map(|figure| at(*figure, Values::defaults(figure.parameters()))).collect());
    };
    let ids: Vec<_> = FIGURES.iter().map(|figure| figure.id()).collect();
    let figure = figure(id).ok_or_else(|| format!("there is no figure {id}, but {}", ids.join(", ")))?;
    match arguments.get(1) {
        Some(address) => Ok(vec![read(figure, address)?]),
        None => Ok(start_and_choices(figure).into_iter().map(|values| at(figure, values)).collect()),
    }
}

/// A state as addresses have it, and beside it `guess=` and `before=`, the run before as `keep=` has it.
fn read(figure: &'static dyn Figure, address: &str) -> Result<Shown, Box<dyn Error>> {
    let pairs: Vec<(&str, &str)> = address.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')).collect();
    let known = |name: &str| {
        [query::TIME, query::KEEP, "guess", "before"].contains(&name) || figure.parameters().iter().any(|parameter| parameter.name == name)
    };
    if let Some((name, _)) = pairs.iter().find(|(name, _)| !known(name)) {
        return Err(format!("{} has no parameter {name}", figure.id()).into());
    }
    let parsed = query::parse(figure.parameters(), "", pairs.iter().copied());
    if let Some(rejection) = parsed.rejections.first() {
        return Err(format!("{} cannot be {}", figure.parameters()[rejection.index].name, rejection.asked).into());
    }
    let guess = pairs.iter().find(|(name, _)| *name == "guess").and_then(|(_, value)| query::number(value));
    let before = pairs.iter().find(|(name, _)| *name == "before").map(|(_, run)| [(query::KEEP, *run)]);
    let before = before.and_then(|pair| query::parse(figure.parameters(), "", pair.into_iter()).kept.pop());
    Ok(Shown { figure, values: parsed.values, time: parsed.time, guess, kept: parsed.kept, before })
}

fn section(shown: &Shown, tables: &Tables) -> String {
    let state: Vec<_> = query::pairs(&shown.values).iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut html = format!("<h1>{} {}</h1>\n", shown.figure.id(), escaped(&state.join("&")));
    for (language, code) in LANGUAGES {
        let outcome = compared(shown.figure, &shown.values, (&shown.kept, shown.before.as_ref()), tables, *language);
        html += &format!("<div class=row lang={code}>\n");
        for width in WIDTHS {
            html += &figure_html(shown, &outcome, &frame(shown, width, *language));
        }
        let question = outcome.prediction().zip(shown.figure.question());
        for width in WIDTHS.into_iter().filter(|_| question.is_some()) {
            html += &before_guess(&*outcome, &frame(shown, width, *language));
        }
        html += &format!(
            "</div>\n<p>{}</p>\n<details lang={code}><summary>{code}: table</summary>{}</details>\n",
            escaped(&outcome.description(*language)),
            table(&outcome.table(*language), *language)
        );
    }
    html
}

fn frame(shown: &Shown, width: f64, language: Language) -> Frame {
    let narrow = width < 560.0;
    let heights = shown.figure.heights();
    Frame { width, height: if narrow { heights.narrow } else { heights.wide }, narrow, language, guess: shown.guess }
}

fn figure_html(shown: &Shown, outcome: &Arc<dyn Outcome>, frame: &Frame) -> String {
    let picture = outcome.clone().picture(frame);
    let time = shown.time.or_else(|| outcome.animation().map(|animation| animation.poster())).unwrap_or_default();
    let mut svg = Svg::new(frame.width, frame.height);
    picture.background(&mut svg);
    picture.foreground(&mut svg, time);
    let below = format!(
        "<div class=results>{}<div class=rows>{}{}</div></div><p class=source-line>{}</p>",
        readouts(&**outcome, frame.language, Prominence::Large),
        readouts(&**outcome, frame.language, Prominence::Front),
        readouts(&**outcome, frame.language, Prominence::More),
        escaped(&outcome.source_line(frame.language)),
    );
    let large = outcome.readouts(frame.language).into_iter().find(|readout| readout.prominence == Prominence::Large);
    let strip = large.map(|readout| {
        let (label, number) = ((readout.label)(frame.language), with_unit(&readout.display));
        format!("<p class=strip><span>{label}</span><b>{}</b></p>", escaped(&number))
    });
    let caveat = outcome.caveat(frame.language).map(|caveat| format!("<div class=caveat><p class=notice>{}</p></div>", escaped(&caveat)));
    let head = format!("<h2>{}</h2>{}", escaped(&outcome.headline(frame.language)), caveat.unwrap_or_default());
    around(frame, &head, &strip.unwrap_or_default(), svg, &below)
}

fn before_guess(outcome: &dyn Outcome, frame: &Frame) -> String {
    let Some(prediction) = outcome.prediction() else { return String::new() };
    let mut svg = Svg::new(frame.width, frame.height);
    prediction.draw(&mut svg, frame);
    let verdict = frame.guess.map(|guess| prediction.verdict(guess, frame.language)).unwrap_or_default();
    let head = format!("<h2>{}</h2>", escaped(&prediction.prompt(frame.language)));
    around(frame, &head, "", svg, &format!("<p>{}</p>", escaped(&verdict)))
}

/// A picture under its title and caveat, as wide as its frame.
fn around(frame: &Frame, head: &str, above: &str, svg: Svg, below: &str) -> String {
    let Frame { width, height, narrow, .. } = frame;
    let rem = height / 16.0;
    format!(
        "<figure style='width:{}rem;--narrow-height:{rem}rem;--wide-height:{rem}rem'><div class=figure-head>{head}</div><div class=stage>\
        <div class=show>{above}<div class=picture><svg data-layout={} viewBox='0 0 {:.0} {:.0}'>{}</svg></div></div>{below}</div></figure>\n",
        width / 16.0,
        if *narrow { "narrow" } else { "wide" },
        width * SCALE,
        height * SCALE,
        svg.markup(),
    )
}

fn readouts(outcome: &dyn Outcome, language: Language, prominence: Prominence) -> String {
    let mut html = String::new();
    for readout in beside_each_other(outcome.readouts(language)).into_iter().filter(|readout| readout.prominence == prominence) {
        html += &format!(
            "<div class='readout{}'><span class=label>{}</span><output{}><b>{}</b><span class=unit>{}</span></output></div>",
            if prominence == Prominence::Large { " large" } else { "" },
            (readout.label)(language),
            match readout.reading {
                Reading::Missing => " class=missing",
                _ if readout.accent => " class=accent",
                _ => "",
            },
            escaped(&readout.display.0),
            escaped(&readout.display.1),
        );
    }
    html
}

fn table(table: &Table, language: Language) -> String {
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => format!("<td class=name>{}</td>", escaped(text)),
        number => format!("<td>{}</td>", number.shown(language)),
    };
    let heads: String = table.heads.iter().map(|head| format!("<th>{head}</th>")).collect();
    let rows: String = table.rows.iter().map(|row| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>())).collect();
    format!("<table><tr>{heads}</tr>\n{rows}</table>")
}
