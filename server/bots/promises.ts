import type { OrderRule, Scenario } from '../../shared/rules/scenario.ts';
import type { Pledge, Promised, Proposal } from '../../shared/rules/state.ts';
import { OPEN_AT_MOST } from '../../shared/rules/pledge.ts';
import { levelInForce } from '../../shared/rules/terms.ts';
import { SEATS, type OrderId, type Points, type Seat, type TrackId } from '../../shared/rules/types.ts';
import { weightByRole } from '../../shared/rules/worth.ts';
import { chanceOf } from './chance.ts';
import { DOCTRINE } from './doctrine.ts';
import type { Stand } from './judge.ts';
import { saying, talkLeft, type Say } from './voice.ts';

/** Points that what is promised must be worth to whom it is given, and the most it may cost who gives it. */
const HELPS: Points = 0.15;
const COSTS_MOST: Points = 0.15;
/** Rounds for which an order is kept back, and a ceasefire promised. */
const KEPT_BACK = 1;
const CEASEFIRE_KEPT = 3;
/** How often a text that lacks a signature is helped by a promise, and a young ceasefire. */
const HELPED = 0.4;
const REASSURED = 0.6;

/** Points by which open promises of the co-signatories ease what is asked for, for full trust, and in all. */
const EASES: Points = 0.2;
const EASES_MOST: Points = 0.3;

/** Points by which the open promises of a text's other signatories ease what a seat asks for. */
export function assurance({ view }: Stand, signers: number): Points {
  const { mine } = view;
  let ease = 0;
  for (const { by, to, state } of mine.promises) {
    if (state !== 'open' || by === mine.seat || !to.includes(mine.seat)) continue;
    if ((signers >> SEATS.indexOf(by)) & 1) ease += (EASES * mine.trust[by].value) / 10_000;
  }
  return Math.min(EASES_MOST, ease);
}

/** What an order does for another seat, as everybody sees its interests, points. */
export function helpTo(scenario: Scenario, rule: OrderRule, other: Seat): Points {
  return rule.effects.reduce((sum, { on, by }) => sum + by * weightByRole(scenario, other, on as TrackId), 0);
}

/** A promise that the seat gives before it writes its orders, one at most; or a reminder to who has broken one to it. */
export function promising(stand: Stand): Say[] {
  if (talkLeft(stand) <= 0) return [];
  const { ready } = stand.view.world.seats[stand.view.mine.seat];
  const said = reminder(stand) ?? (ready ? null : (reassurance(stand) ?? support(stand)));
  return said ? [said] : [];
}

/** To who has broken a promise to this seat: that it was noticed. */
function reminder(stand: Stand): Say | null {
  const { mine, world } = stand.view;
  const fresh = mine.promises.find(
    ({ id, by, to, state, pledge }) =>
      state === 'broken' &&
      to.includes(mine.seat) &&
      pledge.until >= world.round - 1 &&
      !mine.press.some(
        (message) => message.from === mine.seat && message.params?.['promise'] === id && by !== mine.seat,
      ),
  );
  if (!fresh) return null;
  return saying({
    stand,
    channel: `seat:${fresh.by}`,
    act: 'warn',
    key: 'warn.promise',
    params: { matter: matterOf(stand, fresh), promise: fresh.id },
  });
}

function matterOf({ view }: Stand, { pledge }: Promised): string {
  switch (pledge.kind) {
    case 'give':
    case 'withhold':
      return pledge.order;
    case 'keep':
      return pledge.provision;
    case 'sign':
      return view.mine.papers.find(({ id }) => id === pledge.proposal)?.terms[0]?.provision ?? '';
  }
}

