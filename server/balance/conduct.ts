import type { Provision, Scenario } from '../../shared/rules/scenario.ts';
import type { OrderId, Seat } from '../../shared/rules/types.ts';
import { createBot, type BotSettings } from '../bots/bot.ts';
import type { BotPlayer } from '../bots/talks.ts';
import { abstaining, onePaperARound, ordering, watching } from './abstain.ts';
import { breaking, forsworn, oneTermAPaper, spamming, switching } from './exploit.ts';

type Conduct = (scenario: Scenario, seat: Seat, settings: BotSettings) => BotPlayer;

/** Texts that give Russia something for its aims: containment does without them. */
const DEALS: ReadonlySet<string> = new Set(['business', 'summit', 'root-causes']);
/** Orders that do the same. */
const EASINGS: ReadonlySet<OrderId> = new Set(['us.ease', 'eu.ease', 'us.pause-aid']);

function isDeal(rule: Provision): boolean {
  return rule.relief === true || rule.table === 'P' || DEALS.has(rule.id);
}

function isCompact(rule: Provision): boolean {
  return rule.table === 'U' || rule.table === 'A';
}

/** Points a hold-out asks for from the first round to the last; others come down from 1.9 to 0.4. */
const HELD_OUT_FOR = 3;
/** Papers a round. */
const MANY = 6;

/** How a delegation may go about its business instead of bargaining as well as it can. */
export const CONDUCTS = {
  /** No relief, business, summit, root causes or settlement; nothing eased. */
  containing: (scenario, seat, settings) =>
    abstaining(scenario, createBot(scenario, seat, settings), {
      signs: isDeal,
      writes: isDeal,
      orders: EASINGS,
    }),
  /** Chases the deal: proposes nothing for Ukraine's arms or the Alliance. */
  chasing: (scenario, seat, settings) =>
    abstaining(scenario, createBot(scenario, seat, settings), { writes: isCompact }),
  /** One paper a round, by a judgement that now and then takes a term for better or worse than it is. */
  novice: (scenario, seat, settings) =>
    onePaperARound(
      createBot(scenario, seat, {
        ...settings,
        temper: { initiative: 1 },
        judge: { misjudges: 0.15, demand: 0.9 },
      }),
    ),
  /** Neither writes nor signs, only gives orders. */
  watching: (scenario, seat, settings) => watching(createBot(scenario, seat, settings)),

  /** Waits for more than its share. */
  holdOut: (scenario, seat, settings) =>
    createBot(scenario, seat, { ...settings, temper: { concession: 0, floor: HELD_OUT_FOR } }),
  /** Floods the table with random texts. */
  spam: (scenario, seat, settings) =>
    spamming(scenario, createBot(scenario, seat, settings), settings.seed, MANY),
  /** Signs as others do; its word weighs nothing when it writes orders. */
  faithless: (scenario, seat, settings) => createBot(scenario, seat, { ...settings, temper: { honesty: 0 } }),
  /** Bargains as well as it can, then breaks whatever it can. */
  breach: (scenario, seat, settings) => breaking(createBot(scenario, seat, settings)),
  /** Gives its word every round and does the opposite. */
  forsworn: (scenario, seat, settings) => forsworn(scenario, createBot(scenario, seat, settings)),
  /** Signs nearly anything, then breaks whatever it can. */
  yesThenDefect: (scenario, seat, settings) =>
    breaking(
      createBot(scenario, seat, { ...settings, judge: { demand: 0.2 }, temper: { equity: 0, floor: 0 } }),
    ),
  /** Changes its text when one signature is missing. */
  switch: (scenario, seat, settings) => switching(scenario, createBot(scenario, seat, settings)),
  /** One term a paper, many papers. */
  salami: (scenario, seat, settings) =>
    oneTermAPaper(createBot(scenario, seat, { ...settings, temper: { initiative: MANY } })),
} as const satisfies Record<string, Conduct>;

export type ConductId = keyof typeof CONDUCTS;

/** The delegation that a plan puts into a seat. */
export function playerFor(
  scenario: Scenario,
  seat: Seat,
  settings: BotSettings,
  plan: { conduct?: ConductId; orders?: readonly OrderId[] },
): BotPlayer {
  const player = plan.conduct
    ? CONDUCTS[plan.conduct](scenario, seat, settings)
    : createBot(scenario, seat, settings);
  return plan.orders ? ordering(player, plan.orders) : player;
}
