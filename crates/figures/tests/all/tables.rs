//! The tables in `public/data`: whole, explained, as published, and refused when damaged.

use std::{collections::BTreeSet, fs, io, path::Path};

use pendrop_budget::cases;
use pendrop_figures::tables::{NAMES, SCHEMAS, schema};
use pendrop_kit::{
    locale::Language,
    tables::{Malformed, Point, Problem, Series, Tables, Unread, read_all, read_sources},
};
use proptest::prelude::*;

fn read(name: &str) -> io::Result<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/data").join(name))
}

fn file(name: &str) -> String {
    read(&format!("{name}.csv")).expect("the file is there")
}

/// These tables with the one of this id read from a text.
fn with(tables: &Tables, name: &str, text: &str) -> Result<Tables, Malformed> {
    tables.with(schema(name).unwrap_or_else(|| panic!("{name} is not declared")), text)
}

/// The table of this id alone, read from a text.
fn only(name: &str, text: &str) -> Result<Tables, Malformed> {
    with(&Tables::default(), name, text)
}

fn all() -> Tables {
    read_all(&SCHEMAS, &read).expect("every table is well formed")
}

fn near(value: f64, expected: f64) -> bool {
    (value / expected - 1.0).abs() < 1e-12
}

#[test]
fn every_table_has_all_its_rows() {
    let tables = all();
    assert!(tables.has(&NAMES));
    let counts = NAMES.iter().map(|name| (*name, tables.get(name).map_or(0, |series| series.points.len())));
    let expected =
        [("machines", 134), ("kurzweil", 47), ("gpu-prices", 205), ("transistors", 107), ("supercomputers", 71), ("training-compute", 484)];
    assert_eq!(counts.collect::<Vec<_>>(), expected);
}

#[test]
fn points_are_sorted_and_within_what_their_tables_span() {
    let tables = all();
    let spans = [
        ("machines", 1891.0, 1998.0, 1e-9, 1e6),
        ("kurzweil", 1900.0, 1999.0, 1e-6, 1e9),
        ("gpu-prices", 2006.0, 2024.0, 1e8, 1e11),
        ("transistors", 1971.0, 2025.0, 2000.0, 2e11),
        ("supercomputers", 1964.0, 2026.0, 3e6, 2e18),
        ("training-compute", 1950.0, 2026.0, 40.0, 1e27),
    ];
    for (name, first, end, low, high) in spans {
        let points = &tables.get(name).expect(name).points;
        assert!(points.is_sorted_by(|one, other| one.year <= other.year), "{name}");
        for point in points {
            assert!((first..end).contains(&point.year) && (low..high).contains(&point.value), "{name}: {point:?}");
        }
    }
}

fn one<'a>(tables: &'a Tables, table: &str, is: impl Fn(&&Point) -> bool) -> &'a Point {
    let found: Vec<_> = tables.get(table).expect(table).points.iter().filter(is).collect();
    assert_eq!(found.len(), 1, "{table}");
    found[0]
}

