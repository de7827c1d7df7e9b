import type { Russia, Weights } from './belief.ts';
import { dateOfRound, plusDays } from './calendar.ts';
import { logistic, truceHazard } from './curves.ts';
import { TRUCE_DRIFT, WAR_DRIFT } from './drift.ts';
import {
  AT,
  DURABILITY_AT,
  WHOLE_LINE,
  WIDTH,
  bareRow,
  bound,
  dealTermOf,
  give,
  giftOf,
  indexOfProvision,
  regionsOf,
  startRow,
  tensionOf,
} from './endgame.ts';
import type { Deal, DealTerm, Gift, Row } from './endgame.ts';
import { durabilityOf } from './hazard.ts';
import type { Aftermath } from './hazard.ts';
import { BROKEN_BY_RUSSIA, COLLAPSE, EXPIRED, SUPPORT_PER_PC } from './price.ts';
import type { Price } from './price.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './state.ts';
import { boundBy, costOf, isLive, provisionFor } from './terms.ts';
import { SEATS, SUPPORT, points } from './types.ts';
import type { Level, Points, Seat, TermKey } from './types.ts';

/**
 * What a package is worth (ESTIMATE-1): the measures at the end of the game if the ceasefire holds and if it
 * collapses, with Russia's own incentive to break it inside. Bots, previews and the search for the best feasible
 * deal share it. It takes a world and beliefs, never a secret.
 */

const TEMPTED = 0.4; // the most that Russia's incentive adds to a round's hazard
const TEMPTATION_SLOPE = 1.2;
const TEMPTATION_FLOOR = 1; // points by which breaking must pay before it is as likely as not
const THIRTY_DAYS = 30; // of a ceasefire of level 1
const RENEWED = 0.5; // chance that it is renewed when they end before the game does
const WAITED = 0.5; // of a conditional term that a collapse finds in force already

interface Standing {
  key: TermKey;
  term: DealTerm;
  gift: Gift;
}

/** Everything about a world that a package does not change; made once for a decision. */
export interface Outlook {
  scenario: Scenario;
  bare: Row;
  start: Row;
  standing: readonly Standing[]; // agreed and alive
  truceLevel: 0 | Level; // in force now
  held: number;
  roundsLeft: number; // resolutions still to come, this round's included
  runsOut: { now: boolean; anew: boolean }; // whether thirty days end before the game does: those in force, new ones
  tension: Float64Array;
  costs: Map<number, Float64Array>; // PC by seat of a term
}

const rows = new WeakMap<
  Scenario,
  { ceasefire: number; chair: number; lapsing: Uint8Array; pledge: Uint8Array }
>();

function indexesOf(scenario: Scenario) {
  let known = rows.get(scenario);
  if (!known) {
    known = {
      ceasefire: indexOfProvision(scenario, 'full-ceasefire'),
      chair: indexOfProvision(scenario, 'stability-talks'),
      lapsing: Uint8Array.from(scenario.provisions, (rule) => (rule.lapsesWithTruce ? 1 : 0)),
      pledge: Uint8Array.from(scenario.provisions, (rule) => (isPledge(rule) ? 1 : 0)),
    };
    rows.set(scenario, known);
  }
  return known;
}

/** Whether a provision rests on a US government's word: arms, presence and assurances that no parliament ratified. */
export function isPledge(rule: { table: string; signs: Partial<Record<Seat, Level>> }): boolean {
  return (rule.table === 'U' || rule.table === 'A') && rule.signs.us !== undefined;
}

/** Of what a US pledge gives, the share that goes when a new government lets it lapse. */
export const PLEDGE_LOST = 0.3;

export function outlookOf(scenario: Scenario, world: World): Outlook {
  const standing: Standing[] = [];
  for (const agreement of world.agreements)
    for (const agreed of agreement.terms) {
      if (!isLive(agreed) || agreed.endsAt !== null) continue;
      const term = dealTermOf(scenario, agreed);
      if (agreed.state === 'inForce') term.quiet = 0; // its condition has been met
      standing.push({ key: agreed.key, term, gift: giftOf(scenario, term) });
    }
  const end = dateOfRound(scenario.start, world.rounds + 1);
  return {
    scenario,
    bare: bareRow(world),
    start: startRow(scenario),
    standing,
    truceLevel: world.truce.level,
    held: world.truce.held,
    roundsLeft: Math.max(0, world.rounds - world.round + (world.phase === 'ended' ? 0 : 1)),
    runsOut: {
      now: world.truce.expires !== null && world.truce.expires <= end,
      anew: plusDays(dateOfRound(scenario.start, world.round + 1), THIRTY_DAYS) <= end,
    },
    tension: tensionOf(scenario, world),
    costs: new Map(),
  };
}

