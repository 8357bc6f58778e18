//! `flutter` over all its declared bounds, and snapshots of its pictures.

use crate::common::bounds::check_frame;
use crate::common::states::{at_shares, shares};
use crate::common::{assert_drawn, layers, state_and_layout};
use pendrop_budget::cases;
use pendrop_figures::flutter::{Flutter, FlutterOutcome};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::{Animation, Outcome, Reading},
    picture::Frame,
    tables::Tables,
};
use pendrop_science::plate::Release;
use proptest::prelude::*;
use std::{
    f64::consts::{FRAC_PI_2, FRAC_PI_4},
    sync::Arc,
};

const WIDE: Frame = Frame { width: 640.0, height: 560.0, narrow: false, language: Language::En, guess: None };
const NARROW: Frame = Frame { width: 350.0, height: 284.0, narrow: true, language: Language::De, guess: None };

fn fallen(release: &Release) -> Arc<FlutterOutcome> {
    Arc::new(FlutterOutcome::of(release))
}

/// The whole picture at a time; its two layers in their groups.
fn drawn(frame: &Frame, fallen: &Arc<FlutterOutcome>, time: f64) -> String {
    let outcome: Arc<dyn Outcome> = fallen.clone();
    let [background, foreground] = layers(&outcome, frame, time);
    format!("<g>{background}</g><g>{foreground}</g>")
}

const DEFAULT: Release = Release { inertia: 2.2, angle: FRAC_PI_4, nudge: 1e-6, duration: 120.0 };

/// Typical states and those at the edges: name, how it is let go, moment as a share of the fall (none: the one shown first).
fn states() -> Vec<(&'static str, Release, Option<f64>)> {
    vec![
        ("chaos", DEFAULT, None),
        ("chaos-held", DEFAULT, Some(0.0)),
        ("chaos-together", DEFAULT, Some(0.3)),
        ("chaos-away", Release { duration: 200.0, ..DEFAULT }, Some(0.72)),
        ("chaos-far", Release { duration: 200.0, inertia: 1.8, nudge: 1e-3, ..DEFAULT }, Some(0.98)),
        ("chaos-long", Release { duration: 200.0, ..DEFAULT }, Some(1.0)),
        ("flutter", Release { inertia: 1.1, ..DEFAULT }, None),
        ("heavy-flutter", Release { inertia: 3.0, ..DEFAULT }, Some(0.4)),
        ("tumbling", Release { inertia: 1.4, ..DEFAULT }, None),
        ("tumbling-long", Release { inertia: 1.25, duration: 200.0, ..DEFAULT }, None),
        ("mixed", Release { inertia: 1.5, ..DEFAULT }, None),
        ("dive", Release { inertia: 1.2, duration: 200.0, ..DEFAULT }, None),
        ("apart", Release { nudge: 0.1, ..DEFAULT }, None),
        ("short", Release { duration: 10.0, nudge: 0.03, ..DEFAULT }, None),
        ("least", Release { nudge: 1e-8, duration: 200.0, ..DEFAULT }, None),
        ("on-edge", Release { angle: FRAC_PI_2, inertia: 0.5, ..DEFAULT }, None),
        ("flat", Release { angle: 0.0, inertia: 4.0, nudge: 0.05, ..DEFAULT }, None),
    ]
}

#[test]
fn the_other_language_is_drawn() {
    let fallen = fallen(&DEFAULT);
    for (frame, layout) in [(Frame { language: Language::De, ..WIDE }, "wide"), (Frame { language: Language::En, ..NARROW }, "narrow")] {
        assert_drawn(&format!("flutter__chaos-other-{layout}"), &frame, &drawn(&frame, &fallen, fallen.poster()));
    }
}

/// Those of the states, in those layouts, that show what no other does.
const SNAPSHOTS: [&str; 17] = [
    "chaos-wide",
    "chaos-narrow",
    "chaos-held-wide",
    "chaos-held-narrow",
    "chaos-together-narrow",
    "chaos-away-wide",
    "chaos-away-narrow",
    "chaos-far-narrow",
    "chaos-long-wide",
    "chaos-long-narrow",
    "flutter-wide",
    "tumbling-wide",
    "tumbling-narrow",
    "dive-narrow",
    "short-wide",
    "on-edge-wide",
    "flat-narrow",
];

#[test]
fn typical_states_are_drawn() {
    for snapshot in SNAPSHOTS {
        let (state, frame) = state_and_layout(snapshot, &WIDE, &NARROW);
        let (_, release, share) = states().into_iter().find(|(name, ..)| *name == state).expect("a state");
        let fallen = fallen(&release);
        let time = share.map_or_else(|| fallen.poster(), |share| share * release.duration);
        assert_drawn(&format!("flutter__{snapshot}"), frame, &drawn(frame, &fallen, time));
    }
}

/// Both layouts are in every page: together they must stay small.
#[test]
fn pictures_are_small() {
    for (name, release, _) in states() {
        let fallen = fallen(&release);
        let size: usize = [WIDE, NARROW].iter().map(|frame| drawn(frame, &fallen, fallen.poster()).len()).sum();
        assert!(size < 32_000, "{name}: {size} bytes");
    }
}

