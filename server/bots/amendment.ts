import { dealOf, type DealTerm } from '../../shared/rules/endgame.ts';
import type { Proposal, Term } from '../../shared/rules/state.ts';
import type { ProvisionId } from '../../shared/rules/types.ts';
import { edits, type Desk } from './draft.ts';
import { judge, type Stand, type Verdict } from './judge.ts';
import { difference } from './offers.ts';
import { termOf, type Talks } from './options.ts';
import { sharedWith } from './papers.ts';
import { draftFor } from './propose.ts';
import { preferred, rivalTo, wouldSignNow } from './rivals.ts';
import { gainOf } from './speech.ts';
import type { Params, Reply, Say } from './voice.ts';

/** Points that one more term must bring to be named as a step in the right direction. */
const CLOSER = 0.8;
/** Texts two changes away that are tried when one change does not do. */
const TWICE = 6;
/** Changes in all that are tried where two do not do. */
const CHANGES = 5;

/** The smallest change of a text that would bring this seat's signature, with the text so changed. */
export function amendment(stand: Stand, desk: Desk, talks: Talks, paper: Proposal, reply: Reply): Say {
  const { scenario, view, prospect } = stand;
  if (!paper.signatories.includes(view.mine.seat)) return reply('explain.notOurs');
  const verdict = judge(stand, paper.terms);
  const rival = preferred(stand, paper, verdict);
  if (rival && !paper.signatures.includes(view.mine.seat))
    return reply('change.rival', { provision: sharedWith(paper, rival) });
  if (verdict.signs || paper.signatures.includes(view.mine.seat)) return reply('change.signed');

  const counter = view.mine.papers.find(
    ({ author, state, counterTo }) => author === view.mine.seat && state === 'open' && counterTo === paper.id,
  );
  if (counter) {
    const { provision } = difference(paper.terms, counter.terms).params;
    return reply('change.counter', { provision: provision ?? '' }, counter.terms);
  }

  const text = dealOf(scenario, view.world, paper.terms);
  const there = { ...desk, terms: scenario.edition.terms };
  const nearest = nearestText(stand, there, text);
  if (nearest) {
    const terms = termsOf(stand, nearest, paper.terms);
    const { key, params } = changeOf(text, nearest, scenario, verdict);
    return reply(key, params, terms);
  }
  if (verdict.account.later !== null && verdict.rejection?.reason === 'wait')
    return reply('change.time', { round: verdict.account.later });

  let closer: { provision: ProvisionId; own: number } | null = null;
  for (const next of edits(text, there)) {
    const added = next.find((term) => !text.some((was) => was.provision === term.provision));
    const id = scenario.provisions[added?.provision ?? -1]?.id;
    if (next.length !== text.length + 1 || id === undefined) continue;
    const own = prospect.own(next);
    if (own > verdict.gain + CLOSER && (closer === null || own > closer.own)) closer = { provision: id, own };
  }
  const draft = draftFor(stand, desk, talks, 0);
  if (draft) {
    const terms = draft.deal.map((term) => termOf(scenario, term));
    if (wouldSignNow(stand, terms))
      return reply('change.other', { provision: gainOf(judge(stand, terms).account) }, terms);
  }
  const farther = fartherText(stand, there, text);
  if (farther) {
    const terms = termsOf(stand, farther, paper.terms);
    return reply('change.other', { provision: gainOf(judge(stand, terms).account) }, terms);
  }
  const signed = rivalTo(view, paper);
  if (signed) return reply('change.rival', { provision: sharedWith(paper, signed) });
  if (closer) return reply('change.closer', { provision: closer.provision });
  if (verdict.rejection?.reason === 'home') return reply('change.capital');
  return reply(
    verdict.rejection?.reason === 'redLine' && paper.terms.length === 1 ? 'change.nothing' : 'change.more',
  );
}