/** PC that a term costs each seat, in seat order. */
function costsOf(outlook: Outlook, term: DealTerm): Float64Array {
  const key = (term.provision << 6) | (term.level << 4) | term.scope;
  const known = outlook.costs.get(key);
  if (known) return known;

  const { scenario } = outlook;
  const rule = scenario.provisions[term.provision];
  if (!rule) throw new Error(`no provision ${term.provision}`);
  const written = {
    provision: rule.id,
    level: term.level,
    scope: regionsOf(term.scope),
    conditions: [],
    snapback: [],
  };
  const costs = Float64Array.from(SEATS, (seat) => costOf(scenario, written, seat) / 100);
  outlook.costs.set(key, costs);
  return costs;
}

/** PC that signing a package costs each seat, in seat order. */
export function pcOf(outlook: Outlook, deal: Deal): Float64Array {
  const spent = new Float64Array(SEATS.length);
  for (const term of deal) {
    const costs = costsOf(outlook, term);
    for (let s = 0; s < spent.length; s++) spent[s] = (spent[s] as number) + (costs[s] as number);
  }
  return spent;
}

/** The seats whose signature a package needs, as a bit for each in seat order. */
export function signersOf(scenario: Scenario, deal: Deal): number {
  let mask = 0;
  for (const term of deal) {
    const rule = scenario.provisions[term.provision];
    if (!rule) continue;
    for (const seat of boundBy(rule, term.level)) mask |= 1 << SEATS.indexOf(seat);
  }
  return mask;
}

/** The end of the game in two branches. */
export interface Branches {
  holds: number; // chance, 0 to 1, that a full ceasefire is in force at the end
  hold: Row; // measures if it is, points
  collapse: Row; // measures if it is not: after a collapse, or because there never was one
  holdDurability: number; // per cent
  collapseDurability: number;
}

export function emptyBranches(): Branches {
  return {
    holds: 0,
    hold: new Float64Array(WIDTH),
    collapse: new Float64Array(WIDTH),
    holdDurability: 0,
    collapseDurability: 0,
  };
}

function shift(row: Row, price: Price, times: number): void {
  for (const [on, by] of price) row[AT[on]] = (row[AT[on]] as number) + points(by) * times;
}

function worth(row: Row, start: Row, weights: Weights): number {
  let sum = 0;
  for (let i = 0; i < WIDTH; i++) {
    const weight = weights[i] as number;
    if (weight !== 0) sum += weight * ((row[i] as number) - (start[i] as number));
  }
  return sum;
}

const pledges = new Float64Array(WIDTH);
const lapsed = new Float64Array(WIDTH);

/**
 * What becomes of the world under a package (ESTIMATE-2). About 10 µs.
 *
 * @param into where to write; pass the same one again in a search to spare the allocation
 */
