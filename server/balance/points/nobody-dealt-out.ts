import { SEATS } from '../../../shared/rules/types.ts';
import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import { atLeast, figureOf, judged, meanOf, percentOf, shareOf, within } from '../statistics.ts';

const GAINED = [0.25, 0.7] as const;
const RUSSIA = 0.4;

/** Point 4: how often each seat gains among equal bots, and Russia's share of its best deal. */
export async function nobodyDealtOut({ edition, games, play }: Bench): Promise<Finding[]> {
  return measuring(10 * games, (many) => equals(edition, play, many));
}

async function equals(edition: Bench['edition'], play: Bench['play'], many: number): Promise<Finding[]> {
  const played = await play(EQUALS, many);
  const of = (seat: string) => played.flatMap((game) => game.seats.filter((result) => result.seat === seat));
  const at = { point: 4, edition, sample: `${played.length} games` };
  const share = meanOf(of('ru').map((result) => result.share));
  return [
    ...SEATS.map((seat): Finding => {
      const gained = shareOf(of(seat).map((result) => result.gained));
      return {
        ...at,
        target: `${seat} gains in ${100 * GAINED[0]}–${100 * GAINED[1]} % of games`,
        measured: percentOf(gained),
        ...judged(gained, (part) => within(part, ...GAINED)),
      };
    }),
    {
      ...at,
      target: `Russia's mean share of its best deal is at least ${RUSSIA}`,
      measured: figureOf(share, 2),
      ...judged(share, (part) => atLeast(part, RUSSIA)),
    },
  ];
}
