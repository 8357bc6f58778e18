// What other people's pages and links may rely on: names, bounds and presets of `pen-drop`. SI units.

export type Quantity = { least: number; most: number; start: number; log?: true; zero?: true };

const disc = (diameter: number) => (Math.PI / 4) * diameter ** 2;
const sphere = (diameter: number) => (Math.PI / 6) * diameter ** 3;
const body = (mass: number, area: number, drag_coefficient: number, volume: number) => ({ mass, area, drag_coefficient, volume });
const place = (gravity: number, fluid_density: number) => ({ gravity, fluid_density });

export const OBJECTS = {
  pen: body(5.8e-3, disc(0.008), 0.99, disc(0.008) * 0.149),
  'ping-pong-ball': body(2.7e-3, disc(0.04), 0.445, sphere(0.04)),
  'coffee-filter': body(0.9e-3, disc(0.15), 0.9, 1.1e-6),
  feather: body(5e-5, 20e-4, 1.2, 4e-8),
  'paper-sheet': body(4.99e-3, 0.0624, 1.17, 6.2e-6),
  'steel-ball': body(32.9e-3, disc(0.02), 0.45, sphere(0.02)),
};

export const WORLDS = {
  earth: place(9.80665, 1.225),
  moon: place(1.622, 0),
  mars: place(3.71, 0.02),
  titan: place(1.352, 5.4),
  venus: place(8.87, 65),
  jupiter: place(24.79, 0.16),
  water: place(9.80665, 998.2),
  vacuum: place(9.80665, 0),
};

/** `least` of a range with a zero stop is its least value above zero. */
export const QUANTITIES: Record<string, Quantity> = {
  gravity: { least: 0, most: 30, start: 9.80665 },
  height: { least: 0.1, most: 4000, start: 1.5, log: true },
  mass: { least: 1e-5, most: 10, start: OBJECTS.pen.mass, log: true },
  fluid_density: { least: 1e-3, most: 1100, start: 1.225, log: true, zero: true },
  area: { least: 1e-6, most: 1, start: OBJECTS.pen.area, log: true },
  drag_coefficient: { least: 0, most: 2.5, start: 0.99 },
  volume: { least: 1e-8, most: 0.01, start: OBJECTS.pen.volume, log: true, zero: true },
  wind: { least: -20, most: 20, start: 0 },
};

/** Readouts and their units. */
export const READOUTS: Record<string, string> = {
  dominance: '1',
  fall_time: 's',
  fall_time_vacuum: 's',
  prediction_error: '1',
  impact_speed: 'm/s',
  terminal_velocity: 'm/s',
  peak_drag_to_weight: '1',
  drift: 'm',
  dominant_force: '',
};

export const LANGUAGES = ['en', 'de'] as const;
export const PAGES = ['', 'pen-drop/', 'about/', 'figure/pen-drop/'];
export const ROUTES = LANGUAGES.flatMap((language) => PAGES.map((page) => `/${language}/${page}`));
export const THEMES = ['light', 'dark', 'projector'] as const;
