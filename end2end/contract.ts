// What other people's pages and links may rely on: names, bounds, presets and readouts of the figures. SI units.

export type Quantity = { least: number; most: number; start: number; log?: true; zero?: true; whole?: true };

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

/** Of a body that falls. `least` of a range with a zero stop is its least value above zero. */
const FALL: Record<string, Quantity> = {
  gravity: { least: 0, most: 30, start: 9.80665 },
  height: { least: 0.1, most: 4000, start: 1.5, log: true },
  mass: { least: 1e-5, most: 10, start: OBJECTS.pen.mass, log: true },
  fluid_density: { least: 1e-3, most: 1100, start: 1.225, log: true, zero: true },
  area: { least: 1e-6, most: 1, start: OBJECTS.pen.area, log: true },
  drag_coefficient: { least: 0, most: 2.5, start: 0.99 },
  volume: { least: 1e-8, most: 0.01, start: OBJECTS.pen.volume, log: true, zero: true },
  wind: { least: -20, most: 20, start: 0 },
};
const PRESETS: Record<string, Record<string, object>> = { object: OBJECTS, world: WORLDS };

/** The datasets that a trend can be fitted to; each is a table of that name. */
export const DATASETS = ['machines', 'kurzweil', 'gpu-prices', 'transistors', 'supercomputers', 'training-compute'] as const;
export type DatasetId = (typeof DATASETS)[number];

const rates = (price_halving: number, spending_growth: number, algorithm_halving: number, years: number) => ({ price_halving, spending_growth, algorithm_halving, years });
export const SCENARIOS = {
  'deep-learning': rates(2.59, 2.4, 0.667, 14),
  'flat-budget': rates(2.59, 1, 0.667, 14),
  'half-century': rates(1.73, 1, 20, 50),
};

export type FigureId =
  | 'pen-drop'
  | 'dominance-map'
  | 'ensemble'
  | 'flutter'
  | 'compute-trend'
  | 'fixed-budget'
  | 'backtest'
  | 'drivers'
  | 'your-device';

export type Contract = {
  quantities: Record<string, Quantity>;
  /** Choices that fill other parameters; once one of these is moved, they read `custom`. */
  presets: Record<string, Record<string, object>>;
  /** Other choices, and all that each offers. */
  choices: Record<string, readonly string[]>;
  /** What can be on or off, and which it is at the start. */
  toggles: Record<string, boolean>;
  /** Readouts with their units; a word has none. */
  readouts: Record<string, string>;
};

