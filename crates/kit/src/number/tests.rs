use proptest::prelude::*;

use super::parse;

/// Every text is read as the standard library reads it, to the last bit.
fn assert_same(text: &str) {
    let expected = text.parse::<f64>().ok();
    assert_eq!(parse(text).map(f64::to_bits), expected.map(f64::to_bits), "{text}: {:?}, not {expected:?}", parse(text));
}

#[test]
fn edges_are_read_as_the_standard_library_reads_them() {
    for text in [
        "",
        "+",
        "-",
        ".",
        "e",
        "1e",
        "1e+",
        "e5",
        ".e5",
        "1.2.3",
        "1e2e3",
        "1e2.5",
        "--1",
        "1 ",
        "1,5",
        "0x10",
        "1_000",
        "٣",
        "-.",
        "0",
        "-0",
        "0e999",
        "000.000",
        "1.",
        ".5",
        "-.5e1",
        "+7",
        "00012",
        "1E5",
        "1e+5",
        "1e-5",
        "9007199254740992",
        "9007199254740993",
        "9007199254740993.0000000001",
        "1e22",
        "1e23",
        "8e22",
        "123e33",
        "1e37",
        "5e-324",
        "2e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "1e99999999999",
        "1e-99999999999",
        "0.000000000000000000000000000000000000000000000000001e400",
        "6929495644600919.5",
        "3.2378839133029012895883524125015321748630094e-319",
    ] {
        assert_same(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_number_is_read_back(bits in 0..f64::INFINITY.to_bits(), digits in 0_usize..25) {
        let number = f64::from_bits(bits);
        for text in [format!("{number}"), format!("{number:e}"), format!("-{number:.digits$e}")] {
            assert_same(&text);
        }
    }

    #[test]
    fn short_numbers_are_read_exactly(mantissa in 0_u64.., shift in 0_u32..64, exponent in -45_i32..45) {
        assert_same(&format!("{}e{exponent}", mantissa >> shift));
    }

    #[test]
    fn what_lies_halfway_goes_to_the_even_one(mantissa in 1_u64 << 52..1 << 53, power in -27_i32..70) {
        // Halfway between mantissa and mantissa + 1, times two to the power: with a five for each half its digits are whole.
        let odd = u128::from(2 * mantissa + 1);
        let digits = if power < 0 { odd * 5_u128.pow(power.unsigned_abs()) } else { odd << power };
        let exponent = power.min(0);
        let [below, above] = [format!("{}9999999e{}", digits - 1, exponent - 7), format!("{digits}0000001e{}", exponent - 7)];
        prop_assert!(parse(&below) < parse(&above));
        for text in [below, format!("{digits}e{exponent}"), above] {
            assert_same(&text);
        }
    }

    #[test]
    fn whatever_is_written_is_read_alike(text in "[-+]?[0-9]{0,25}[.]?[0-9]{0,25}([eE][-+]?[0-9]{0,4})?") {
        assert_same(&text);
    }

    #[test]
    fn what_is_no_number_is_none(text in "[-+.eE0-9 ]{0,8}") {
        assert_same(&text);
    }
}
