// A chart to compare with: the points, the line and the band of compute-trend drawn by Chart.js, which draws on a canvas.
// A slider changes the first year of the fit, which is made anew, without animation.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const library = join(dirname(createRequire(import.meta.url).resolve('chart.js')), 'chart.umd.min.js');

// Runs in the page.
function start(points) {
  const fit = (from) => {
    const used = points.filter(({ x }) => x >= from);
    const mean = (of) => used.reduce((sum, point) => sum + of(point), 0) / used.length;
    const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
    const spread = mean((point) => (point.x - x) ** 2);
    const slope = mean((point) => (point.x - x) * (point.y - y)) / spread;
    const at = (year) => y + slope * (year - x);
    const rest = Math.sqrt(mean((point) => (point.y - at(point.x)) ** 2) / (used.length - 2));
    const band = (year) => 1.97 * rest * Math.sqrt(1 + (year - x) ** 2 / spread);
    const years = Array.from({ length: 49 }, (_, piece) => 1950 + (75 * piece) / 48);
    const line = (shift) => years.map((year) => ({ x: year, y: at(year) + shift * band(year) }));
    return { slope, lines: [line(0), line(1), line(-1)] };
  };
  const lines = fit(2010).lines.map((data, place) => ({ type: 'line', data, pointRadius: 0, fill: place === 2 ? '-1' : false, borderColor: '#b5410a' }));
  const chart = new Chart(document.querySelector('canvas'), {
    data: { datasets: [{ type: 'scatter', data: points, pointRadius: 4, borderColor: '#5c6570', backgroundColor: 'transparent' }, ...lines] },
    options: { animation: false, maintainAspectRatio: false, parsing: false, scales: { x: { type: 'linear' }, y: { type: 'linear' } } },
  });
  const output = document.querySelector('output');
  document.querySelector('input').addEventListener('input', (event) => {
    const { slope, lines } = fit(Number(event.target.value));
    lines.forEach((data, place) => (chart.data.datasets[1 + place].data = data));
    chart.update('none');
    output.dataset.value = output.textContent = String(slope);
  });
}

/** Writes the page into a folder, with the points of the built site; returns its name. */
export function writeChart(dir, dist) {
  const rows = readFileSync(join(dist, 'data/training-compute.csv'), 'utf8').trim().split('\n');
  const [head, ...points] = rows.map((row) => row.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '')));
  const [date, compute] = ['date', 'training_compute_flop'].map((name) => head.indexOf(name));
  const data = points.map((row) => ({ x: Number(row[date].slice(0, 4)) + (Number(row[date].slice(5, 7)) - 1) / 12, y: Math.log10(Number(row[compute])) }));
  if (data.length !== 484 || data.some(({ x, y }) => !Number.isFinite(x + y))) throw new Error('the points for Chart.js are not whole');
  copyFileSync(library, join(dir, 'chart.js'));
  writeFileSync(
    join(dir, 'chart.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chart.js</title></head><body><figure data-state="ready">
<input type="range" name="from" min="1890" max="2030" step="1"><output data-value="0">0</output>
<div style="width: 900px; height: 560px"><canvas></canvas></div></figure>
<script src="chart.js"></script><script>(${start})(${JSON.stringify(data)})</script></body></html>`,
  );
  return 'chart.html';
}
