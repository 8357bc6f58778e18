//! Falls without wind, against published numbers.

mod common;
use common::*;
use pendrop_science::falling::{Fall, Force, Motion, Release};
use std::f64::consts::PI;

/// Apollo 15: a 1.32-kg aluminium hammer and a 0.03-kg falcon feather, about 1.6 m above the Moon (NASA, Apollo 15 Hammer
/// and Feather; g = 1.622). Both take sqrt(2 h / g) = 1.40 s.
#[test]
fn hammer_and_feather_land_together() {
    let on_the_moon = |mass, area, drag_coefficient| {
        landing(&Release { height: 1.6, gravity: 1.622, fluid_density: 0.0, ..body(mass, area, drag_coefficient) })
    };
    let hammer = on_the_moon(1.32, 0.005, 1.0);
    let feather = on_the_moon(0.03, 0.01, 1.2);
    assert_near(hammer.time, 1.4046, 5e-5);
    assert_eq!(hammer.time, feather.time);
    assert_eq!(hammer.time, hammer.time_vacuum);
}

/// Free fall: y = g t^2 / 2, v = g t, impact sqrt(2 g h): 0.553096 s and 5.4240 m/s from 1.5 m (SCIENCE.md C).
#[test]
fn in_vacuum_only_gravity_counts() {
    let fall = Fall::solve(&Release { fluid_density: 0.0, wind: 5.0, ..pen_end_on() });
    let landing = fall.landing().expect("lands");
    assert_near(landing.time, 0.553096, 5e-7);
    assert_near(landing.speed, 5.4240, 5e-5);
    assert_eq!(landing.drift, 0.0);
    assert_eq!(fall.terminal_velocity(), None);
    assert_eq!(fall.dominance(), None);
    assert_eq!(fall.prediction_error(), Some(0.0));
    assert_eq!(fall.peak_drag_to_weight(), Some(0.0));
    assert_eq!(fall.dominant_force(), Some(Force::Gravity));
    let Motion { height, fall_speed, .. } = fall.at(0.3);
    assert_close(height, 1.5 - 0.5 * G * 0.09, 1e-14);
    assert_close(fall_speed, G * 0.3, 1e-14);
    assert_eq!(fall.at(0.3), fall.vacuum_at(0.3));
    assert_eq!(fall.at(9.0).height, 0.0);
}

/// Ping-pong ball, 2.7 g, 40 mm, Cd 0.445 (R. M. French): 8.79 m/s; another page says 9.1.
#[test]
fn a_ping_pong_ball_ends_near_nine_metres_per_second() {
    let ball = Fall::solve(&body(0.0027, PI * 0.02 * 0.02, 0.445));
    let terminal = ball.terminal_velocity().expect("air has drag");
    assert_near(terminal, 8.792335, 1e-5);
}

/// A belly-down skydiver: 54 m/s; half of it after about 3 s, 90 % after 8 s, 99 % after 15 s (Wikipedia, Terminal velocity).
/// The tanh law puts these at 3.025, 8.107 and 14.574 s.
#[test]
fn a_skydiver_approaches_54_metres_per_second() {
    let mass = 80.0 / 10.0; // within bounds; only the ratio of mass to area counts
    let area = 2.0 * mass * G / (AIR * 54.0 * 54.0);
    let fall = Fall::solve(&Release { height: 4000.0, ..body(mass, area, 1.0) });
    assert_close(fall.terminal_velocity().expect("drag"), 54.0, 1e-12);
    for (time, share) in [(3.025, 0.5), (8.107, 0.9), (14.574, 0.99)] {
        assert_near(fall.at(time).fall_speed / 54.0, share, 2e-4);
    }
}

/// A sheet of A4 (m^2); 80 g/m^2.
const A4: f64 = 0.210 * 0.297;

/// The table "Our numbers" of SCIENCE.md C: terminal speed, fall time, impact speed, drag over weight at impact.
#[test]
fn everyday_objects_from_a_metre_and_a_half() {
    let table = [
        (pen_end_on(), 43.19851, 0.553823, 0.727e-3, 5.4027, 0.0156),
        (pen_side_on(), 9.408964, 0.568532, 15.437e-3, 5.0031, 0.283),
        (body(0.020, PI * 0.005 * 0.005, 0.99), 64.1741, 0.553425, 0.33e-3, 5.4143, 0.0071),
        (body(0.020, 0.140 * 0.010, 0.86), 16.3083, 0.558208, 5.11e-3, 5.2774, 0.105),
        (body(0.0027, PI * 0.02 * 0.02, 0.445), 8.792335, 0.570792, 17.70e-3, 4.9466, 0.317),
        (body(0.0009, PI * 0.075 * 0.075, 0.9), 0.9519, 1.643148, 1.090, 0.9519, 1.0),
        (body(0.080 * A4, A4, 1.17), 1.0463, 1.507567, 0.954, 1.0463, 1.0),
    ];
    for (release, terminal, time, late, impact, drag) in table {
        let fall = Fall::solve(&release);
        let landing = fall.landing().expect("lands");
        assert_close(fall.terminal_velocity().expect("drag"), terminal, 1e-4);
        assert_close(landing.time, time, 1e-4);
        assert_close(fall.delay().expect("lands"), late, 1e-2);
        assert_close(landing.speed, impact, 1e-4);
        assert_close(fall.peak_drag_to_weight().expect("lands"), drag, 1e-2);
    }
}

