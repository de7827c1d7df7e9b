import { SEATS } from '../../../shared/rules/types.ts';
import { measuring, type Bench, type Finding } from '../bench.ts';
import type { Plan } from '../plan.ts';
import { atLeast, judged, percentOf, shareOf, within } from '../statistics.ts';

const CEASEFIRE = 0.5;
const PATCHED = [0.4, 0.6] as const;
const WELL = [0.1, 0.25] as const;

/** Point 11: one paper a seat and round, and a novice's judgement. Lesson and double only. */
export async function classPace({ edition, games, play }: Bench): Promise<Finding[]> {
  if (edition === 'campaign') return [];
  return measuring(8 * games, (many) => novices(edition, play, many));
}

async function novices(edition: Bench['edition'], play: Bench['play'], many: number): Promise<Finding[]> {
  const seats: Plan['seats'] = Object.fromEntries(SEATS.map((seat) => [seat, { conduct: 'novice' }]));
  const played = await play({ talks: 'linked', difficulty: 'normal', seats }, many);
  const at = { point: 11, edition, sample: `${played.length} games` };
  const quiet = shareOf(played.map((game) => game.entered));
  const well = shareOf(played.map((game) => game.grade === 'doneWell'));
  const patched = shareOf(played.map((game) => game.grade === 'doneWell' || game.grade === 'patched'));
  return [
    {
      ...at,
      target: `novices: a ceasefire in at least ${100 * CEASEFIRE} % of games`,
      measured: percentOf(quiet),
      ...judged(quiet, (share) => atLeast(share, CEASEFIRE)),
    },
    {
      ...at,
      target: `novices: patched or better in ${100 * PATCHED[0]}–${100 * PATCHED[1]} %`,
      measured: percentOf(patched),
      ...judged(patched, (share) => within(share, ...PATCHED)),
    },
    {
      ...at,
      target: `novices: done well in ${100 * WELL[0]}–${100 * WELL[1]} %`,
      measured: percentOf(well),
      ...judged(well, (share) => within(share, ...WELL)),
    },
  ];
}
