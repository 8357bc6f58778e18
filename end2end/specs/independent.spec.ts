import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { independent, type Expected, type State } from '../independent';

const FILE = fileURLToPath(new URL('../../crates/figures/tests/independent.json', import.meta.url));

// No browser takes part: the formulas are in another language than the code, and the native tests read what they give.
test('the native tests hold the figures to numbers computed independently', async ({}, { config }) => {
  const states = await independent();
  // `./dev test browser independent --update-snapshots` writes them anew.
  if (['all', 'changed'].includes(config.updateSnapshots)) writeFileSync(FILE, `[\n${states.map((state) => JSON.stringify(state)).join(',\n')}\n]\n`);
  const held = JSON.parse(readFileSync(FILE, 'utf8')) as State[];
  expect(held.map(({ figure, query }) => `${figure}?${query}`)).toEqual(states.map(({ figure, query }) => `${figure}?${query}`));
  const close = (one: Expected, other: Expected): boolean => {
    if (Array.isArray(one) && Array.isArray(other)) return one.every((value, place) => close(value, other[place]));
    if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 1e-8 * Math.abs(other);
    return one === other;
  };
  for (const [place, { figure, query, readouts }] of states.entries()) {
    expect(Object.keys(held[place].readouts)).toEqual(Object.keys(readouts));
    for (const [name, value] of Object.entries(readouts)) expect(close(held[place].readouts[name], value), `${figure}?${query}: ${name} is ${value}`).toBe(true);
  }
});