/** To the other side of a young ceasefire that this seat means to keep. */
function reassurance(stand: Stand): Say | null {
  const { view, prospect, seed } = stand;
  const { mine, world } = view;
  const other = mine.seat === 'ru' ? 'ua' : mine.seat === 'ua' ? 'ru' : null;
  const provision = 'full-ceasefire';
  const until = Math.min(world.rounds, world.round + CEASEFIRE_KEPT);
  if (!other || levelInForce(world, provision) === 0 || world.truce.held > 1) return null;
  if (prospect.collapsed() >= prospect.holding()) return null;
  if (chanceOf(seed, 'reassures', world.truce.since ?? 0).next() >= REASSURED) return null;
  if (mayNot(stand, (pledge) => pledge.kind === 'keep' && pledge.provision === provision)) return null;
  return saying({
    stand,
    channel: `seat:${other}`,
    act: 'promise',
    key: 'promise.keep',
    about: { provision, pledge: { kind: 'keep', provision, until } },
    params: { provision, until },
  });
}

/** To who has not signed an own text yet: an order that helps them, or one less that would hurt. */
function support(stand: Stand): Say | null {
  const { view, seed } = stand;
  const { mine } = view;
  const paper = mine.papers.find(
    ({ author, state, terms }) => author === mine.seat && state === 'open' && terms.length > 1,
  );
  if (!paper || chanceOf(seed, 'helps', paper.id).next() >= HELPED) return null;
  if (
    mine.press.some(
      ({ from, act, about }) => from === mine.seat && act === 'promise' && about?.proposal === paper.id,
    )
  )
    return null;
  const offers = missing(paper, mine.seat).flatMap((seat) =>
    pledgesTo(stand, seat).map((offer) => ({ ...offer, seat })),
  );
  const best = offers.toSorted((a, b) => b.worth - a.worth)[0];
  if (!best || mayNot(stand, (pledge) => 'order' in pledge && pledge.order === best.pledge.order))
    return null;
  return saying({
    stand,
    channel: `seat:${best.seat}`,
    act: 'promise',
    key: `promise.${best.pledge.kind}`,
    about: { proposal: paper.id, pledge: best.pledge },
    params: { order: best.pledge.order, until: best.pledge.until },
  });
}

/** Signatories who have not answered yet, or could still be won. */
function missing(paper: Proposal, me: Seat): Seat[] {
  return paper.signatories.filter(
    (seat) => seat !== me && !paper.signatures.includes(seat) && paper.rejections[seat]?.reason !== 'redLine',
  );
}

interface Offer {
  pledge: Extract<Pledge, { order: OrderId }>;
  worth: Points;
}

/** What this seat could promise another at little cost to itself. */
function pledgesTo(stand: Stand, other: Seat): Offer[] {
  const { scenario, view, prospect } = stand;
  const { world, mine, legal } = view;
  return (legal.orders?.list ?? []).flatMap(({ order, cost, violates }): Offer[] => {
    const rule = scenario.orders.find(({ id }) => id === order);
    if (!rule || violates.length > 0 || DOCTRINE[order]?.rare !== undefined) return [];
    if (rule.when === 'war' && world.truce.level > 0) return [];
    const help = helpTo(scenario, rule, other);
    const own = rule.effects.reduce((sum, { on, by }) => sum + by * prospect.marginal(on), 0);
    const jitter = 0.1 * chanceOf(stand.seed, 'pledge', order, world.round).next();
    if (help >= HELPS && own >= -COSTS_MOST && 2 * cost <= mine.pc.free)
      return [{ pledge: { kind: 'give', order, until: world.round }, worth: help + own + jitter }];
    if (help <= -HELPS && own <= COSTS_MOST && world.round < world.rounds) {
      const until = Math.min(world.rounds, world.round + KEPT_BACK);
      return [{ pledge: { kind: 'withhold', order, until }, worth: -help - own + jitter }];
    }
    return [];
  });
}

/** Whether the seat has too many open promises, or one on the same matter (PROMISE-2). */
function mayNot({ view }: Stand, same: (pledge: Pledge) => boolean): boolean {
  const open = view.mine.promises.filter(({ by, state }) => by === view.mine.seat && state === 'open');
  return open.length >= OPEN_AT_MOST || open.some(({ pledge }) => same(pledge));
}