#[test]
fn known_rows_are_as_published() {
    let tables = all();
    // Moravec 1998, appendix: ENIAC, 1946, 4.33 million dollars of 1997, 0.00289 MIPS.
    let eniac = one(&tables, "machines", |point| point.name == "ENIAC");
    assert!(eniac.year == 1946.0 && near(eniac.value, 2890.0 / 4.33e6) && eniac.source == "moravec" && eniac.group == "tubes");
    // The same machine in Kurzweil's series, per 1000 dollars.
    let eniac = one(&tables, "kurzweil", |point| point.name == "ENIAC");
    assert!(eniac.year == 1946.0 && eniac.value == 0.7981 && eniac.source == "kurzweil");
    // NVIDIA, 8 November 2006: 345.6 GFLOP/s at 599 dollars.
    let gtx = one(&tables, "gpu-prices", |point| point.name == "NVIDIA GeForce 8800 GTX");
    assert!(near(gtx.year, 2006.0 + 10.0 / 12.0 + 7.0 / 365.0) && near(gtx.value, 3.456e11 / 599.0) && gtx.group == "consumer");
    // TOP500, June 1993: CM-5/1024 with 59.7 GFLOP/s.
    let first = one(&tables, "supercomputers", |point| point.label == "1993-06");
    assert!(first.name == "CM-5/1024" && first.value == 5.97e10 && first.group == "list" && first.source == "top500");
    let cray = one(&tables, "supercomputers", |point| point.name == "Cray-1");
    assert!(cray.year == 1976.0 && cray.label.is_empty() && cray.group == "earlier" && cray.source == "secondary");
    let theseus = one(&tables, "training-compute", |point| point.name == "Theseus");
    assert!(theseus.value == 40.0 && theseus.group == "Robotics" && near(theseus.year, 1950.5 + 1.0 / 365.0));
    let ultra = one(&tables, "transistors", |point| point.name == "Apple M2 Ultra 192GB");
    assert!(ultra.value == 1.34e11 && ultra.group == "named" && ultra.source == "epoch-chips");
    // Slips of the source, mended: AMD names 2.4 billion for two dies, and IBM's chip of 2016 with 8 billion is the Power9.
    assert_eq!(one(&tables, "transistors", |point| point.name == "Opteron 6380").value, 2.4e9);
    assert_eq!(one(&tables, "transistors", |point| point.name == "Power9").value, 8e9);
    // A card with two processors counts with both: 2 × 596 GFLOP/s.
    assert!(near(one(&tables, "gpu-prices", |point| point.name == "NVIDIA GeForce GTX 295").value, 1.192e12 / 499.0));
    assert_eq!(one(&tables, "supercomputers", |point| point.year == 1990.0).name, "NEC SX-3/44");
    assert!(tables.get("transistors").is_some_and(|series| series.points[0].group == "digitised"));
}

#[test]
fn groups_are_as_large_as_in_the_reference_data() {
    let tables = all();
    let count = |table, group| tables.get(table).map_or(0, |series| series.points.iter().filter(|point| point.group == group).count());
    assert_eq!((count("gpu-prices", "consumer"), count("gpu-prices", "professional")), (175, 30));
    assert_eq!((count("supercomputers", "list"), count("supercomputers", "earlier")), (66, 5));
    assert_eq!((count("transistors", "digitised"), count("transistors", "named")), (73, 34));
    assert_eq!((count("training-compute", "Language"), count("training-compute", "Vision")), (239, 95));
}

/// The rules by which rows were chosen, as `public/data/README.md` states them.
#[test]
fn rows_keep_the_rules_of_their_tables() {
    let tables = all();
    let points = |name: &str| &tables.get(name).expect(name).points;
    // One name, one row: only a computer may lead several lists, and some processors have no name.
    for name in NAMES {
        let names: Vec<_> =
            points(name).iter().filter(|point| point.label.is_empty()).map(|point| &point.name).filter(|name| !name.is_empty()).collect();
        let once: BTreeSet<_> = names.iter().collect();
        assert_eq!(names.len(), once.len(), "{name}");
    }
    // One list, one number one.
    let lists: Vec<_> = points("supercomputers").iter().map(|point| &point.label).filter(|label| !label.is_empty()).collect();
    assert_eq!(lists.len(), lists.iter().collect::<BTreeSet<_>>().len());
    // No graphics processor among processors, and none without a price, or from before they had FP32 units for anything, among
    // the cards: what is sold in laptops, in processors or in servers only has no list price.
    const GRAPHICS: [&str; 9] = ["GeForce", "Radeon", "Quadro", "RTX", "GTX", "Tesla", "H100", "A100", "MI2"];
    const NO_CARD: [&str; 7] = ["SXM", "HGX", "Max-Q", "Ryzen", "Instinct", "Ascend", "Mobile"];
    let named = |name: &str, words: &[&str]| words.iter().any(|word| name.contains(word));
    for point in points("transistors") {
        assert!(!named(&point.name, &GRAPHICS), "{}", point.name);
    }
    for point in points("gpu-prices") {
        assert!(!named(&point.name, &NO_CARD) && point.year > 2006.85, "{}", point.name);
    }
    // Points of one date stand in the order of their names, which is the order that intervals of dependent points go by.
    for name in NAMES {
        let order = |point: &Point, next: &Point| point.year < next.year || point.year == next.year && point.name <= next.name;
        assert!(points(name).windows(2).all(|pair| order(&pair[0], &pair[1])), "{name}");
    }
}