/** What can be set at each figure, and what it reads. */
export const FIGURES: Record<FigureId, Contract> = {
  'pen-drop': {
    quantities: FALL,
    presets: PRESETS,
    choices: {},
    toggles: {},
    readouts: {
      dominance: '1',
      fall_time: 's',
      fall_time_vacuum: 's',
      prediction_error: '1',
      impact_speed: 'm/s',
      terminal_velocity: 'm/s',
      peak_drag_to_weight: '1',
      drift: 'm',
      dominant_force: '',
    },
  },
  'dominance-map': {
    quantities: FALL,
    presets: PRESETS,
    choices: {},
    toggles: {},
    readouts: { prediction_error: '1', fall_time: 's', fall_time_vacuum: 's' },
  },
  ensemble: {
    quantities: {
      ...FALL,
      jitter: { least: 0, most: 0.5, start: 0.2 },
      drops: { least: 10, most: 1e5, start: 1e4, log: true, whole: true },
      seed: { least: 0, most: 999, start: 0, whole: true },
    },
    presets: PRESETS,
    choices: {},
    toggles: {},
    readouts: { relative_spread: '1', mean: 's', standard_deviation: 's', p05: 's', p95: 's', aloft: '1' },
  },
  flutter: {
    quantities: {
      inertia: { least: 0.5, most: 4, start: 2.2 },
      nudge: { least: 1e-8, most: 0.1, start: 1e-6, log: true },
      angle: { least: 0, most: Math.PI / 2, start: Math.PI / 4 },
      duration: { least: 10, most: 200, start: 120 },
    },
    presets: {},
    choices: {},
    toggles: {},
    readouts: { predictable_for: '1', regime: '', separation: '1', lyapunov_exponent: '1' },
  },
  'compute-trend': {
    quantities: { from: { least: 1890, most: 2030, start: 1900 }, to: { least: 1890, most: 2030, start: 1998 } },
    presets: {},
    choices: { dataset: DATASETS, scale: ['log', 'linear'], segment: ['all', 'consumer', 'professional'] },
    toggles: { frontier: false },
    readouts: {
      points: '1',
      doubling_time: 's',
      doubling_time_low: 's',
      doubling_time_high: 's',
      doubling_time_robust: 's',
      tenfold_time: 's',
      factor_per_year: '1',
      r_squared: '1',
      growth: '1',
      measured_growth: '1',
    },
  },
  'fixed-budget': {
    quantities: {
      halving_time: { least: 0.5, most: 20, start: 2.59, log: true },
      years: { least: 1, most: 100, start: 20 },
      budget: { least: 1, most: 1e12, start: 1000, log: true },
    },
    presets: {},
    choices: { scale: ['linear', 'log'] },
    toggles: {},
    readouts: { compute_start: 'FLOP/s', compute_end: 'FLOP/s', growth: '1', growth_by_adding: '1' },
  },
  backtest: {
    quantities: { cut: { least: 1895, most: 2025, start: 1970 }, horizon: { least: 1, most: 20, start: 10 } },
    presets: {},
    choices: { dataset: DATASETS },
    toggles: { reveal: true },
    readouts: {
      bias_decades: '1',
      mean_error_decades: '1',
      coverage_95: '1',
      coverage_80: '1',
      bias_decades_constant: '1',
      mean_error_decades_constant: '1',
      bias_decades_recent: '1',
      mean_error_decades_recent: '1',
      beats_constant: '1',
      beats_recent: '1',
      outcomes: '1',
    },
  },
  drivers: {
    quantities: {
      price_halving: { least: 0.5, most: 20, start: 2.59, log: true },
      spending_growth: { least: 0.5, most: 10, start: 2.4, log: true },
      algorithm_halving: { least: 0.1, most: 20, start: 0.667, log: true },
      years: { least: 1, most: 50, start: 14 },
    },
    presets: { scenario: SCENARIOS },
    choices: {},
    toggles: {},
    readouts: {
      share_price: '1',
      share_spending: '1',
      share_algorithms: '1',
      dominant_driver: '',
      growth: '1',
      measured_compute_growth: '1',
      measured_price_growth: '1',
      measured_price_growth_since_2010: '1',
    },
  },
  'your-device': {
    quantities: {
      power: { least: 1, most: 1e4, start: 0, log: true, zero: true },
      price: { least: 10, most: 1e5, start: 0, log: true, zero: true },
    },
    presets: {},
    choices: {},
    toggles: {},
    readouts: {
      flop_per_s_scalar: 'FLOP/s',
      flop_per_s_simd: 'FLOP/s',
      flop_per_s_all_cores: 'FLOP/s',
      matches_list: '',
      flop_per_s_per_watt: 'FLOP/(s·W)',
      flop_per_s_per_dollar: 'FLOP/(s·USD)',
      spread: '1',
    },
  },
};

export type SectionId = 'pen-drop' | 'dominant-force';

/** Figures of each section in the order of the page, and a query that asks for the start. */
export const SECTIONS: Record<SectionId, { figures: FigureId[]; start: string }> = {
  'pen-drop': {
    figures: ['pen-drop', 'dominance-map', 'ensemble', 'flutter'],
    start: 'pen-drop.height=1.5',
  },
  'dominant-force': {
    figures: ['compute-trend', 'fixed-budget', 'backtest', 'drivers', 'your-device'],
    start: 'compute-trend.dataset=machines',
  },
};

/**
 * The figures that pages ask about, in the order of the page: the first keeps back all that follows, each later one itself.
 * `curve`: the guess can be dragged in the held picture. `log`: its slider holds the guess's logarithm.
 */
export const QUESTIONS: Record<SectionId, { id: FigureId; curve?: true; log?: true }[]> = {
  'pen-drop': [{ id: 'pen-drop' }],
  'dominant-force': [{ id: 'compute-trend', curve: true, log: true }, { id: 'fixed-budget', curve: true, log: true }],
};

export const SLUGS = Object.keys(SECTIONS) as SectionId[];
export const IDS = SLUGS.flatMap((slug) => SECTIONS[slug].figures);

/** The section that a figure stands in. */
export function sectionOf(id: FigureId): SectionId {
  const slug = SLUGS.find((slug) => SECTIONS[slug].figures.includes(id));
  if (!slug) throw new Error(`${id} stands in no section`);
  return slug;
}

/** All that a choice of a figure offers, by its name. */
export const choicesOf = ({ presets, choices }: Contract): Record<string, readonly string[]> => ({
  ...Object.fromEntries(Object.entries(presets).map(([name, options]) => [name, [...Object.keys(options), 'custom']])),
  ...choices,
});

/** Names of all that can be set at a figure. */
export const parametersOf = (contract: Contract) => [...Object.keys(contract.quantities), ...Object.keys(choicesOf(contract)), ...Object.keys(contract.toggles)];

export const LANGUAGES = ['en', 'de'] as const;
export const PAGES = ['', ...SLUGS.map((slug) => `${slug}/`), 'about/', ...IDS.map((id) => `figure/${id}/`)];
export const ROUTES = LANGUAGES.flatMap((language) => PAGES.map((page) => `/${language}/${page}`));
export const THEMES = ['light', 'dark', 'projector'] as const;
