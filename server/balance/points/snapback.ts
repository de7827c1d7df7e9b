import { scenarioOf } from '../../../shared/content/index.ts';
import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import type { Imposed } from '../plan.ts';
import { atLeast, figureOf, judged, mean, meanOf } from '../statistics.ts';

const LESS = 10; // per cent of durability

/** Point 3: all relief imposed with a ceasefire in round 1, plain and under snapback; then talks at single tables. */
export async function snapbackPays({ edition, games, play }: Bench): Promise<Finding[]> {
  const relief = scenarioOf(edition).provisions.filter((rule) => rule.relief);
  const imposed = (snapback: boolean): Imposed[] => [
    { round: 1, provision: 'full-ceasefire', level: 2, snapback: false },
    ...relief.map(({ id }): Imposed => ({ round: 1, provision: id, level: 1, snapback })),
  ];
  return measuring(8 * games, async (many) => {
    const tied = await play({ ...EQUALS, talks: 'single', imposed: imposed(true) }, many);
    const plain = await play({ ...EQUALS, talks: 'single', imposed: imposed(false) }, many);
    const gap = meanOf(tied.map((game, i) => game.durability - (plain[i]?.durability ?? 0)));
    const durable = (of: typeof tied): string => mean(of.map((game) => game.durability)).toFixed(1);
    return [
      {
        point: 3,
        edition,
        target: `relief imposed with a ceasefire: durability at least ${LESS} points lower plain than under snapback`,
        measured: `${durable(plain)} against ${durable(tied)}, ${figureOf(gap)}`,
        sample: `${tied.length} pairs of games`,
        ...judged(gap, (points) => atLeast(points, LESS)),
      },
    ];
  });
}
