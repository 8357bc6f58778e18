// Trends of the tables computed a second time, independently of the program under test, from the files that it is served.
import type { APIRequestContext } from '@playwright/test';
import type { DatasetId } from './contract';

/** A year in seconds: the Julian year. */
export const YEAR = 31_557_600;

export type Point = { year: number; value: number; name: string; group: string; source: string };

/** Rows of cells; a cell in quotes may hold the comma. */
export const rows = (csv: string) =>
  csv.trim().split(/\r?\n/).map((line) => [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')));

/** The columns of each table that a chart is made of: what is divided by `over`, and what points are called and sorted by. */
const COLUMNS: Record<DatasetId, { value: string; over?: string; time: 'year' | 'date'; name: string; group?: string }> = {
  machines: { value: 'instructions_per_s', over: 'price_usd_1997', time: 'year', name: 'name' },
  kurzweil: { value: 'calculations_per_s_per_1000_usd', time: 'year', name: 'machine' },
  'gpu-prices': { value: 'fp32_flop_per_s', over: 'release_price_usd', time: 'date', name: 'name', group: 'segment' },
  transistors: { value: 'transistors', time: 'year', name: 'processor' },
  supercomputers: { value: 'flop_per_s', time: 'year', name: 'system', group: 'list' },
  'training-compute': { value: 'training_compute_flop', time: 'date', name: 'system' },
};

/** year + (month − 1)/12 + (day − 1)/365 */
function decimalYear(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}

/** The points of a dataset by year, from its file as the site serves it. */
export async function dataset(request: APIRequestContext, id: DatasetId): Promise<Point[]> {
  const [head, ...body] = rows(await (await request.get(`/data/${id}.csv`)).text());
  const { value, over, time, name, group } = COLUMNS[id];
  const points = body.map((row) => {
    const cell = (column: string) => row[head.indexOf(column)];
    return {
      year: time === 'date' ? decimalYear(cell('date')) : Number(cell('year')),
      value: Number(cell(value)) / (over ? Number(cell(over)) : 1),
      name: cell(name),
      group: group ? cell(group) : '',
      source: cell('source'),
    };
  });
  const byName = (a: Point, b: Point) => (a.name < b.name ? -1 : Number(a.name > b.name));
  return points.sort((a, b) => a.year - b.year || byName(a, b));
}

/** Points of one date in one go, so that equals among them do not count twice: those above all that came before. */
export function records(points: Point[]): Point[] {
  let best = 0;
  const found: Point[] = [];
  for (const { year } of points) {
    const there = points.filter((point) => point.year === year);
    const most = there.reduce((most, point) => (point.value > most.value ? point : most));
    if (most.value > best) found.push(most);
    best = Math.max(best, most.value);
  }
  return found;
}

export type Line = { n: number; slope: number; meanX: number; meanY: number; spread: number; deviation: number; rSquared: number };

/** The least-squares line of log10(value) on the year. */
export function leastSquares(points: Point[]): Line {
  const n = points.length;
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / n;
  const y = ({ value }: Point) => Math.log10(value);
  const [meanX, meanY] = [mean(({ year }) => year), mean(y)];
  const sum = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0);
  const spread = sum(({ year }) => (year - meanX) ** 2);
  const slope = sum((point) => (point.year - meanX) * (y(point) - meanY)) / spread;
  const squares = sum((point) => (y(point) - meanY - slope * (point.year - meanX)) ** 2);
  return { n, slope, meanX, meanY, spread, deviation: Math.sqrt(squares / (n - 2)), rSquared: 1 - squares / sum((point) => (y(point) - meanY) ** 2) };
}

export type Choice = { from: number; to: number; frontier?: boolean; segment?: string };

/** The points that a line is fitted to: records are counted anew from the beginning of the range. */
export function fitted(all: Point[], { from, to, frontier = false, segment = 'consumer' }: Choice): Point[] {
  const isMeant = ({ group }: Point) => segment === 'all' || !['consumer', 'professional'].includes(group) || group === segment;
  const meant = all.filter((point) => isMeant(point) && from <= point.year && point.year <= to);
  return frontier ? records(meant) : meant;
}

/** The Newey-West error of a coefficient: what each residual, in their order, pushes it by, and over how wide a spread. */
function neweyWest(scores: number[], spread: number): number {
  const lags = Math.floor(4 * (scores.length / 100) ** (2 / 9));
  let variance = 0;
  for (const [place, score] of scores.entries()) {
    for (let other = Math.max(place - lags, 0); other <= Math.min(place + lags, scores.length - 1); other += 1) {
      variance += (1 - Math.abs(place - other) / (lags + 1)) * score * scores[other];
    }
  }
  return Math.sqrt(Math.max(variance, 0)) / spread;
}

/** Second derivative of the least-squares parabola, and the ends of its 95 % intervals; null for fewer than four points or three dates. */
function curvature(points: Point[]): (number | null)[] {
  const { n, meanX } = leastSquares(points);
  if (n < 4 || new Set(points.map(({ year }) => year)).size < 3) return [null, null, null, null, null];
  // In units of ten years, about the mean: solved by elimination.
  const rows = points.map(({ year, value }) => ({ x: (year - meanX) / 10, y: Math.log10(value) }));
  const moment = (power: number) => rows.reduce((sum, { x }) => sum + x ** power, 0);
  const matrix = [0, 1, 2].map((row) => [
    ...[0, 1, 2].map((column) => moment(row + column)),
    rows.reduce((sum, { x, y }) => sum + x ** row * y, 0),
    row === 2 ? 1 : 0,
  ]);
  for (const pivot of [0, 1, 2]) {
    matrix[pivot] = matrix[pivot].map((cell) => cell / matrix[pivot][pivot]);
    for (const other of [0, 1, 2].filter((other) => other !== pivot)) {
      const factor = matrix[other][pivot];
      matrix[other] = matrix[other].map((cell, column) => cell - factor * matrix[pivot][column]);
    }
  }
  const [a, b, c] = matrix.map((row) => row[3]);
  const squares = rows.reduce((sum, { x, y }) => sum + (y - a - b * x - c * x * x) ** 2, 0);
  const quantile = studentQuantile(0.975, n - 3);
  const reach = quantile * Math.sqrt((squares / (n - 3)) * matrix[2][4]);
  // What of x² neither a constant nor x explains, by a fit of its own.
  const [mean, tilt] = [moment(2) / n, moment(3) / moment(2)];
  const bend = (x: number) => x * x - mean - tilt * x;
  const scores = rows.map(({ x, y }) => bend(x) * (y - a - b * x - c * x * x));
  const reachAlike = quantile * neweyWest(scores, rows.reduce((sum, { x }) => sum + bend(x) ** 2, 0));
  return [c, c - reach, c + reach, c - reachAlike, c + reachAlike].map((value) => (2 * value) / 100);
}

/** Years to double on parallel lines, one for professional cards and one for everything else. */
function doublingWithin(points: Point[]): number | null {
  const lines = [true, false].map((professional) => points.filter(({ group }) => (group === 'professional') === professional));
  const parts = lines.map((line) => ({ line, meanX: line.reduce((sum, { year }) => sum + year, 0) / line.length }));
  const sum = (of: (point: Point, meanX: number) => number) => parts.reduce((sum, { line, meanX }) => line.reduce((sum, point) => sum + of(point, meanX), sum), 0);
  const slope = sum(({ year, value }, meanX) => (year - meanX) * Math.log10(value)) / sum(({ year }, meanX) => (year - meanX) ** 2);
  return slope > 0 ? Math.log10(2) / slope : null;
}

/** What `compute-trend` reads of points of two dates at least; times only where the value grows. The robust one is left out. */
export function trendReadouts(all: Point[], choice: Choice): Record<string, number | null> {
  const points = fitted(all, choice);
  const { n, slope, meanX, meanY, spread, deviation, rSquared } = leastSquares(points);
  const quantile = n > 2 ? studentQuantile(0.975, n - 2) : NaN;
  const reach = (quantile * deviation) / Math.sqrt(spread);
  const scores = points.map(({ year, value }) => (Math.log10(value) - meanY - slope * (year - meanX)) * (year - meanX));
  const reachAlike = quantile * neweyWest(scores, spread);
  const doubling = (steep: number) => (slope > 0 && steep > 0 ? (YEAR * Math.log10(2)) / steep : null);
  const best = (when: number) => Math.max(...points.filter(({ year }) => year === when).map(({ value }) => value));
  const within = slope > 0 ? doublingWithin(points) : null;
  const [bend, bendLow, bendHigh, bendLowAlike, bendHighAlike] = curvature(points);
  return {
    points: n,
    doubling_time: doubling(slope),
    doubling_time_low: doubling(slope + reach),
    doubling_time_high: doubling(slope - reach),
    doubling_time_low_hac: doubling(slope + reachAlike),
    doubling_time_high_hac: doubling(slope - reachAlike),
    doubling_time_within: within === null ? null : YEAR * within,
    tenfold_time: slope > 0 ? YEAR / slope : null,
    factor_per_year: 10 ** slope,
    r_squared: Number.isNaN(rSquared) || n < 3 ? null : rSquared,
    growth: 10 ** (slope * (points[n - 1].year - points[0].year)),
    measured_growth: best(points[n - 1].year) / best(points[0].year),
    curvature: bend,
    curvature_low: bendLow,
    curvature_high: bendHigh,
    curvature_low_hac: bendLowAlike,
    curvature_high_hac: bendHighAlike,
  };
}

/** Years in which the value doubles along the Theil–Sen line: the median of the slopes of all pairs. */
export function robustDoubling(points: Point[]): number {
  const slopes = points
    .flatMap((a, place) => points.slice(place + 1).map((b) => [b.year - a.year, Math.log10(b.value) - Math.log10(a.value)]))
    .filter(([run]) => run !== 0)
    .map(([run, rise]) => rise / run);
  return Math.log10(2) / median(slopes);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/** In which share of all whole years the trend was closer than a simpler forecast, of those in which one was closer. */
export function wins(all: Point[], horizon: number, rival: 'constant' | 'recent'): number {
  const [won, told] = [[] as boolean[], Math.floor(all[all.length - 1].year)];
  for (let cut = Math.ceil(all[0].year); cut <= told; cut += 1) {
    const dates = (from: number, to: number) => new Set(all.filter(({ year }) => from < year && year <= to).map(({ year }) => year)).size;
    const known = all.filter(({ year }) => year <= cut).length;
    if (known < 3 || dates(-Infinity, cut) < 2 || dates(cut, cut + horizon) < 1) continue;
    if (rival === 'recent' && dates(cut - 5, cut) < 2) continue;
    const { mean_error_decades, ...others } = forecastErrors(all, cut, horizon);
    const ahead = others[`mean_error_decades_${rival}`] - mean_error_decades;
    if (Math.abs(ahead) > 1e-9) won.push(ahead > 0);
  }
  return won.filter(Boolean).length / won.length;
}

const at = ({ meanX, meanY, slope }: Line, year: number) => meanY + slope * (year - meanX);

/** What was known at a cut, and what came until cut + horizon. */
const divided = (all: Point[], cut: number, horizon: number) => ({
  known: all.filter(({ year }) => year <= cut),
  came: all.filter(({ year }) => cut < year && year <= cut + horizon),
});

/** How far three forecasts were off: a fit of what was known, what was known last, and a fit of the last five years. */
function forecastErrors(all: Point[], cut: number, horizon: number): Record<string, number> {
  const { known, came } = divided(all, cut, horizon);
  const latest = known.filter(({ year }) => year === known[known.length - 1].year);
  const level = latest.reduce((sum, { value }) => sum + Math.log10(value), 0) / latest.length;
  const [line, recent] = [leastSquares(known), leastSquares(known.filter(({ year }) => year > cut - 5))];
  const errors = (forecast: (year: number) => number) => {
    const all = came.map(({ year, value }) => forecast(year) - Math.log10(value));
    return [all.reduce((sum, error) => sum + error, 0), all.reduce((sum, error) => sum + Math.abs(error), 0)].map((sum) => sum / all.length);
  };
  const [bias_decades, mean_error_decades] = errors((year) => at(line, year));
  const [bias_decades_constant, mean_error_decades_constant] = errors(() => level);
  const [bias_decades_recent, mean_error_decades_recent] = errors((year) => at(recent, year));
  return { bias_decades, mean_error_decades, bias_decades_constant, mean_error_decades_constant, bias_decades_recent, mean_error_decades_recent };
}

/** What `backtest` reads of one cut: the errors, and which share of what came lay in the band of the fit. */
export function backtestReadouts(all: Point[], cut: number, horizon: number): Record<string, number> {
  const { known, came } = divided(all, cut, horizon);
  const line = leastSquares(known);
  const covered = (level: number) => {
    const quantile = studentQuantile(0.5 + level / 2, line.n - 2) * line.deviation;
    const within = came.filter(({ year, value }) => {
      const reach = quantile * Math.sqrt(1 + 1 / line.n + (year - line.meanX) ** 2 / line.spread);
      return Math.abs(Math.log10(value) - at(line, year)) <= reach;
    });
    return within.length / came.length;
  };
  return { forecast: 10 ** at(line, cut + horizon), came_last: came[came.length - 1]?.value, ...forecastErrors(all, cut, horizon), coverage_80: covered(0.8), coverage_95: covered(0.95), outcomes: came.length };
}

/** The value of Student's t with so many degrees of freedom below which a probability above one half lies, by halving. */
export function studentQuantile(probability: number, freedom: number): number {
  let [low, high] = [0, 1];
  while (studentBelow(high, freedom) < probability) high *= 2;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability below t > 0: with t = √ν tan θ an integral of cos^(ν−1) θ, here by Simpson's rule in both parts. */
function studentBelow(t: number, freedom: number): number {
  const density = (angle: number) => Math.cos(angle) ** (freedom - 1);
  const whole = integral(density, Math.PI / 2);
  return 0.5 + (0.5 * integral(density, Math.atan(t / Math.sqrt(freedom)))) / whole;
}

/** From 0 to an end. */
function integral(of: (x: number) => number, end: number): number {
  const pieces = 1000;
  const h = end / pieces;
  let sum = of(0) + of(end);
  for (let place = 1; place < pieces; place += 1) sum += (place % 2 ? 4 : 2) * of(place * h);
  return (sum * h) / 3;
}

