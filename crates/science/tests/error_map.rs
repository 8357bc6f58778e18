//! The map of errors: it is what single falls say, whole or in pieces, and in still air it is what the formula says.

use pendrop_science::{
    error_map::{CELLS, ErrorGrid, GridSweep, ParameterGrid, ROUNDS},
    falling::{Fall, Release},
};

const PEN: Release = Release {
    mass: 5.8e-3,
    area: 5.0265e-5,
    drag_coefficient: 0.99,
    volume: 7.49e-6,
    height: 1.5,
    gravity: 9.80665,
    fluid_density: 1.225,
    wind: 0.0,
};
const MASS: (f64, f64) = (1e-5, 10.0);
const AREA: (f64, f64) = (1e-6, 1.0);

fn grid(release: &Release) -> ParameterGrid {
    ParameterGrid::landing(release, MASS, AREA).unwrap()
}

/// 1 - t_vacuum / t = 1 - sqrt(1 - b) sqrt(2 z) / arcosh(e^z), with z = rho Cd A h / (2 m) and b = rho V / m.
#[test]
fn in_still_air_it_is_the_formula() {
    for release in [PEN, Release { height: 40.0, fluid_density: 65.0, ..PEN }, Release { fluid_density: 998.2, gravity: 1.6, ..PEN }] {
        let grid = grid(&release);
        let ErrorGrid { errors, .. } = grid.sweep(24);
        for up in 0..=24 {
            for across in 1..=24 {
                let (mass, area) = (grid.mass_at(f64::from(across) / 24.0), grid.area_at(f64::from(up) / 24.0));
                let z = 0.5 * release.fluid_density * release.drag_coefficient * area * release.height / mass;
                let arc = if z < 300.0 { z.exp().acosh() } else { z + std::f64::consts::LN_2 };
                let expected = 1.0 - (1.0 - release.fluid_density * release.volume / mass).sqrt() * (2.0 * z).sqrt() / arc;
                let error = errors[(up * 25 + across) as usize];
                // The formula as written loses digits for small z; the model does not.
                assert!((error - expected).abs() < 1e-15 + 1e-15 / z, "{mass} kg, {area} m^2: {error} {expected}");
            }
        }
    }
}

#[test]
fn without_wind_gravity_does_not_matter() {
    let (earth, moon) = (grid(&PEN).sweep(12).errors, grid(&Release { gravity: 1.622, ..PEN }).sweep(12).errors);
    assert!(earth.iter().zip(&moon).all(|(earth, moon)| (earth - moon).abs() <= 1e-12 * earth));
}

#[test]
fn where_everything_floats_there_is_no_plane() {
    assert_eq!(ParameterGrid::landing(&Release { fluid_density: 1100.0, volume: 0.01, ..PEN }, MASS, AREA), None);
    assert_eq!(ParameterGrid::landing(&Release { gravity: 0.0, ..PEN }, MASS, AREA), None);
}

/// In water the grid begins at the mass of the displaced water, and there the fall takes for ever.
#[test]
fn the_plane_begins_where_bodies_begin_to_sink() {
    let grid = grid(&Release { fluid_density: 998.2, ..PEN });
    assert_eq!(grid.mass, (998.2 * 7.49e-6, 10.0));
    let ErrorGrid { errors, .. } = grid.sweep(CELLS);
    assert!(errors.chunks(CELLS + 1).all(|row| row[0] == 1.0 && row.windows(2).all(|pair| pair[0] >= pair[1])));
}

#[test]
fn steps_make_the_whole() {
    // Thin air and a low height: few steps for each of the many falls.
    let grid = grid(&Release { wind: -3.0, fluid_density: 0.02, height: 0.1, ..PEN });
    assert!(grid.integrated());
    let mut sweep = GridSweep::new(grid);
    assert_eq!(sweep.complete(), None);
    let (mut sizes, mut progress) = (Vec::new(), 0.0);
    loop {
        let more = sweep.step();
        assert!(sweep.progress() > progress);
        progress = sweep.progress();
        if let Some(found) = sweep.complete() {
            assert_eq!(found.errors.len(), (found.cells + 1) * (found.cells + 1));
            assert!(found.cells > 24 || sizes.last() == Some(&found.cells) || found == grid.sweep(found.cells));
            sizes.push(found.cells);
        }
        if !more {
            break;
        }
    }
    sizes.dedup();
    assert_eq!(sizes, ROUNDS);
    assert_eq!(progress, 1.0);
    assert!(!sweep.step());
}

#[test]
fn every_node_is_the_fall_of_that_body() {
    for wind in [0.0, 5.0] {
        let grid = grid(&Release { wind, ..PEN });
        let ErrorGrid { errors, .. } = grid.sweep(12);
        let (mass, area) = (grid.mass_at(0.5), grid.area_at(0.25));
        assert_eq!(errors[3 * 13 + 6], Fall::solve(&Release { mass, area, wind, ..PEN }).prediction_error().unwrap());
    }
}
