//! Laws that hold for every release within the bounds stated at `Release`, corners included.

mod common;
use common::assert_close;
use pendrop_budget::cases;
use pendrop_science::falling::{Fall, NoLanding, Release};
use proptest::prelude::*;

/// Log-uniform, the two ends more often than by chance.
fn logarithmic(low: f64, high: f64) -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(low), 1 => Just(high), 4 => (low.ln()..high.ln()).prop_map(f64::exp)]
}

fn or_zero(low: f64, high: f64) -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 5 => logarithmic(low, high)]
}

fn still_release() -> impl Strategy<Value = Release> {
    let body = (logarithmic(1e-5, 10.0), logarithmic(1e-6, 1.0), or_zero(1e-6, 2.5), or_zero(1e-8, 0.01));
    let place = (logarithmic(0.1, 4000.0), or_zero(1e-6, 30.0), or_zero(1e-3, 1100.0));
    (body, place).prop_map(|((mass, area, drag_coefficient, volume), (height, gravity, fluid_density))| Release {
        mass,
        area,
        drag_coefficient,
        volume,
        height,
        gravity,
        fluid_density,
        wind: 0.0,
    })
}

fn release() -> impl Strategy<Value = Release> {
    (still_release(), or_zero(1e-9, 20.0), any::<bool>())
        .prop_map(|(release, wind, left)| Release { wind: if left { -wind } else { wind }, ..release })
}

fn moments(fall: &Fall) -> impl Iterator<Item = f64> {
    let duration = fall.duration();
    // Evenly, and ever closer to the release, where the wind may act within nanoseconds.
    let early = (1..60).rev().map(move |n| duration * 0.6f64.powi(n));
    std::iter::once(0.0).chain(early).chain((1..=40).map(move |n| duration * (0.6 + 0.01 * f64::from(n))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(256)))]

    #[test]
    fn every_outcome_is_finite_or_has_a_reason(release in release()) {
        let fall = Fall::solve(&release);
        let floats = release.fluid_density * release.volume >= release.mass;
        match fall.landing() {
            Ok(landing) => {
                prop_assert!(release.gravity > 0.0 && !floats);
                for value in [landing.time, landing.time_vacuum, landing.speed] {
                    prop_assert!(value.is_finite() && value > 0.0);
                }
                prop_assert!(landing.drift.is_finite() && landing.drift * release.wind >= 0.0);
                prop_assert!(landing.drift.abs() <= (release.wind * landing.time).abs() * (1.0 + 1e-9));
                prop_assert!(landing.time >= landing.time_vacuum * (1.0 - 1e-9));
                prop_assert!(fall.prediction_error().is_some_and(|e| (0.0..1.0).contains(&e)));
                prop_assert!(fall.peak_drag_to_weight().is_some_and(|d| d.is_finite() && d >= 0.0));
                prop_assert_eq!(fall.dominance().is_some(), fall.terminal_velocity().is_some());
                let end = fall.at(fall.duration());
                prop_assert_eq!(end.height, 0.0);
                assert_close(end.vx.hypot(end.fall_speed), landing.speed, 1e-9);
                let before = fall.at(fall.duration() * (1.0 - 1e-9));
                prop_assert!(before.height <= 1e-8 * (release.height + landing.speed * landing.time));
            }
            Err(NoLanding::NoGravity) => prop_assert_eq!(release.gravity, 0.0),
            Err(NoLanding::Floats) => prop_assert!(release.gravity > 0.0 && floats),
        }
        for value in [fall.terminal_velocity(), fall.dominance(), fall.delay()].into_iter().flatten() {
            prop_assert!(value.is_finite() && value >= 0.0);
        }
        let i = fall.impulses();
        for value in [i.gravity, i.buoyancy, i.drag, i.wind] {
            prop_assert!(value.is_finite() && value >= 0.0);
        }
        for time in moments(&fall) {
            let (m, f, v) = (fall.at(time), fall.forces_at(time), fall.vacuum_at(time));
            for value in [m.x, m.height, m.vx, m.fall_speed, f.gravity, f.buoyancy, f.drag_up, f.drag_x, v.height, v.fall_speed] {
                prop_assert!(value.is_finite(), "{:?} at {}", m, time);
            }
        }
    }

    /// The integration ends after a bounded number of steps, whatever the time scales.
    #[test]
    fn steps_are_few(release in release()) {
        prop_assert!(Fall::solve(&release).steps() < 2000);
    }

    /// Drag only takes: kinetic energy plus (m - rho V) g y never grows. Without wind speed only grows.
    #[test]
    fn energy_never_grows_in_still_air(release in still_release()) {
        let fall = Fall::solve(&release);
        let weight = (release.mass - release.fluid_density * release.volume) * release.gravity;
        let (mut energy, mut speed, mut height) = (weight * release.height, 0.0, release.height);
        let scale = energy.abs();
        for time in moments(&fall) {
            let motion = fall.at(time);
            let now = 0.5 * release.mass * motion.fall_speed * motion.fall_speed + weight * motion.height;
            prop_assert!(now <= energy + 1e-12 * scale.max((weight * motion.height).abs()));
            prop_assert!(motion.fall_speed.abs() >= speed * (1.0 - 1e-14));
            let sinks = if weight >= 0.0 { height - motion.height } else { motion.height - height };
            prop_assert!(sinks >= 0.0);
            (energy, speed, height) = (now, motion.fall_speed.abs(), motion.height);
        }
    }

    /// With wind the fall still only goes down, and the wind only speeds the body up towards its own speed.
    #[test]
    fn falling_and_drifting_never_turn_back(release in release()) {
        let fall = Fall::solve(&release);
        let sign = if release.wind < 0.0 { -1.0 } else { 1.0 };
        let (mut height, mut along) = (release.height, 0.0);
        for time in moments(&fall) {
            let motion = fall.at(time);
            if fall.landing().is_ok() {
                prop_assert!(motion.height <= height + 1e-12 * release.height);
                prop_assert!(motion.fall_speed >= 0.0);
            }
            let now = sign * motion.vx;
            prop_assert!(now >= along - 1e-8 * release.wind.abs());
            prop_assert!(now <= release.wind.abs() * (1.0 + 1e-9));
            (height, along) = (motion.height, now);
        }
    }

    /// A breeze is no wind: a nanometre per second, or as little against the slowest of falls.
    #[test]
    fn integration_without_wind_is_the_closed_form(release in still_release(), breeze in prop_oneof![Just(0.0), Just(1e-9)]) {
        let formula = Fall::solve(&release);
        let wind = breeze * formula.at(formula.duration()).fall_speed.abs().min(1.0);
        let integrated = Fall::solve_by_integration(&Release { wind, ..release });
        match (formula.landing(), integrated.landing()) {
            (Ok(a), Ok(b)) => {
                assert_close(b.time, a.time, 1e-6);
                assert_close(b.speed, a.speed, 1e-6);
            }
            (a, b) => prop_assert_eq!(a, b),
        }
        if let (Some(a), Some(b)) = (formula.prediction_error(), integrated.prediction_error()) {
            assert_close(b, a, 1e-6);
        }
        for time in moments(&formula) {
            let (a, b) = (formula.at(time), integrated.at(time));
            assert_close(b.fall_speed, a.fall_speed, 1e-6);
        }
    }

    #[test]
    fn a_mirrored_wind_mirrors_the_drift(release in release()) {
        let (here, there) = (Fall::solve(&release), Fall::solve(&Release { wind: -release.wind, ..release }));
        match (here.landing(), there.landing()) {
            (Ok(a), Ok(b)) => {
                prop_assert_eq!(a.drift, -b.drift);
                prop_assert_eq!((a.time, a.speed), (b.time, b.speed));
            }
            (a, b) => prop_assert_eq!(a, b),
        }
        prop_assert_eq!(here.at(1.0).x, -there.at(1.0).x);
    }
}