/// Slope of log10(value) over the years `from` to `to` and the number of points, by least squares.
fn trend(series: &Series, from: f64, to: f64) -> (f64, usize) {
    let points: Vec<_> = series.points.iter().filter(|point| (from..=to).contains(&point.year)).collect();
    let count = points.len() as f64;
    let year = points.iter().map(|point| point.year).sum::<f64>() / count;
    let value = points.iter().map(|point| point.value.log10()).sum::<f64>() / count;
    let across = points.iter().map(|point| (point.year - year) * (point.value.log10() - value)).sum::<f64>();
    (across / points.iter().map(|point| (point.year - year).powi(2)).sum::<f64>(), points.len())
}

#[test]
fn what_the_points_mean_gives_the_reference_trends() {
    let tables = all();
    let (doubling, tenfold) = (|slope: f64| 2_f64.log10() / slope, |slope: f64| 1.0 / slope);
    let growth = |slope| 10_f64.powf(slope);
    let references: [(_, _, _, &dyn Fn(f64) -> f64, _, _, _); 5] = [
        ("transistors", 1900.0, 2100.0, &doubling, 2.018, 0.0005, 107),
        ("supercomputers", 1993.0, 2100.0, &doubling, 1.241, 0.0005, 66),
        ("machines", 1940.0, 1998.0, &tenfold, 5.73, 0.005, 121),
        ("gpu-prices", 2000.0, 2024.0, &doubling, 3.779, 0.0005, 205),
        // Epoch AI publishes 4.7 times a year from as many systems.
        ("training-compute", 2010.0, 2100.0, &growth, 4.679, 0.0005, 428),
    ];
    for (name, from, to, measure, expected, tolerance, count) in references {
        let (slope, points) = trend(tables.get(name).expect(name), from, to);
        assert!((measure(slope) - expected).abs() <= tolerance && points == count, "{name}: {} of {points}", measure(slope));
    }
}

#[test]
fn every_source_is_explained_and_every_explained_source_is_used() {
    let tables = all();
    let sources = read_sources(&file("sources")).expect("well formed");
    let used =
        |key: &str| NAMES.iter().any(|name| tables.get(name).is_some_and(|series| series.points.iter().any(|point| point.source == key)));
    assert_eq!(sources.len(), 7);
    assert!(sources.iter().all(|source| used(&source.key)));
    let rupp = sources.iter().find(|source| source.key == "rupp").expect("rupp");
    assert!(rupp.citation.contains("\"50 Years of Microprocessor Trend Data\"") && rupp.licence == "CC BY 4.0");
    // A row whose source nobody explains, and a source twice.
    let unexplained =
        read_all(&SCHEMAS, &|name| Ok(if name == "sources.csv" { read(name)?.replace("\nmoravec,", "\nsomebody,") } else { read(name)? }));
    let Err(Unread::Malformed(malformed)) = unexplained else { panic!("an unexplained source passes") };
    assert_eq!(malformed, Malformed { table: "machines", line: 2, column: "source", problem: Problem::Source });
    let twice = read_sources("source,citation,licence\na,A,free\na,B,free\n").expect_err("twice");
    assert_eq!((twice.line, twice.problem), (3, Problem::Duplicate));
}

#[test]
fn a_file_that_is_not_there_is_told_by_its_name() {
    let error = read_all(&SCHEMAS, &|name| if name == "kurzweil.csv" { Err(io::ErrorKind::NotFound.into()) } else { read(name) })
        .expect_err("missing");
    assert!(error.to_string().starts_with("kurzweil.csv: "), "{error}");
}

