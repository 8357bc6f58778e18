//! `pen-drop` over all its declared bounds: every address gives a valid state, every state an outcome with its texts.

use crate::common::states::{at_shares, shares};
use pendrop_budget::cases;
use pendrop_figures::pen_drop::{PenDrop, parameters::PenDropParameters};
use pendrop_kit::{
    figure::Figure,
    locale::{LANGUAGES, Language},
    outcome::Reading,
    parameter::{Kind, Scale},
    query,
    tables::Tables,
    values::{Parameters, Value, Values},
};
use proptest::prelude::*;
use rand::{Rng, RngCore, SeedableRng, rngs::StdRng};

fn parsed(pairs: &[(&str, &str)]) -> query::Parsed {
    query::parse(PenDrop.parameters(), "", pairs.iter().copied())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(500)))]

    #[test]
    fn a_caveat_says_why_it_never_lands(shares in shares(&PenDrop)) {
        let outcome = PenDrop.solve(&at_shares(&PenDrop, &shares), &Tables::default());
        let never_lands = outcome.readouts(LANGUAGES[0].0).iter().any(|readout| readout.name == "fall_time" && readout.reading == Reading::Missing);
        prop_assert_eq!(never_lands, outcome.caveat(LANGUAGES[0].0).is_some());
    }

    #[test]
    fn a_state_goes_into_the_address_and_back(shares in shares(&PenDrop)) {
        let values = at_shares(&PenDrop, &shares);
        let pairs = query::pairs(&values);
        let borrowed: Vec<_> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let again = parsed(&borrowed);
        prop_assert!(again.rejections.is_empty());
        for (index, parameter) in PenDrop.parameters().iter().enumerate() {
            // A choice moved by hand back onto a preset's values may read as that preset; the numbers are what counts.
            if let Some(Value::Number(value)) = values.get(index) {
                prop_assert_eq!(Some(Value::Number(value)), again.values.get(index), "{}", parameter.name);
            }
        }
        prop_assert_eq!(query::pairs(&again.values), pairs);
        let all = query::all_pairs(&values);
        let borrowed: Vec<_> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
        prop_assert!(parsed(&borrowed).values == values, "{:?}", all);
    }
}

