// What other people's pages and links may rely on: names, bounds, presets and readouts of the figures, in SI units.
// The code writes it (src/prerender/tests/contract.rs); here it is read, in the shapes that specs ask for.
import contract from './contract.json' with { type: 'json' };

/** `least` of a range with a zero stop is its least value above zero. */
export type Quantity = { least: number; most: number; start: number; log?: boolean; zero?: boolean; whole?: boolean };

export type FigureId = keyof typeof contract.figures;
export type SectionId = keyof typeof contract.sections;

export type Contract = {
  /** Its model, in the repository. */
  source: string;
  /** The tables that it needs at the start. */
  tables: string[];
  quantities: Record<string, Quantity>;
  /** Choices that fill other parameters; once one of these is moved, they read `custom`. */
  presets: Record<string, Record<string, Record<string, number>>>;
  /** Other choices, and all that each offers. */
  choices: Record<string, string[]>;
  /** What can be on or off, and which it is at the start. */
  toggles: Record<string, boolean>;
  /** Readouts with their units; a word has none. */
  readouts: Record<string, string>;
};

/** What stands for values moved by hand. */
const CUSTOM = 'custom';

type Declared = Omit<Contract, 'presets' | 'choices'> & {
  choices: Record<string, { start: string; options: Record<string, Record<string, number>> }>;
};

function split({ choices, ...figure }: Declared): Contract {
  const [presets, others]: [Contract['presets'], Contract['choices']] = [{}, {}];
  for (const [name, { options: { [CUSTOM]: custom, ...named } }] of Object.entries(choices)) {
    if (custom) presets[name] = named;
    else others[name] = Object.keys(named);
  }
  return { ...figure, presets, choices: others };
}

/** What can be set at each figure, and what it reads. */
export const FIGURES = Object.fromEntries(
  Object.entries(contract.figures as object).map(([id, figure]) => [id, split(figure)]),
) as Record<FigureId, Contract>;

type Question = { id: FigureId; curve?: boolean; log?: boolean };
const sections = contract.sections as Record<SectionId, { figures: FigureId[]; questions: Question[] }>;

export const SLUGS = Object.keys(sections) as SectionId[];

const ofSections = <T>(of: (slug: SectionId) => T) => Object.fromEntries(SLUGS.map((slug) => [slug, of(slug)])) as Record<SectionId, T>;

/** Figures of each section in the order of the page, and a query that asks for the start of each that a question keeps back. */
export const SECTIONS = ofSections((slug) => {
  const { figures, questions } = sections[slug];
  const start = questions.map(({ id }) => {
    const [name, { start }] = Object.entries(FIGURES[id].quantities)[0];
    return `${id}.${name}=${start}`;
  });
  return { figures, start: start.join('&') };
});

/**
 * The figures that pages ask about, in the order of the page: the first keeps back all that follows, each later one itself.
 * `curve`: the guess can be dragged in the held picture. `log`: its slider holds the guess's logarithm.
 */
export const QUESTIONS = ofSections((slug) => sections[slug].questions);

export const IDS = SLUGS.flatMap((slug) => SECTIONS[slug].figures);

/** The section that a figure stands in. */
export function sectionOf(id: FigureId): SectionId {
  const slug = SLUGS.find((slug) => SECTIONS[slug].figures.includes(id));
  if (!slug) throw new Error(`${id} stands in no section`);
  return slug;
}

/** All that a choice of a figure offers, by its name. */
export const choicesOf = ({ presets, choices }: Contract): Record<string, string[]> => ({
  ...Object.fromEntries(Object.entries(presets).map(([name, options]) => [name, [...Object.keys(options), CUSTOM]])),
  ...choices,
});

/** Names of all that can be set at a figure. */
export const parametersOf = (contract: Contract) => [...Object.keys(contract.quantities), ...Object.keys(choicesOf(contract)), ...Object.keys(contract.toggles)];

const { object, world } = contract.figures['pen-drop'].choices;
const named = <T extends object>({ custom: _, ...options }: T & { custom: object }) => options;
export const OBJECTS = named(object.options);
export const WORLDS = named(world.options);
export const SCENARIOS = named(contract.figures.drivers.choices.scenario.options);

/** The datasets that a trend can be fitted to; each is a table of that name. */
const datasets = contract.figures['compute-trend'].choices.dataset.options;
export type DatasetId = keyof typeof datasets;
export const DATASETS = Object.keys(datasets) as DatasetId[];

export const LANGUAGES = contract.languages as ('en' | 'de')[];
export const PAGES = ['', ...SLUGS.map((slug) => `${slug}/`), 'about/', ...IDS.map((id) => `figure/${id}/`)];
export const ROUTES = LANGUAGES.flatMap((language) => PAGES.map((page) => `/${language}/${page}`));
export const THEMES = ['light', 'dark', 'projector'] as const;
