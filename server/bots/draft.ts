import type { DealTerm } from '../../shared/rules/endgame.ts';
import { signersOf } from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import { SEATS, type Points, type Seat } from '../../shared/rules/types.ts';
import type { Chance } from './chance.ts';
import { crosses, shortfall, type Needs } from './needs.ts';
import type { Option } from './options.ts';
import type { Prospect } from './prospect.ts';

/** A package a delegation may put forward, with what it thinks of it. */
export interface Draft {
  deal: DealTerm[];
  own: Points;
  short: Points; // by which others fall short of what they are believed to need, PC included
  merit: number; // what the search maximised
}

/** What a search for a package works with. */
export interface Desk {
  scenario: Scenario;
  seat: Seat;
  prospect: Prospect;
  needs: Needs;
  options: readonly Option[];
  terms: number; // most a proposal may hold
  kindness: number; // weight of the other signatories' gains
}

const SHORT_WEIGHT = 4; // own points given up for each point by which another falls short
const PURSE_WEIGHT = 3; // …and for each PC that someone lacks
const TERM_PRICE = 0.06; // points: a shorter text is easier to read
const ENOUGH = 2; // times its need: beyond that another's gain counts less
const BEYOND = 0.5;
const HOT = 1;
const COLD = 0.08;
const TRIES = 4; // changes a step of the search may take, those that lead back to known texts counted

/** What a package is worth putting forward: best for oneself with every signatory at what it is believed to need. */
export function merit(
  desk: Desk,
  deal: readonly DealTerm[],
  edits = 0,
): { value: number; own: Points; short: Points } {
  if (deal.length === 0) return { value: 0, own: 0, short: 0 };
  const { scenario, prospect, needs, seat, kindness } = desk;
  const me = SEATS.indexOf(seat);
  const signers = signersOf(scenario, deal);
  if (crosses(deal, signers | (1 << me), needs.closed)) return { value: -100, own: 0, short: 100 };

  const gains = prospect.gains(deal);
  const own = gains[me] as number;
  const costs = prospect.costs(deal);
  let lacking = 0;
  let others = 0;
  for (let s = 0; s < SEATS.length; s++) {
    if (((signers >> s) & 1) === 0) continue;
    const lack = Math.max(0, (costs[s] as number) - (needs.purse[s] as number));
    if (s === me && lack > 0) return { value: -100, own: 0, short: 100 }; // it knows its own purse
    lacking += lack;
    if (s === me) continue;
    const gain = gains[s] as number;
    const enough = ENOUGH * (needs.least[s] as number);
    others += gain < enough ? gain : enough + BEYOND * (gain - enough);
  }
  const short = shortfall(gains, signers, needs, me) + lacking;
  const value =
    own +
    kindness * others -
    SHORT_WEIGHT * (short - lacking) -
    PURSE_WEIGHT * lacking -
    TERM_PRICE * deal.length -
    0.1 * edits;
  return { value, own, short };
}

/** What a desk has thought of texts, so that none is weighed twice. */
export type Known = Map<number, ReturnType<typeof merit>>;

/**
 * Looks for the best package by annealing: terms are added with what they need, dropped with what needs them, changed.
 *
 * @param steps texts it may weigh
 * @param known what was thought of texts before at this desk, with these options or more
 */
export function searchDraft(
  desk: Desk,
  chance: Chance,
  steps: number,
  start: readonly DealTerm[] = [],
  known: Known = new Map(),
): Draft | null {
  const { options, terms } = desk;
  if (options.length === 0) return null;
  const byProvision = new Map(options.map((option) => [option.provision, option]));
  const before = known.size;
  const weigh = (deal: readonly DealTerm[]): ReturnType<typeof merit> => {
    const name = nameOf(deal);
    let judged = known.get(name);
    if (!judged) {
      judged = merit(desk, deal);
      known.set(name, judged);
    }
    return judged;
  };

  let now = [...start];
  let value = weigh(now).value;
  let best: Draft | null = null;
  for (let tries = 0; tries < TRIES * steps; tries++) {
    const weighed = known.size - before;
    if (weighed >= steps) break;
    const next = change(now, options, byProvision, terms, chance);
    if (!next) continue;
    const judged = weigh(next);
    const heat = HOT * (COLD / HOT) ** (weighed / steps);
    if (judged.value < value && chance.next() >= Math.exp((judged.value - value) / heat)) continue;
    now = next;
    value = judged.value;
    if (next.length > 0 && (best === null || value > best.merit))
      best = { deal: next, own: judged.own, short: judged.short, merit: value };
  }
  return best;
}

/** A number that stands for a text whatever the order of its terms; two texts share one in a case of 2⁴⁰ or so. */
function nameOf(deal: readonly DealTerm[]): number {
  let sum = 0;
  for (const { provision, level, scope, snapback, quiet } of deal) {
    const form = (((provision * 4 + level) * 16 + scope) * 2 + (snapback ? 1 : 0)) * 4 + quiet;
    let high = Math.imul(form + 1, 0x9e3779b1);
    high = Math.imul(high ^ (high >>> 15), 0x85ebca6b);
    const low = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    sum += (high >>> 12) * 2 ** 29 + (low >>> 3); // below 2⁴⁹: sums of eight stay whole
  }
  return sum;
}

