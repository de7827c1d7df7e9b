import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../../shared/content/index.ts';
import { decide, evolve, newGame, viewFor } from '../../shared/rules/index.ts';
import type { AgreedTerm, Agreement, GameState, Seat } from '../../shared/rules/index.ts';
import { standing } from '../../server/bots/bot.ts';
import { dissenting, holding } from '../../server/bots/dissent.ts';

const campaign = scenarioOf('campaign');
const SEEDS = Array.from({ length: 12 }, (_, i) => `s${i}`);

/** Round 4 of a campaign in which some seats have agreed on a term. */
function after(signatories: readonly Seat[], term: Partial<AgreedTerm> & { provision: string }): GameState {
  let state = newGame(campaign, { seed: 'dissent', mode: 'simulation' });
  for (const kind of ['start', 'closeTalks'] as const) {
    const decision = decide(campaign, state, 'host', { kind });
    if (!decision.ok) throw new Error(decision.refusal.code);
    for (const event of decision.events) state = evolve(state, event);
  }
  const agreed: AgreedTerm = {
    key: `a1/${term.provision}`,
    level: 1,
    scope: [],
    conditions: [],
    snapback: [],
    state: 'inForce',
    since: 3,
    why: null,
    ratified: [],
    lobbied: {},
    endsAt: null,
    suspendedUntil: null,
    ...term,
  };
  const agreement: Agreement = {
    id: 'a1',
    proposal: 'p1',
    author: signatories[0] ?? 'us',
    round: 4,
    signatories,
    terms: [agreed],
    objections: [],
  };
  return { ...state, world: { ...state.world, round: 4, agreements: [agreement] } };
}

/** What a seat's bots, each with a chance of its own, do about it. */
function kindsOf(seat: Seat, state: GameState): string[] {
  return SEEDS.flatMap((seed) => {
    const stand = standing(campaign, seat, { difficulty: 'normal', talks: 'linked', seed });
    return dissenting(stand(viewFor(campaign, state, seat))).map((command) => command.kind);
  });
}

describe('dissent', () => {
  test('who loses much by what others agreed over its head often objects, and who gains does not', () => {
    const state = after(['us', 'ru'], { provision: 'root-causes', level: 3 });
    const often = kindsOf('ua', state).filter((kind) => kind === 'object').length;
    expect(often).toBeGreaterThan(2);
    expect(often).toBeLessThan(SEEDS.length);
    expect(kindsOf('cn', state)).toEqual([]);
    expect(kindsOf('ru', state)).not.toContain('object');
  });

  test('notice is given on what hurts far more than trust costs, not on what hurts a little', () => {
    const grave = after(['ru', 'ua', 'us'], { provision: 'ukraine-alignment', level: 3 });
    expect(kindsOf('ua', grave)).toContain('denounce');
    const slight = after(['us', 'eu'], { provision: 'relief-maritime', level: 1 });
    expect(kindsOf('eu', slight)).not.toContain('denounce');
  });

  test('what matters is lobbied for at home late in the game, and what is sure to be ratified is not', () => {
    const waits = { provision: 'eu-accession', level: 3, state: 'pending' } as const;
    const late = (measures: Partial<GameState['world']['measures']>): GameState => {
      const state = after(['ua', 'eu'], waits);
      return {
        ...state,
        world: { ...state.world, round: 11, measures: { ...state.world.measures, ...measures } },
      };
    };
    expect(kindsOf('ua', late({ supportUa: 3_000 }))).toContain('lobby');
    expect(kindsOf('ua', late({ supportUa: 9_900 }))).not.toContain('lobby');
  });

  test('nothing is held in the open where nothing was refused', () => {
    const state = after(['us', 'ru'], { provision: 'embassies' });
    for (const seed of SEEDS) {
      const stand = standing(campaign, 'eu', { difficulty: 'normal', talks: 'linked', seed });
      expect(holding(stand(viewFor(campaign, state, 'eu')))).toEqual([]);
    }
  });
});