#[test]
fn tables_are_added_one_by_one_and_compared_by_identity() {
    let none = Tables::default();
    assert!(!none.has(&["kurzweil"]) && none.has(&[]) && none == Tables::default());
    let some = with(&none, "kurzweil", &file("kurzweil")).expect("well formed");
    assert!(some.has(&["kurzweil"]) && !some.has(&["kurzweil", "machines"]) && none.get("kurzweil").is_none());
    assert!(some == some.clone() && some != none);
    assert!(some != with(&none, "kurzweil", &file("kurzweil")).expect("well formed"));
}

const KURZWEIL: &str = "machine,year,calculations_per_s_per_1000_usd,source\n";
const GPUS: &str = "name,segment,date,release_price_usd,fp32_flop_per_s,source\n";

fn problem(table: &str, text: &str) -> (usize, &'static str, Problem) {
    let Err(malformed) = only(table, text) else { panic!("passes: {text}") };
    (malformed.line, malformed.column, malformed.problem)
}

#[test]
fn quotes_line_ends_and_byte_order_marks_are_read() {
    let text = "\u{feff}machine,year,calculations_per_s_per_1000_usd,source\r\n\"Two, \"\"too\"\"\",1950,2,a\r\nOne,1940,1e0,a\r\n\r\n";
    let tables = only("kurzweil", text).expect("well formed");
    let points = &tables.get("kurzweil").expect("added").points;
    assert_eq!(points.iter().map(|point| point.name.as_str()).collect::<Vec<_>>(), ["One", "Two, \"too\""]);
}

#[test]
fn points_of_one_year_keep_their_order() {
    let tables = only("kurzweil", &format!("{KURZWEIL}B,1950,2,a\nA,1950,1,a\nC,1949,3,a\n")).expect("well formed");
    let names: String = tables.get("kurzweil").expect("added").points.iter().map(|point| point.name.as_str()).collect();
    assert_eq!(names, "CBA");
}

#[test]
fn what_is_no_table_is_refused() {
    assert!(schema("nothing").is_none());
    for nothing in ["", "\n\n", "\u{feff}", KURZWEIL] {
        assert_eq!(problem("kurzweil", nothing), (1, "", Problem::Empty), "{nothing:?}");
    }
    let page = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>404, not found, sorry, no, never, gone</title></head></html>\n";
    for name in NAMES {
        assert_eq!(problem(name, page), (1, "", Problem::Header), "{name}");
    }
    assert_eq!(problem("kurzweil", &file("machines")), (1, "", Problem::Header));
    assert_eq!(problem("kurzweil", &file("kurzweil").replacen("year", "Year", 1)), (1, "", Problem::Header));
}

#[test]
fn a_download_that_broke_off_is_refused_wherever_it_broke_within_a_line() {
    let whole = file("supercomputers");
    for (end, _) in whole.char_indices().filter(|(end, _)| *end > 0 && !whole[..*end].ends_with('\n')) {
        assert!(only("supercomputers", &whole[..end]).is_err(), "up to {end}");
    }
    assert_eq!(problem("kurzweil", &format!("{KURZWEIL}A,1950,1,a\nB,1951,2,kurz")), (3, "", Problem::Truncated));
    assert_eq!(problem("kurzweil", &format!("{KURZWEIL}A,1950,1,a\nB,1951\n")), (3, "", Problem::Fields));
    assert_eq!(problem("kurzweil", &format!("{KURZWEIL}A,1950,1,a\n\"B,1951,2,a\n")), (3, "", Problem::Fields));
    assert_eq!(problem("kurzweil", &format!("{KURZWEIL}A,1950,1,a\nB,1951,2,\"a\n")), (3, "", Problem::Truncated));
}