/** One random change of a package, or nothing where the change does not fit. */
function change(
  deal: readonly DealTerm[],
  options: readonly Option[],
  byProvision: ReadonlyMap<number, Option>,
  most: number,
  chance: Chance,
): DealTerm[] | null {
  const draw = chance.next();
  if (deal.length > 0 && draw < 0.15) return without(deal, chance.below(deal.length), byProvision);
  if (deal.length > 0 && draw < 0.6) {
    const at = chance.below(deal.length);
    const option = byProvision.get((deal[at] as DealTerm).provision);
    const form = option && chance.pick(option.forms);
    return form ? complete(deal.toSpliced(at, 1, form), byProvision, most) : null;
  }
  const form = chance.pick(chance.pick(options)?.forms ?? []);
  if (!form) return null;
  let next = deal.filter((term) => term.provision !== form.provision);
  if (next.length >= most || (next.length > 0 && draw > 0.8)) {
    const shorter = without(next, chance.below(next.length), byProvision);
    next = shorter;
  }
  return complete([...next, form], byProvision, most);
}

/** The package without one term and without what needs it. */
function without(
  deal: readonly DealTerm[],
  at: number,
  byProvision: ReadonlyMap<number, Option>,
): DealTerm[] {
  return at < deal.length ? supported(deal.toSpliced(at, 1), byProvision) : [...deal];
}

/** What is left of a package when all that lacks what it needs falls out. */
function supported(deal: DealTerm[], byProvision: ReadonlyMap<number, Option>): DealTerm[] {
  let next = deal;
  for (let again = true; again;) {
    const kept = next.filter((term) =>
      (byProvision.get(term.provision)?.needs ?? []).every((need) => met(next, need, term.scope)),
    );
    again = kept.length < next.length;
    next = kept;
  }
  return next;
}

/** Whether a package has what a term over a scope needs, over the whole of that scope. */
function met(deal: readonly DealTerm[], need: { provision: number; level: number }, scope: number): boolean {
  return deal.some(
    (term) => term.provision === need.provision && term.level >= need.level && covers(term, scope),
  );
}

function covers(term: DealTerm, scope: number): boolean {
  return term.scope === 0 || (term.scope & scope) === scope;
}

/** The package with what its terms need, or nothing when that does not fit. */
function complete(
  deal: DealTerm[],
  byProvision: ReadonlyMap<number, Option>,
  most: number,
): DealTerm[] | null {
  const next = [...deal];
  for (let i = 0; i < next.length; i++) {
    const { provision, scope } = next[i] as DealTerm;
    for (const need of byProvision.get(provision)?.needs ?? []) {
      if (met(next, need, scope)) continue;
      const weaker = next.findIndex((term) => term.provision === need.provision);
      const form = byProvision
        .get(need.provision)
        ?.forms.find((candidate) => candidate.level >= need.level && covers(candidate, scope));
      if (!form) return null;
      if (weaker >= 0) next[weaker] = form;
      else next.push(form);
    }
  }
  return next.length <= most ? next : null;
}

/** A text among the willing: without what needs the signature of some seats, given as bits, and what hangs on it. */
export function among({ scenario, options }: Desk, text: readonly DealTerm[], unwilling: number): DealTerm[] {
  const willing = text.filter((term) => (signersOf(scenario, [term]) & unwilling) === 0);
  return supported(willing, new Map(options.map((option) => [option.provision, option])));
}

/** The nearest version of a text, by one or two edits, that serves oneself and loses nobody; nothing if there is none. */
export function redraft(desk: Desk, text: readonly DealTerm[], ask: Points, mostShort: Points): Draft | null {
  const byProvision = new Map(desk.options.map((option) => [option.provision, option]));
  let best: Draft | null = null;
  const consider = (deal: DealTerm[] | null, edits: number): void => {
    if (!deal || deal.length === 0) return;
    const judged = merit(desk, deal, edits);
    if (judged.own < ask || judged.short > mostShort) return;
    if (best === null || judged.value > best.merit)
      best = { deal, own: judged.own, short: judged.short, merit: judged.value };
  };
  for (const once of edits(text, desk, byProvision)) consider(once, 1);
  if (best !== null) return best;
  for (let i = 0; i < text.length; i++) {
    const shorter = without(text, i, byProvision);
    for (const twice of edits(shorter, desk, byProvision)) consider(twice, 2);
  }
  return best;
}

/** Every text that differs by one term: dropped, in another form, or added. */
export function* edits(
  text: readonly DealTerm[],
  desk: Desk,
  byProvision: ReadonlyMap<number, Option> = new Map(
    desk.options.map((option) => [option.provision, option]),
  ),
): Generator<DealTerm[]> {
  for (let i = 0; i < text.length; i++) {
    yield without(text, i, byProvision);
    const was = text[i] as DealTerm;
    for (const form of byProvision.get(was.provision)?.forms ?? [])
      if (form.level !== was.level || form.snapback !== was.snapback) {
        const next = complete(text.toSpliced(i, 1, form), byProvision, desk.terms);
        if (next) yield next;
      }
  }
  if (text.length >= desk.terms) return;
  for (const option of desk.options) {
    if (text.some((term) => term.provision === option.provision)) continue;
    for (const form of option.forms) {
      const next = complete([...text, form], byProvision, desk.terms);
      if (next) yield next;
    }
  }
}
