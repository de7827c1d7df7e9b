import { SEATS, type Seat } from '../../../shared/rules/types.ts';
import type { Difficulty } from '../../bots/difficulty.ts';
import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import { atLeast, blocksWon, figureOf, judged, meanOf, percentOf } from '../statistics.ts';

const BLOCK = 20; // games
const WON = 0.8;

/** Point 7: one hard bot among five normal ones against one easy bot in the same seat, over common seeds. */
export async function skillShows({ edition, games, play }: Bench): Promise<Finding[]> {
  const measured = await Promise.all(
    SEATS.map((seat) =>
      measuring(8 * games, async (many) => {
        const gains = async (difficulty: Difficulty): Promise<number[]> => {
          const played = await play({ ...EQUALS, seats: { [seat]: { difficulty } } }, many);
          return played.map((game) => gainOf(game.seats, seat));
        };
        const [hard, easy] = await Promise.all([gains('hard'), gains('easy')]);
        const differences = hard.map((gain, i) => gain - (easy[i] ?? 0));
        const won = blocksWon(differences, BLOCK);
        return [
          {
            point: 7,
            edition,
            target: `${seat}: hard does better than easy in at least ${100 * WON} % of blocks of ${BLOCK} games`,
            measured: `${percentOf(won)} of blocks, ${figureOf(meanOf(differences))} points a game`,
            sample: `${differences.length} pairs of games`,
            ...judged(won, (share) => atLeast(share, WON)),
          },
        ];
      }),
    ),
  );
  return measured.flat();
}

function gainOf(seats: readonly { seat: Seat; gain: number }[], seat: Seat): number {
  return seats.find((result) => result.seat === seat)?.gain ?? 0;
}
