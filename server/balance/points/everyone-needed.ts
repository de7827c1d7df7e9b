import { SEATS } from '../../../shared/rules/types.ts';
import { EQUALS, type Bench, type Row } from '../bench.ts';
import { atMost, meanOf, percent, shareOf } from '../statistics.ts';

const LEFT = 2 / 3;

/** Point 8: what is left of done well when one seat refuses everything costly. */
export async function everyoneNeeded({ edition, games, play }: Bench): Promise<Row[]> {
  const all = await play(EQUALS, games);
  const well = (game: { grade: string } | undefined): boolean => game?.grade === 'doneWell';
  return Promise.all(
    SEATS.map(async (seat): Promise<Row> => {
      const without = await play({ ...EQUALS, refusing: seat }, games);
      const beyond = meanOf(without.map((game, i) => Number(well(game)) - LEFT * Number(well(all[i]))));
      const [left, whole] = [shareOf(without.map(well)), shareOf(all.map(well))];
      return {
        point: 8,
        edition,
        target: `${seat} refuses everything costly, as all know: done well falls by at least a third`,
        measured: `${percent(left.mean)} against ${percent(whole.mean)}`,
        sample: `${without.length} pairs of games`,
        holds: atMost(beyond, 0),
      };
    }),
  );
}
