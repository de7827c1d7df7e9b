import { SEATS } from '../../../shared/rules/types.ts';
import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import { atMost, judged, meanOf, percent, shareOf } from '../statistics.ts';

const LEFT = 2 / 3;

/** Point 8: what is left of done well when one seat refuses everything costly. */
export async function everyoneNeeded({ edition, games, play }: Bench): Promise<Finding[]> {
  const well = (game: { grade: string } | undefined): boolean => game?.grade === 'doneWell';
  const measured = await Promise.all(
    SEATS.map((seat) =>
      measuring(16 * games, async (many) => {
        const all = await play(EQUALS, many);
        const without = await play({ ...EQUALS, refusing: seat }, many);
        const beyond = meanOf(without.map((game, i) => Number(well(game)) - LEFT * Number(well(all[i]))));
        const [left, whole] = [shareOf(without.map(well)), shareOf(all.map(well))];
        return [
          {
            point: 8,
            edition,
            target: `${seat} refuses everything costly, as all know: done well falls by at least a third`,
            measured: `${percent(left.mean)} against ${percent(whole.mean)}`,
            sample: `${without.length} pairs of games`,
            ...judged(beyond, (gap) => atMost(gap, 0)),
          },
        ];
      }),
    ),
  );
  return measured.flat();
}
