import type { Scenario } from '../../shared/rules/scenario.ts';
import { GRADES, type Grade } from '../../shared/rules/state.ts';
import { SEATS, type Edition, type Seat } from '../../shared/rules/types.ts';
import type { Difficulty } from './difficulty.ts';
import type { Talks } from './options.ts';
import type { GameRecord } from './record.ts';

/** What many games came to. Shares are 0 to 1, gains in points, durability in per cent. */
export interface Summary {
  games: number;
  seed: string;
  edition: Edition;
  bots: Difficulty;
  talks: Talks;
  grades: Record<Grade, number>;
  durability: { mean: number; sd: number };
  ceasefire: { entered: number; collapsed: number }; // collapsed: of the games in which one came into force
  seats: Partial<Record<Seat, { gain: number; share: number; gained: number }>>;
  orders: Record<string, number>; // rounds used ÷ rounds in which it could be
  provisions: Record<string, { agreed: number; inForce: number }>;
  breaches: number; // established, a game
  refusals: number; // commands the rules refused, a game
  msPerGame: number; // CPU time on one core
  futuresPerSecond: number;
}

export interface Asked {
  games: number;
  seed: string;
  edition: Edition;
  bots: Difficulty;
  talks: Talks;
}

/** Adds games up. The order in which they were played does not matter. */
export function summaryOf(
  scenario: Scenario,
  asked: Asked,
  records: readonly GameRecord[],
  futures: number,
): Summary {
  const share = (counts: (record: GameRecord) => boolean, of = records): number =>
    of.length === 0 ? 0 : rounded(of.filter(counts).length / of.length);
  const durability = records.map((record) => record.durability);
  const entered = records.filter((record) => record.entered);
  const usable = counted(records, (record) => record.usable);
  const used = counted(records, (record) => record.used);

  return {
    ...asked,
    grades: Object.fromEntries(GRADES.map((grade) => [grade, share((r) => r.grade === grade)])) as Record<
      Grade,
      number
    >,
    durability: { mean: rounded(mean(durability)), sd: rounded(deviation(durability)) },
    ceasefire: {
      entered: share((record) => record.entered),
      collapsed: share((record) => record.collapsed, entered),
    },
    seats: Object.fromEntries(
      SEATS.map((seat) => {
        const results = records.flatMap((record) => record.seats.filter((result) => result.seat === seat));
        return [
          seat,
          {
            gain: rounded(mean(results.map((result) => result.gain))),
            share: rounded(mean(results.map((result) => result.share))),
            gained:
              records.length === 0
                ? 0
                : rounded(results.filter((result) => result.gained).length / records.length),
          },
        ];
      }),
    ),
    orders: Object.fromEntries(
      scenario.orders.map(({ id }) => {
        const could = Math.max(usable.get(id) ?? 0, used.get(id) ?? 0);
        return [id, could === 0 ? 0 : rounded((used.get(id) ?? 0) / could)];
      }),
    ),
    provisions: Object.fromEntries(
      scenario.provisions.map(({ id }) => [
        id,
        {
          agreed: share((record) => record.agreed.includes(id)),
          inForce: share((record) => record.inForce.includes(id)),
        },
      ]),
    ),
    breaches: rounded(mean(records.map((record) => record.breaches))),
    refusals: rounded(mean(records.map((record) => record.refusals))),
    msPerGame: rounded(mean(records.map((record) => record.ms))),
    futuresPerSecond: futures,
  };
}

function counted(
  records: readonly GameRecord[],
  of: (record: GameRecord) => readonly (readonly [string, number])[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const record of records)
    for (const [id, times] of of(record)) sums.set(id, (sums.get(id) ?? 0) + times);
  return sums;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation. */
function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The summary as a table for people. */
export function tableFrom(summary: Summary): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`.padStart(6);
  const lines = [
    `${summary.games} games, seed ${summary.seed}, ${summary.edition}, ${summary.bots} bots, ${summary.talks} talks`,
    '',
    ...GRADES.map((grade) => `${grade.padEnd(12)}${percent(summary.grades[grade])}`),
    '',
    `durability  ${summary.durability.mean.toFixed(1)} % (sd ${summary.durability.sd.toFixed(1)})`,
    `ceasefire   in force ${percent(summary.ceasefire.entered).trim()}, then collapsed ${percent(summary.ceasefire.collapsed).trim()}`,
    `breaches    ${summary.breaches.toFixed(2)} a game`,
    '',
    'seat    gain  share  gained',
    ...Object.entries(summary.seats).map(
      ([seat, { gain, share, gained }]) =>
        `${seat.padEnd(6)}${gain.toFixed(1).padStart(6)}${share.toFixed(2).padStart(7)}${percent(gained).padStart(8)}`,
    ),
    '',
    'order: share of the rounds it could be used',
    ...Object.entries(summary.orders).map(([id, share]) => `${id.padEnd(20)}${percent(share)}`),
    '',
    'provision            agreed  in force',
    ...Object.entries(summary.provisions).map(
      ([id, { agreed, inForce }]) =>
        `${id.padEnd(20)}${percent(agreed).padStart(7)}${percent(inForce).padStart(10)}`,
    ),
    '',
    `${summary.msPerGame.toFixed(0)} ms a game on one core, ${summary.futuresPerSecond.toLocaleString('en')} futures a second`,
  ];
  return lines.join('\n');
}