export function branchesOf(
  outlook: Outlook,
  deal: Deal,
  russia: Russia,
  into: Branches = emptyBranches(),
): Branches {
  const { scenario, standing } = outlook;
  const { ceasefire, chair, lapsing, pledge } = indexesOf(scenario);
  const { hold, collapse } = into;

  let level: 0 | Level = outlook.truceLevel;
  let chairs = 0;
  let fresh = level === 0;
  for (const term of deal) {
    if (term.provision === ceasefire) level = term.level;
    if (term.provision === chair && term.level > chairs) chairs = term.level;
  }
  for (const { term } of standing) {
    if (term.provision === ceasefire && level === 0) level = term.level;
    if (term.provision === chair && term.level > chairs) chairs = term.level;
  }
  fresh &&= level > 0;
  const rounds = level > 0 ? Math.max(0, outlook.roundsLeft - (fresh ? 1 : 0)) : 0;

  hold.set(outlook.bare);
  collapse.set(outlook.bare);
  pledges.fill(0);
  lapsed.fill(0);
  let pledged = false;
  for (let i = 0; i < standing.length + deal.length; i++) {
    const before = i < standing.length ? (standing[i] as Standing) : null;
    const term = before ? before.term : (deal[i - standing.length] as DealTerm);
    if (before && replaces(deal, term)) continue;
    const gift = before ? before.gift : giftOf(scenario, term);
    if (level > 0) give(hold, gift, true, 1);
    const stays =
      lapsing[term.provision] || term.snapback ? 0 : term.quiet > 0 ? (level > 0 ? WAITED : 0) : 1;
    if (stays > 0) give(collapse, gift, false, stays);
    if (pledge[term.provision]) {
      pledged = true;
      give(pledges, gift, true, PLEDGE_LOST);
      give(lapsed, gift, false, PLEDGE_LOST * stays);
    }
  }

  const spent = deal.length > 0 ? pcOf(outlook, deal) : null;
  if (spent)
    for (let s = 0; s < SEATS.length; s++) {
      const at = AT[SUPPORT[SEATS[s] as Seat]];
      const cost = SUPPORT_PER_PC * (spent[s] as number);
      hold[at] = (hold[at] as number) - cost;
      collapse[at] = (collapse[at] as number) - cost;
    }
  shift(hold, level > 0 ? TRUCE_DRIFT : WAR_DRIFT, outlook.roundsLeft);
  shift(collapse, WAR_DRIFT, outlook.roundsLeft);

  const after: Aftermath = {
    row: collapse,
    pledges: pledged ? lapsed : null,
    rearmamentStart: outlook.start[AT.rearmament] as number,
    truce: 0,
    held: 0,
    tension: outlook.tension,
  };
  if (level === 0) {
    bound(collapse, chairs > 1);
    hold.set(collapse);
    into.holds = 0;
    into.collapseDurability = durabilityOf(after, russia.aims);
    into.holdDurability = into.collapseDurability;
    return into;
  }

  shift(collapse, COLLAPSE, 1);
  bound(hold, chairs > 1);
  const before = fresh ? 0 : outlook.held;
  const tempted = temptation(outlook, into, russia);
  const monitoring = hold[AT.monitoring] as number;
  const hotlines = hold[AT.hotlines] as number;
  const escalation = hold[AT.escalation] as number;
  let kept = 1;
  let blamed = 0;
  for (let i = 0; i < rounds; i++) {
    const breaks = truceHazard(level, monitoring, hotlines, escalation, before + i);
    blamed += kept * tempted;
    kept *= (1 - tempted) * (1 - breaks);
  }
  const collapses = 1 - kept;
  if (level === 1 && (fresh ? outlook.runsOut.anew : outlook.runsOut.now)) kept *= RENEWED;
  if (kept < 1) {
    shift(collapse, BROKEN_BY_RUSSIA, blamed / (1 - kept));
    const unblamed = 1 - collapses / (1 - kept); // thirty days that run out
    shift(collapse, COLLAPSE, -unblamed);
    shift(collapse, EXPIRED, unblamed);
  }
  bound(collapse, chairs > 1);

  into.holds = kept;
  into.collapseDurability = durabilityOf(after, russia.aims);
  after.row = hold;
  after.pledges = pledged ? pledges : null;
  after.truce = level;
  after.held = before + rounds;
  into.holdDurability = durabilityOf(after, russia.aims);
  return into;
}

function replaces(deal: Deal, standing: DealTerm): boolean {
  for (const term of deal)
    if (term.provision === standing.provision && (term.scope === 0 || (term.scope & standing.scope) !== 0))
      return true;
  return false;
}

/** The chance a round that Russia breaks the ceasefire because that would pay it (ESTIMATE-3). */
function temptation(outlook: Outlook, branches: Branches, russia: Russia): number {
  const { start } = outlook;
  const { weights } = russia;
  let broken = worth(branches.collapse, start, weights);
  for (const [on, by] of BROKEN_BY_RUSSIA) broken += points(by) * (weights[AT[on]] as number);
  const gain = broken - worth(branches.hold, start, weights) - TEMPTATION_FLOOR;
  return TEMPTED * logistic(gain / TEMPTATION_SLOPE);
}

/** What the two branches are worth to a seat, in score points against the start. */
export interface Value {
  value: Points; // expected
  hold: Points; // if the ceasefire holds
  collapse: Points; // if not
}

export function valueOf(outlook: Outlook, branches: Branches, weights: Weights): Value {
  const duration = weights[DURABILITY_AT] as number;
  const hold = worth(branches.hold, outlook.start, weights) + duration * branches.holdDurability;
  const collapse = worth(branches.collapse, outlook.start, weights) + duration * branches.collapseDurability;
  return { value: branches.holds * hold + (1 - branches.holds) * collapse, hold, collapse };
}

/** The chance in per cent, over both branches, that the peace lasts ten years. */
export function expectedDurability(branches: Branches): number {
  return branches.holds * branches.holdDurability + (1 - branches.holds) * branches.collapseDurability;
}

/** A term by its provision's id, whole line where it has regions; for tests, starter papers and named strategies. */
export function dealTerm(
  scenario: Scenario,
  id: string,
  level: Level,
  snapback = false,
  quiet = 0,
): DealTerm {
  const rule = provisionFor(scenario, id);
  return {
    provision: indexOfProvision(scenario, id),
    level,
    scope: rule.scoped ? WHOLE_LINE : 0,
    snapback,
    quiet,
  };
}