#[test]
fn a_bad_cell_is_refused_with_its_line_and_column() {
    let value = "calculations_per_s_per_1000_usd";
    for number in ["NaN", "nan", "inf", "-inf", "infinity", "1e999", "-5", "0", "1e-999", "", "1,5", "0x10", "one", " 1", "1 000"] {
        let quoted = format!("{KURZWEIL}A,1950,1,a\nB,1951,\"{number}\",a\n");
        let expected = if number.is_empty() { Problem::Text } else { Problem::Number };
        assert_eq!(problem("kurzweil", &quoted), (3, value, expected), "{number}");
    }
    for year in ["1799.9", "2100", "19.58", "NaN", "MCMLVIII", "1950-01"] {
        assert_eq!(problem("kurzweil", &format!("{KURZWEIL}A,{year},1,a\n")), (2, "year", Problem::Year), "{year}");
    }
    for date in
        ["2006", "2006-11", "2006-13-01", "2006-00-01", "2006-02-29", "1900-02-29", "2006-11-31", "2006-11-8", "+006-11-08", "08.11.2006"]
    {
        let text = format!("{GPUS}A,consumer,{date},1,1,a\n");
        assert_eq!(problem("gpu-prices", &text), (2, "date", Problem::Date), "{date}");
    }
    assert!(only("gpu-prices", &format!("{GPUS}A,consumer,2000-02-29,1,1,a\n")).is_ok());
    assert_eq!(problem("gpu-prices", &format!("{GPUS}A,Consumer,2006-11-08,1,1,a\n")), (2, "segment", Problem::Word));
    assert_eq!(problem("gpu-prices", &format!("{GPUS}A,consumer,2006-11-08,1,1,Some Body\n")), (2, "source", Problem::Source));
    assert_eq!(problem("gpu-prices", &format!("{GPUS}A ,consumer,2006-11-08,1,1,a\n")), (2, "name", Problem::Text));
    assert_eq!(problem("gpu-prices", &format!("{GPUS}A,consumer,2006-11-08,1e-300,1e300,a\n")), (2, "fp32_flop_per_s", Problem::Number));
    assert_eq!(problem("supercomputers", "system,year,list,flop_per_s,measure,source\nA,1993,1993-6,1,b,c\n"), (2, "list", Problem::Month));
}

#[test]
fn a_row_twice_is_refused() {
    assert_eq!(problem("kurzweil", &format!("{KURZWEIL}A,1950,1,a\nB,1950,1,a\n\nA,1950,1,a\n")), (5, "", Problem::Duplicate));
}

#[test]
fn what_is_wrong_is_told_to_builders_and_to_readers() {
    let malformed = only("kurzweil", &format!("{KURZWEIL}A,1950,-1,a\n")).expect_err("malformed");
    assert_eq!(
        malformed.to_string(),
        "kurzweil.csv, line 2, column calculations_per_s_per_1000_usd: this is not a finite number above zero"
    );
    assert_eq!(malformed.formatted(Language::En), "The table kurzweil arrived damaged (line 2).");
    assert_eq!(malformed.formatted(Language::De), "Die Tabelle kurzweil kam beschädigt an (Zeile 2).");
}

/// Whatever is accepted must be fit to be drawn.
fn sound(table: &str, text: &str) -> bool {
    only(table, text).is_ok_and(|tables| {
        let points = &tables.get(table).expect("just added").points;
        assert!(!points.is_empty() && points.is_sorted_by(|one, other| one.year <= other.year));
        assert!(points.iter().all(|point| point.value > 0.0 && point.value.is_finite() && (1800.0..2100.0).contains(&point.year)));
        true
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(256)))]

    #[test]
    fn no_text_breaks_the_reader(text in "(?s).{0,300}", rows in "([a1,\"\r\n\u{feff}é.-]|1950){0,80}") {
        for name in NAMES {
            prop_assert!(!sound(name, &text));
        }
        sound("kurzweil", &format!("{KURZWEIL}{rows}"));
        let _ = read_sources(&format!("source,citation,licence\n{rows}"));
    }

    #[test]
    fn no_edit_of_a_file_breaks_the_reader(
        name in prop::sample::select(&NAMES[..]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40, "[0-9a-z,\"\r\n.éN-]{0,6}"), 1..4),
    ) {
        let mut text: Vec<char> = file(name).chars().collect();
        for (place, length, new) in edits {
            let place = place.index(text.len());
            text.splice(place..(place + length).min(text.len()), new.chars());
        }
        sound(name, &text.into_iter().collect::<String>());
    }
}
