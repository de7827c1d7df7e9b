import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import type { Outcome } from '../outcome.ts';
import { WEST, type Plan } from '../plan.ts';
import type { Seat } from '../../../shared/rules/types.ts';
import type { ConductId } from '../conduct.ts';
import {
  atLeast,
  atMost,
  figureOf,
  judged,
  mean,
  meanOf,
  percentOf,
  shareOf,
  within,
} from '../statistics.ts';

const COLLAPSES = [0.25, 0.5] as const;
const MAXIMALIST = 0.1;

function west(conduct: ConductId): Plan['seats'] {
  return Object.fromEntries(WEST.map((seat) => [seat, { conduct }]));
}

/** The West's mean share of its seats' best deals. */
function shareOfWest(game: Outcome): number {
  return mean(
    game.seats.filter(({ seat }) => (WEST as readonly Seat[]).includes(seat)).map(({ share }) => share),
  );
}

/** Point 5: ceasefires collapse, a maximalist makes no good peace, and then containment pays better than the chase. */
export async function itCanFail({ edition, games, play }: Bench): Promise<Finding[]> {
  const against = { ...EQUALS, russia: 'maximalist' } as const;
  const measured = await Promise.all([
    measuring(8 * games, async (many) => {
      const entered = (await play(EQUALS, many)).filter((game) => game.entered);
      const collapsed = shareOf(entered.map((game) => game.collapsed));
      return [
        {
          point: 5,
          edition,
          target: `a full ceasefire in force collapses in ${100 * COLLAPSES[0]}–${100 * COLLAPSES[1]} % of games`,
          measured: percentOf(collapsed),
          sample: `${entered.length} games with a ceasefire`,
          ...judged(collapsed, (share) => within(share, ...COLLAPSES)),
        },
      ];
    }),
    measuring(2 * games, async (many) => {
      const maximalist = await play(against, many);
      const well = shareOf(maximalist.map((game) => game.grade === 'doneWell'));
      return [
        {
          point: 5,
          edition,
          target: `with a maximalist Russia done well stays under ${100 * MAXIMALIST} %`,
          measured: percentOf(well),
          sample: `${maximalist.length} games`,
          ...judged(well, (share) => atMost(share, MAXIMALIST)),
        },
      ];
    }),
    measuring(2 * games, async (many) => {
      const contained = await play({ ...against, seats: west('containing') }, many);
      const chased = await play({ ...against, seats: west('chasing') }, many);
      const better = meanOf(contained.map((game, i) => shareOfWest(game) - shareOfWest(chased[i] ?? game)));
      const shares = (of: Outcome[]): string => mean(of.map(shareOfWest)).toFixed(2);
      return [
        {
          point: 5,
          edition,
          target: 'against a maximalist the West does better by containment than by chasing the deal',
          measured: `share ${shares(contained)} against ${shares(chased)}, ${figureOf(better, 3)}`,
          sample: `${contained.length} pairs of games`,
          ...judged(better, (gap) => atLeast(gap, 0)),
        },
      ];
    }),
  ]);
  return measured.flat();
}
