//! Numbers, tables and states that the prose asks for, computed when the site is built.

use std::fmt::Write;

use pendrop_figures::{figure, tables::NAMES};
use pendrop_kit::{
    figure::Figure,
    format::{short, with_unit},
    locale::{LANGUAGES, Language},
    parameter::{Choice, Kind, Parameter},
    query::{self, Parsed},
    tables::{Tables, text_file},
};

use crate::route::{Page, Route};

/// The readout `figure.name?parameters` as text with its unit; with `#number` at its end, the number alone.
#[must_use]
pub fn readout(tables: &Tables, language: &str, name: &str) -> Option<String> {
    let language = Language::from_code(language)?;
    let (name, alone) = name.strip_suffix("#number").map_or((name, false), |name| (name, true));
    let (name, parameters) = name.split_once('?').unwrap_or((name, ""));
    let (id, name) = name.split_once('.')?;
    // The prose asks for a number with a value that does not exist.
    let (figure, parsed) = parsed(id, parameters).ok()?;
    let readouts = figure.solve(&parsed.values, &tables.clone().reading(language, None)).readouts(language);
    let readout = readouts.into_iter().find(|readout| readout.name == name)?;
    Some(if alone { readout.display.0 } else { with_unit(&readout.display) })
}

/// The path of the page of a figure alone in the state that the prose names (`pen-drop?object=feather`); or why there is no such
/// state.
///
/// # Errors
/// A figure, a name or a value that does not exist.
pub fn state(tables: &Tables, language: &str, target: &str) -> Result<String, String> {
    let language = Language::from_code(language).ok_or("the language is unknown")?;
    let (id, parameters) = target.split_once('?').map_or((target, ""), |(id, parameters)| (id, parameters));
    let (figure, parsed) = parsed(id, parameters)?;
    if parsed.time.is_some() && figure.solve(&parsed.values, tables).animation().is_none() {
        return Err(format!("“{id}” does not move, so it has no “{}”", query::TIME));
    }
    let path = Route { language, page: Page::Figure(id) }.path();
    Ok(if parameters.is_empty() { path } else { format!("{path}?{parameters}") })
}

/// A figure and its state, as an address's query says it; or which part of it does not exist.
fn parsed(id: &str, parameters: &str) -> Result<(&'static dyn Figure, Parsed), String> {
    let figure = figure(id).ok_or_else(|| format!("no figure is called “{id}”"))?;
    let mut pairs = Vec::new();
    for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').ok_or_else(|| format!("“{pair}” is not a name and its value"))?;
        if name != query::TIME && figure.parameters().iter().all(|parameter| parameter.name != name) {
            return Err(format!("“{id}” has no parameter “{name}”"));
        }
        pairs.push((name, value));
    }
    let parsed = query::parse(figure.parameters(), "", pairs.iter().copied());
    if let Some(rejection) = parsed.rejections.first() {
        return Err(format!("“{}” cannot be “{}”", figure.parameters()[rejection.index].name, rejection.asked));
    }
    if parsed.time.is_none() && pairs.iter().any(|(name, _)| *name == query::TIME) {
        return Err(format!("“{}” is not a number of seconds", query::TIME));
    }
    Ok((figure, parsed))
}

/// How many rows each table has, and how many bytes each text, as the pages say it: a file that has arrived in part is told by it (`"machines:134 …"`).
#[must_use]
pub fn rows(tables: &Tables) -> String {
    let counts = NAMES.iter().filter_map(|name| Some(format!("{name}:{}", tables.get(name)?.points.len())));
    let texts =
        LANGUAGES.iter().filter_map(|(language, code)| Some((code, tables.clone().reading(*language, None).corpus().content.clone()?)));
    let texts = texts.map(|(code, text)| format!("{}:{}", text_file(code), text.len()));
    counts.chain(texts).collect::<Vec<_>>().join(" ")
}

