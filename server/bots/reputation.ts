import { dealOf } from '../../shared/rules/endgame.ts';
import type { Proposal } from '../../shared/rules/state.ts';
import { costOfTerms } from '../../shared/rules/terms.ts';
import { SEATS, type Points, type Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import type { Stand } from './judge.ts';
import { demandIn } from './needs.ts';

/** What a wrong is answered with, as a multiple of what it was worth. */
const RETORT = 1.5;
/** Rounds for which it is held against somebody. */
const REMEMBERED = 3;
/** Points asked on top from who broke a promise to the seat, or took back a text that it had signed and nobody refused. */
const BROKEN: Points = 0.3;
const PULLED: Points = 0.8;
/** Idle texts of one author that a seat puts up with in a round without growing weary, and points for each further one. */
const PATIENCE = 3;
const WEARY: Points = 0.3;
/** Agreements in slices, one costly term each, that an author gets in two rounds before the next one is read as part of a whole; points for each further one. */
const SLICES = 1;
const SLICED: Points = 0.3;
const SLICED_MOST: Points = 1.5;
/** Texts, good for it by this much more than it can need, that another refuses before it is taken to hold out; points for each. */
const GENEROUS = 1.3;
const REFUSALS = 1;
const HELD_OUT: Points = 0.2;
const HELD_OUT_MOST: Points = 0.8;

const known = new WeakMap<SeatView, Map<Seat, Points>>();

/**
 * Points that a seat asks on top from another for its record with it: promises broken, texts taken back from under its
 * name, texts by the dozen, wholes cut into slices, good offers refused. In proportion, and for some rounds only.
 */
export function reputationOf(stand: Stand, other: Seat): Points {
  const { view } = stand;
  const doubts = known.get(view) ?? new Map<Seat, Points>();
  known.set(view, doubts);
  let doubt = doubts.get(other);
  if (doubt === undefined) {
    doubt =
      RETORT * (BROKEN * brokenBy(view, other) + PULLED * pulledBy(view, other)) +
      WEARY * floodedBy(view, other) +
      Math.min(SLICED_MOST, SLICED * Math.max(0, slicedBy(stand, other) - SLICES)) +
      Math.min(HELD_OUT_MOST, HELD_OUT * Math.max(0, heldOutBy(stand, other) - REFUSALS));
    doubts.set(other, doubt);
  }
  return doubt;
}

/** How much a seat holds against another: promises broken to it and breaches known, lately. */
export function grievance({ view }: Stand, other: Seat): number {
  const { world } = view;
  const breached = world.dispatches.filter(
    (line) => line.key === 'breached' && line.seat === other && line.round >= world.round - REMEMBERED,
  ).length;
  return RETORT * (brokenBy(view, other) + breached);
}

function brokenBy({ mine, world }: SeatView, other: Seat): number {
  return mine.promises.filter(
    ({ by, to, state, round }) =>
      by === other && state === 'broken' && round >= world.round - REMEMBERED && to.includes(mine.seat),
  ).length;
}

/** Texts that it took back when the seat had signed and nobody had refused. */
function pulledBy(view: SeatView, other: Seat): number {
  return papersBy(view, other, REMEMBERED).filter(
    ({ state, signatures, rejections }) =>
      state === 'withdrawn' && signatures.includes(view.mine.seat) && Object.keys(rejections).length === 0,
  ).length;
}

/** Texts beyond patience that it put forward in a round, this one or the last, only to see them refused or to take them back. */
function floodedBy(view: SeatView, other: Seat): number {
  const { round } = view.world;
  const idle = papersBy(view, other, 1).filter(
    ({ state, rejections }) => state === 'withdrawn' || Object.keys(rejections).length > 0,
  );
  const worst = Math.max(
    ...[round - 1, round].map((at) => idle.filter((paper) => paper.round === at).length),
  );
  return Math.max(0, worst - PATIENCE);
}

/** Its own texts of a single term that cost somebody something and were agreed this round or the last. */
function slicedBy({ scenario, view }: Stand, other: Seat): number {
  return papersBy(view, other, 1).filter(
    ({ state, terms, signatories }) =>
      state === 'agreed' &&
      terms.length === 1 &&
      signatories.some((seat) => costOfTerms(scenario, terms, seat) > 0),
  ).length;
}

/** Whether a seat has grown too weary of another's texts to write better ones in answer. */
export function isWearyOf(view: SeatView, other: Seat): boolean {
  return floodedBy(view, other) > 0;
}

function papersBy({ mine, world }: SeatView, other: Seat, rounds: number): Proposal[] {
  return mine.papers.filter((paper) => paper.author === other && paper.round >= world.round - rounds);
}

/** Texts that bind the seat and that the other refused as too little, though by all one knows they gave it plenty. */
function heldOutBy({ scenario, view, prospect }: Stand, other: Seat): number {
  const { mine, world } = view;
  const s = SEATS.indexOf(other);
  return mine.papers.filter((paper) => {
    const reason = paper.rejections[other]?.reason;
    if (reason !== 'tooLittle' && reason !== 'wait') return false;
    if (paper.round < world.round - 1 || !paper.signatories.includes(mine.seat)) return false;
    const gain = prospect.gains(dealOf(scenario, world, paper.terms))[s] as number;
    return gain >= GENEROUS * demandIn(paper.round, world.rounds);
  }).length;
}
