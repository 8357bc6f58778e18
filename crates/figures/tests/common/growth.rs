//! What the tests of `fixed-budget` and `drivers` share: states, the real tables, and what every outcome owes the page.

use pendrop_figures::{
    anatomy::{Figure, Frame, Outcome, Reading},
    locale::{LANGUAGES, Language},
    parameter::Kind,
    query,
    svg::{SCALE, Svg},
    values::Values,
};

pub fn values(figure: &dyn Figure, pairs: &[(&str, &str)]) -> Values {
    let parsed = query::parse(figure.parameters(), "", pairs.iter().copied());
    assert!(parsed.refusals.is_empty(), "{:?}", parsed.refusals);
    parsed.values
}

/// The values at these shares of each parameter's range.
pub fn at_shares(figure: &dyn Figure, shares: &[f64]) -> Values {
    let mut state = Values::defaults(figure.parameters());
    for (index, (parameter, share)) in figure.parameters().iter().zip(shares).enumerate() {
        match &parameter.kind {
            Kind::Quantity(quantity) => {
                state.set(index, quantity.value_at(quantity.first() + share * (quantity.last() - quantity.first())));
            }
            Kind::Choice(choice) => state.choose(index, ((share * choice.options.len() as f64) as usize).min(choice.options.len() - 1)),
            Kind::Toggle(_) => state.turn(index, *share > 0.5),
        }
    }
    state
}

/// A readout's number in full precision.
pub fn read(outcome: &dyn Outcome, name: &str) -> Option<f64> {
    outcome.readouts(Language::En).into_iter().find(|readout| readout.name == name).and_then(|readout| match readout.reading {
        Reading::Number(value) => Some(value),
        _ => None,
    })
}

pub fn drawn(outcome: &dyn Outcome, frame: &Frame) -> String {
    let mut svg = Svg::new(frame.width, frame.height);
    outcome.draw_still(&mut svg, frame);
    svg.markup()
}

/// The layouts at widths that the page really has.
pub fn frames(figure: &dyn Figure) -> Vec<Frame> {
    let heights = figure.heights();
    let frame = |width, narrow, language| {
        let height = if narrow { heights.narrow } else { heights.wide };
        Frame { width, height, narrow, language, guess: None }
    };
    let widths = [(280.0, true), (350.0, true), (608.0, true), (560.0, false), (640.0, false), (900.0, false)];
    LANGUAGES.iter().flat_map(|(language, _)| widths.map(|(width, narrow)| frame(width, narrow, *language))).collect()
}

/// All that every outcome owes the page: its readouts by these names, words without gaps, a picture within its frame.
pub fn check(figure: &dyn Figure, outcome: &dyn Outcome, names: &[&str]) {
    for (language, _) in LANGUAGES {
        let readouts = outcome.readouts(*language);
        assert_eq!(readouts.iter().map(|readout| readout.name).collect::<Vec<_>>(), names);
        for readout in readouts {
            match &readout.reading {
                Reading::Number(value) => assert!(value.is_finite(), "{}", readout.name),
                Reading::Word(word) => assert!(!word.is_empty()),
                Reading::Missing => {
                    assert!(outcome.caveat(*language).is_some(), "{} is missing without a sentence", readout.name);
                }
            }
            assert!(!readout.shown.0.is_empty() && !readout.shown.0.contains("NaN") && !readout.shown.0.contains("inf"));
        }
        let told = [outcome.headline(*language), outcome.description(*language), outcome.source_line(*language)];
        for text in told.iter().chain(&outcome.caveat(*language)) {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
        let table = outcome.table(*language);
        assert!(table.rows.len() > 1 && table.rows.iter().all(|row| row.len() == table.heads.len()));
    }
    for frame in frames(figure) {
        check_frame(&frame, &drawn(outcome, &frame));
    }
}

/// No number is missing, and nothing lies outside the frame: texts by the estimate of their width.
pub fn check_frame(frame: &Frame, markup: &str) {
    assert!(!markup.contains("NaN") && !markup.contains("inf"));
    let number = |part: &str, name: &str| -> Option<f64> { part.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.parse().ok() };
    for text in markup.split("<text class=\"").skip(1) {
        let (x, y, size) = (number(text, "x"), number(text, "y"), number(text, "font-size"));
        let (Some(x), Some(y), Some(size)) = (x, y, size) else { panic!("{text}") };
        let class = text.split('"').next().unwrap_or_default();
        let words = text.split(['>', '<']).nth(1).unwrap_or_default();
        let width = pendrop_figures::chart::text_width(words, size, class.contains(" b"));
        let left = if class.contains(" e") {
            x - width
        } else if class.contains(" m") {
            x - width / 2.0
        } else {
            x
        };
        let at = frame.width;
        assert!(left >= -15.0 && left + width <= at * SCALE + 15.0, "{words} from {left} to {} at {at} {:?}", left + width, frame.language);
        assert!(y - 0.75 * size >= -5.0 && y <= frame.height * SCALE + 1.0, "{words} at y {y}, {at}");
    }
    for path in markup.split(" d=\"").skip(1) {
        // Relative steps after a first absolute place: where each outline begins must be in the frame.
        let first: Vec<f64> =
            path[1..].split(|letter: char| !letter.is_ascii_digit()).take(2).filter_map(|part| part.parse().ok()).collect();
        if let [x, y] = first[..] {
            assert!(x <= frame.width * SCALE + 10.0 && y <= frame.height * SCALE + 10.0, "{path}");
        }
    }
}