/// "Test values" of SCIENCE.md C for vt = 9.40897 m/s.
#[test]
fn speed_and_path_of_the_side_on_pen() {
    let fall = Fall::solve(&Release { height: 10.0, ..pen_side_on() });
    for (time, speed, path) in [(0.5, 4.502889, 1.174060), (1.0, 7.327530, 4.209824)] {
        let motion = fall.at(time);
        assert_near(motion.fall_speed, speed, 3e-6);
        assert_near(10.0 - motion.height, path, 3e-6);
    }
}

/// "Worlds" of SCIENCE.md C: the pen with its buoyancy; fall times end-on and side-on. Gravity 5 km up is
/// less by (R / (R + 5 km))^2.
#[test]
fn the_pen_on_other_worlds() {
    let table = [
        ("Earth", G, AIR, 0.5543, 0.5690),
        ("5 km up", 9.7913, 0.7361, 0.5542, 0.5631),
        ("Moon", 1.622, 0.0, 1.3600, 1.3600),
        ("Mars", 3.71, 0.020, 0.8993, 0.8997),
        ("Venus", 8.87, 65.0, 0.6507, 1.3761),
        ("Titan", 1.352, 5.4, 1.5035, 1.6822),
        ("Jupiter", 24.79, 0.16, 0.3480, 0.3492),
    ];
    for (world, gravity, fluid_density, end_on, side_on) in table {
        for (pen, time) in [(pen_end_on(), end_on), (pen_side_on(), side_on)] {
            let landing = landing(&Release { gravity, fluid_density, volume: PEN_VOLUME, ..pen });
            assert!((landing.time - time).abs() < 2.5e-4, "{world}: {} instead of {time}", landing.time);
        }
    }
}

/// Near vacuum the delay follows the series t = sqrt(2h/g) (1 + z/6 + ...), z = g h / vt^2 (expansion of the arccosh), and
/// rho V / 2 m for buoyancy, to all digits rather than down to rounding noise.
#[test]
fn the_smallest_errors_of_prediction_are_not_noise() {
    for z in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15] {
        // drag coefficient such that rho Cd A h / 2 m = z
        let release = Release { drag_coefficient: 2.0 * 0.01 * z / (AIR * 1e-4 * 1.5), ..body(0.01, 1e-4, 0.0) };
        let error = Fall::solve(&release).prediction_error().expect("lands");
        assert_close(error, z / 6.0, z);
    }
    let heavy = Release { fluid_density: 1e-3, volume: 1e-8, ..body(10.0, 1e-6, 0.0) };
    assert_close(Fall::solve(&heavy).prediction_error().expect("lands"), 0.5e-12, 1e-9);
}

/// The impulse-momentum theorem: gravity - buoyancy - drag = m v at landing; and near vacuum the drag's share is
/// m g t tau^2 / 3, tau = g t / vt (series of tanh).
#[test]
fn impulses_account_for_the_momentum() {
    let release = Release { volume: PEN_VOLUME, ..pen_side_on() };
    let fall = Fall::solve(&release);
    let i = fall.impulses();
    let momentum = release.mass * fall.landing().expect("lands").speed;
    assert_close(i.gravity - i.buoyancy - i.drag, momentum, 1e-13);
    assert_eq!(i.wind, 0.0);

    let faint = Fall::solve(&Release { drag_coefficient: 1e-9, ..pen_end_on() });
    let i = faint.impulses();
    let tau = G * faint.duration() / faint.terminal_velocity().expect("drag");
    assert_close(i.drag, i.gravity * tau * tau / 3.0, 1e-9);
}

/// Which force decides: gravity for the pen, none for the sheet of paper (SCIENCE.md C, "drag/weight" 100 %).
#[test]
fn gravity_dominates_the_pen_but_not_the_paper() {
    assert_eq!(Fall::solve(&pen_end_on()).dominant_force(), Some(Force::Gravity));
    let paper = Fall::solve(&body(0.080 * A4, A4, 1.17));
    assert_eq!(paper.dominant_force(), None);
    assert!(paper.dominance().expect("lands") < 0.1);
    // 1 % position error at g t = 0.245 vt: y = (g t^2 / 2) (1 - (g t / vt)^2 / 6).
    assert!(Fall::solve(&pen_end_on()).dominance().expect("lands") > 1.0 / 0.245);
}
