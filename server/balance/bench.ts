import { Worker } from 'node:worker_threads';
import type { Edition } from '../../shared/rules/types.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Verdict } from './statistics.ts';

/** One line of the answer. */
export interface Row {
  point: number;
  edition: Edition;
  target: string;
  measured: string;
  sample: string;
  holds: Verdict; // at two standard errors; null: the sample is too small to tell
}

/** A row while it is measured: whether more games would hardly change its verdict. */
export interface Finding extends Row {
  firm: boolean;
}

/** Where points measure: an edition, seeds, and games that are played once however many points ask for them. */
export interface Bench {
  edition: Edition;
  games: number; // the measure of a sample; the largest of each point is a multiple of it
  /** The games of a plan over the first `count` seeds, in their order. */
  play: (plan: Omit<Plan, 'edition' | 'seed'>, count: number) => Promise<Outcome[]>;
}

/** The plain game: six bots of the same strength that may link tables. */
export const EQUALS = { talks: 'linked', difficulty: 'normal' } as const;

const FIRST = 8; // part of the largest sample that a measurement begins with
const FEWEST = 12; // games

/** Measures with ever more games, twice as many each time, until every verdict is firm or the sample is at its largest. */
export async function measuring(
  most: number,
  measure: (games: number) => Promise<Finding[]>,
): Promise<Finding[]> {
  const largest = Math.max(1, Math.round(most));
  for (let games = Math.max(FEWEST, Math.ceil(largest / FIRST)); games < largest; games *= 2) {
    const findings = await measure(games);
    if (findings.every(({ firm }) => firm)) return findings;
  }
  return measure(largest);
}

/** Threads that play planned games. */
export interface Crew {
  bench: (edition: Edition, games: number, firstSeed: number) => Bench;
  played: () => number;
  end: () => Promise<void>;
}

/** Starts `workers` threads; a game does not depend on which of them plays it. */
export function crewOf(workers: number, told: (played: number) => void): Crew {
  const waiting: { plan: Plan; done: (outcome: Outcome) => void; failed: (fault: Error) => void }[] = [];
  const idle: Worker[] = [];
  const all = Array.from({ length: workers }, () => new Worker(new URL('./worker.ts', import.meta.url)));
  const known = new Map<string, Promise<Outcome>>();
  let count = 0;

  const hand = (worker: Worker): void => {
    const next = waiting.shift();
    if (!next) {
      idle.push(worker);
      return;
    }
    worker.once('message', (answer: { outcome: Outcome } | { fault: string }) => {
      told(++count);
      if ('outcome' in answer) next.done(answer.outcome);
      else next.failed(new Error(`${JSON.stringify(next.plan)}: ${answer.fault}`));
      hand(worker);
    });
    worker.postMessage(next.plan, []);
  };
  const play = (plan: Plan): Promise<Outcome> => {
    const key = JSON.stringify(plan);
    const before = known.get(key);
    if (before) return before;
    const outcome = new Promise<Outcome>((done, failed) => waiting.push({ plan, done, failed }));
    known.set(key, outcome);
    const worker = idle.shift();
    if (worker) hand(worker);
    return outcome;
  };
  idle.push(...all);

  return {
    bench: (edition, games, firstSeed) => ({
      edition,
      games,
      play: (plan, many) =>
        Promise.all(
          Array.from({ length: many }, (_, i) => play({ ...plan, edition, seed: String(firstSeed + i) })),
        ),
    }),
    played: () => count,
    end: async () => {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}
