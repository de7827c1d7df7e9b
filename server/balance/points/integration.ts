import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import { atLeast, figureOf, judged, meanOf, percentOf, shareOf } from '../statistics.ts';

const TIMES = 2;
const MORE = 15; // per cent of durability

/** Point 2: the same bots with linked tables and with one table a paper, over common seeds. */
export async function integrationPays({ edition, games, play }: Bench): Promise<Finding[]> {
  return measuring(4 * games, (many) => compared(edition, play, many));
}

async function compared(edition: Bench['edition'], play: Bench['play'], many: number): Promise<Finding[]> {
  const linked = await play(EQUALS, many);
  const single = await play({ ...EQUALS, talks: 'single' }, many);
  const well = (game: { grade: string }): boolean => game.grade === 'doneWell';
  const pairs = linked.flatMap((game, i) => {
    const other = single[i];
    return other ? [{ game, other }] : [];
  });
  const beyond = meanOf(pairs.map(({ game, other }) => Number(well(game)) - TIMES * Number(well(other))));
  const longer = meanOf(pairs.map(({ game, other }) => game.durability - other.durability));
  const at = { point: 2, edition, sample: `${pairs.length} pairs of games` };
  return [
    {
      ...at,
      target: `linked tables: done well at least ${TIMES} times as often`,
      measured: `${percentOf(shareOf(linked.map(well)))} against ${percentOf(shareOf(single.map(well)))}`,
      ...judged(beyond, (gap) => atLeast(gap, 0)),
    },
    {
      ...at,
      target: `linked tables: durability at least ${MORE} points higher`,
      measured: figureOf(longer),
      ...judged(longer, (gap) => atLeast(gap, MORE)),
    },
  ];
}