/// A gravity that no slider offers but a link may: still finite, or said to be none.
#[test]
fn hardly_any_gravity_stays_finite() {
    for gravity in [1e-6, 1e-11, 1e-13, 1e-300, f64::MIN_POSITIVE / 2.0] {
        for wind in [0.0, 1e-13, 20.0] {
            let release = Release { gravity, wind, height: 4000.0, fluid_density: 1100.0, ..common::body(1e-5, 1.0, 2.5) };
            let fall = Fall::solve(&release);
            assert_eq!(fall.landing().is_ok(), gravity > 1e-12);
            assert!(fall.duration().is_finite() && fall.at(1e300).x.is_finite());
            assert!(fall.steps() < 2000);
        }
    }
}

/// A release that is not within any bounds at all must not hang or panic either.
#[test]
fn nonsense_comes_back() {
    for bad in [f64::NAN, f64::INFINITY, -1.0, 0.0] {
        for wind in [0.0, 1.0, bad] {
            let r = common::pen_side_on();
            for release in [
                Release { mass: bad, wind, ..r },
                Release { gravity: bad, wind, ..r },
                Release { height: bad, wind, ..r },
                Release { area: bad, wind, ..r },
            ] {
                let fall = Fall::solve(&release);
                let _ = (fall.at(0.1), fall.at(bad), fall.impulses(), fall.dominant_force(), fall.peak_drag_to_weight());
            }
        }
    }
}
