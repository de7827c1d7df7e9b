import type { Provision, Scenario } from './scenario.ts';
import type { AgreedTerm, Agreement, Term, World } from './state.ts';
import { REGIONS, SEATS, TABLES, hundredths } from './types.ts';
import type { Hundredths, Level, Measure, ProvisionId, Region, Seat, TableId, TermKey } from './types.ts';

/** A term that is not a small step costs each signatory at least this (TALK-3). */
const LEAST_COST: Hundredths = 25;

/** What a fragile effect still gives while no full ceasefire holds, in per cent by table (TREATY-7); fitted. */
export const AT_WAR: Record<TableId, number> = { C: 100, S: 100, N: 25, T: 70, G: 25, U: 100, A: 100, P: 0 };

/** Relief under snapback costs about a third of the precedent and keeps four times the stake (TREATY-8), per cent. */
export const SNAPBACK_PRECEDENT = 20;
export const SNAPBACK_STAKE = 600;

/** Points of the guardrails track for a point of each feature, in hundredths; regional ones are spread over four (TRACK-5). */
export const GUARDRAIL_WEIGHTS = { transparency: 90, limits: 100, hotlines: 60 } as const;

/** NATO pays for guardrails mostly where only it can (SEAT-5): per cent of its cost by region. */
const NATO_SHARE: Record<Region, number> = { north: 40, baltic: 40, centre: 10, south: 10 };

const byId = new WeakMap<Scenario, Map<ProvisionId, Provision>>();

/** A provision of this edition, or nothing. */
export function provisionOf(scenario: Scenario, id: ProvisionId): Provision | undefined {
  let index = byId.get(scenario);
  if (!index) {
    index = new Map(scenario.provisions.map((provision) => [provision.id, provision]));
    byId.set(scenario, index);
  }
  return index.get(id);
}

/** A provision that must exist: the term was checked when it was proposed. */
export function provisionFor(scenario: Scenario, id: ProvisionId): Provision {
  const provision = provisionOf(scenario, id);
  if (!provision) throw new Error(`provision ${id} is not in this edition`);
  return provision;
}

/** The table a provision lies on in this edition; some tables are shown as part of another. */
export function tableOf(scenario: Scenario, provision: Provision): TableId {
  return scenario.edition.tables[provision.table] ?? provision.table;
}

/** Whether a seat is a member or an observer of a table as this edition shows it (TALK-5, PRESS-1). */
export function sitsAt(scenario: Scenario, seat: Seat, table: TableId): boolean {
  const folded = TABLES.filter((candidate) => (scenario.edition.tables[candidate] ?? candidate) === table);
  return folded.some((candidate) => {
    const { members, observers } = scenario.members[candidate];
    return members.includes(seat) || observers.includes(seat);
  });
}

const bound = new WeakMap<Provision, Map<Level, readonly Seat[]>>();

/** The seats that a provision at a level binds, in seat order. */
export function boundBy(provision: Provision, level: Level): readonly Seat[] {
  let byLevel = bound.get(provision);
  if (!byLevel) {
    byLevel = new Map();
    bound.set(provision, byLevel);
  }
  let seats = byLevel.get(level);
  if (!seats) {
    seats = SEATS.filter((seat) => (provision.signs[seat] ?? Infinity) <= level);
    byLevel.set(level, seats);
  }
  return seats;
}

/** A term that was agreed, and the text it stands in. */
export interface Agreed {
  agreement: Agreement;
  term: AgreedTerm;
}

const live = new WeakMap<World['agreements'], readonly Agreed[]>();

/** Every agreed term that is still alive: pending, in force or suspended. */
export function liveTerms({ agreements }: World): readonly Agreed[] {
  let alive = live.get(agreements);
  if (!alive) {
    const found: Agreed[] = [];
    for (const agreement of agreements)
      for (const term of agreement.terms) if (isLive(term)) found.push({ agreement, term });
    alive = found;
    live.set(agreements, alive);
  }
  return alive;
}

export function isLive(term: AgreedTerm): boolean {
  return term.state === 'pending' || term.state === 'inForce' || term.state === 'suspended';
}

/** The highest level at which a provision is in force anywhere, 0 for none. */
export function levelInForce(world: World, provision: ProvisionId): 0 | Level {
  let level: 0 | Level = 0;
  for (const agreement of world.agreements)
    for (const term of agreement.terms)
      if (term.provision === provision && term.state === 'inForce' && term.level > level) level = term.level;
  return level;
}

/** The highest level at which a provision is agreed and alive, 0 for none. */
export function levelAgreed(world: World, provision: ProvisionId): 0 | Level {
  let level: 0 | Level = 0;
  for (const { term } of liveTerms(world))
    if (term.provision === provision && term.level > level) level = term.level;
  return level;
}

export function termByKey(world: World, key: TermKey): Agreed | undefined {
  for (const agreement of world.agreements)
    for (const term of agreement.terms) if (term.key === key) return { agreement, term };
  return undefined;
}

