import type { LedgerLine, World } from '../../../shared/rules/state.ts';
import type { Hundredths, Measure, Round } from '../../../shared/rules/types.ts';
import { causeWords } from '../../causes.ts';

/** The last round that was resolved; 0 before the first resolution. */
export function resolvedRound(world: World): Round {
  return world.phase === 'ended' ? world.round : Math.max(0, world.round - 1);
}

/** A figure after each round, from the start (round 0) to the round that is on: the ledger run backwards from now. */
export function historyOf(world: World, measure: Measure): Hundredths[] {
  const last = Math.max(world.round, resolvedRound(world));
  const values: Hundredths[] = [];
  let value = world.measures[measure];
  for (let round = last; round >= 0; round--) {
    values.unshift(value);
    for (const line of world.ledger) if (line.on === measure && line.round === round) value -= line.by;
  }
  return values;
}

/** Changes of one figure in one round that have the same cause, in words. */
export interface Why {
  words: string;
  by: Hundredths;
  cut: boolean; // a bound kept part of it back
  line: number; // the first of them in the ledger: by it they are quoted
}

/** A change as it is quoted: of which figure and round, and all that the same cause did to it then. */
export interface Change extends Why {
  on: Measure;
  round: Round;
}

/** Why a figure moved, round by round, the latest first. */
export function whyOf(world: World, measure: Measure): { round: Round; by: Hundredths; lines: Why[] }[] {
  const moved = placed(world).filter(
    ({ line }) => line.on === measure && (line.by !== 0 || line.wanted !== 0),
  );
  return [...Map.groupBy(moved, ({ line }) => line.round)]
    .toSorted(([a], [b]) => b - a)
    .map(([round, lines]) => ({
      round,
      by: lines.reduce((sum, { line }) => sum + line.by, 0),
      lines: grouped(lines),
    }))
    .filter((one) => one.lines.length > 0);
}

/** The change that a line of the ledger belongs to, or nothing where there is no such line. */
export function changeAt(world: World, at: number): Change | null {
  const quoted = world.ledger[at];
  if (!quoted) return null;
  const { on, round } = quoted;
  const words = causeWords(quoted.cause);
  const same = placed(world).filter(({ line }) => line.on === on && line.round === round);
  const why = whysOf(same).find((one) => one.words === words);
  return why ? { ...why, on, round } : null;
}

/** What moved figures in a round, the largest changes first. */
export function changesIn(world: World, round: Round, most: number): Change[] {
  const moved = placed(world).filter(({ line }) => line.round === round && line.by !== 0);
  return [...Map.groupBy(moved, ({ line }) => line.on)]
    .flatMap(([on, lines]) => grouped(lines).map((why) => ({ ...why, on, round })))
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
    .slice(0, most);
}

interface Placed {
  line: LedgerLine;
  at: number;
}

function placed(world: World): Placed[] {
  return world.ledger.map((line, at) => ({ line, at }));
}

function grouped(lines: readonly Placed[]): Why[] {
  return whysOf(lines)
    .filter((why) => why.by !== 0 || why.cut)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

function whysOf(lines: readonly Placed[]): Why[] {
  const byCause = Map.groupBy(lines, ({ line }) => causeWords(line.cause));
  return [...byCause].map(([words, same]) => ({
    words,
    by: same.reduce((sum, { line }) => sum + line.by, 0),
    cut: same.some(({ line }) => line.by !== line.wanted),
    line: same[0]?.at ?? 0,
  }));
}
