//! What never lands.

mod common;
use common::*;
use pendrop_science::falling::{Fall, Force, Motion, NoLanding, OBSERVED, Release};

/// In water (998.2 kg/m^3) the pen, were its barrel sealed, displaces 1.29 times its mass (SCIENCE.md C, "Worlds").
fn pen_in_water() -> Release {
    Release { fluid_density: 998.2, volume: PEN_VOLUME, ..pen_end_on() }
}

fn assert_never_lands(fall: &Fall, reason: NoLanding) {
    assert_eq!(fall.landing(), Err(reason));
    assert_eq!(fall.duration(), OBSERVED);
    assert_eq!(fall.dominance(), None);
    assert_eq!(fall.prediction_error(), None);
    assert_eq!(fall.delay(), None);
    assert_eq!(fall.peak_drag_to_weight(), None);
}

#[test]
fn the_sealed_pen_floats_up() {
    let release = pen_in_water();
    let fall = Fall::solve(&release);
    assert_never_lands(&fall, NoLanding::Floats);
    assert_eq!(fall.dominant_force(), Some(Force::Buoyancy));
    let forces = fall.forces_at(0.0);
    assert_near(forces.buoyancy / forces.gravity, 1.29, 5e-3);
    // It rises at the speed where drag balances the excess of buoyancy over weight.
    let terminal = fall.terminal_velocity().expect("drag");
    let end = fall.at(OBSERVED);
    assert!(end.height > release.height);
    assert_close(end.fall_speed, -terminal, 1e-9);
    let forces = fall.forces_at(OBSERVED);
    assert_close(-forces.drag_up, forces.buoyancy - forces.gravity, 1e-9);
    let i = fall.impulses();
    assert_close(i.buoyancy - i.gravity - i.drag, release.mass * terminal, 1e-9);
    // Without the water it would have fallen.
    assert_eq!(fall.vacuum_at(1.0).height, 0.0);
}

/// The integrated rise and its formula are the same motion.
#[test]
fn a_current_carries_the_rising_pen_along() {
    let formula = Fall::solve(&pen_in_water());
    let integrated = Fall::solve(&Release { wind: 1e-9, ..pen_in_water() });
    for time in [0.01, 0.1, 1.0, 10.0] {
        let (a, b) = (formula.at(time), integrated.at(time));
        assert_close(b.fall_speed, a.fall_speed, 1e-8);
        assert_close(b.height, a.height, 1e-8);
    }
    assert_close(integrated.impulses().drag, formula.impulses().drag, 1e-8);

    let carried = Fall::solve(&Release { wind: -0.5, ..pen_in_water() });
    assert_never_lands(&carried, NoLanding::Floats);
    let end = carried.at(OBSERVED);
    assert_close(end.vx, -0.5, 1e-9);
    assert!(end.x < -4.5 && end.x > -5.0);
    assert_eq!(carried.impulses().wind, -pen_in_water().mass * end.vx);
}

/// rho V = m exactly: no net force (Archimedes), it stays where it is, or goes where the current goes.
#[test]
fn a_neutral_body_hovers() {
    let neutral = Release { mass: 1.0, volume: 1.0 / 1024.0, fluid_density: 1024.0, ..pen_side_on() };
    let fall = Fall::solve(&neutral);
    assert_never_lands(&fall, NoLanding::Floats);
    assert_eq!(fall.terminal_velocity(), Some(0.0));
    assert_eq!(fall.at(10.0), Motion { x: 0.0, height: 1.5, vx: 0.0, fall_speed: 0.0 });
    assert_eq!(fall.dominant_force(), Some(Force::Buoyancy));

    let carried = Fall::solve(&Release { wind: 2.0, ..neutral }).at(10.0);
    assert_eq!(carried.height, 1.5);
    assert!(carried.x > 0.0 && carried.vx < 2.0);
}

#[test]
fn without_gravity_and_wind_nothing_happens() {
    let fall = Fall::solve(&Release { gravity: 0.0, volume: PEN_VOLUME, ..pen_side_on() });
    assert_never_lands(&fall, NoLanding::NoGravity);
    assert_eq!(fall.terminal_velocity(), None);
    assert_eq!(fall.at(10.0), Motion { x: 0.0, height: 1.5, vx: 0.0, fall_speed: 0.0 });
    assert_eq!(fall.vacuum_at(10.0).height, 1.5);
    assert_eq!(fall.dominant_force(), None);
}

/// Only the wind acts: dv/dt = k (w - v)^2, so v = w p / (1 + p) with p = k w t, k = rho Cd A / 2 m (separation of variables).
#[test]
fn without_gravity_the_wind_blows_it_sideways() {
    for wind in [3.0, -3.0] {
        let release = Release { gravity: 0.0, wind, ..pen_side_on() };
        let fall = Fall::solve(&release);
        assert_never_lands(&fall, NoLanding::NoGravity);
        let p = 0.5 * AIR * 0.88 * release.area / release.mass * 3.0 * 4.0;
        let motion = fall.at(4.0);
        assert_close(motion.vx, wind * p / (1.0 + p), 1e-13);
        assert_close(motion.x, wind * 4.0 * (1.0 - p.ln_1p() / p), 1e-13);
        assert_eq!(motion.height, 1.5);
        assert_eq!(fall.dominant_force(), Some(Force::Wind));
        assert_close(fall.impulses().wind, release.mass * fall.at(10.0).vx.abs(), 1e-15);
        assert_eq!(fall.forces_at(1.0).gravity, 0.0);
    }
}
