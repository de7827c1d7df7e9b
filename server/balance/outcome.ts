import { scenarioOf } from '../../shared/content/index.ts';
// An experiment may put into a simulated game what nobody asked for: it is nobody's live game.
// oxlint-disable-next-line no-restricted-imports
import { evolve } from '../../shared/rules/evolve.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { AgreedTerm, GameState, Result } from '../../shared/rules/state.ts';
import { boundBy, provisionOf } from '../../shared/rules/terms.ts';
import { SEATS, type Level, type ProvisionId, type Seat } from '../../shared/rules/types.ts';
import { playGame } from '../bots/play.ts';
import { recordFrom, type GameRecord } from '../bots/record.ts';
import { playerFor } from './conduct.ts';
import type { Imposed, Plan } from './plan.ts';
import { withRefusing } from './refusing.ts';

/** What a measurement keeps of one game. */
export interface Outcome extends GameRecord {
  standing: [ProvisionId, Level][]; // in force at the end
  weakest: number | null; // of the three pillars, points
  consent: Result['consent'];
  quietFrom: number | null; // the round in which a full ceasefire first came into force
}

/** Plays a planned game. */
export function outcomeOf(plan: Plan): Outcome {
  const { seed, talks, difficulty, refusing } = plan;
  const whole = scenarioOf(plan.edition);
  const scenario = refusing ? withRefusing(whole, refusing) : whole;
  const imposed = plan.imposed ?? [];
  const played = playGame(scenario, {
    seed,
    talks,
    difficulty: (seat) => plan.seats?.[seat]?.difficulty ?? difficulty,
    player: (seat, settings) => playerFor(scenario, seat, settings, plan.seats?.[seat] ?? {}),
    opened: (state) => imposing(scenario, withRussia(state, plan), imposed),
  });
  const { world } = played.state;
  const { result } = world;
  return {
    ...recordFrom(seed, played, 0),
    standing: world.agreements.flatMap(({ terms }) =>
      terms
        .filter((term) => term.state === 'inForce')
        .map((term): [ProvisionId, Level] => [term.provision, term.level]),
    ),
    weakest: result?.pillars ? Math.min(...Object.values(result.pillars)) / 100 : null,
    consent: result?.consent ?? { asked: false, given: false },
    quietFrom: world.dispatches.find((line) => line.key === 'truceBegan')?.round ?? null,
  };
}

/** Russia with the disposition that the plan wants. */
function withRussia(state: GameState, { russia }: Plan): GameState {
  if (russia === undefined || state.secrets.ru.disposition === russia) return state;
  return {
    ...state,
    secrets: { ...state.secrets, ru: { ...state.secrets.ru, disposition: russia } },
  };
}

/** The terms that this round opens with, agreed by nobody and paid by nobody; they enter into force as others do. */
function imposing(scenario: Scenario, state: GameState, imposed: readonly Imposed[]): GameState {
  const { round, phase } = state.world;
  const now = imposed.filter((term) => term.round === round && provisionOf(scenario, term.provision));
  if (phase !== 'talks' || now.length === 0) return state;
  const id = `a${state.hidden.counters.agreement + 1}` as const;
  const signatories = new Set<Seat>();
  const terms = now.map(({ provision, level, snapback }): AgreedTerm => {
    const rule = provisionOf(scenario, provision);
    if (rule) for (const seat of boundBy(rule, level)) signatories.add(seat);
    return {
      provision,
      level,
      scope: rule?.scoped ? ['north', 'baltic', 'centre', 'south'] : [],
      conditions: [],
      snapback: snapback ? [{ kind: 'ceasefireEnds' }] : [],
      key: `${id}/${provision}`,
      state: 'pending',
      since: round,
      why: null,
      ratified: rule?.ratifiedBy ?? [],
      lobbied: {},
      endsAt: null,
      suspendedUntil: null,
    };
  });
  const agreement = {
    id,
    proposal: 'p0' as const,
    author: 'us' as const,
    round,
    signatories: SEATS.filter((seat) => signatories.has(seat)),
    terms,
    objections: [],
  };
  return evolve(state, { kind: 'agreed', agreement });
}
