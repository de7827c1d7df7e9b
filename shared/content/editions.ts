import { REGIONS, TRACKS } from '../rules/types.ts';
import type { EditionRules } from '../rules/scenario.ts';
import type { Edition, IsoDate, Region } from '../rules/types.ts';

/** The day on which every edition begins (GAME-3). */
export const START: IsoDate = '2025-04-01';

const WHOLE: readonly Region[] = REGIONS;
const HALVES: readonly (readonly Region[])[] = [
  ['north', 'baltic'],
  ['centre', 'south'],
];

/** Every choice of at least one region, in the order of the front. */
function anyRegions(): Region[][] {
  return Array.from({ length: 2 ** REGIONS.length - 1 }, (_, index) =>
    REGIONS.filter((_region, bit) => ((index + 1) >> bit) % 2 === 1),
  );
}

const LESSON: EditionRules = {
  id: 'lesson',
  rounds: 5,
  fewestRounds: 4,
  tables: { T: 'N', A: 'U' },
  opens: {},
  terms: 5,
  proposals: 1,
  scopes: [WHOLE],
  conditions: ['ceasefireHeld'],
  snapbacks: ['ceasefireEnds'],
  orders: 1,
  intensity: 1,
  agenda: { dealt: 1, kept: 1 },
  ratification: false,
  objections: false,
  denouncing: false,
  nuclear: false,
  startPc: 10.5,
  income: 1.7,
  bars: { patched: 20, doneWell: 31, lasts: 70 },
  tracks: [
    'violence',
    'relations',
    'stability',
    'guardrails',
    'europeDefence',
    'cohesion',
    'ukraineDefence',
    'ukraineSovereignty',
  ],
};

const DOUBLE: EditionRules = {
  id: 'double',
  rounds: 8,
  fewestRounds: 6,
  tables: {},
  opens: {},
  terms: 6,
  proposals: 1,
  scopes: [WHOLE, ...HALVES],
  conditions: ['ceasefireHeld', 'inForce'],
  snapbacks: ['ceasefireEnds'],
  orders: 2,
  intensity: 1,
  agenda: { dealt: 2, kept: 1 },
  ratification: true,
  objections: true,
  denouncing: false,
  nuclear: true,
  startPc: 10,
  income: 1.4,
  bars: { patched: 30, doneWell: 39, lasts: 75 },
  tracks: [...LESSON.tracks, 'russiaEconomy', 'escalation'],
};

const CAMPAIGN: EditionRules = {
  id: 'campaign',
  rounds: 12,
  fewestRounds: 8,
  tables: {},
  opens: { T: 4, A: 4, P: 7 },
  terms: 8,
  proposals: 2,
  scopes: anyRegions(),
  conditions: ['ceasefireHeld', 'inForce', 'fromDate'],
  snapbacks: ['ceasefireEnds', 'breachOf'],
  orders: 3,
  intensity: 3,
  agenda: { dealt: 3, kept: 2 },
  ratification: true,
  objections: true,
  denouncing: true,
  nuclear: true,
  startPc: 12,
  income: 1.55,
  bars: { patched: 36, doneWell: 46, lasts: 83 },
  tracks: TRACKS,
};

/** One engine, one set of ids; an edition is a filter on content and these switches (GAME-3). */
export const EDITION_RULES: Readonly<Record<Edition, EditionRules>> = {
  lesson: LESSON,
  double: DOUBLE,
  campaign: CAMPAIGN,
};
