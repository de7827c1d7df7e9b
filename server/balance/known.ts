import type { Mandate, Scenario } from '../../shared/rules/scenario.ts';
import type { GameState } from '../../shared/rules/state.ts';
import { SEATS, type Disposition, type Seat } from '../../shared/rules/types.ts';
import { viewFor } from '../../shared/rules/view.ts';
import { beliefsOf } from '../bots/beliefs.ts';
import type { Difficulty } from '../bots/difficulty.ts';
import { playGame } from '../bots/play.ts';
import { mean } from './statistics.ts';

/** How well each seat was read: the mean chance that the others gave to its true disposition. */
export interface KnownSeat {
  seat: Seat;
  chance: number; // 0 to 1
}

/** The part of a game after which beliefs are read. */
const LATE = 2 / 3;

/** What observers without a prior have come to believe of the others in the last third of games. */
export function knownIn(
  scenario: Scenario,
  difficulty: Difficulty,
  seeds: readonly string[],
): { chance: number; seats: KnownSeat[] } {
  const open = withEvenPriors(scenario);
  const given = SEATS.map((seat) => ({ seat, chances: [] as number[] }));
  for (const seed of seeds) {
    const late: GameState[] = [];
    playGame(scenario, {
      seed,
      talks: 'linked',
      difficulty,
      opened: (state) => {
        const { phase, round, rounds } = state.world;
        if (phase === 'talks' && round > LATE * rounds) late.push(state);
        return state;
      },
    });
    for (const state of late)
      for (const observer of SEATS) {
        const beliefs = beliefsOf(open, viewFor(scenario, state, observer));
        for (const { seat, chances } of given)
          if (seat !== observer) chances.push(beliefs[seat]?.get(state.secrets[seat].disposition) ?? 0);
      }
  }
  return {
    chance: mean(given.flatMap(({ chances }) => chances)),
    seats: given.map(({ seat, chances }) => ({ seat, chance: mean(chances) })),
  };
}

/** The scenario with every disposition of a seat as likely as any other. */
function withEvenPriors(scenario: Scenario): Scenario {
  const even = (seat: Seat): Partial<Record<Disposition, Mandate>> => {
    const mandates = Object.entries(scenario.mandates[seat]) as [Disposition, Mandate][];
    return Object.fromEntries(
      mandates.map(([id, mandate]) => [id, { ...mandate, prior: 100 / mandates.length }]),
    );
  };
  return {
    ...scenario,
    mandates: Object.fromEntries(SEATS.map((seat) => [seat, even(seat)])) as Scenario['mandates'],
  };
}
