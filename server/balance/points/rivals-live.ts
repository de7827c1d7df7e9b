import { scenarioOf } from '../../../shared/content/index.ts';
import { gainsOf } from '../../../shared/rules/best.ts';
import { dealTerm, pcOf, signersOf } from '../../../shared/rules/estimate.ts';
import type { Scenario } from '../../../shared/rules/scenario.ts';
import { provisionOf } from '../../../shared/rules/terms.ts';
import { SEATS, type Seat } from '../../../shared/rules/types.ts';
import { RUSSIAS, opening, seenBy } from '../alone.ts';
import { EQUALS, measuring, type Bench, type Finding } from '../bench.ts';
import type { Outcome } from '../outcome.ts';
import { WEST, type Plan } from '../plan.ts';
import { atLeast, judged, mean, meanOf, type Verdict } from '../statistics.ts';
import { INTEGRATED, RIVALS, type Strategy } from '../strategies.ts';

const RIVALS_ASKED = 2;

/** What a strategy came to: figures over common seeds, higher is better, and figures of the text alone. */
interface Column {
  name: string;
  values: readonly number[]; // one a game, or a single one of the text
}

/** Point 12: named strategies, imposed as they are written, against the integrated one. */
export async function rivalsLive({ edition, games, play }: Bench): Promise<Finding[]> {
  return measuring(games, (many) => strategies(edition, play, many));
}

async function strategies(edition: Bench['edition'], play: Bench['play'], many: number): Promise<Finding[]> {
  const scenario = scenarioOf(edition);
  const outlook = opening(scenario);

  const columnsOf = async (strategy: Strategy): Promise<Column[]> => {
    const script = scripted(scenario, strategy);
    const byRussia = await Promise.all(
      RUSSIAS.map(async (russia) => ({
        russia,
        played: await play({ ...EQUALS, ...script, russia }, many),
      })),
    );
    const all = byRussia.flatMap(({ played }) => played);
    const text = textOf(scenario, strategy);
    const signers = signersOf(scenario, text);
    const gains = gainsOf(seenBy(scenario, outlook, { ru: 'bargainer' }), text);
    const costs = pcOf(outlook, text);
    const costOf = (seat: Seat): number => costs[SEATS.indexOf(seat)] ?? 0;
    return [
      ...byRussia.map(({ russia, played }) => ({
        name: `durability, ${russia}`,
        values: played.map((game) => game.durability),
      })),
      {
        name: "the West's gain, maximalist",
        values: (byRussia.find(({ russia }) => russia === 'maximalist')?.played ?? []).map(gainOfWest),
      },
      { name: 'weakest pillar', values: all.map((game) => game.weakest ?? 0) },
      { name: 'consent', values: all.map(({ consent }) => Number(!consent.asked || consent.given)) },
      { name: 'quiet', values: all.map((game) => -(game.quietFrom ?? scenario.edition.rounds + 1)) },
      { name: 'cost to Europe', values: [-costOf('eu') - costOf('nato')] },
      {
        name: 'would all sign',
        values: [Math.min(...SEATS.filter((_, s) => (signers >> s) & 1).map((seat) => gains[seat]))],
      },
    ];
  };

  const [integrated = [], ...others] = await Promise.all([INTEGRATED, ...RIVALS].map(columnsOf));
  const rivals = RIVALS.map((strategy, r) => {
    const columns = others[r] ?? [];
    const verdicts = columns.map((column, i) => ({
      name: column.name,
      ...better(column.values, integrated[i]?.values ?? []),
    }));
    return {
      id: strategy.id,
      columns,
      beats: verdicts.flatMap(({ name, holds }) => (holds ? [name] : [])),
      lasting: verdicts.find(({ name }) => name === 'durability, maximalist'),
    };
  });

  const winners = rivals.filter(({ beats }) => beats.length > 0);
  const fortress = rivals.find(({ id }) => id === 'Fortress');
  const at = { point: 12, edition, sample: `${many} games a strategy and Russia` };
  const of = (columns: readonly Column[], name: string): string =>
    mean(columns.find((column) => column.name === name)?.values ?? []).toFixed(1);
  const against = (columns: readonly Column[]): string =>
    `durability ${of(columns, 'durability, maximalist')}, the West's gain ${of(columns, "the West's gain, maximalist")}`;
  return [
    {
      ...at,
      target: `at least ${RIVALS_ASKED} strategies beat Integrated on some column`,
      measured: winners.map(({ id, beats }) => `${id}: ${beats.join(', ')}`).join('; ') || 'none',
      holds: winners.length >= RIVALS_ASKED,
      firm: winners.length > RIVALS_ASKED,
    },
    {
      ...at,
      target: 'Fortress beats Integrated against the maximalist (durability)',
      measured: `${against(fortress?.columns ?? [])} against ${against(integrated)}`,
      holds: fortress?.lasting?.holds ?? null,
      firm: fortress?.lasting?.firm ?? false,
    },
  ];
}

/** Mean points over the West's seats. */
function gainOfWest(game: Outcome): number {
  return mean(
    game.seats.filter(({ seat }) => (WEST as readonly Seat[]).includes(seat)).map(({ gain }) => gain),
  );
}

/** Nobody negotiates: the terms come as written, the seats named give their orders, the others their own. */
function scripted(scenario: Scenario, { terms, orders }: Strategy): Pick<Plan, 'imposed' | 'seats'> {
  return {
    imposed: terms.filter(({ provision }) => provisionOf(scenario, provision)),
    seats: Object.fromEntries(
      SEATS.map((seat) => [
        seat,
        { conduct: 'watching', ...(orders[seat] ? { orders: orders[seat] } : {}) } as const,
      ]),
    ),
  };
}

function textOf(scenario: Scenario, { terms }: Strategy) {
  return terms
    .filter(({ provision }) => provisionOf(scenario, provision))
    .map(({ provision, level, snapback }) => dealTerm(scenario, provision, level, snapback));
}

/** Whether one column is above another: over common seeds at two standard errors, or outright for a text alone. */
function better(values: readonly number[], others: readonly number[]): { holds: Verdict; firm: boolean } {
  if (values.length === 1) return { holds: (values[0] ?? 0) > (others[0] ?? 0), firm: true };
  const gap = meanOf(values.map((value, i) => value - (others[i] ?? 0)));
  return gap.mean === 0 ? { holds: false, firm: true } : judged(gap, (points) => atLeast(points, 0));
}
