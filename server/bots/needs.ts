import { dealOf, indexOfProvision, type Deal } from '../../shared/rules/endgame.ts';
import type { Scenario } from '../../shared/rules/scenario.ts';
import type { Proposal } from '../../shared/rules/state.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { SEATS, type BySeat, type Points, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import type { Prospect } from './prospect.ts';

/**
 * Points a seat may hope for: gains are compared as shares of them. About the best deals of simulated games; for the
 * US less, since everyone needs its name and would else let it take too much.
 */
export const HOPES: BySeat<Points> = { us: 10, ru: 20, eu: 9, ua: 14, nato: 12, cn: 7 };

/** Share of the signatories' mean gain a seat insists on: Russia and Ukraine pay most for a peace, and ask most. */
export const EQUITY: BySeat<number> = { us: 0.25, ru: 0.7, eu: 0.25, ua: 0.55, nato: 0.25, cn: 0.25 };

/** The same two in seat order. */
const HOPED = Float64Array.from(SEATS, (seat) => HOPES[seat]);
const EQUAL = Float64Array.from(SEATS, (seat) => EQUITY[seat]);

const LEAST: Points = 0.4;
const MORE: Points = 1.35;
const SHARE_OF_ROUNDS = 0.7;
const LONG = 8; // rounds beyond which concession goes no slower

/** Points a text must bring to be signed: 1.75 in the first round, falling to 0.4. */
export function demandIn(round: number, rounds: number): Points {
  const over = SHARE_OF_ROUNDS * Math.min(rounds, LONG);
  return LEAST + MORE * Math.max(0, 1 - (round - 1) / over);
}

/** What one delegation believes the others need, and what they can pay. */
export interface Needs {
  least: Float64Array; // points, in seat order
  purse: Float64Array; // points of PC
  closed: Closed;
}

/** What seats have said they will never sign: a bit for each seat in seat order, by provision and level ({@link shut}). */
export type Closed = Uint8Array;

/** Notes that a seat will never sign a provision from a level on; a provision the edition does not have is passed over. */
export function shut(closed: Closed, provision: number, from: number, seat: Seat): void {
  if (provision < 0) return;
  for (let level = from; level <= 3; level++)
    closed[(provision << 2) | level] =
      (closed[(provision << 2) | level] as number) | (1 << SEATS.indexOf(seat));
}

/** Points beyond what was refused that a seat is believed to want. */
const ABOVE_REFUSED: Points = 0.3;
const REFUSED_MOST: Points = 2.5;
/** PC an order costs a round, as a guess about others. */
const ORDERS_COST: Points = 0.3;

/** Reads the others' needs off the clock and off what they refused and signed. */
export function needsOf(scenario: Scenario, view: SeatView, prospect: Prospect): Needs {
  const { world, mine } = view;
  const demand = demandIn(world.round, world.rounds);
  const least = new Float64Array(SEATS.length).fill(demand);
  const purse = pursesOf(scenario, view);
  const closed = new Uint8Array(scenario.provisions.length << 2);

  for (const seat of SEATS)
    for (const line of scenario.redLines[seat])
      shut(closed, indexOfProvision(scenario, line.provision), line.level, seat);

  for (const paper of mine.papers) {
    const refusals = Object.entries(paper.rejections) as [Seat, NonNullable<Proposal['rejections'][Seat]>][];
    if (refusals.length === 0) continue;
    const gains =
      paper.round >= world.round - 1 ? prospect.gains(dealOf(scenario, world, paper.terms)) : null;
    for (const [seat, { reason, about }] of refusals) {
      const s = SEATS.indexOf(seat);
      const term = paper.terms.find((candidate) => candidate.provision === about);
      if (reason === 'redLine' && term)
        shut(closed, indexOfProvision(scenario, term.provision), term.level, seat);
      if (!gains || seat === mine.seat) continue;
      if (reason === 'tooLittle' || reason === 'wait') {
        const fallen = demandIn(paper.round, world.rounds) - demand;
        const wanted = (gains[s] as number) + ABOVE_REFUSED - fallen;
        least[s] = Math.max(least[s] as number, Math.min(wanted, demand + REFUSED_MOST));
      }
      if (reason === 'home')
        purse[s] = Math.min(purse[s] as number, costOfTerms(scenario, paper.terms, seat) / 100 - 0.25);
    }
  }
  return { least, purse, closed };
}

/** PC the seats are believed to have: what the edition gave them less what they have signed. */
function pursesOf(scenario: Scenario, view: SeatView): Float64Array {
  const { world, mine } = view;
  const { edition } = scenario;
  return Float64Array.from(SEATS, (seat) => {
    if (seat === mine.seat) return mine.pc.free / 100;
    let pc = edition.startPc + (edition.income - ORDERS_COST * edition.orders) * (world.round - 1);
    for (const agreement of world.agreements)
      if (agreement.signatories.includes(seat)) pc -= costOfTerms(scenario, agreement.terms, seat) / 100;
    for (const paper of mine.papers)
      if (paper.state === 'open' && paper.signatures.includes(seat))
        pc -= costOfTerms(scenario, paper.terms, seat) / 100;
    return Math.max(0, pc);
  });
}

/**
 * Points by which a package falls short of what its signatories need, and of a fair share among them.
 *
 * @param except the seat that asks: it looks to itself elsewhere
 */
export function shortfall(gains: Float64Array, signers: number, needs: Needs, except: number): Points {
  let short = 0;
  let sum = 0;
  let count = 0;
  for (let s = 0; s < SEATS.length; s++) {
    if (((signers >> s) & 1) === 0) continue;
    sum += Math.max(0, gains[s] as number) / (HOPED[s] as number);
    count++;
    if (s !== except) short += Math.max(0, (needs.least[s] as number) - (gains[s] as number));
  }
  if (count < 2) return short;
  const mean = sum / count;
  for (let s = 0; s < SEATS.length; s++) {
    if (((signers >> s) & 1) === 0 || s === except) continue;
    const fair = (EQUAL[s] as number) * mean * (HOPED[s] as number);
    const held = Math.max(gains[s] as number, needs.least[s] as number); // the rest is counted already
    short += Math.max(0, fair - held);
  }
  return short;
}

/** Points of gain that equity asks for a seat, given what the text gives all its signatories. */
export function fairShare(gains: Float64Array, signers: number, seat: Seat, equity: number): Points {
  let sum = 0;
  let count = 0;
  for (let s = 0; s < SEATS.length; s++) {
    if (((signers >> s) & 1) === 0) continue;
    sum += Math.max(0, gains[s] as number) / (HOPED[s] as number);
    count++;
  }
  return count < 2 ? 0 : (equity * sum * HOPES[seat]) / count;
}

/** Whether a package holds something that one of its signatories will never sign. */
export function crosses(deal: Deal, signers: number, closed: Closed): boolean {
  for (const { provision, level } of deal)
    if (((closed[(provision << 2) | level] as number) & signers) !== 0) return true;
  return false;
}
