import { forecastOf } from '../../shared/rules/forecast.ts';
import { AIMS_BELIEVED } from '../../shared/rules/hazard.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Grade, World } from '../../shared/rules/state.ts';
import {
  SEATS,
  type Disposition,
  type OrderId,
  type ProvisionId,
  type Seat,
} from '../../shared/rules/types.ts';
import { playGame, type Played, type PlaySettings } from './play.ts';

/** What a simulation keeps of one game. */
export interface GameRecord {
  seed: string;
  grade: Grade;
  durability: number; // per cent
  entered: boolean; // a full ceasefire came into force
  collapsed: boolean; // …and collapsed
  seats: { seat: Seat; disposition: Disposition; gain: number; share: number; gained: boolean }[]; // points; none after an escalation
  usable: [OrderId, number][]; // rounds in which it could be used
  used: [OrderId, number][];
  agreed: ProvisionId[]; // at any time
  inForce: ProvisionId[]; // at the end
  breaches: number; // established
  refusals: number; // commands of bots that the rules refused
  ms: number; // CPU of this thread
}

/** CPU time of this thread so far, ms. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Plays one game and keeps what a simulation counts. */
export function recordOf(scenario: Scenario, settings: PlaySettings): GameRecord {
  const began = cpuMs();
  const played = playGame(scenario, settings);
  return recordFrom(settings.seed, played, cpuMs() - began);
}

/** What a simulation counts of a game that was played. */
export function recordFrom(seed: string, played: Played, ms: number): GameRecord {
  const { world, hidden } = played.state;
  const { result } = world;
  if (!result) throw new Error(`game ${seed} ended without a result`);

  const used = new Map<OrderId, Set<number>>();
  for (const { order, round } of hidden.played) {
    const rounds = used.get(order.order) ?? new Set();
    used.set(order.order, rounds.add(round));
  }
  const seats = result.seats;
  return {
    seed,
    grade: result.grade,
    durability: (result.forecast?.durability ?? 0) / 100,
    entered: world.truce.entered > 0,
    collapsed: world.truce.collapses > 0,
    seats: seats
      ? SEATS.map((seat) => {
          const { disposition, gain, share, result: word } = seats[seat];
          return {
            seat,
            disposition,
            gain: gain / 100,
            share: share / 100,
            gained: word === 'gained' || word === 'triumph',
          };
        })
      : [],
    usable: [...played.usable],
    used: [...used].map(([order, rounds]) => [order, rounds.size]),
    agreed: provisionsOf(world, () => true),
    inForce: provisionsOf(world, (state) => state === 'inForce'),
    breaches: SEATS.reduce((sum, seat) => sum + world.seats[seat].breaches, 0),
    refusals: played.refusals.length,
    ms,
  };
}

function provisionsOf(world: World, counts: (state: string) => boolean): ProvisionId[] {
  const found = new Set<ProvisionId>();
  for (const agreement of world.agreements)
    for (const term of agreement.terms) if (counts(term.state)) found.add(term.provision);
  return [...found].toSorted();
}

/** Ten-year futures a second that the forecast plays on this thread. */
export function futuresPerSecond(scenario: Scenario, settings: PlaySettings): number {
  const { state } = playGame(scenario, settings);
  const futures = 100_000;
  const play = (): void =>
    void forecastOf(scenario, state.world, { seed: 'speed', aims: AIMS_BELIEVED, futures });
  play();
  const began = cpuMs();
  play();
  return Math.round((1000 * futures) / (cpuMs() - began));
}
