//! The cover's picture of the section on computing's price.

use crate::common::assert_drawn;
use crate::common::bounds::{check_frame, texts};
use crate::common::data;
use pendrop_figures::cover;
use pendrop_kit::{
    locale::{LANGUAGES, Language},
    picture::Frame,
    svg::Svg,
};

#[test]
fn the_machines_are_those_of_the_table() {
    let tables = data::tables();
    let machines = &tables.get("machines").expect("the table is there").points;
    for (year, value) in cover::MACHINES {
        let found = machines.iter().any(|machine| machine.year == year && (machine.value / value - 1.0).abs() < 5e-3);
        assert!(found, "{year}: {value}");
    }
}

#[test]
fn the_row_stays_in_its_frame_and_says_no_number() {
    for (width, narrow) in [(400.0, false), (280.0, true)] {
        for (language, _) in LANGUAGES {
            let frame = Frame { width, height: 150.0, narrow, language: *language, guess: None };
            let mut svg = Svg::new(frame.width, frame.height);
            cover::row_dominant_force(&mut svg, &frame);
            let markup = svg.markup();
            check_frame(&frame, &markup, 1.0);
            assert!(!markup.contains(">10") && !markup.contains(">1<"), "no number on the upright axis");
            if narrow == (*language == Language::De) {
                let name = if narrow { "narrow" } else { "wide" };
                assert_drawn(&format!("cover__row-dominant-force-{name}"), &frame, &markup);
            }
        }
    }
}

/// Neither a number nor which curve is whose.
#[test]
fn the_row_of_the_duel_gives_nothing_away() {
    for (width, narrow) in [(400.0, false), (280.0, true)] {
        for (language, _) in LANGUAGES {
            let frame = Frame { width, height: 150.0, narrow, language: *language, guess: None };
            let mut svg = Svg::new(frame.width, frame.height);
            cover::row_duel(&mut svg, &frame);
            let markup = svg.markup();
            check_frame(&frame, &markup, 1.0);
            let said: Vec<String> = texts(&markup).into_iter().map(|(text, _)| text).collect();
            assert!(said.iter().all(|text| !text.contains(|letter: char| letter.is_ascii_digit())), "{said:?}");
            assert_eq!(said.iter().filter(|text| *text == "?").count(), 2, "{said:?}");
            assert!(!markup.contains("accent"));
        }
    }
}