/// The table of the constants behind a figure's choices: `pen-drop.objects`, `pen-drop.worlds`.
#[must_use]
pub fn table(language: &str, name: &str) -> Option<String> {
    let language = Language::from_code(language)?;
    let (id, name) = name.split_once('.')?;
    let parameters = figure(id)?.parameters();
    let parameter = parameters.iter().find(|parameter| name.strip_suffix('s') == Some(parameter.name))?;
    let Kind::Choice(choice) = &parameter.kind else { return None };
    presets(language, parameters, parameter, choice)
}

fn presets(language: Language, parameters: &[Parameter], parameter: &Parameter, choice: &Choice) -> Option<String> {
    let mut html = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{0}\"><table><thead><tr><th scope=\"col\">{0}</th>",
        (parameter.label)(language)
    );
    let covered: Vec<_> = parameters
        .iter()
        .filter_map(|parameter| match &parameter.kind {
            Kind::Quantity(quantity) if choice.covers(parameter.name) => Some((parameter, quantity)),
            _ => None,
        })
        .collect();
    for (parameter, quantity) in &covered {
        let unit = quantity.display.symbol(language);
        let unit = if unit.is_empty() { String::new() } else { format!(", {unit}") };
        write!(html, "<th scope=\"col\">{}{unit}</th>", (parameter.label)(language)).ok()?;
    }
    html += "</tr></thead><tbody>";
    for option in choice.options.iter().filter(|option| !option.preset.is_empty()) {
        write!(html, "<tr><th scope=\"row\">{}</th>", (option.label)(language)).ok()?;
        for (parameter, quantity) in &covered {
            let (_, value) = option.preset.iter().find(|(name, _)| *name == parameter.name)?;
            write!(html, "<td>{}</td>", short(value / quantity.display.factor, 4, language)).ok()?;
        }
        html += "</tr>";
    }
    Some(html + "</tbody></table></div>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_gets_its_numbers_from_the_figure() {
        assert_eq!(readout(&Tables::default(), "en", "pen-drop.fall_time_vacuum").as_deref(), Some("0.5531\u{202f}s"));
        assert_eq!(readout(&Tables::default(), "en", "pen-drop.fall_time_vacuum?height=1.5#number").as_deref(), Some("0.5531"));
        assert_eq!(readout(&Tables::default(), "de", "pen-drop.fall_time_vacuum").as_deref(), Some("0,5531\u{202f}s"));
    }

    #[test]
    fn a_number_that_does_not_exist_is_none() {
        for name in ["pen-drop.nothing", "nothing.fall_time", "fall_time", "pen-drop.fall_time?height=abc", "pen-drop.fall_time?hieght=1"] {
            assert_eq!(readout(&Tables::default(), "en", name), None, "{name}");
        }
    }

    #[test]
    fn states_have_an_address_of_their_own_and_others_do_not_exist() {
        let path = |target: &str| state(&Tables::default(), "de", target);
        assert_eq!(path("pen-drop").as_deref(), Ok("/de/figure/pen-drop/"));
        assert_eq!(path("pen-drop?object=feather&time=0.5").as_deref(), Ok("/de/figure/pen-drop/?object=feather&time=0.5"));
        for (target, why) in [
            ("pen", "no figure is called “pen”"),
            ("pen-drop?object=moon", "“object” cannot be “moon”"),
            ("pen-drop?objekt=feather", "“pen-drop” has no parameter “objekt”"),
            ("pen-drop?height=1000000", "“height” cannot be “1000000”"),
            ("pen-drop?object", "“object” is not a name and its value"),
            ("pen-drop?time=soon", "“time” is not a number of seconds"),
            ("dominance-map?time=1", "“dominance-map” does not move, so it has no “time”"),
        ] {
            assert_eq!(path(target), Err(why.to_owned()));
        }
    }

    #[test]
    fn tables_hold_every_preset() {
        let objects = table("de", "pen-drop.objects").expect("the table is there");
        assert!(objects.contains("Stahlkugel") && objects.contains("32,9"));
        assert!(table("en", "pen-drop.gravitys").is_none());
    }
}
