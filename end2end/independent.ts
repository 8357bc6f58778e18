// Readouts of figures in many states, computed a second time, independently of the code: the native tests hold the figures
// to them (crates/figures/tests/all/independent.rs). specs/independent.spec.ts holds the file that they read to these formulas.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DATASETS, FIGURES, OBJECTS, SCENARIOS, WORLDS, type DatasetId, type FigureId } from './contract';
import { PEN, expectedSpread, plates, readouts, type Drop } from './physics';
import { YEAR, backtestReadouts, dataset, fitted, leastSquares, robustDoubling, trendReadouts, wins, type Choice, type Point } from './trend';

/** A number to a millionth, a number and how far off it may be, a word, or nothing. */
export type Expected = number | [value: number, within: number] | string | null;
export type State = { figure: FigureId; query: string; readouts: Record<string, Expected> };

const folder = fileURLToPath(new URL('../public', import.meta.url));
const files = { get: async (path: string) => ({ text: async () => readFileSync(folder + path, 'utf8') }) } as never;

const falls = (figure: FigureId, states: [query: string, drop: Partial<Drop>][]): State[] =>
  states.map(([query, drop]) => {
    const all = readouts({ ...PEN, ...drop });
    return { figure, query, readouts: Object.fromEntries(Object.keys(FIGURES[figure].readouts).map((name) => [name, all[name]])) };
  });

const FALLS: [string, Partial<Drop>][] = [
  ['', {}],
  ['object=ping-pong-ball', OBJECTS['ping-pong-ball']],
  ['object=ping-pong-ball&height=20', { ...OBJECTS['ping-pong-ball'], height: 20 }],
  ['object=feather', OBJECTS.feather],
  ['object=feather&height=3', { ...OBJECTS.feather, height: 3 }],
  ['object=coffee-filter&height=4000', { ...OBJECTS['coffee-filter'], height: 4000 }],
  ['object=paper-sheet', OBJECTS['paper-sheet']],
  ['object=steel-ball&world=water', { ...OBJECTS['steel-ball'], ...WORLDS.water }],
  ['world=moon', WORLDS.moon],
  ['world=mars', WORLDS.mars],
  ['world=venus', WORLDS.venus],
  ['world=vacuum&object=feather', { ...WORLDS.vacuum, ...OBJECTS.feather }],
  ['height=0.1&mass=10', { height: 0.1, mass: 10 }],
  ['mass=0.001&area=0.01&height=10', { mass: 0.001, area: 0.01, height: 10 }],
  ['wind=5', { wind: 5 }],
  ['object=ping-pong-ball&world=mars&wind=4', { ...OBJECTS['ping-pong-ball'], ...WORLDS.mars, wind: 4 }],
  ['object=ping-pong-ball&wind=-12&height=4', { ...OBJECTS['ping-pong-ball'], wind: -12, height: 4 }],
  ['object=ping-pong-ball&mass=0.001&wind=20&height=0.1', { ...OBJECTS['ping-pong-ball'], mass: 0.001, wind: 20, height: 0.1 }],
];

const SPREADS: [string, Partial<Drop>, jitter: number, drops: number][] = [
  ['', {}, 0.2, 1e4],
  ['object=feather&jitter=0.5&seed=7', OBJECTS.feather, 0.5, 1e4],
  ['object=paper-sheet&world=mars&jitter=0.1&drops=1000', { ...OBJECTS['paper-sheet'], ...WORLDS.mars }, 0.1, 1e3],
  ['object=ping-pong-ball&height=30&drops=100000', { ...OBJECTS['ping-pong-ball'], height: 30 }, 0.2, 1e5],
];

/** Percentiles only roughly: within 1 and 2.5 deviations of the mean. */
const ensemble = (): State[] =>
  SPREADS.map(([query, drop, jitter, drops]) => {
    const { mean, deviation, errorOfMean, errorOfDeviation } = expectedSpread({ ...PEN, ...drop }, jitter, drops);
    return {
      figure: 'ensemble',
      query,
      readouts: {
        mean: [mean, 4 * errorOfMean],
        standard_deviation: [deviation, 4 * errorOfDeviation],
        relative_spread: [deviation / mean, (4 * errorOfDeviation + (4 * errorOfMean * deviation) / mean) / mean],
        p05: [mean - 1.75 * deviation, 0.75 * deviation],
        p95: [mean + 1.75 * deviation, 0.75 * deviation],
        aloft: 0,
      },
    };
  });

