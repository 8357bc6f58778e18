// What every figure says natively, in many states and in every language, to be compared with what it says in a browser.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { SECTIONS, type FigureId, type SectionId } from './contract';

/** A state, and all lines that a figure says of it: of a readout its name, its reading and its text, of a sentence its name and text. */
export type Told = { id: FigureId; query: string; language: string; lines: string[] };

/** In a debug build: what it takes to make it first is not this test's. */
export function toldNatively(): Told[] {
  const arguments_ = ['run', '--quiet', '--package', 'pendrop-figures', '--example', 'told'];
  const text = execFileSync('cargo', arguments_, { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8', maxBuffer: 2 ** 26 });
  return text.trimEnd().split('\n\n').map((state) => {
    const [head, ...lines] = state.split('\n');
    const [id, query, language] = head.split('\t');
    return { id: id as FigureId, query, language, lines };
  });
}

/** The states of a section's figures in a language. */
export const ofPage = (all: Told[], section: SectionId, language: string) => all.filter((told) => told.language === language && SECTIONS[section].figures.includes(told.id));

/** Asks the figures of the page, which hold the hooks of src/testing/told.rs. Runs in the page. */
export const ask = (states: { id: string; query: string }[]) => {
  type Hooked = Element & { told: (query: string) => Promise<string> };
  const figure = (id: string) => document.querySelector(`figure[data-figure="${id}"]`) as Hooked;
  return Promise.all(states.map(({ id, query }) => figure(id).told(query)));
};

/** Runs in the page: whether all its figures hold the hooks. */
export const hooked = () => [...document.querySelectorAll('figure[data-figure]')].every((figure) => 'told' in figure);

/** All lines that differ: numbers in their last digits may, since logarithms come from another library; texts may not. */
export function differences(expected: Told[], found: string[]): string[] {
  const same = (one: string, other: string) => one === other || Math.abs(Number(one) - Number(other)) <= 1e-9 * Math.abs(Number(one));
  return expected.flatMap(({ id, query, language, lines }, place) => {
    const others = found[place].split('\n');
    const odd = Array.from({ length: Math.max(lines.length, others.length) }, (_, line) => {
      const [one = [], other = []] = [lines[line]?.split('\t'), others[line]?.split('\t')];
      const agree = one.length === other.length && one.every((text, column) => text === other[column] || (one.length === 4 && column === 1 && same(text, other[column])));
      return agree ? undefined : `${language} ${id}?${query}: natively ${lines[line]}, here ${others[line]}`;
    });
    return odd.filter((line) => line !== undefined);
  });
}
