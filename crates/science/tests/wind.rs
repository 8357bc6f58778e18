//! Falls with wind, against an independent integration and against the closed form.

mod common;
use common::*;
use pendrop_science::falling::{Fall, Release};

fn pen_in_wind(wind: f64) -> Release {
    Release { wind, ..pen_side_on() }
}

/// A fixed-step Runge-Kutta 4 of its own: `[x, vx, fallen, v]` after `time`.
fn runge_kutta(release: &Release, time: f64, steps: u32) -> [f64; 4] {
    let k = 0.5 * release.fluid_density * release.drag_coefficient * release.area / release.mass;
    let g = release.gravity * (1.0 - release.fluid_density * release.volume / release.mass);
    let slope = |s: [f64; 4]| {
        let (u, v) = (s[1] - release.wind, s[3]);
        let r = (u * u + v * v).sqrt();
        [s[1], -k * r * u, v, g - k * r * v]
    };
    let plus = |s: [f64; 4], d: [f64; 4], h: f64| std::array::from_fn(|i| s[i] + h * d[i]);
    let h = time / f64::from(steps);
    (0..steps).fold([0.0; 4], |s, _| {
        let a = slope(s);
        let b = slope(plus(s, a, 0.5 * h));
        let c = slope(plus(s, b, 0.5 * h));
        let d = slope(plus(s, c, h));
        std::array::from_fn(|i| s[i] + h / 6.0 * (a[i] + 2.0 * b[i] + 2.0 * c[i] + d[i]))
    })
}

/// A crosswind of 1 m/s shifts the side-on pen by 36.6 mm, 3 m/s by 178 mm (SCIENCE.md C, end; our own independent ODE).
#[test]
fn a_crosswind_shifts_the_pen() {
    assert_near(landing(&pen_in_wind(1.0)).drift, 0.0366, 5e-5);
    assert_near(landing(&pen_in_wind(3.0)).drift, 0.178, 5e-4);
}

#[test]
fn an_independent_integration_agrees() {
    let releases = [
        pen_in_wind(3.0),
        Release { height: 30.0, volume: PEN_VOLUME, ..pen_in_wind(-20.0) },
        Release { wind: 0.4, ..body(0.00499, 0.0624, 1.17) },
        Release { wind: 1.0, fluid_density: 65.0, gravity: 8.87, ..pen_end_on() },
        Release { wind: -2.0, fluid_density: 1000.0, volume: 2e-5, ..body(0.01, 0.001, 1.0) },
    ];
    for release in releases {
        let fall = Fall::solve(&release);
        for share in [0.013, 0.2, 0.37, 0.61, 0.83, 1.0] {
            let time = share * fall.duration();
            let [x, vx, fallen, v] = runge_kutta(&release, time, 20_000);
            let motion = fall.at(time);
            assert_close(motion.x, x, 1e-7);
            assert_close(motion.vx, vx, 1e-7);
            assert_near(motion.height, release.height - fallen, 1e-8 * release.height.max(fallen.abs()));
            assert_close(motion.fall_speed, v, 1e-7);
        }
    }
}

/// Impulse and momentum again: horizontally the wind's impulse is m vx, vertically what drag took from gravity.
#[test]
fn the_wind_impulse_is_the_sideways_momentum() {
    let release = Release { volume: PEN_VOLUME, ..pen_in_wind(-3.0) };
    let fall = Fall::solve(&release);
    let (i, end) = (fall.impulses(), fall.at(fall.duration()));
    assert_close(i.wind, -release.mass * end.vx, 1e-14);
    assert_close(i.gravity - i.buoyancy - i.drag, release.mass * end.fall_speed, 1e-9);
    // The same drag summed along the way (midpoint rule).
    let parts = 20_000;
    let part = fall.duration() / f64::from(parts);
    let sum: f64 = (0..parts).map(|n| part * fall.forces_at((f64::from(n) + 0.5) * part).drag_up).sum();
    assert_close(i.drag, sum, 1e-7);
}

/// In a gale the drag peaks at the release, on a calm day at the landing.
#[test]
fn peak_drag_is_at_one_of_the_ends() {
    for wind in [0.5, 4.9, 6.0, 20.0] {
        let fall = Fall::solve(&pen_in_wind(wind));
        let peak = (0..=1000)
            .map(|n| fall.forces_at(fall.duration() * f64::from(n) / 1000.0))
            .map(|f| f.drag_up.hypot(f.drag_x) / f.gravity)
            .fold(0.0, f64::max);
        assert_close(fall.peak_drag_to_weight().expect("lands"), peak, 1e-12);
    }
}

/// With a faint drag the delay is small against the rounding of the fall time, and still right: the closed form says so.
#[test]
fn a_tiny_delay_survives_the_integration() {
    for drag_coefficient in [1e-3, 1e-6, 1e-10, 1e-14] {
        let release = Release { drag_coefficient, wind: 1e-9, ..pen_side_on() };
        let formula = Fall::solve(&Release { wind: 0.0, ..release });
        let integrated = Fall::solve(&release);
        assert_close(integrated.prediction_error().expect("lands"), formula.prediction_error().expect("lands"), 1e-8);
        assert_close(integrated.impulses().drag, formula.impulses().drag, 1e-8);
    }
}
