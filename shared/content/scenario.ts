import type { AgendaCard, Card, Provision, RedLine, Scenario, Starter } from '../rules/scenario.ts';
import { SEATS } from '../rules/types.ts';
import type { Edition, Seat } from '../rules/types.ts';
import { AGENDAS } from './agendas.ts';
import { CARDS } from './cards.ts';
import { EDITION_RULES, START } from './editions.ts';
import { MANDATES, RED_LINES } from './mandates.ts';
import { MEASURES_AT_START } from './measures.ts';
import { ORDERS } from './orders.ts';
import { PROVISIONS } from './provisions.ts';
import { SECTOR_RULES } from './sectors.ts';
import { STARTERS } from './starters.ts';
import { tablesOf } from './tables.ts';
import { TRUST_AT_START } from './trust.ts';

/** Stands in the first row of every log; raise it whenever a number or an id changes. */
export const CONTENT_VERSION = '2025.3';

/** The editions whose content is whole. */
export const PLAYABLE: readonly Edition[] = ['lesson', 'double', 'campaign'];

const assembled = new Map<Edition, Scenario>();

/** A provision as the edition has it: a need that points outside is waived. */
function withinEdition(provision: Provision, here: ReadonlySet<string>): Provision {
  return { ...provision, needs: provision.needs.filter((need) => here.has(need.provision)) };
}

/** The scenario of an edition: content filtered, needs outside it waived, tables folded. The same object every time. */
export function scenarioOf(id: Edition): Scenario {
  const known = assembled.get(id);
  if (known) return known;

  const edition = EDITION_RULES[id];
  const ofEdition = <T extends { editions: readonly Edition[] }>(items: readonly T[]) =>
    items.filter((item) => item.editions.includes(id));
  const provisions = ofEdition(PROVISIONS);
  const here = new Set(provisions.map((provision) => provision.id));
  const redLines: Record<Seat, readonly RedLine[]> = { ...RED_LINES };
  for (const seat of SEATS) redLines[seat] = RED_LINES[seat].filter((line) => here.has(line.provision));

  const scenario: Scenario = {
    version: CONTENT_VERSION,
    edition,
    start: START,
    measures: MEASURES_AT_START,
    members: tablesOf(edition),
    provisions: provisions.map((provision) => withinEdition(provision, here)),
    orders: ofEdition(ORDERS).map((order) => ({
      ...order,
      violates: order.violates.filter((breach) => here.has(breach.provision)),
    })),
    cards: ofEdition<Card>(CARDS),
    agendas: ofEdition<AgendaCard>(AGENDAS),
    mandates: MANDATES,
    redLines,
    sectors: SECTOR_RULES,
    starters: ofEdition<Starter>(STARTERS),
    trust: TRUST_AT_START,
  };
  assembled.set(id, scenario);
  return scenario;
}
