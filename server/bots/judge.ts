import { dealOf } from '../../shared/rules/endgame.ts';
import type { TextAccount } from '../../shared/rules/account.ts';
import { signersOf } from '../../shared/rules/estimate.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Reason, Rejection, Term } from '../../shared/rules/state.ts';
import { costOf, costOfTerms, levelAgreed, provisionFor } from '../../shared/rules/terms.ts';
import { SEATS, hundredths, type Points, type ProvisionId, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { chanceOf } from './chance.ts';
import type { Judgement } from './difficulty.ts';
import { demandIn, fairShare } from './needs.ts';
import { assurance } from './promises.ts';
import type { Prospect } from './prospect.ts';
import { easedFor, offeredBetter } from './reciprocity.ts';
import { reputationOf } from './reputation.ts';
import type { Temperament } from './temperament.ts';
import { writtenOut } from './text.ts';

/** What a delegation thinks of a text, and what decided it. */
export interface Verdict {
  signs: boolean;
  gain: Points; // own result with the text less without it, as it judges
  asks: Points; // what it would have to be
  rejection: Rejection | null; // why not
  best: ProvisionId | null; // the term that does most for the seat
  account: TextAccount; // what decided it, as the log keeps it
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
export function askOf(
  stand: Stand,
  terms: readonly Term[],
  signers: number,
): { ask: Points; doubt: Points; doubted: Seat | null } {
  const { scenario, view } = stand;
  if (isSmallStep(scenario, terms)) return { ask: 0, doubt: 0, doubted: null };
  const { world, mine } = view;
  const asked = (1 - easedFor(stand, signers)) * askIn(stand, world.round);
  const ask = Math.max(asked - assurance(stand, signers), stand.temperament.floor * stand.judgement.demand);

  let doubt = 0;
  let most = 0;
  let doubted: Seat | null = null;
  for (const [s, other] of SEATS.entries()) {
    if (((signers >> s) & 1) === 0 || other === mine.seat) continue;
    const trust = mine.trust[other].value / 100;
    let of = reputationOf(stand, other);
    if (world.seats[other].breaches > 0) {
      of += BREACHED * world.seats[other].breaches;
      if (trust < DISTRUSTED) of += DOUBT * (DISTRUSTED - trust);
    }
    doubt += of;
    if (of > most) [most, doubted] = [of, other];
  }
  return { ask, doubt, doubted };
}

/** Points that its temperament asks for in a round: it falls as the talks go on. */
function askIn({ view: { world }, temperament, judgement }: Stand, round: number): Points {
  const late = Math.min(1, ((round - 1) / Math.max(1, world.rounds - 1)) * temperament.concession);
  const demand = demandIn(1 + (world.rounds - 1) * late, world.rounds);
  const opening = 1 + (temperament.opening - 1) * (1 - late);
  return Math.max(temperament.floor, demand * opening) * judgement.demand;
}

/** Whether a text holds nothing but declared small steps, or is humanitarian: signed where it does no harm. */
export function isSmallStep(scenario: Scenario, terms: readonly Term[]): boolean {
  return terms.every((term) => {
    const rule = provisionFor(scenario, term.provision);
    return rule.humanitarian === true || term.level <= rule.smallStep;
  });
}

/** Judges a text as the seat would if it were asked to sign it now; the same text, the same verdict. */
export function judge(stand: Stand, terms: readonly Term[]): Verdict {
  const { scenario, view, prospect, judgement, seed } = stand;
  const { mine } = view;
  const deal = dealOf(scenario, view.world, terms);
  let signers = signersOf(scenario, deal) | (1 << SEATS.indexOf(mine.seat));
  const gains = prospect.gains(deal);
  const misjudged =
    judgement.misjudges > 0 ? judgement.misjudges * chanceOf(seed, 'judge', writtenOut(terms)).noise() : 0;
  const gain = (gains[SEATS.indexOf(mine.seat)] as number) + (isSmallStep(scenario, terms) ? 0 : misjudged);
  const { ask: eased, doubt, doubted } = askOf(stand, terms, signers);
  const better = isSmallStep(scenario, terms) ? 0 : offeredBetter(stand, terms);
  const ask = Math.max(eased, better);
  const fair = isSmallStep(scenario, terms)
    ? 0
    : fairShare(gains, signers, mine.seat, stand.temperament.equity);
  const asks = Math.max(ask + doubt, fair);
  signers &= ~(1 << SEATS.indexOf(mine.seat));

  const weights = weigh(stand, terms, gain - misjudged);
  const best = extreme(weights, 1);
  const lacking = costOfTerms(scenario, terms, mine.seat) - mine.pc.free;
  const account: TextAccount = {
    of: 'text',
    gain: hundredths(gain),
    ask: hundredths(ask),
    fair: hundredths(fair),
    doubt: hundredths(doubt),
    doubted,
    terms: weights.map(({ provision, by }) => ({ provision, by: hundredths(by) })),
    crosses: null,
    lacking: Math.max(0, lacking),
    ceasefire: 0,
    rival: null,
    later: null,
    reason: null,
    about: null,
  };
  const no = (reason: Reason, about: ProvisionId, more: Partial<TextAccount> = {}): Verdict => ({
    signs: false,
    gain,
    asks,
    rejection: { reason, about },
    best,
    account: { ...account, ...more, reason, about },
  });

  const line = terms.find((term) =>
    mine.mandate.redLines.some((red) => red.provision === term.provision && term.level >= red.level),
  );
  if (line) return no('redLine', line.provision, { crosses: line.provision });
  if (gain >= asks - ALMOST) {
    if (lacking > 0) return no('home', dearest(stand, terms));
    return { signs: true, gain, asks, rejection: null, best, account };
  }
  if (gain >= Math.max(ask, fair) - ALMOST) return no('distrust', reliedOn(stand, terms, weights, doubted));
  const early = tooEarly(stand, terms, weights, asks);
  if (early) return no('wrongOrder', early.about, { ceasefire: hundredths(early.by) });
  const worst = extreme(weights, -1);
  const later = gain >= Math.max(fair, better) ? roundThatWouldDo(stand, gain - doubt) : null;
  if (gain > 0 && gain >= asks - FAR_OFF && later !== null) return no('wait', worst, { later });
  return no('tooLittle', worst, { later });
}

/** The first round to come in which the seat asks for no more than this, or nothing. */
function roundThatWouldDo(stand: Stand, gain: Points): number | null {
  const { world } = stand.view;
  for (let round = world.round + 1; round <= world.rounds; round++)
    if (gain >= askIn(stand, round) - ALMOST) return round;
  return null;
}

/** What a term does for the seat, points. */
interface Weight {
  provision: ProvisionId;
  by: Points;
}

/** What each term does for the seat, by leaving it out. */
function weigh({ scenario, view, prospect }: Stand, terms: readonly Term[], whole: Points): Weight[] {
  const deal = dealOf(scenario, view.world, terms);
  return terms.map(({ provision }, i) => ({
    provision,
    by: terms.length === 1 ? whole : whole - prospect.own(deal.toSpliced(i, 1)),
  }));
}

/** The term that does most for the seat, or least. */
function extreme(weights: readonly Weight[], sign: 1 | -1): ProvisionId {
  const [first, ...rest] = weights;
  if (!first) throw new Error('a text has at least one term');
  return rest.reduce((most, weight) => (sign * weight.by > sign * most.by ? weight : most), first).provision;
}

/** The term whose keeping by a doubted co-signatory the seat would gain most from. */
function reliedOn(
  { scenario }: Stand,
  terms: readonly Term[],
  weights: readonly Weight[],
  doubted: Seat | null,
): ProvisionId {
  const theirs = weights.filter((_, i) => {
    const term = terms[i] as Term;
    const from = doubted === null ? undefined : provisionFor(scenario, term.provision).signs[doubted];
    return from !== undefined && term.level >= from;
  });
  return extreme(theirs.length > 0 ? theirs : weights, 1);
}

function dearest({ scenario, view }: Stand, terms: readonly Term[]): ProvisionId {
  const { seat } = view.mine;
  const ranked = terms.toSorted((a, b) => costOf(scenario, b, seat) - costOf(scenario, a, seat));
  return (ranked[0] as Term).provision;
}

/**
 * The term that a ceasefire beside it would do most for, where the text would then be enough; nothing if that is not
 * the trouble.
 */
function tooEarly(
  { scenario, view, prospect }: Stand,
  terms: readonly Term[],
  weights: readonly Weight[],
  asks: Points,
): { about: ProvisionId; by: Points } | null {
  const id = 'full-ceasefire';
  if (levelAgreed(view.world, id) > 0 || terms.some((term) => term.provision === id)) return null;
  const ceasefire = scenario.provisions.findIndex((rule) => rule.id === id);
  if (ceasefire < 0) return null;
  const quiet = { provision: ceasefire, level: 2 as const, scope: 0, snapback: false, quiet: 0 };
  const alone = prospect.own([quiet]);
  const deal = dealOf(scenario, view.world, terms);
  const together = prospect.own([quiet, ...deal]);
  if (together - alone < asks) return null;
  const gained = weights.map(({ provision, by }, i) => ({
    provision,
    by: together - prospect.own([quiet, ...deal.toSpliced(i, 1)]) - by,
  }));
  const before = weights.length === 1 ? (weights[0] as Weight).by : prospect.own(deal);
  return { about: extreme(gained, 1), by: together - alone - before };
}
