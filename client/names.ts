import { tableOf } from '../shared/rules/terms.ts';
import type { Interest, Provision, Scenario } from '../shared/rules/scenario.ts';
import type { Channel, World } from '../shared/rules/state.ts';
import {
  SECTORS,
  SEATS,
  type Measure,
  type ProvisionId,
  REGIONS,
  type Round,
  type Seat,
  TABLES,
  type TableId,
} from '../shared/rules/types.ts';
import { hasWords, listed, t } from './text.ts';

/** A seat's name: `Ukraine`. */
export function seatName(seat: Seat): string {
  return t(`seat.${seat}.name`);
}

/** `the Ukrainian delegation`. */
export function delegation(seat: Seat): string {
  return t(`seat.${seat}.delegation`);
}

export function seatNames(seats: readonly Seat[]): string {
  return seats.length === SEATS.length ? t('seats.all') : listed(seats.map(seatName));
}

/** Whom a channel reaches, within a sentence: `the US delegation`, `everyone`, `the table Settlement`. */
export function reached(channel: Channel): string {
  const [kind, id] = channel.split(':');
  if (kind === 'seat') return delegation(id as Seat);
  return t(`writer.to.${kind}`, { name: id === undefined ? '' : nameOf(id) });
}

export function provisionName(id: ProvisionId): string {
  return t(`provision.${id}.name`);
}

export function orderName(id: string): string {
  return t(`order.${id}.name`);
}

export function sectorName(id: string): string {
  return t(`sector.${id}.name`);
}

export function trackName(id: Measure | Interest): string {
  if (id === 'durability') return t('interest.durability');
  return hasWords(`track.${id}.name`) ? t(`track.${id}.name`) : t(`feature.${id}`);
}

/** The tables this edition shows, in the order of the conference. */
export function tablesShown(scenario: Scenario): TableId[] {
  return TABLES.filter((table) => scenario.edition.tables[table] === undefined);
}

/** The round in which a table opens, or nothing once it is open. */
export function opensIn(scenario: Scenario, world: World, table: TableId): Round | null {
  const round = scenario.edition.opens[table] ?? 1;
  return round > world.round ? round : null;
}

/** The table a provision lies on. */
export function tableFor(scenario: Scenario, provision: Provision): TableId {
  return tableOf(scenario, provision);
}

/** The name of whatever an id stands for: a seat, a place, a provision, an order, a phase; else the id. */
export function nameOf(id: string): string {
  if (SEATS.some((seat) => seat === id)) return seatName(id as Seat);
  if (SECTORS.some((sector) => sector === id)) return sectorName(id);
  if (REGIONS.some((region) => region === id)) return t(`region.${id}.name`);
  if (TABLES.some((table) => table === id)) return t(`table.${id}.name`);
  for (const key of [
    `provision.${id}.name`,
    `order.${id}.name`,
    `card.${id}.title`,
    `agenda.${id}.name`,
    `track.${id}.name`,
    `phase.${id}`,
    `state.${id}`,
    `condition.${id}`,
    `snapback.${id}`,
    `answer.${id}`,
    `reason.${id}`,
    `act.${id}`,
    `edition.${id}`,
  ]) {
    if (hasWords(key)) return t(key);
  }
  if (id.startsWith('table:') || id.startsWith('seat:')) return nameOf(id.slice(id.indexOf(':') + 1));
  if (id === 'all' || id === 'own') return t(`channel.${id}`);
  return id;
}