/// Ten thousand addresses nobody would write: each gives a state within bounds, and nothing panics.
#[test]
fn nothing_in_an_address_breaks_the_parser() {
    let mut rng = StdRng::seed_from_u64(20_240_411);
    let names: Vec<&str> =
        PenDrop.parameters().iter().map(|parameter| parameter.name).chain(["time", "", "nothing", "pen-drop.mass"]).collect();
    let odd = [
        "", "nan", "inf", "-inf", "1e999", "-1e999", "1e-999", "0x10", "1,5", "1_000", "--1", "1e", ".", "💥", "\u{0}", "1e 3", "pen",
        "custom", "null", "-0",
    ];
    for _ in 0..10_000 {
        let pairs: Vec<(String, String)> = (0..rng.random_range(0..6))
            .map(|_| {
                let value = match rng.random_range(0..3) {
                    0 => odd[rng.random_range(0..odd.len())].to_owned(),
                    1 => format!("{:e}", f64::from_bits(rng.next_u64())),
                    _ => (0..rng.random_range(0..40)).map(|_| char::from_u32(rng.random_range(0..0x3000)).unwrap_or('x')).collect(),
                };
                (names[rng.random_range(0..names.len())].to_owned(), value)
            })
            .collect();
        let parsed = query::parse(PenDrop.parameters(), "", pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        for (index, parameter) in PenDrop.parameters().iter().enumerate() {
            if let (Kind::Quantity(quantity), Some(Value::Number(value))) = (&parameter.kind, parsed.values.get(index)) {
                assert!(quantity.allows(value), "{} became {value} from {pairs:?}", parameter.name);
            }
        }
        assert!(parsed.time.is_none_or(|time| time.is_finite() && time >= 0.0));
    }
}

#[test]
fn explicit_values_win_over_a_preset_and_make_it_custom() {
    let state = parsed(&[("object", "feather"), ("mass", "0.01")]);
    let parameters = PenDropParameters::of(&state.values);
    assert_eq!((parameters.object, parameters.mass, parameters.area), ("custom", 0.01, 20e-4));
}

#[test]
fn a_value_that_cannot_be_had_is_replaced_and_named() {
    for (asked, in_force) in [("1e999", 1.5), ("abc", 1.5), ("nan", 1.5), ("5000", 4000.0), ("-3", 0.1)] {
        let state = parsed(&[("height", asked)]);
        assert_eq!(PenDropParameters::of(&state.values).height, in_force, "{asked}");
        assert_eq!(state.rejections.len(), 1);
        assert_eq!(state.rejections[0].asked, asked);
    }
}

#[test]
fn an_address_is_a_state() {
    let state = |pairs: &[(&str, &str)], prefix: &str| {
        let parsed = query::parse(PenDrop.parameters(), prefix, pairs.iter().copied());
        assert!(parsed.rejections.is_empty(), "{pairs:?}");
        PenDropParameters::of(&parsed.values)
    };
    let both = state(&[("height", "2e2"), ("mass", "1E-2")], "");
    assert_eq!((both.height, both.mass), (200.0, 0.01));
    for pairs in
        [[("object", "feather"), ("mass", "0.001"), ("world", "mars")], [("mass", "0.001"), ("world", "mars"), ("object", "feather")]]
    {
        let presets = state(&pairs, "");
        assert_eq!((presets.mass, presets.area, presets.gravity, presets.fluid_density), (0.001, 20e-4, 3.71, 0.02));
    }
    // On a page of several figures only what is named after this one counts.
    let own = state(&[("height", "2"), ("other.height", "3"), ("pen-drop.unknown", "4"), ("pen-drop.mass", "0.1")], "pen-drop.");
    assert_eq!((own.height, own.mass), (1.5, 0.1));
}

#[test]
fn a_guess_is_told_how_far_off_it_was() {
    let outcome = PenDrop.solve(&Values::defaults(PenDrop.parameters()), &Tables::default());
    let prediction = outcome.prediction().expect("there is a question");
    for (guess, en, de) in [
        (0.7, ["0.70\u{202f}s", "0.15\u{202f}s sooner"], ["0,70\u{202f}s", "0,15\u{202f}s früher"]),
        (0.3, ["0.30\u{202f}s", "0.25\u{202f}s later"], ["0,30\u{202f}s", "0,25\u{202f}s später"]),
        (0.55, ["0.5543\u{202f}s", "this slider gets no closer"], ["0,5543\u{202f}s", "genauer"]),
    ] {
        for (language, words) in [(Language::En, en), (Language::De, de)] {
            let verdict = prediction.verdict(guess, language);
            assert!(words.iter().all(|word| verdict.contains(word)), "{guess}: {verdict}");
        }
    }
}

#[test]
fn a_plus_sign_in_an_exponent_arrives_as_a_space() {
    assert_eq!(PenDropParameters::of(&parsed(&[("height", "1e 3")]).values).height, 1000.0);
}

#[test]
fn every_preset_names_declared_parameters_within_bounds() {
    for parameter in PenDrop.parameters() {
        let Kind::Choice(choice) = &parameter.kind else { continue };
        for (name, value) in choice.options.iter().flat_map(|option| option.preset) {
            let filled = PenDrop.parameters().iter().find(|parameter| parameter.name == *name).map(|parameter| &parameter.kind);
            let Some(Kind::Quantity(quantity)) = filled else { panic!("{name} is not declared") };
            assert!(quantity.allows(*value), "{name} = {value}");
            assert!(quantity.scale == Scale::Linear || *value == 0.0 || *value >= quantity.min);
        }
    }
}