/// Whatever the sliders say, at any width and moment: no number is missing, and nothing lies outside the frame but by what
/// letters and strokes need.
#[test]
fn everything_stays_in_the_frame() {
    for (name, release, _) in states() {
        let fallen = fallen(&release);
        for width in [280.0, 350.0, 608.0, 560.0, 720.0] {
            let narrow = width < 350.5 || width == 608.0;
            for language in [Language::En, Language::De] {
                let frame = Frame { width, height: if narrow { 284.0 } else { 560.0 }, narrow, language, guess: None };
                for step in [0, 3, 7, 10] {
                    let markup = drawn(&frame, &fallen, release.duration * f64::from(step) / 10.0);
                    for value in ["NaN", "inf", "–", "accent", "band"] {
                        assert!(!markup.contains(value), "{name} {width}: {value}");
                    }
                    check_frame(&frame, &markup, 2.0);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(80)))]

    #[test]
    fn a_caveat_says_why_nothing_is_predictable(shares in shares(&Flutter)) {
        let outcome = Flutter.solve(&at_shares(&Flutter, &shares), &Tables::default());
        for (language, _) in LANGUAGES {
            let readouts = outcome.readouts(*language);
            let names: Vec<_> = readouts.iter().map(|readout| readout.name).collect();
            prop_assert_eq!(names, ["predictable_for", "regime", "separation", "lyapunov_exponent", "time_per_decade", "descent_velocity"]);
            for readout in &readouts {
                match &readout.reading {
                    Reading::Number(_) => {}
                    Reading::Word(word) => prop_assert!(["flutter", "tumbling", "mixed", "chaotic"].contains(&word.as_ref())),
                    // Where nothing grows, that is all there is to say.
                    Reading::Missing if readout.name == "time_per_decade" => {}
                    Reading::Missing => prop_assert!(readout.name != "lyapunov_exponent" && outcome.caveat(*language).is_some()),
                }
                prop_assert!(!readout.accent);
            }
        }
        let table = outcome.table(Language::En);
        prop_assert!(table.rows.iter().flatten().all(|cell| cell.number().is_some_and(f64::is_finite)));
        let animation = outcome.animation().unwrap();
        prop_assert_eq!(animation.unit(), "1");
        for frame in [WIDE, NARROW] {
            prop_assert!(outcome.clone().picture(&frame).time_axis().is_some_and(|axis| axis.end >= animation.duration()));
        }
    }
}

/// Where chaos has eaten all digits, nothing is told that a computation with other steps would deny.
#[test]
fn what_arithmetic_cannot_tell_is_not_told() {
    let long = fallen(&Release { duration: 200.0, ..DEFAULT });
    for (language, reason, sentence, caveat) in [
        (Language::En, "no longer computable", "beyond what arithmetic can tell", "rounding errors decide"),
        (Language::De, "nicht mehr berechenbar", "lässt sich nicht mehr ausrechnen", "entscheiden Rundungsfehler"),
    ] {
        let readouts = long.readouts(language);
        let missing: Vec<_> = readouts.iter().filter(|readout| readout.reading == Reading::Missing).collect();
        assert_eq!(missing.iter().map(|readout| readout.name).collect::<Vec<_>>(), ["separation", "descent_velocity"]);
        assert!(missing.iter().all(|readout| readout.display.0 == reason), "{:?}", missing[0].display);
        assert!(long.description(language).contains(sentence));
        assert!(long.caveat(language).is_some_and(|found| found.contains(caveat)));
    }
    // The table ends where the paths are no longer known, and the chart says so from there on (and is dashed: "chaos-long").
    let rows = long.table(Language::En).rows;
    let last = rows.last().and_then(|row| row[0].number()).expect("rows");
    assert!((130.0..175.0).contains(&last), "{last}");
    assert!(drawn(&WIDE, &long, 200.0).contains("known until 1"));
    assert!(drawn(&Frame { language: Language::De, ..WIDE }, &long, 200.0).contains("bekannt bis 1"));
}

/// A hundredth of the difference buys 2 ln 10 ÷ 0.14 = 33 units of time more, give or take.
#[test]
fn in_chaos_care_buys_little_more() {
    let times = [1e-2, 1e-4, 1e-6, 1e-8].map(|nudge| {
        let readouts = fallen(&Release { nudge, ..DEFAULT }).readouts(Language::En);
        let Reading::Number(time) = readouts[0].reading else { panic!("{nudge}: they never part") };
        time
    });
    assert!(times.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] < 60.0), "{times:?}");
    assert!((times[2] - 70.0).abs() < 5.0, "{times:?}");
}

#[test]
fn the_headline_states_what_was_found() {
    let headline = |release: Release| fallen(&release).headline(Language::En);
    assert_eq!(headline(DEFAULT), "Let go 10⁻⁶ rad differently, and after 70.3 units of time the sheet goes its own way");
    assert!(headline(Release { inertia: 1.4, ..DEFAULT }).contains("turns over by a rule"));
    assert!(headline(Release { duration: 40.0, ..DEFAULT }).starts_with("Chaos takes time"));
    assert!(headline(Release { nudge: 0.1, ..DEFAULT }).contains("from the start"));
}

/// The states of its snapshots, and others that can be looked at.
pub fn looked_at() -> Vec<(&'static str, Arc<dyn Outcome>)> {
    states().into_iter().map(|(name, release, _)| (name, fallen(&release) as Arc<dyn Outcome>)).collect()
}
