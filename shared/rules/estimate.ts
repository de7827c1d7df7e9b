import type { Russia, Weights } from './belief.ts';
import { dateOfRound, plusDays } from './calendar.ts';
import { LEARNING, logistic, truceHazardAtFirst } from './curves.ts';
import { TRUCE_DRIFT, WAR_DRIFT } from './drift.ts';
import {
  AT,
  DURABILITY_AT,
  NEVER,
  WHOLE_LINE,
  WIDTH,
  bareRow,
  bound,
  comingOf,
  dealTermOf,
  give,
  giftOf,
  indexOfProvision,
  isTied,
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
import type { Level, Measure, Points, Seat } from './types.ts';

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
const UNBROKEN = 0.5; // of collapses, those that are nobody's breach

interface Standing {
  term: DealTerm;
  gift: Gift;
}

/** What a search asks of a scenario again and again, by index instead of by name. */
interface Tables {
  ceasefire: number;
  chair: number;
  lapsing: Uint8Array;
  pledge: Uint8Array;
  signers: Uint8Array; // a bit for each seat, by provision and level
  gifts: (Gift | undefined)[]; // by term, as they are asked for
  costs: Float64Array; // PC by term and seat, the same; NaN where not asked for yet
}

/** Rows with what stands already laid on the bare tracks: where every package of the same world begins. */
interface Laid {
  hold: Row;
  collapse: Row;
  pledges: Row;
  lapsed: Row;
  pledged: boolean;
}

/** Everything about a world that a package does not change; made once for a decision. Its rows are not to be written to. */
export interface Outlook {
  scenario: Scenario;
  bare: Row;
  start: Row;
  standing: readonly Standing[]; // agreed and alive
  truceLevel: 0 | Level; // in force now
  truceAgreed: 0 | Level; // in force or agreed
  chairs: number; // level of the strategic stability talks that are agreed
  held: number;
  roundsLeft: number; // resolutions still to come, this round's included
  runsOut: { now: boolean; anew: boolean }; // whether thirty days end before the game does: those in force, new ones
  tension: Float64Array;
  tables: Tables;
  touched: Int8Array; // scopes that stand, by provision; −1 where nothing stands
  laid: { war: Map<number, Laid>; truce: Map<number, Laid> }; // by what is replaced, worked out when asked for
}

const tables = new WeakMap<Scenario, Tables>();

function tablesOf(scenario: Scenario): Tables {
  let known = tables.get(scenario);
  if (!known) {
    const { provisions } = scenario;
    const signers = new Uint8Array(provisions.length << 2);
    for (const [i, rule] of provisions.entries())
      for (const level of [1, 2, 3] as const)
        for (const seat of boundBy(rule, level))
          signers[(i << 2) | level] = (signers[(i << 2) | level] as number) | (1 << SEATS.indexOf(seat));
    known = {
      ceasefire: indexOfProvision(scenario, 'full-ceasefire'),
      chair: indexOfProvision(scenario, 'stability-talks'),
      lapsing: Uint8Array.from(provisions, (rule) => (rule.lapsesWithTruce ? 1 : 0)),
      pledge: Uint8Array.from(provisions, (rule) => (isPledge(rule) ? 1 : 0)),
      signers,
      gifts: Array.from({ length: provisions.length << 7 }, () => undefined),
      costs: new Float64Array((provisions.length << 6) * SEATS.length).fill(NaN),
    };
    tables.set(scenario, known);
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
  const tables = tablesOf(scenario);
  const standing: Standing[] = [];
  const touched = new Int8Array(scenario.provisions.length).fill(-1);
  let truceAgreed: 0 | Level = world.truce.level;
  let chairs = 0;
  const coming = comingOf(scenario, world, []);
  for (const agreement of world.agreements)
    for (const agreed of agreement.terms) {
      if (!isLive(agreed) || agreed.endsAt !== null || !coming.has(agreed)) continue;
      const term = dealTermOf(scenario, agreed);
      if (agreed.state === 'inForce') term.quiet = 0; // its condition has been met
      standing.push({ term, gift: giftOf(scenario, term) });
      const { provision, level, scope } = term;
      touched[provision] = Math.max(0, touched[provision] as number) | scope;
      if (provision === tables.ceasefire && truceAgreed === 0) truceAgreed = level;
      if (provision === tables.chair && level > chairs) chairs = level;
    }
  const end = dateOfRound(scenario.start, world.rounds + 1);
  return {
    scenario,
    bare: bareRow(world),
    start: startRow(scenario),
    standing,
    truceLevel: world.truce.level,
    truceAgreed,
    chairs,
    held: world.truce.held,
    roundsLeft: Math.max(0, world.rounds - world.round + (world.phase === 'ended' ? 0 : 1)),
    runsOut: {
      now: world.truce.expires !== null && world.truce.expires <= end,
      anew: plusDays(dateOfRound(scenario.start, world.round + 1), THIRTY_DAYS) <= end,
    },
    tension: tensionOf(scenario, world),
    tables,
    touched,
    laid: { war: new Map(), truce: new Map() },
  };
}

/** The same world with one measure moved by some points. */
export function shifted(outlook: Outlook, on: Measure, by: Points): Outlook {
  const bare = outlook.bare.slice();
  bare[AT[on]] = (bare[AT[on]] as number) + by;
  return { ...outlook, bare, laid: { war: new Map(), truce: new Map() } };
}

/** Where PC that a term costs each seat stands in the table of costs, in seat order. */
function costsAt({ scenario, tables }: Outlook, { provision, level, scope }: DealTerm): number {
  const at = SEATS.length * ((provision << 6) | (level << 4) | scope);
  if (!Number.isNaN(tables.costs[at])) return at;

  const rule = scenario.provisions[provision];
  if (!rule) throw new Error(`no provision ${provision}`);
  const written = { provision: rule.id, level, scope: regionsOf(scope), conditions: [], snapback: [] };
  for (const [s, seat] of SEATS.entries()) tables.costs[at + s] = costOf(scenario, written, seat) / 100;
  return at;
}

/**
 * PC that signing a package costs each seat, in seat order.
 *
 * @param into where to write; pass the same one again in a search to spare the allocation
 */
export function pcOf(
  outlook: Outlook,
  deal: Deal,
  into: Float64Array = new Float64Array(SEATS.length),
): Float64Array {
  const { costs } = outlook.tables;
  into.fill(0);
  for (let i = 0; i < deal.length; i++) {
    const at = costsAt(outlook, deal[i] as DealTerm);
    for (let s = 0; s < into.length; s++) into[s] = (into[s] as number) + (costs[at + s] as number);
  }
  return into;
}

/** The seats whose signature a package needs, as a bit for each in seat order. */
export function signersOf(scenario: Scenario, deal: Deal): number {
  const { signers } = tablesOf(scenario);
  let mask = 0;
  for (let i = 0; i < deal.length; i++) {
    const { provision, level } = deal[i] as DealTerm;
    mask |= signers[(provision << 2) | level] ?? 0;
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
  spent: Float64Array; // PC that signing costs each seat, in seat order
}

export function emptyBranches(): Branches {
  return {
    holds: 0,
    hold: new Float64Array(WIDTH),
    collapse: new Float64Array(WIDTH),
    holdDurability: 0,
    collapseDurability: 0,
    spent: new Float64Array(SEATS.length),
  };
}

/** Measures by index and what they move by, in points. */
interface Shift {
  at: Uint8Array;
  by: Float64Array;
}

function shiftOf(price: Price): Shift {
  return {
    at: Uint8Array.from(price, ([on]) => AT[on]),
    by: Float64Array.from(price, ([, by]) => points(by)),
  };
}

const OF_TRUCE = shiftOf(TRUCE_DRIFT);
const OF_WAR = shiftOf(WAR_DRIFT);
const OF_COLLAPSE = shiftOf(COLLAPSE);
const OF_EXPIRY = shiftOf(EXPIRED);
const OF_BREACH = shiftOf(BROKEN_BY_RUSSIA);
const SUPPORT_AT = Uint8Array.from(SEATS, (seat) => AT[SUPPORT[seat]]);

function shift(row: Row, { at, by }: Shift, times: number): void {
  for (let i = 0; i < at.length; i++) {
    const on = at[i] as number;
    row[on] = (row[on] as number) + (by[i] as number) * times;
  }
}

/** Lays a term on the rows, whether a ceasefire is agreed or not. */
function lay(into: Omit<Laid, 'pledged'>, tables: Tables, term: DealTerm, gift: Gift, truce: boolean): void {
  if (term.quiet === NEVER) return;
  const { at, peace, war } = gift;
  const { hold, collapse } = into;
  let stays = tables.lapsing[term.provision] || term.snapback ? 0 : term.quiet > 0 ? (truce ? WAITED : 0) : 1;
  if (term.breach && truce) stays *= UNBROKEN;
  for (let i = 0; i < at.length; i++) {
    const on = at[i] as number;
    if (truce) hold[on] = (hold[on] as number) + (peace[i] as number);
    if (stays > 0) collapse[on] = (collapse[on] as number) + (war[i] as number) * stays;
  }
  if (tables.pledge[term.provision]) {
    give(into.pledges, gift, true, PLEDGE_LOST);
    give(into.lapsed, gift, false, PLEDGE_LOST * stays);
  }
}

/** What stands, laid on the bare tracks, less what a package replaces; the same for all that replace the same. */
function laidOf(outlook: Outlook, deal: Deal, truce: boolean): Laid {
  const { bare, standing, tables } = outlook;
  const known = truce ? outlook.laid.truce : outlook.laid.war;
  const replaced = replacedBy(outlook, deal);
  const found = known.get(replaced);
  if (found) return found;

  const laid: Laid = {
    hold: bare.slice(),
    collapse: bare.slice(),
    pledges: new Float64Array(WIDTH),
    lapsed: new Float64Array(WIDTH),
    pledged: false,
  };
  for (const { term, gift } of standing) {
    if (replaces(deal, term)) continue;
    lay(laid, tables, term, gift, truce);
    laid.pledged ||= tables.pledge[term.provision] === 1;
  }
  known.set(replaced, laid);
  return laid;
}

function replaces(deal: Deal, standing: DealTerm): boolean {
  for (const term of deal)
    if (
      term.quiet !== NEVER &&
      term.provision === standing.provision &&
      (term.scope === 0 || (term.scope & standing.scope) !== 0)
    )
      return true;
  return false;
}

/** What of all that stands a package replaces, as a whole number with a binary digit for each standing term. */
function replacedBy({ standing, touched }: Outlook, deal: Deal): number {
  let any = false;
  for (let i = 0; i < deal.length; i++) {
    const { provision, scope, quiet } = deal[i] as DealTerm;
    if (quiet === NEVER) continue;
    const there = touched[provision] as number;
    any ||= there >= 0 && (scope === 0 || (scope & there) !== 0);
  }
  if (!any) return 0;
  let replaced = 0;
  let digit = 1;
  for (const { term } of standing) {
    if (replaces(deal, term)) replaced += digit;
    digit *= 2;
  }
  return replaced;
}

function giftFor({ scenario, tables }: Outlook, term: DealTerm): Gift {
  const key = (term.provision << 7) | (term.level << 5) | (term.scope << 1) | (isTied(term) ? 1 : 0);
  return (tables.gifts[key] ??= giftOf(scenario, term));
}

const pledges = new Float64Array(WIDTH);
const lapsed = new Float64Array(WIDTH);

/**
 * What becomes of the world under a package (ESTIMATE-2). One to two µs.
 *
 * @param into where to write; pass the same one again in a search to spare the allocation
 */
export function branchesOf(
  outlook: Outlook,
  deal: Deal,
  russia: Russia,
  into: Branches = emptyBranches(),
): Branches {
  const { tables } = outlook;
  const { hold, collapse } = into;

  let level = outlook.truceAgreed;
  let { chairs } = outlook;
  for (let i = 0; i < deal.length; i++) {
    const term = deal[i] as DealTerm;
    if (term.quiet === NEVER) continue;
    if (term.provision === tables.ceasefire) level = term.level;
    if (term.provision === tables.chair && term.level > chairs) chairs = term.level;
  }
  const truce = level > 0;
  const fresh = truce && outlook.truceLevel === 0;
  const rounds = truce ? Math.max(0, outlook.roundsLeft - (fresh ? 1 : 0)) : 0;

  const laid = laidOf(outlook, deal, truce);
  let { pledged } = laid;
  hold.set(laid.hold);
  collapse.set(laid.collapse);
  pledges.set(laid.pledges);
  lapsed.set(laid.lapsed);
  const rows = { hold, collapse, pledges, lapsed };
  for (let i = 0; i < deal.length; i++) {
    const term = deal[i] as DealTerm;
    lay(rows, tables, term, giftFor(outlook, term), truce);
    pledged ||= tables.pledge[term.provision] === 1;
  }

  const spent = pcOf(outlook, deal, into.spent);
  if (deal.length > 0)
    for (let s = 0; s < spent.length; s++) {
      const at = SUPPORT_AT[s] as number;
      const cost = SUPPORT_PER_PC * (spent[s] as number);
      hold[at] = (hold[at] as number) - cost;
      collapse[at] = (collapse[at] as number) - cost;
    }
  shift(hold, truce ? OF_TRUCE : OF_WAR, outlook.roundsLeft);
  shift(collapse, OF_WAR, outlook.roundsLeft);

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

  shift(collapse, OF_COLLAPSE, 1);
  bound(hold, chairs > 1);
  const before = fresh ? 0 : outlook.held;
  const tempted = temptation(outlook, into, russia);
  let breaks = truceHazardAtFirst(
    level,
    hold[AT.monitoring] as number,
    hold[AT.hotlines] as number,
    hold[AT.escalation] as number,
  );
  for (let i = 0; i < before; i++) breaks *= LEARNING;
  let kept = 1;
  let blamed = 0;
  for (let i = 0; i < rounds; i++) {
    blamed += kept * tempted;
    kept *= (1 - tempted) * (1 - (breaks < 1 ? breaks : 1));
    breaks *= LEARNING;
  }
  const collapses = 1 - kept;
  if (level === 1 && (fresh ? outlook.runsOut.anew : outlook.runsOut.now)) kept *= RENEWED;
  if (kept < 1) {
    shift(collapse, OF_BREACH, blamed / (1 - kept));
    const unblamed = 1 - collapses / (1 - kept); // thirty days that run out
    shift(collapse, OF_COLLAPSE, -unblamed);
    shift(collapse, OF_EXPIRY, unblamed);
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

/** The chance a round that Russia breaks the ceasefire because that would pay it (ESTIMATE-3). */
function temptation(outlook: Outlook, branches: Branches, russia: Russia): number {
  const { weights } = russia;
  const scale = scaleOf(weights);
  let broken = worth(branches.collapse, outlook.start, scale);
  for (let i = 0; i < OF_BREACH.at.length; i++)
    broken += (OF_BREACH.by[i] as number) * (weights[OF_BREACH.at[i] as number] as number);
  const gain = broken - worth(branches.hold, outlook.start, scale) - TEMPTATION_FLOOR;
  return TEMPTED * logistic(gain / TEMPTATION_SLOPE);
}

function worth(row: Row, start: Row, { at, by }: Scale): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) {
    const on = at[i] as number;
    sum += (by[i] as number) * ((row[on] as number) - (start[on] as number));
  }
  return sum;
}

/** What the two branches are worth to a seat, in score points against the start. */
export interface Value {
  value: Points; // expected
  hold: Points; // if the ceasefire holds
  collapse: Points; // if not
}

/** Weights without their zeros, for reading many packages by the same ones. */
export interface Scale {
  at: Uint8Array;
  by: Float64Array;
  durability: number;
}

const scales = new WeakMap<Weights, Scale>();

/** Weights as {@link valueOf} reads them; worked out once for each. */
export function scaleOf(weights: Weights): Scale {
  const known = scales.get(weights);
  if (known) return known;
  const at = Uint8Array.from(Array.from({ length: WIDTH }, (_, i) => i).filter((i) => weights[i] !== 0));
  const scale = {
    at,
    by: Float64Array.from(at, (i) => weights[i] as number),
    durability: weights[DURABILITY_AT] as number,
  };
  scales.set(weights, scale);
  return scale;
}

export function valueOf(outlook: Outlook, branches: Branches, weights: Weights | Scale): Value {
  const { at, by, durability } = 'durability' in weights ? weights : scaleOf(weights);
  const { hold, collapse, holds } = branches;
  const { start } = outlook;
  let held = 0;
  let collapsed = 0;
  for (let i = 0; i < at.length; i++) {
    const on = at[i] as number;
    const from = start[on] as number;
    const weight = by[i] as number;
    held += weight * ((hold[on] as number) - from);
    collapsed += weight * ((collapse[on] as number) - from);
  }
  held += durability * branches.holdDurability;
  collapsed += durability * branches.collapseDurability;
  return { value: holds * held + (1 - holds) * collapsed, hold: held, collapse: collapsed };
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
