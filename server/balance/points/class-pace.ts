import { SEATS } from '../../../shared/rules/types.ts';
import type { Bench, Row } from '../bench.ts';
import type { Plan } from '../plan.ts';
import { atLeast, percentOf, shareOf, within } from '../statistics.ts';

const CEASEFIRE = 0.5;
const PATCHED = [0.4, 0.6] as const;
const WELL = [0.1, 0.25] as const;

/** Point 11: one paper a seat and round, and the judgement of an easy bot. Lesson and double only. */
export async function classPace({ edition, games, play }: Bench): Promise<Row[]> {
  if (edition === 'campaign') return [];
  const novices: Plan['seats'] = Object.fromEntries(SEATS.map((seat) => [seat, { conduct: 'novice' }]));
  const played = await play({ talks: 'linked', difficulty: 'easy', seats: novices }, 2 * games);
  const at = { point: 11, edition, sample: `${played.length} games` };
  const quiet = shareOf(played.map((game) => game.entered));
  const well = shareOf(played.map((game) => game.grade === 'doneWell'));
  const patched = shareOf(played.map((game) => game.grade === 'doneWell' || game.grade === 'patched'));
  return [
    {
      ...at,
      target: `novices: a ceasefire in at least ${100 * CEASEFIRE} % of games`,
      measured: percentOf(quiet),
      holds: atLeast(quiet, CEASEFIRE),
    },
    {
      ...at,
      target: `novices: patched or better in ${100 * PATCHED[0]}–${100 * PATCHED[1]} %`,
      measured: percentOf(patched),
      holds: within(patched, ...PATCHED),
    },
    {
      ...at,
      target: `novices: done well in ${100 * WELL[0]}–${100 * WELL[1]} %`,
      measured: percentOf(well),
      holds: within(well, ...WELL),
    },
  ];
}
