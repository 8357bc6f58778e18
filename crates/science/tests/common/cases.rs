//! The cases of `trend_cases.json`.

use serde_json::Value;

/// Everything in the file.
pub fn all() -> Value {
    serde_json::from_str(include_str!("../trend_cases.json")).unwrap()
}

/// One per set of points.
pub fn cases() -> Vec<Value> {
    list(&all()["cases"]).to_vec()
}

/// The case of this name.
pub fn case(name: &str) -> Value {
    cases().into_iter().find(|case| case["name"] == name).unwrap()
}

/// One per combination of drivers.
pub fn drivers() -> Vec<Value> {
    list(&all()["drivers"]).to_vec()
}

pub fn points(case: &Value) -> Vec<(f64, f64)> {
    list(&case["points"]).iter().map(|point| (number(&point[0]), number(&point[1]))).collect()
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// The same to 1e-9 of the value; what is zero in exact arithmetic may be as far off as rounding makes it.
#[track_caller]
pub fn assert_same(found: f64, expected: &Value, what: &str) {
    let expected = number(expected);
    assert!((found - expected).abs() <= 1e-9 * expected.abs() + 1e-13, "{what}: {found}, not {expected}");
}