/** In chaos a computation with doubles has four digits left up to here, whatever its method. */
const RELEASES: [string, Parameters<typeof plates>[0]][] = [
  ['', {}],
  ['nudge=0.00000001', { nudge: 1e-8 }],
  ['nudge=0.0001', { nudge: 1e-4 }],
  ['nudge=0.001&angle=0.2', { nudge: 0.001, angle: 0.2 }],
  ['nudge=0.01&duration=60', { nudge: 0.01, duration: 60 }],
  ['inertia=1.8&nudge=0.05&duration=100', { inertia: 1.8, nudge: 0.05, duration: 100 }],
  ['inertia=1.4&nudge=0.05&duration=20', { inertia: 1.4, nudge: 0.05, duration: 20 }],
  ['inertia=1.4', { inertia: 1.4 }],
  ['inertia=1.1&duration=200', { inertia: 1.1, duration: 200 }],
  ['inertia=0.8&nudge=0.1&angle=1.2&duration=12', { inertia: 0.8, nudge: 0.1, angle: 1.2, duration: 12 }],
];

const flutter = (): State[] =>
  RELEASES.map(([query, release]) => {
    const { parting, separation, descent } = plates(release);
    // No more digits than any machine's sine and cosine lead to.
    const near = (value: number): Expected => [Number(value.toPrecision(6)), 1e-4 * value];
    return {
      figure: 'flutter',
      query,
      readouts: { predictable_for: parting === null ? null : near(parting), separation: near(separation), descent_velocity: near(descent) },
    };
  });

const FITS: [string, DatasetId, Partial<Choice>?][] = [
  ...DATASETS.map((id): [string, DatasetId] => [`dataset=${id}`, id]),
  ...DATASETS.map((id): [string, DatasetId, Partial<Choice>] => [`dataset=${id}&frontier=true`, id, { frontier: true }]),
  ['from=1940&to=1998', 'machines', { from: 1940 }],
  ['from=1900&to=1945', 'machines', { to: 1945 }],
  ['frontier=1&from=1950&to=1990.5', 'machines', { frontier: true, from: 1950, to: 1990.5 }],
  ['scale=linear&from=1950', 'machines', { from: 1950 }],
  ['segment=consumer', 'machines'], // there are no segments of machines
  ['dataset=gpu-prices&from=2010', 'gpu-prices', { from: 2010 }],
  ['dataset=gpu-prices&segment=all', 'gpu-prices', { segment: 'all' }],
  ['dataset=gpu-prices&segment=all&from=2010', 'gpu-prices', { segment: 'all', from: 2010 }],
  ['dataset=gpu-prices&segment=all&frontier=true&from=2010', 'gpu-prices', { segment: 'all', frontier: true, from: 2010 }],
  ['dataset=gpu-prices&from=1890&to=2030&fit=curve', 'gpu-prices', { from: 1890, to: 2030 }], // years without points
  ['dataset=gpu-prices&segment=professional', 'gpu-prices', { segment: 'professional' }],
  ['dataset=gpu-prices&segment=professional&frontier=true', 'gpu-prices', { segment: 'professional', frontier: true }],
  ['dataset=supercomputers&from=1960', 'supercomputers', { from: 1960 }],
  ['dataset=supercomputers&from=1993.4583&to=2000.4583', 'supercomputers', { from: 1993.4583, to: 2000.4583 }], // both lists count
  ['dataset=training-compute&from=1950&to=2010', 'training-compute', { from: 1950, to: 2010 }],
];

/** Over which years a dataset is fitted at the start. */
const SPANS: Record<DatasetId, [number, number]> = {
  machines: [1900, 1998],
  kurzweil: [1900, 1999],
  'gpu-prices': [2006, 2024],
  transistors: [1971, 2025],
  supercomputers: [1993, 2026],
  'training-compute': [2010, 2026],
};

