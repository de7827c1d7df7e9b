import { signersOf } from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Proposal, Reason, Rejection, Term } from '../../shared/rules/state.ts';
import { costOf, costOfTerms, levelAgreed, provisionFor } from '../../shared/rules/terms.ts';
import { SEATS, type Points, type ProvisionId } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { chanceOf } from './chance.ts';
import type { Judgement } from './difficulty.ts';
import { dealOf, demandIn, fairShare } from './needs.ts';
import type { Prospect } from './prospect.ts';
import type { Temperament } from './temperament.ts';

/** What a delegation thinks of a text, and what decided it. */
export interface Verdict {
  signs: boolean;
  gain: Points; // own result with the text less without it, as it judges
  asks: Points; // what it would have to be
  rejection: Rejection | null; // why not
  best: ProvisionId | null; // the term that does most for the seat
}

/** Everything a delegation brings to a decision. */
export interface Stand {
  scenario: Scenario;
  view: SeatView;
  prospect: Prospect;
  temperament: Temperament;
  judgement: Judgement;
  seed: string;
}

const DISTRUSTED = 30; // points of trust below which a co-signatory's word is doubted
const DOUBT = 0.02; // points asked for each point of trust missing
const BREACHED: Points = 0.4; // points asked for each breach a co-signatory is known for
const FAR_OFF: Points = 0.8; // short by no more than this, and with rounds to come, a seat says "wait"
const ALMOST: Points = 1e-9;

/** Points a text must bring this seat now, its temperament and its doubts of the co-signatories counted. */
export function askOf(stand: Stand, terms: readonly Term[], signers: number): { ask: Points; doubt: Points } {
  const { scenario, view, temperament, judgement } = stand;
  if (isSmallStep(scenario, terms)) return { ask: 0, doubt: 0 };
  const { world, mine } = view;
  const late = Math.min(1, ((world.round - 1) / Math.max(1, world.rounds - 1)) * temperament.concession);
  const demand = demandIn(1 + (world.rounds - 1) * late, world.rounds);
  const opening = 1 + (temperament.opening - 1) * (1 - late);
  const ask = Math.max(temperament.floor, demand * opening) * judgement.demand;

  let doubt = 0;
  for (const [s, other] of SEATS.entries()) {
    if (((signers >> s) & 1) === 0 || other === mine.seat) continue;
    const trust = mine.trust[other].value / 100;
    if (world.seats[other].breaches > 0) {
      doubt += BREACHED * world.seats[other].breaches;
      if (trust < DISTRUSTED) doubt += DOUBT * (DISTRUSTED - trust);
    }
  }
  return { ask, doubt };
}

/** Whether a text holds nothing but declared small steps, or is humanitarian: signed where it does no harm. */
export function isSmallStep(scenario: Scenario, terms: readonly Term[]): boolean {
  return terms.every((term) => {
    const rule = provisionFor(scenario, term.provision);
    return rule.humanitarian === true || term.level <= rule.smallStep;
  });
}

/** Judges a text as the seat would if it were asked to sign it now. */
export function judge(stand: Stand, terms: readonly Term[], name: string): Verdict {
  const { scenario, view, prospect, judgement, seed } = stand;
  const { mine, world } = view;
  const deal = dealOf(scenario, terms);
  let signers = signersOf(scenario, deal) | (1 << SEATS.indexOf(mine.seat));
  const gains = prospect.gains(deal);
  const misjudged = judgement.misjudges > 0 ? judgement.misjudges * chanceOf(seed, 'judge', name).noise() : 0;
  const gain = (gains[SEATS.indexOf(mine.seat)] as number) + (isSmallStep(scenario, terms) ? 0 : misjudged);
  const { ask, doubt } = askOf(stand, terms, signers);
  const fair = fairShare(gains, signers, mine.seat, stand.temperament.equity);
  const asks = Math.max(ask + doubt, fair);
  signers &= ~(1 << SEATS.indexOf(mine.seat));

  const { worst, best } = weigh(stand, terms, gain - misjudged);
  const no = (reason: Reason, about?: ProvisionId): Verdict => ({
    signs: false,
    gain,
    asks,
    rejection: about === undefined ? { reason } : { reason, about },
    best,
  });

  const line = terms.find((term) =>
    mine.mandate.redLines.some((red) => red.provision === term.provision && term.level >= red.level),
  );
  if (line) return no('redLine', line.provision);
  if (gain >= asks - ALMOST) {
    if (costOfTerms(scenario, terms, mine.seat) > mine.pc.free) return no('home', dearest(stand, terms));
    return { signs: true, gain, asks, rejection: null, best };
  }
  if (gain >= Math.max(ask, fair) - ALMOST) return no('distrust', worst);
  const early = tooEarly(stand, terms, asks);
  if (early) return no('wrongOrder', early);
  if (gain > 0 && gain >= asks - FAR_OFF && world.round < world.rounds && gain >= fair)
    return no('wait', worst);
  return no('tooLittle', worst);
}

/** The terms that do least and most for the seat, by leaving each out. */
function weigh(
  { scenario, prospect }: Stand,
  terms: readonly Term[],
  whole: Points,
): { worst: ProvisionId; best: ProvisionId } {
  const [first] = terms;
  if (!first) throw new Error('a text has at least one term');
  let worst = { id: first.provision, by: Infinity };
  let best = { id: first.provision, by: -Infinity };
  const deal = dealOf(scenario, terms);
  for (const [i, term] of terms.entries()) {
    const by = terms.length === 1 ? whole : whole - prospect.own(deal.toSpliced(i, 1));
    if (by < worst.by) worst = { id: term.provision, by };
    if (by > best.by) best = { id: term.provision, by };
  }
  return { worst: worst.id, best: best.id };
}

function dearest({ scenario, view }: Stand, terms: readonly Term[]): ProvisionId {
  const { seat } = view.mine;
  const ranked = terms.toSorted((a, b) => costOf(scenario, b, seat) - costOf(scenario, a, seat));
  return (ranked[0] as Term).provision;
}

/** A term that comes before a ceasefire, where the text would do once one is agreed; nothing if that is not the trouble. */
function tooEarly(
  { scenario, view, prospect }: Stand,
  terms: readonly Term[],
  asks: Points,
): ProvisionId | null {
  const id = 'full-ceasefire';
  if (levelAgreed(view.world, id) > 0 || terms.some((term) => term.provision === id)) return null;
  const ceasefire = scenario.provisions.findIndex((rule) => rule.id === id);
  if (ceasefire < 0) return null;
  const quiet = { provision: ceasefire, level: 2 as const, scope: 0, snapback: false, quiet: 0 };
  const alone = prospect.own([quiet]);
  const together = prospect.own([quiet, ...dealOf(scenario, terms)]);
  if (together - alone < asks) return null;
  return (terms[0] as Term).provision;
}

/** A paper that this seat has signed, that nobody has refused, and that holds some of the same matter. */
export function rivalTo(view: SeatView, paper: Proposal): Proposal | null {
  const { seat, papers } = view.mine;
  return (
    papers.find(
      (other) =>
        other.id !== paper.id &&
        other.state === 'open' &&
        other.signatures.includes(seat) &&
        Object.keys(other.rejections).length === 0 &&
        other.terms.some((term) => paper.terms.some((same) => same.provision === term.provision)),
    ) ?? null
  );
}
