import { EQUALS, type Bench, type Row } from '../bench.ts';
import { atLeast, figureOf, meanOf, percentOf, shareOf } from '../statistics.ts';

const TIMES = 2;
const MORE = 15; // per cent of durability

/** Point 2: the same bots with linked tables and with one table a paper, over common seeds. */
export async function integrationPays({ edition, games, play }: Bench): Promise<Row[]> {
  const linked = await play(EQUALS, 2 * games);
  const single = await play({ ...EQUALS, talks: 'single' }, 2 * games);
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
      holds: atLeast(beyond, 0),
    },
    {
      ...at,
      target: `linked tables: durability at least ${MORE} points higher`,
      measured: figureOf(longer),
      holds: atLeast(longer, MORE),
    },
  ];
}