const trends = (): Promise<State[]> =>
  Promise.all(FITS.map(async ([query, id, given]) => {
    const [points, [from, to]] = [await dataset(files, id), SPANS[id]];
    const choice = { from, to, ...given };
    const robust = YEAR * robustDoubling(fitted(points, choice));
    return { figure: 'compute-trend', query, readouts: { ...trendReadouts(points, choice), doubling_time_robust: robust } };
  }));

/** The points that take part in backtests: of supercomputers those of the lists, of graphics cards the consumer ones. */
const listed = async (id: DatasetId): Promise<Point[]> =>
  (await dataset(files, id)).filter(({ group }) => (id !== 'supercomputers' || group !== '') && group !== 'professional');

const BACKTESTS: [string, DatasetId, cut: number, horizon: number][] = [
  ['', 'machines', 1970, 10],
  ['cut=1945&horizon=20', 'machines', 1945, 20],
  ['cut=1985.5&horizon=3', 'machines', 1985.5, 3],
  ['dataset=supercomputers', 'supercomputers', 2010, 10],
  ['dataset=supercomputers&cut=2013', 'supercomputers', 2013, 10],
  ['dataset=supercomputers&cut=2000.4583&horizon=1', 'supercomputers', 2000.4583, 1], // the list of the cut is known, that of a year later counts
  ['dataset=gpu-prices&horizon=5', 'gpu-prices', 2015, 5],
  ['dataset=transistors&horizon=20', 'transistors', 1990, 20],
  ['dataset=training-compute&horizon=5', 'training-compute', 2018, 5],
  ['dataset=kurzweil&cut=1950&horizon=20', 'kurzweil', 1950, 20],
];

/** Held against simpler forecasts over all years, whatever the cut. */
const CONTESTS: [string, DatasetId, horizon: number][] = [
  ['', 'machines', 10],
  ['cut=2005', 'machines', 10],
  ['horizon=3', 'machines', 3],
  ['dataset=gpu-prices', 'gpu-prices', 10],
  ['dataset=transistors&horizon=20', 'transistors', 20],
  ['dataset=supercomputers', 'supercomputers', 10],
];

/** What came is hidden until one asks for it. */
const revealed = (query: string) => [query, 'reveal=true'].filter(Boolean).join('&');

async function backtests(): Promise<State[]> {
  const tests = BACKTESTS.map(async ([query, id, cut, horizon]) => ({ figure: 'backtest' as const, query: revealed(query), readouts: backtestReadouts(await listed(id), cut, horizon) }));
  const contests = CONTESTS.map(async ([query, id, horizon]) => {
    const points = await listed(id);
    return { figure: 'backtest' as const, query: revealed(query), readouts: { beats_constant: wins(points, horizon, 'constant'), beats_recent: wins(points, horizon, 'recent') } };
  });
  return Promise.all([...tests, ...contests]);
}

type Rates = { price_halving: number; spending_growth: number; other_growth: number; algorithm_halving: number; years: number };
const RATES: [string, Partial<Rates>][] = [
  ['', {}],
  ['scenario=flat-budget', SCENARIOS['flat-budget']],
  ['scenario=half-century', SCENARIOS['half-century']],
  ['years=1', { years: 1 }],
  ['other_growth=1', { other_growth: 1 }], // price and spending alone: about even
  ['scenario=flat-budget&other_growth=1', { ...SCENARIOS['flat-budget'], other_growth: 1 }],
  ['price_halving=0.5&spending_growth=1.2&algorithm_halving=3&years=10', { price_halving: 0.5, spending_growth: 1.2, algorithm_halving: 3, years: 10 }],
  ['price_halving=2.1&spending_growth=1&other_growth=1&algorithm_halving=1.9', { price_halving: 2.1, spending_growth: 1, other_growth: 1, algorithm_halving: 1.9 }], // 19 parts to 21
  ['spending_growth=10', { spending_growth: 10 }],
  ['spending_growth=0.7', { spending_growth: 0.7 }], // less money: the others have more than the whole
  ['other_growth=0.6&spending_growth=0.9', { other_growth: 0.6, spending_growth: 0.9 }],
  ['spending_growth=0.5&price_halving=20&algorithm_halving=20', { spending_growth: 0.5, price_halving: 20, algorithm_halving: 20 }],
];

