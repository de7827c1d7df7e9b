import type { Command } from '../../shared/rules/command.ts';
import { dealOf, indexOfProvision, type DealTerm } from '../../shared/rules/endgame.ts';
import { signersOf } from '../../shared/rules/estimate.ts';
import type { Proposal, Readers, Term } from '../../shared/rules/state.ts';
import { levelAgreed } from '../../shared/rules/terms.ts';
import { SEATS, TABLES, type Points } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { chanceOf } from './chance.ts';
import { among, merit, redraft, searchDraft, type Desk, type Draft, type Known } from './draft.ts';
import { askOf, isSmallStep, judge, type Stand } from './judge.ts';
import { crosses, needsOf, shut, type Needs } from './needs.ts';
import { offeredOf, optionsFrom, termOf, type Option, type Talks } from './options.ts';

/** By how much signatories together may be believed to fall short and a text still be worth trying. */
const MAY_TRY: Points = 0.5;
/** PC kept back for orders while a package is drafted. */
const FOR_ORDERS: Points = 0.3;
const KINDNESS = 0.15;
/** A draft must be better by this than the own paper on the table to take its place. */
const BETTER: Points = 0.3;

type Propose = Extract<Command, { kind: 'propose' }>;

/**
 * A desk to draft at: what may be written, what others are believed to need.
 *
 * @param back PC that comes back when the own paper on the table is withdrawn, points
 */
export function deskOf(stand: Stand, talks: Talks, back: Points = 0): Desk {
  const { scenario, view, prospect } = stand;
  const needs = needsOf(scenario, view, prospect);
  const me = SEATS.indexOf(view.mine.seat);
  needs.purse[me] = Math.max(0, (needs.purse[me] as number) + back - FOR_ORDERS);
  for (const line of view.mine.mandate.redLines)
    shut(needs.closed, indexOfProvision(scenario, line.provision), line.level, view.mine.seat);
  return {
    scenario,
    seat: view.mine.seat,
    prospect,
    needs,
    options: optionsFrom(scenario, view, talks),
    terms: view.legal.propose?.terms ?? 0,
    kindness: KINDNESS,
  };
}

/** A declared small step that nobody should mind: the first thing to put forward. */
export function smallStepFor(stand: Stand, needs: Needs): Term[] | null {
  const { scenario, view, prospect } = stand;
  const { mine, world } = view;
  for (const legal of view.legal.propose?.provisions ?? []) {
    const rule = scenario.provisions.find((candidate) => candidate.id === legal.provision);
    if (!rule || legal.needs.length > 0 || levelAgreed(world, rule.id) > 0) continue;
    const level = rule.humanitarian ? legal.levels.at(-1) : rule.smallStep;
    const scope = legal.scopes.at(0);
    if (!level || !scope) continue;
    if (rule.signs[mine.seat] === undefined || (rule.signs[mine.seat] ?? 9) > level) continue;
    const term: Term = { provision: rule.id, level, scope, conditions: [], snapback: [] };
    const tried = mine.papers.some(
      (paper) =>
        paper.terms.length === 1 &&
        paper.terms[0]?.provision === rule.id &&
        (paper.state === 'open' || paper.round >= world.round - 1),
    );
    if (tried) continue;
    const deal = dealOf(scenario, world, [term]);
    const signers = signersOf(scenario, deal);
    const gains = prospect.gains(deal);
    const fits = SEATS.every((_, s) => ((signers >> s) & 1) === 0 || (gains[s] as number) >= 0);
    if (fits && !crosses(deal, signers, needs.closed)) return [term];
  }
  return null;
}

/** The best package this seat can think of now, or nothing worth the paper. */
export function draftFor(stand: Stand, desk: Desk, talks: Talks, attempt: number): Draft | null {
  const { view, judgement, seed } = stand;
  const { mine, world } = view;
  const chance = chanceOf(seed, 'draft', mine.seat, world.round, attempt);
  let best: Draft | null = null;
  const consider = (draft: Draft | null): void => {
    if (draft && worthTrying(stand, draft) && (best === null || draft.merit > best.merit)) best = draft;
  };
  if (talks === 'single') {
    const tables = TABLES.filter((table) => desk.options.some((option) => option.table === table));
    const steps = Math.ceil(judgement.steps / Math.max(1, tables.length));
    for (const table of tables)
      consider(searchDraft({ ...desk, options: atTable(desk.options, table) }, chance, steps));
    return best;
  }
  const starts = startsFrom(stand, desk);
  const steps = Math.ceil(judgement.steps / starts.length);
  const known: Known = new Map();
  for (const start of starts) consider(searchDraft(desk, chance, steps, start, known));
  return best;
}