/** The text nearest to one, by one change or two, that this seat would sign; the best of those for it. */
export function nearestText(stand: Stand, desk: Desk, text: readonly DealTerm[]): DealTerm[] | null {
  const { scenario, prospect } = stand;
  const signs = (deal: readonly DealTerm[]): boolean =>
    wouldSignNow(
      stand,
      deal.map((term) => termOf(scenario, term)),
    );
  const ranked = (deals: Iterable<DealTerm[]>): DealTerm[][] =>
    [...deals]
      .filter((deal) => deal.length > 0)
      .map((deal) => ({ deal, own: prospect.own(deal) }))
      .toSorted((a, b) => b.own - a.own)
      .map(({ deal }) => deal);

  const once = ranked(edits(text, desk));
  const near = once.find((deal) => Math.abs(deal.length - text.length) <= 1 && signs(deal));
  if (near) return near;
  for (const first of once.slice(0, TWICE))
    for (const second of ranked(edits(first, desk)).slice(0, TWICE)) if (signs(second)) return second;
  return null;
}

/** A text that this seat would sign, by the changes that help it most one after the other; nothing if a few do not do. */
function fartherText(stand: Stand, desk: Desk, text: readonly DealTerm[]): DealTerm[] | null {
  const { scenario, prospect } = stand;
  let now = [...text];
  for (let changes = 0; changes < CHANGES; changes++) {
    let best: { deal: DealTerm[]; own: number } | null = null;
    for (const deal of edits(now, desk)) {
      const own = deal.length > 0 ? prospect.own(deal) : -Infinity;
      if (best === null || own > best.own) best = { deal, own };
    }
    if (!best) return null;
    now = best.deal;
    const terms = now.map((term) => termOf(scenario, term));
    if (wouldSignNow(stand, terms)) return now;
  }
  return null;
}

/** A text of the search as terms; what is as it was keeps every tie that it had. */
function termsOf({ scenario }: Stand, deal: readonly DealTerm[], were: readonly Term[]): Term[] {
  return deal.map((term) => {
    const now = termOf(scenario, term);
    const was = were.find(
      (one) => one.provision === now.provision && one.level === now.level && sameScope(one.scope, now.scope),
    );
    const tied = was && was.snapback.length > 0 === now.snapback.length > 0;
    return tied ? was : now;
  });
}

function sameScope(a: Term['scope'], b: Term['scope']): boolean {
  return a.length === b.length && a.every((region) => b.includes(region));
}

/** What changed from one text to another, as a message tells it. */
function changeOf(
  from: readonly DealTerm[],
  to: readonly DealTerm[],
  scenario: Stand['scenario'],
  verdict: Verdict,
): { key: string; params: Params } {
  const name = (index: number): ProvisionId => scenario.provisions[index]?.id ?? '';
  const gone = from.filter((was) => !to.some((term) => term.provision === was.provision));
  const added = to.filter((term) => !from.some((was) => was.provision === term.provision));
  const other = to.filter((term) =>
    from.some(
      (was) =>
        was.provision === term.provision &&
        (was.level !== term.level || was.snapback !== term.snapback || was.scope !== term.scope),
    ),
  );
  const [first, second] = [...other, ...added, ...gone];
  if (!first) return { key: 'change.signed', params: {} };
  const provision = name(first.provision);
  if (second) return { key: 'change.two', params: { provision, other: name(second.provision) } };
  if (verdict.rejection?.reason === 'home') return { key: 'change.cheaper', params: { provision } };
  if (gone.length > 0) return { key: 'change.without', params: { provision } };
  if (added.length > 0) return { key: 'change.with', params: { provision, level: first.level } };
  const was = from.find((term) => term.provision === first.provision);
  if (was?.level !== first.level) return { key: 'change.level', params: { provision, level: first.level } };
  return first.snapback
    ? { key: 'change.snapback', params: { provision } }
    : { key: 'change.tied', params: { provision } };
}
