import { scenarioOf } from '../../../shared/content/index.ts';
import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import {
  atLeast,
  atMost,
  every,
  judged,
  percent,
  percentOf,
  ratioOf,
  shareOf,
  within,
} from '../statistics.ts';
import type { Estimate, Verdict } from '../statistics.ts';

const ORDERS = [0.01, 0.8] as const;
const STANDING = 0.85;
const AGREED = 0.01;

interface Item {
  id: string;
  estimate: Estimate;
  holds: Verdict;
  firm: boolean;
}

/** From the least used to the most, and what is out of bounds. */
function told(items: readonly Item[]): string {
  const ranked = items.toSorted((a, b) => a.estimate.mean - b.estimate.mean);
  const [least, most] = [ranked[0], ranked.at(-1)];
  const range = `${percent(least?.estimate.mean ?? 0)} ${least?.id} to ${percent(most?.estimate.mean ?? 0)} ${most?.id}`;
  const wrong = ranked.filter((item) => item.holds === false).map((item) => item.id);
  const unsure = ranked.filter((item) => item.holds === null);
  return [
    range,
    ...(wrong.length > 0 ? [`out of bounds: ${wrong.join(', ')}`] : []),
    ...(unsure.length > 0
      ? [`open: ${unsure.map(({ id, estimate }) => `${id} ${percentOf(estimate)}`).join(', ')}`]
      : []),
  ].join('; ');
}

/** Point 6: every order is used and none always; no provision but a small step is nearly always there, none never. */
export async function noDeadWeight({ edition, games, play }: Bench): Promise<Finding[]> {
  return measuring(4 * games, (many) => counted(edition, play, many));
}

async function counted(edition: Bench['edition'], play: Bench['play'], many: number): Promise<Finding[]> {
  const scenario = scenarioOf(edition);
  const played = await play(EQUALS, many);

  const orders = scenario.orders.map(({ id }): Item => {
    const estimate = ratioOf(
      played.map(({ used, usable }) => {
        const uses = used.find(([order]) => order === id)?.[1] ?? 0;
        const could = usable.find(([order]) => order === id)?.[1] ?? 0;
        return { uses, chances: Math.max(uses, could) };
      }),
    );
    return { id, estimate, ...judged(estimate, (share) => within(share, ...ORDERS)) };
  });
  const rules = scenario.provisions.filter((rule) => !rule.humanitarian);
  const standing = rules.map(({ id, smallStep }): Item => {
    const estimate = shareOf(
      played.map((game) => game.standing.some(([provision, level]) => provision === id && level > smallStep)),
    );
    return { id, estimate, ...judged(estimate, (share) => atMost(share, STANDING)) };
  });
  const agreed = rules.map(({ id }): Item => {
    const estimate = shareOf(played.map((game) => game.agreed.includes(id)));
    return { id, estimate, ...judged(estimate, (share) => atLeast(share, AGREED)) };
  });

  const row = (target: string, items: readonly Item[]): Finding => ({
    point: 6,
    edition,
    target,
    measured: told(items),
    sample: `${played.length} games, ${items.length} of them`,
    holds: every(items.map((item) => item.holds)),
    firm: items.every((item) => item.firm),
  });
  return [
    row(`every order is used in ${100 * ORDERS[0]}–${100 * ORDERS[1]} % of the rounds it could be`, orders),
    row(`no provision above its small step stands at the end in over ${100 * STANDING} % of games`, standing),
    row(`no provision is agreed in under ${100 * AGREED} % of games`, agreed),
  ];
}
