import { evolve } from './evolve.ts';
import { newGame } from './game.ts';
import { AIMS, durabilityOf } from './hazard.ts';
import { aftermathInto, emptyAftermath, packageOf } from './package.ts';
import { escalated, openTalks, resolveRound } from './resolve.ts';
import type { Mandate, Scenario } from './scenario.ts';
import type { GameState, Secrets, World } from './state.ts';
import { SEATS } from './types.ts';
import type { BySeat, Hundredths, Seat } from './types.ts';

const REPLAYS = 8;

/** How a world is scored for a seat; par lends itself to whatever scoring the game uses. */
export type Score = (
  scenario: Scenario,
  world: World,
  seat: Seat,
  weights: Mandate['weights'],
  agenda: readonly string[],
  durability: Hundredths,
) => Hundredths;

/**
 * Par (SCORE-2): each seat's mean score over eight replays with the same dispositions and agenda cards and the orders
 * that were carried out, but no agreement. Chance falls anew in each.
 */
export function parOf(scenario: Scenario, state: GameState, score: Score): BySeat<Hundredths> {
  const aims = AIMS[state.secrets.ru.disposition as keyof typeof AIMS];
  const sums = Object.fromEntries(SEATS.map((seat) => [seat, 0])) as Record<Seat, number>;
  for (let replay = 0; replay < REPLAYS; replay++) {
    const world = withoutAgreement(scenario, state, replay);
    const durability = Math.round(100 * durabilityAfter(scenario, world, aims));
    for (const seat of SEATS) {
      const { disposition, agenda } = state.secrets[seat];
      const weights = scenario.mandates[seat][disposition]?.weights ?? {};
      sums[seat] += score(scenario, world, seat, weights, agenda, durability);
    }
  }
  return Object.fromEntries(
    SEATS.map((seat) => [seat, Math.round(sums[seat] / REPLAYS)]),
  ) as BySeat<Hundredths>;
}

/** The chance in per cent that the peace of this world lasts ten years, by the analytic twin. */
export function durabilityAfter(scenario: Scenario, world: World, aims: number): number {
  const pack = packageOf(scenario, world);
  const after = emptyAftermath(pack);
  aftermathInto(after, pack, new Uint8Array(pack.parts.length).fill(1));
  return durabilityOf(after, aims);
}

/** The game again with its orders and without its agreements. */
function withoutAgreement(scenario: Scenario, state: GameState, replay: number): World {
  const { world, hidden, secrets } = state;
  let now = newGame(scenario, {
    seed: `${hidden.seed}/par/${replay}`,
    mode: world.mode,
    rounds: world.rounds,
  });
  now = {
    ...now,
    secrets: forEach((seat) => ({
      ...now.secrets[seat],
      disposition: secrets[seat].disposition,
      agenda: secrets[seat].agenda,
    })),
  };
  for (let round = 1; round <= world.round; round++) {
    now = evolve(now, openTalks(scenario, now));
    now = {
      ...now,
      secrets: forEach((seat) => ({
        ...now.secrets[seat],
        orders: hidden.played
          .filter((play) => play.round === round && play.seat === seat)
          .map((play) => play.order),
      })),
    };
    now = resolveRound(scenario, now).state;
    if (escalated(now)) break;
  }
  return now.world;
}

function forEach(make: (seat: Seat) => Secrets): BySeat<Secrets> {
  return Object.fromEntries(SEATS.map((seat) => [seat, make(seat)])) as BySeat<Secrets>;
}
