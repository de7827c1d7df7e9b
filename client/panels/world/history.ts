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
}

/** Why a figure moved, round by round, the latest first. */
export function whyOf(world: World, measure: Measure): { round: Round; by: Hundredths; lines: Why[] }[] {
  const rounds = Map.groupBy(
    world.ledger.filter((line) => line.on === measure && (line.by !== 0 || line.wanted !== 0)),
    (line) => line.round,
  );
  return [...rounds]
    .toSorted(([a], [b]) => b - a)
    .map(([round, lines]) => ({
      round,
      by: lines.reduce((sum, line) => sum + line.by, 0),
      lines: grouped(lines),
    }))
    .filter((one) => one.lines.length > 0);
}

function grouped(lines: readonly LedgerLine[]): Why[] {
  const byCause = Map.groupBy(lines, (line) => causeWords(line.cause));
  return [...byCause]
    .map(([words, same]) => ({
      words,
      by: same.reduce((sum, line) => sum + line.by, 0),
      cut: same.some((line) => line.by !== line.wanted),
    }))
    .filter((why) => why.by !== 0 || why.cut)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
}
