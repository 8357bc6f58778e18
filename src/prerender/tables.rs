//! Numbers and tables that the prose asks for, computed when the site is built.

use std::fmt::Write;

use pendrop_figures::{figure, tables::NAMES};
use pendrop_kit::{
    format::{short, with_unit},
    locale::Language,
    parameter::{Choice, Kind, Parameter},
    query,
    tables::Tables,
};

/// The readout `figure.name?parameters` as text with its unit; with `#number` at its end, the number alone.
#[must_use]
pub fn readout(tables: &Tables, language: &str, name: &str) -> Option<String> {
    let language = Language::from_code(language)?;
    let (name, alone) = name.strip_suffix("#number").map_or((name, false), |name| (name, true));
    let (name, parameters) = name.split_once('?').unwrap_or((name, ""));
    let (id, name) = name.split_once('.')?;
    let figure = figure(id)?;
    let pairs = parameters.split('&').filter_map(|pair| pair.split_once('='));
    let parsed = query::parse(figure.parameters(), "", pairs);
    if !parsed.rejections.is_empty() {
        // The prose asks for a number with a value that does not exist.
        return None;
    }
    let readouts = figure.solve(&parsed.values, tables).readouts(language);
    let readout = readouts.into_iter().find(|readout| readout.name == name)?;
    Some(if alone { readout.display.0 } else { with_unit(&readout.display) })
}

/// How many rows each table has, as the pages say it: a file that has arrived in part is told by it (`"machines:134 …"`).
#[must_use]
pub fn rows(tables: &Tables) -> String {
    let counts = NAMES.iter().filter_map(|name| Some(format!("{name}:{}", tables.get(name)?.points.len())));
    counts.collect::<Vec<_>>().join(" ")
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
        for name in ["pen-drop.nothing", "nothing.fall_time", "fall_time", "pen-drop.fall_time?height=abc"] {
            assert_eq!(readout(&Tables::default(), "en", name), None, "{name}");
        }
    }

    #[test]
    fn tables_hold_every_preset() {
        let objects = table("de", "pen-drop.objects").expect("the table is there");
        assert!(objects.contains("Stahlkugel") && objects.contains("32,9"));
        assert!(table("en", "pen-drop.gravitys").is_none());
    }
}