/** Factors multiply, so their logarithms add up: each has its share of the sum. Beside it, what the tables have. */
async function drivers(): Promise<State[]> {
  const factor = async (id: DatasetId, choice: Choice) => trendReadouts(await dataset(files, id), choice).factor_per_year;
  const measured = {
    measured_compute_growth: await factor('training-compute', { from: 2010, to: 2100 }),
    measured_price_growth: await factor('gpu-prices', { from: 2000, to: 2024, segment: 'consumer' }),
    measured_price_growth_since_2010: await factor('gpu-prices', { from: 2010, to: 2024, segment: 'consumer' }),
  };
  return RATES.map(([query, given]) => {
    const { price_halving, spending_growth, other_growth, algorithm_halving, years } = { ...SCENARIOS['deep-learning'], ...given };
    const [price, spending, other, algorithms] = [2 ** (1 / price_halving), spending_growth, other_growth, 2 ** (1 / algorithm_halving)].map(Math.log);
    const compute = price + spending + other;
    const whole = compute + algorithms;
    const share = (part: number) => (whole > 0 ? part / whole : null);
    const shares = { share_compute: share(compute), share_price: share(price), share_spending: share(spending), share_other: share(other), share_algorithms: share(algorithms) };
    // Within five points of each other neither dominates; exactly five points apart, rounding is not to decide.
    const lead = (compute - algorithms) / whole;
    const dominant_driver = whole > 0 ? (Math.abs(lead) < 0.05 + 1e-9 ? 'none' : lead > 0 ? 'compute' : 'algorithms') : null;
    return { figure: 'drivers', query, readouts: { ...shares, dominant_driver, growth: Math.exp(years * whole), ...measured } };
  });
}

type Budget = { budget: number; years: number; halving_time: number };
const BUDGETS: [string, Partial<Budget>][] = [
  ['', {}],
  ['years=50', { years: 50 }],
  ['halving_time=2', { halving_time: 2 }],
  ['halving_time=2&scale=log&budget=1e6', { halving_time: 2, budget: 1e6 }],
  ['budget=1e9&years=50&halving_time=0.5', { budget: 1e9, years: 50, halving_time: 0.5 }],
  ['budget=1&years=1&halving_time=20', { budget: 1, years: 1, halving_time: 20 }],
  ['scale=log&budget=250&years=12.5', { budget: 250, years: 12.5 }],
];

/** What the money buys: a dollar buys what the trend of all consumer cards gives at the date of the newest. */
async function budgets(): Promise<State[]> {
  const cards = await listed('gpu-prices');
  const { meanX, meanY, slope } = leastSquares(cards);
  return BUDGETS.map(([query, given]) => {
    const { budget, years, halving_time } = { budget: 1000, years: 20, halving_time: 3.23, ...given };
    const compute_start = budget * 10 ** (meanY + slope * (cards[cards.length - 1].year - meanX));
    const growth = 2 ** (years / halving_time);
    const growth_by_adding = 1 + years * (2 ** (1 / halving_time) - 1);
    return { figure: 'fixed-budget', query, readouts: { growth, growth_by_adding, compute_start, compute_end: compute_start * growth } };
  });
}

export async function independent(): Promise<State[]> {
  const mapped = FALLS.filter((_, place) => place % 3 === 0);
  const states = [falls('pen-drop', FALLS), falls('dominance-map', mapped), ensemble(), flutter(), await trends(), await backtests(), await drivers(), await budgets()].flat();
  return states.map((state) => ({ ...state, readouts: Object.fromEntries(Object.entries(state.readouts).map(([name, value]) => [name, rounded(value)])) }));
}

/** To ten digits: machines differ in the last ones. */
function rounded<T>(value: T): T {
  if (typeof value === 'number') return Number(value.toPrecision(10)) as T;
  return Array.isArray(value) ? (value.map(rounded) as T) : value;
}