/** Whether two scopes share a region; no scope means the whole line. */
export function scopesMeet(a: readonly Region[], b: readonly Region[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((region) => b.includes(region));
}

/**
 * The level that some terms give a provision over the whole of a scope: region by region the best of them, and of those
 * the least; 0 where a region has none.
 */
export function levelOver(
  terms: readonly Term[],
  provision: ProvisionId,
  scope: readonly Region[],
): 0 | Level {
  const named = terms.filter((term) => term.provision === provision);
  const best = (region: Region | null): number =>
    named
      .filter(({ scope: within }) => within.length === 0 || region === null || within.includes(region))
      .reduce((most, { level }) => Math.max(most, level), 0);
  const regions = scope.length > 0 ? scope : [null];
  return Math.min(...regions.map(best)) as 0 | Level;
}

/** The level at which a provision is in force over the whole of a scope, 0 for none. */
export function levelAcross(world: World, provision: ProvisionId, scope: readonly Region[]): 0 | Level {
  const terms = liveTerms(world).flatMap(({ term }) =>
    term.state === 'inForce' && term.provision === provision ? term : [],
  );
  return terms.length === 0 ? 0 : levelOver(terms, provision, scope);
}

/** Every live term that a new one on the same provision touches (TREATY-5). */
export function overlapping(world: World, term: Term): Agreed[] {
  return liveTerms(world).filter(
    ({ term: earlier }) => earlier.provision === term.provision && scopesMeet(earlier.scope, term.scope),
  );
}

/** The first live term that a new one on the same provision would replace (TREATY-5). */
export function replacedBy(world: World, term: Term): Agreed | undefined {
  return overlapping(world, term)[0];
}

/**
 * The seats whose signatures a set of terms needs (TALK-4): every seat a term binds, every seat that an earlier
 * agreement on the same provision bound (TREATY-5), and Russia where a standstill is in force (TALK-9).
 */
export function signatoriesOf(scenario: Scenario, world: World, terms: readonly Term[]): Seat[] {
  const needed = new Set<Seat>();
  const standstill = levelInForce(world, 'standstill') > 0;
  for (const term of terms) {
    const provision = provisionFor(scenario, term.provision);
    for (const seat of boundBy(provision, term.level)) needed.add(seat);
    for (const { term: earlier } of overlapping(world, term))
      for (const seat of boundBy(provision, earlier.level)) needed.add(seat);
    if (standstill && provision.needsRussiaUnderStandstill) needed.add('ru');
  }
  return SEATS.filter((seat) => needed.has(seat));
}

function share(provision: Provision, seat: Seat, scope: readonly Region[]): number {
  if (!provision.scoped || scope.length === 0) return 100;
  if (seat === 'nato') return scope.reduce((sum, region) => sum + NATO_SHARE[region], 0);
  return (100 * scope.length) / REGIONS.length;
}

/** PC that signing a term costs a seat at home (TALK-3); nothing for a seat it does not bind. */
export function costOf(scenario: Scenario, term: Term, seat: Seat): Hundredths {
  const provision = provisionFor(scenario, term.provision);
  if (provision.humanitarian || term.level <= provision.smallStep) return 0;
  if (!boundBy(provision, term.level).includes(seat)) return 0;
  const stated = hundredths(provision.costs[seat]?.[term.level - 1] ?? 0);
  return Math.max(LEAST_COST, Math.round((stated * share(provision, seat, term.scope)) / 100));
}

/** PC that signing a whole text costs a seat. */
export function costOfTerms(scenario: Scenario, terms: readonly Term[], seat: Seat): Hundredths {
  let sum = 0;
  for (const term of terms) sum += costOf(scenario, term, seat);
  return sum;
}

/** One effect of one term on one measure. */
export interface TermEffect {
  on: Measure;
  by: Hundredths; // in full
  fragile: boolean;
}

/** What a term gives when it is in force and a ceasefire holds, measure by measure (TREATY-6, TREATY-8, TRACK-5). */
export function effectsOf(scenario: Scenario, term: Term): TermEffect[] {
  const provision = provisionFor(scenario, term.provision);
  const regions = provision.scoped ? (term.scope.length > 0 ? term.scope : REGIONS) : (['south'] as const);
  const part = provision.scoped ? regions.length / REGIONS.length : 1;
  const effects: TermEffect[] = [];
  let guardrails = 0;
  let guardrailsFragile = false;
  for (const effect of provision.effects) {
    const full = hundredths(effect.by[term.level - 1] ?? effect.by.at(-1) ?? 0);
    const fragile = effect.fragile === true;
    if (full === 0) continue;
    if (effect.on === 'transparency' || effect.on === 'limits') {
      for (const region of regions) effects.push({ on: `${effect.on}.${region}`, by: full, fragile });
      guardrails += (full * regions.length * GUARDRAIL_WEIGHTS[effect.on]) / REGIONS.length;
      guardrailsFragile ||= fragile;
      continue;
    }
    let by = Math.round(full * part);
    if (provision.relief && term.snapback.length > 0) {
      if (effect.on === 'precedent') by = Math.round((by * SNAPBACK_PRECEDENT) / 100);
      if (effect.on === 'stake') by = Math.round((by * SNAPBACK_STAKE) / 100);
    }
    effects.push({ on: effect.on, by, fragile });
    if (effect.on === 'hotlines') {
      guardrails += by * GUARDRAIL_WEIGHTS.hotlines;
      guardrailsFragile ||= fragile;
    }
  }
  if (guardrails !== 0)
    effects.push({ on: 'guardrails', by: Math.round(guardrails / 100), fragile: guardrailsFragile });
  return effects;
}

/** What a term gives now, given its state and whether a full ceasefire holds (TREATY-7). */
export function givenBy(scenario: Scenario, term: AgreedTerm, truce: boolean): Map<Measure, Hundredths> {
  const given = new Map<Measure, Hundredths>();
  if (term.state !== 'inForce') return given;
  const fraction = truce ? 100 : AT_WAR[provisionFor(scenario, term.provision).table];
  for (const effect of effectsOf(scenario, term)) {
    const by = effect.fragile ? Math.round((effect.by * fraction) / 100) : effect.by;
    if (by !== 0) given.set(effect.on, (given.get(effect.on) ?? 0) + by);
  }
  return given;
}
