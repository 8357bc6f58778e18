// What the figures show computed a second time, independently of the program under test. SI units.
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

/** A step of Runge and Kutta's fourth-order method. */
function rungeKutta(slope: (state: number[]) => number[], state: number[], h: number): number[] {
  const along = (k: number[], share: number) => state.map((value, i) => value + share * h * k[i]);
  const k1 = slope(state);
  const k2 = slope(along(k1, 0.5));
  const k3 = slope(along(k2, 0.5));
  const k4 = slope(along(k3, 1));
  return state.map((value, i) => value + (h / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]));
}

/** The fall in wind, with the height as the clock's end, found by shortening the last step. */
function integrated(net: number, drag: number, height: number, wind: number) {
  const slope = ([, vx, , vy]: number[]) => {
    const relative = drag * Math.hypot(vx - wind, vy);
    return [vx, -relative * (vx - wind), vy, net - relative * vy];
  };
  let state = [0, 0, 0, 0]; // drift, its speed, distance fallen, its speed
  let time = 0;
  let h = Math.sqrt((2 * height) / net) / 10_000;
  while (h > 1e-15) {
    const next = rungeKutta(slope, state, h);
    if (next[2] > height) h /= 2;
    else [state, time] = [next, time + h];
  }
  return { time, drift: state[0], sideSpeed: state[1], fallSpeed: state[3] };
}

/**
 * Mean and standard deviation of the fall time, in still air, when mass, area, drag coefficient and fluid density are each
 * off by up to `jitter`: an integral over the four errors by Gauss and Legendre's rule of five points. The errors of the
 * mean and of the deviation that are to be expected of a number of drops come with it.
 */
export function expectedSpread(drop: Drop, jitter: number, drops: number) {
  const far = Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3;
  const near = Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3;
  const points = [-far, -near, 0, near, far];
  const weights = [-1, 1, 0, 1, -1].map((sign) => (sign === 0 ? 128 / 450 : (322 + sign * 13 * Math.sqrt(70)) / 1800));
  const off = (name: 'mass' | 'area' | 'drag_coefficient' | 'fluid_density', point: number) => ({ [name]: drop[name] * (1 + jitter * point) });
  const falls = points.flatMap((a, i) => points.flatMap((b, j) => points.flatMap((c, k) => points.map((d, l) => ({
    time: readouts({ ...drop, ...off('mass', a), ...off('area', b), ...off('drag_coefficient', c), ...off('fluid_density', d) }).fall_time as number,
    weight: weights[i] * weights[j] * weights[k] * weights[l],
  })))));
  const average = (of: (time: number) => number) => falls.reduce((sum, { time, weight }) => sum + weight * of(time), 0);
  const mean = average((time) => time);
  const variance = average((time) => (time - mean) ** 2);
  const fourth = average((time) => (time - mean) ** 4);
  return {
    mean,
    deviation: Math.sqrt(variance),
    errorOfMean: Math.sqrt(variance / drops),
    errorOfDeviation: Math.sqrt((fourth / variance ** 2 - 1) / (4 * drops)) * Math.sqrt(variance),
  };
}

/** A step of Gragg's midpoint rule in more and more parts, extrapolated (Bulirsch and Stoer); nothing where it does not settle. */
function extrapolated(slope: (state: number[]) => number[], state: number[], h: number): number[] | null {
  const first = slope(state);
  let row: number[][] = [];
  for (let column = 1; column <= 9; column += 1) {
    const part = h / (2 * column);
    let [before, now] = [state, state.map((value, i) => value + part * first[i])];
    for (let count = 1; count < 2 * column; count += 1) {
      const k = slope(now);
      [before, now] = [now, before.map((value, i) => value + 2 * part * k[i])];
    }
    const k = slope(now);
    const fresh = [now.map((value, i) => 0.5 * (value + before[i] + part * k[i]))];
    row.forEach((old, back) => {
      const factor = (column / (column - back - 1)) ** 2 - 1;
      const last = fresh[back];
      fresh.push(last.map((value, i) => value + (value - old[i]) / factor));
    });
    const [best, next] = [fresh.at(-1)!, row.at(-1)];
    if (next && [0, 1, 2].every((i) => Math.abs(best[i] - next[i]) < 4e-15)) return best;
    row = fresh;
  }
  return null;
}

/**
 * A thin plate let go twice, by the equations of Andersen, Pesavento and Wang (2005): how far apart the two are at the end,
 * when they first differ by 0.1 rad or by a length of 1 (half the plate's width), and the mean velocity of the first's descent.
 */
export function plates({ inertia = 2.2, angle = Math.PI / 4, nudge = 1e-6, duration = 120 }) {
  // The torque has a kink where the turning changes its side: no step crosses that.
  const slope = (side: number) => ([u, v, w, angle]: number[]) => {
    const speed = Math.hypot(u, v);
    const circulation = (2 / Math.PI) * (Math.PI * w - (1.2 * u * v) / speed);
    const drag = ((1.4 - (u * u - v * v) / (u * u + v * v)) * speed) / Math.PI;
    const torque = (0.2 + 0.2 * side * w) * w;
    return [
      ((inertia + 1) * w * v - circulation * v - Math.sin(angle) - drag * u) / inertia,
      (-inertia * w * u + circulation * u - Math.cos(angle) - drag * v) / (inertia + 1),
      (-u * v - torque) / (0.25 * (inertia + 0.5)),
      w,
      u * Math.cos(angle) - v * Math.sin(angle),
      u * Math.sin(angle) + v * Math.cos(angle),
    ];
  };
  const advance = (state: number[], length: number): number[] => {
    let [rest, part] = [length, length];
    while (rest > 0) {
      const side = Math.sign(state[2]) || Math.sign(-state[0] * state[1]);
      const end = extrapolated(slope(side), state, part);
      // As near to the kink as the clock can tell, it is stepped over.
      if (end && (end[2] * side >= 0 || part < 1e-13)) {
        [state, rest] = [end, rest - part];
        part = rest;
      } else part /= 2;
    }
    return state;
  };
  const apart = ([first, second]: number[][]) => Math.hypot(second[4] - first[4], second[5] - first[5]);
  const differ = (pair: number[][]) => Math.abs(pair[1][3] - pair[0][3]) >= 0.1 || apart(pair) >= 1;
  let pair = [angle, angle + nudge].map((angle) => [1e-3, 1e-3, 1e-3, angle, 0, 0]);
  let parting: number | null = differ(pair) ? 0 : null;
  for (let time = 0; time < duration; time += 1 / 16) {
    const length = Math.min(1 / 16, duration - time);
    const later = (h: number) => pair.map((state) => advance(state, h));
    const next = later(length);
    if (parting === null && differ(next)) {
      let [low, high] = [0, length];
      while (high - low > 1e-10) {
        const middle = 0.5 * (low + high);
        if (differ(later(middle))) high = middle;
        else low = middle;
      }
      parting = time + high;
    }
    pair = next;
  }
  return { separation: apart(pair), parting, descent: -pair[0][5] / duration };
}
