import { TRUCE_DRIFT, WAR_DRIFT } from '../../shared/rules/drift.ts';
import { newGame } from '../../shared/rules/game.ts';
import { AIMS_BELIEVED, ASSUMPTIONS, emptyOutlooks, outlooksInto } from '../../shared/rules/hazard.ts';
import { aftermathInto, emptyAftermath, packageOf } from '../../shared/rules/package.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { AgreedTerm, World } from '../../shared/rules/state.ts';
import { givenBy, provisionFor, provisionOf } from '../../shared/rules/terms.ts';
import { afterMove, within } from '../../shared/rules/tracks.ts';
import { MEASURES, REGIONS, type Level, type Measure } from '../../shared/rules/types.ts';

/** A term of a reference state: provision, level, and whether it stands under snapback. */
export type Line = readonly [provision: string, level: Level, snapback?: 'snapback'];

const CEASEFIRE: Line = ['full-ceasefire', 2];
const ARMS: readonly Line[] = [
  ['security-agreements', 3],
  ['article-five', 1],
  ['spending', 3],
];
const GUARDRAILS: readonly Line[] = [
  ['council', 3],
  ['notification', 3],
  ['open-skies', 3],
  ['inspections', 3],
  ['force-ceilings', 3],
];
const RELIEF: readonly Line[] = [
  ['relief-maritime', 1, 'snapback'],
  ['relief-finance', 1, 'snapback'],
];
const PACKAGE: readonly Line[] = [
  CEASEFIRE,
  ['monitoring', 2],
  ['incident-cell', 1],
  ['dual-use-restraint', 2],
  ['embassies', 2],
  ['military-hotlines', 1],
  ['stability-talks', 2],
  ['new-start', 2],
  ['council', 2],
  ['notification', 2],
  ['open-skies', 2],
  ['inspections', 2],
  ['force-ceilings', 2],
  ['security-agreements', 2],
  ['eu-accession', 2],
  ['article-five', 1],
  ['spending', 2],
  ['line-of-control', 2],
];

/** The reference states of FORECAST-7: what is in force where the edition has it, and the band durability must fall in, per cent. */
export const ANCHORS = {
  'war goes on': { terms: [], band: [0, 10] },
  'bare ceasefire, thirty days': { terms: [['full-ceasefire', 1]], band: [15, 30] },
  'bare ceasefire, renewing itself': { terms: [CEASEFIRE], band: [15, 30] },
  'arms only': { terms: [CEASEFIRE, ...ARMS], band: [30, 50] },
  'guardrails only': { terms: [CEASEFIRE, ...GUARDRAILS], band: [30, 50] },
  'arms and guardrails': { terms: [CEASEFIRE, ...ARMS, ...GUARDRAILS], band: [50, 70] },
  'the full package': { terms: [...PACKAGE, ...RELIEF], band: [75, 90] },
  'the full package without relief': { terms: PACKAGE, band: [60, 85] },
} as const satisfies Record<string, { terms: readonly Line[]; band: readonly [number, number] }>;

/** The world at the end of a game whose only agreement was this, in force for all rounds but the first. */
export function worldAfter(
  scenario: Scenario,
  lines: readonly Line[],
  { held = scenario.edition.rounds - 2, rounds = scenario.edition.rounds - 1 } = {},
): World {
  const start = newGame(scenario, { seed: 'anchor', mode: 'simulation' }).world;
  const here = lines.filter(([provision]) => provisionOf(scenario, provision));
  const terms = here.map(([provision, level, snapback]): AgreedTerm => ({
    key: `a1/${provision}`,
    provision,
    level,
    scope: provisionFor(scenario, provision).scoped ? REGIONS : [],
    conditions: [],
    snapback: snapback ? [{ kind: 'ceasefireEnds' }] : [],
    state: 'inForce',
    since: 1,
    why: null,
    ratified: [],
    lobbied: {},
    endsAt: null,
    suspendedUntil: null,
  }));
  const ceasefire = terms.find((term) => term.provision === 'full-ceasefire');
  const bare = { ...start.bare };
  for (const [track, by] of ceasefire ? TRUCE_DRIFT : WAR_DRIFT)
    bare[track] = within(bare[track] + by * rounds, 0, 10_000);
  const world: World = {
    ...start,
    round: scenario.edition.rounds,
    phase: 'ended',
    bare,
    agreements: [
      { id: 'a1', proposal: 'p1', author: 'us', round: 1, signatories: [], terms, objections: [] },
    ],
    truce: ceasefire
      ? { ...start.truce, level: ceasefire.level, key: ceasefire.key, since: 1, held, entered: 1 }
      : start.truce,
    given: Object.fromEntries(
      terms.map((term) => [term.key, Object.fromEntries(givenBy(scenario, term, ceasefire !== undefined))]),
    ),
  };
  const measures = Object.fromEntries(
    MEASURES.map((measure) => [measure, afterMove(world, measure, 0, null).value]),
  ) as Record<Measure, number>;
  return { ...world, measures };
}

/** Hazards a year on both paths, over all regions. */
export function hazardsOf(scenario: Scenario, after: World): { opportunism: number; spiral: number } {
  const pack = packageOf(scenario, after);
  const aftermath = emptyAftermath(pack);
  aftermathInto(aftermath, pack, new Uint8Array(pack.parts.length).fill(1));
  const out = emptyOutlooks();
  outlooksInto(out, aftermath, AIMS_BELIEVED, ASSUMPTIONS);
  const sum = (from: number) =>
    out.first.slice(from, from + REGIONS.length).reduce((all, hazard) => all + hazard, 0);
  return { opportunism: sum(0), spiral: sum(REGIONS.length) };
}
