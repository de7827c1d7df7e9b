import type { Bench, Finding, Row } from './bench.ts';
import { forecastAnchors } from './points/anchors.ts';
import { classPace } from './points/class-pace.ts';
import { everyoneNeeded } from './points/everyone-needed.ts';
import { noExploit } from './points/exploits.ts';
import { itCanFail } from './points/failure.ts';
import { integrationPays } from './points/integration.ts';
import { noDeadWeight } from './points/no-dead-weight.ts';
import { noPieceAlone } from './points/no-piece-alone.ts';
import { nobodyDealtOut } from './points/nobody-dealt-out.ts';
import { rivalsLive } from './points/rivals-live.ts';
import { skillShows } from './points/skill.ts';
import { snapbackPays } from './points/snapback.ts';

/** What must come out, point by point; each answers with its rows. */
export const POINTS: Readonly<Record<number, (bench: Bench) => Finding[] | Promise<Finding[]>>> = {
  1: noPieceAlone,
  2: integrationPays,
  3: snapbackPays,
  4: nobodyDealtOut,
  5: itCanFail,
  6: noDeadWeight,
  7: skillShows,
  8: everyoneNeeded,
  9: noExploit,
  10: forecastAnchors,
  11: classPace,
  12: rivalsLive,
};

/** The rows as a table for people. */
export function tableFrom(rows: readonly Row[]): string {
  const verdict = (row: Row): string => (row.holds === null ? 'open' : row.holds ? 'holds' : 'FAILS');
  const lines = rows.map((row) => [
    String(row.point),
    row.edition,
    verdict(row),
    row.sample,
    row.target,
    row.measured,
  ]);
  const head = ['point', 'edition', 'verdict', 'sample', 'target', 'measured'];
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => line[i]?.length ?? 0)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
