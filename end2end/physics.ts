// The falling body computed a second time, independently of the program under test. SI units.
import { OBJECTS, WORLDS } from './contract';

export type Drop = typeof OBJECTS.pen & typeof WORLDS.earth & { height: number; wind: number };

export const PEN: Drop = { ...OBJECTS.pen, ...WORLDS.earth, height: 1.5, wind: 0 };

/** Readouts of a drop that lands, by name. */
export function readouts(drop: Drop): Record<string, number | string | null> {
  const { mass, area, drag_coefficient, volume, gravity, fluid_density, height, wind } = drop;
  const net = gravity * (1 - (fluid_density * volume) / mass);
  const drag = (fluid_density * drag_coefficient * area) / (2 * mass);
  const { time, fallSpeed, sideSpeed, drift } = wind === 0 ? closed(net, drag, height) : integrated(net, drag, height, wind);
  const terminal = drag > 0 ? Math.sqrt(net / drag) : null;
  const vacuum = Math.sqrt((2 * height) / gravity);
  return {
    fall_time: time,
    fall_time_vacuum: vacuum,
    prediction_error: (time - vacuum) / time,
    impact_speed: Math.hypot(fallSpeed, sideSpeed),
    terminal_velocity: terminal,
    dominance: terminal && terminal / (gravity * time),
    peak_drag_to_weight: (drag * Math.max(wind ** 2, (sideSpeed - wind) ** 2 + fallSpeed ** 2)) / gravity,
    drift,
    dominant_force: dominant({
      gravity: gravity * time,
      buoyancy: (gravity - net) * time,
      drag: net * time - fallSpeed,
      wind: Math.abs(sideSpeed),
    }),
  };
}

/** The force with three quarters of all impulses. */
function dominant(impulses: Record<string, number>): string {
  const sum = Object.values(impulses).reduce((sum, impulse) => sum + impulse, 0);
  return Object.keys(impulses).find((force) => impulses[force] >= 0.75 * sum) ?? 'none';
}

/** t = (vt/g) arccosh(exp(z)), v = vt sqrt(1 - exp(-2z)) with z = g h / vt². */
function closed(net: number, drag: number, height: number) {
  if (drag === 0) return { time: Math.sqrt((2 * height) / net), fallSpeed: Math.sqrt(2 * net * height), sideSpeed: 0, drift: 0 };
  const terminal = Math.sqrt(net / drag);
  const z = drag * height;
  const lost = Math.sqrt(-Math.expm1(-2 * z));
  return { time: (terminal / net) * (z + Math.log1p(lost)), fallSpeed: terminal * lost, sideSpeed: 0, drift: 0 };
}

/** Runge and Kutta's fourth-order method with the height as the clock's end, found by shortening the last step. */
function integrated(net: number, drag: number, height: number, wind: number) {
  const slope = ([, vx, , vy]: number[]) => {
    const relative = drag * Math.hypot(vx - wind, vy);
    return [vx, -relative * (vx - wind), vy, net - relative * vy];
  };
  const step = (state: number[], h: number) => {
    const along = (k: number[], share: number) => state.map((value, i) => value + share * h * k[i]);
    const k1 = slope(state);
    const k2 = slope(along(k1, 0.5));
    const k3 = slope(along(k2, 0.5));
    const k4 = slope(along(k3, 1));
    return state.map((value, i) => value + (h / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
  };
  let state = [0, 0, 0, 0]; // drift, its speed, distance fallen, its speed
  let time = 0;
  let h = Math.sqrt((2 * height) / net) / 10_000;
  while (h > 1e-15) {
    const next = step(state, h);
    if (next[2] > height) h /= 2;
    else [state, time] = [next, time + h];
  }
  return { time, drift: state[0], sideSpeed: state[1], fallSpeed: state[3] };
}