/** Where a search begins: a blank page, a ceasefire with something for Russia, the text that came closest, and one among those who did not refuse. */
export function startsFrom(stand: Stand, desk: Desk): DealTerm[][] {
  const { scenario, view } = stand;
  const starts: DealTerm[][] = [[]];
  const form = (id: string, level: number): DealTerm[] => {
    const option = desk.options.find((candidate) => scenario.provisions[candidate.provision]?.id === id);
    const found = option?.forms.findLast((candidate) => candidate.level === level);
    return found ? [{ ...found, quiet: 0 }] : [];
  };
  if (levelAgreed(view.world, 'full-ceasefire') === 0) {
    starts.push([...form('full-ceasefire', 2), ...form('relief-finance', 1)]);
    starts.push([
      ...form('full-ceasefire', 3),
      ...form('monitoring', 2),
      ...form('relief-finance', 1),
      ...form('relief-maritime', 1),
    ]);
  }
  const lately = view.mine.papers
    .filter(
      (paper) => paper.state !== 'agreed' && paper.round >= view.world.round - 1 && paper.terms.length > 1,
    )
    .map((paper) => ({ paper, deal: offeredOf(desk.options, dealOf(scenario, view.world, paper.terms)) }));
  const nearest = bestOf(
    desk,
    lately.map(({ deal }) => deal),
  );
  if (nearest) starts.push(nearest);
  const willing = bestOf(
    desk,
    lately.flatMap(({ paper, deal }) => {
      const text = among(desk, deal, unwillingOf(view, paper));
      return text.length < deal.length ? [text] : [];
    }),
  );
  if (willing) starts.push(willing);
  return starts;
}

/** The seats that refused a text, the own one aside, as a bit for each in seat order. */
function unwillingOf({ mine }: SeatView, { rejections }: Proposal): number {
  let unwilling = 0;
  for (const [s, seat] of SEATS.entries())
    if (seat !== mine.seat && rejections[seat] !== undefined) unwilling |= 1 << s;
  return unwilling;
}

/** The text among several that is worth most at a desk, or nothing where none fits. */
function bestOf(desk: Desk, texts: readonly DealTerm[][]): DealTerm[] | null {
  const ranked = texts
    .filter((deal) => deal.length > 0 && deal.length <= desk.terms)
    .map((deal) => ({ deal, value: merit(desk, deal).value }))
    .toSorted((a, b) => b.value - a.value);
  return ranked[0]?.deal ?? null;
}

function atTable(options: readonly Option[], table: Option['table']): Option[] {
  return options.filter((option) => option.table === table);
}

function worthTrying(stand: Stand, draft: Draft): boolean {
  const { scenario } = stand;
  const terms = draft.deal.map((term) => termOf(scenario, term));
  if (isSmallStep(scenario, terms)) return draft.own >= 0 && draft.short <= MAY_TRY;
  const { ask, doubt } = askOf(stand, terms, signersOf(scenario, draft.deal));
  return draft.own >= ask + doubt && draft.short <= MAY_TRY;
}

/** The nearest text to a refused one that this seat would sign and the others may, or nothing. */
export function counterFor(stand: Stand, desk: Desk, talks: Talks, paper: Proposal): Draft | null {
  const { scenario, view } = stand;
  const text = offeredOf(desk.options, dealOf(scenario, view.world, paper.terms));
  if (text.length === 0) return null;
  let there = desk;
  if (talks === 'single') {
    const table = desk.options.find((option) => option.provision === text[0]?.provision)?.table;
    if (!table) return null;
    there = { ...desk, options: atTable(desk.options, table) };
  }
  const { ask, doubt } = askOf(stand, paper.terms, signersOf(scenario, text));
  return redraft(there, text, ask + doubt, MAY_TRY);
}

/** The command that puts a draft on the table. Packages are open to all, a text of one table to that table. */
export function proposing(stand: Stand, terms: readonly Term[], counterTo: Proposal | null): Propose {
  const { scenario } = stand;
  const tables = new Set(
    terms.map((term) => scenario.provisions.find((rule) => rule.id === term.provision)?.table ?? 'C'),
  );
  const readers: Readers = tables.size > 1 ? 'all' : 'table';
  const { account } = judge(stand, terms);
  return { kind: 'propose', terms, readers, counterTo: counterTo?.id ?? null, text: null, account };
}

/** Whether the own paper on the table should make room: it is out of date, or those still to sign are believed far off. */
export function givesWay(stand: Stand, desk: Desk, paper: Proposal, next: Draft | null): boolean {
  const { scenario, view } = stand;
  const deal: DealTerm[] = dealOf(scenario, view.world, paper.terms);
  const refused = Object.keys(paper.rejections).length > 0;
  if (!refused) return false;
  if (!judge(stand, paper.terms).signs && paper.signatories.includes(view.mine.seat)) return true;
  const now = merit(desk, deal);
  if (now.short > MAY_TRY) return true;
  return next !== null && next.merit > now.value + BETTER;
}
