import { dealOf, type DealTerm } from '../../shared/rules/endgame.ts';
import type { Message, Proposal, Term } from '../../shared/rules/state.ts';
import { levelAgreed, provisionOf } from '../../shared/rules/terms.ts';
import type { Level, ProvisionId, Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { edits, type Desk } from './draft.ts';
import { betterRival, judge, rivalTo, type Stand, type Verdict } from './judge.ts';
import { termOf, type Option, type Talks } from './options.ts';
import { difference } from './offers.ts';
import { sharedWith } from './papers.ts';
import { draftFor } from './propose.ts';
import { gainOf, reasonOf } from './speech.ts';
import { replying, type Params, type Say } from './voice.ts';

/** PC from which a provision costs a seat something even where its effects leave it cold. */
const DEAR = 1;
/** Points that one more term must bring to be named as a step in the right direction. */
const CLOSER = 0.8;
/** Points of own result from which a provision is of interest, and from which it is a cost. */
const WELCOME = 0.25;
const COSTLY = -0.15;
/** Texts two changes away that are tried when one change does not do. */
const TWICE = 6;
/** Changes in all that are tried where two do not do. */
const CHANGES = 5;

type Reply = (key: string, params?: Params, terms?: readonly Term[]) => Say;

/** Questions and remarks of people that this seat has not answered yet. */
export function unanswered({ view }: Stand): Message[] {
  const { seat, press } = view.mine;
  const answered = new Set(
    press.filter((message) => message.from === seat).map((message) => message.params?.['re']),
  );
  return press.filter((message) => {
    if (message.from === seat || view.world.seats[message.from].taken !== 'human' || answered.has(message.id))
      return false;
    if (message.round < view.world.round - 1) return false;
    if (message.channel === `seat:${seat}`) return true;
    // Said before others: only a question about a paper that asks for this seat's name is for it to answer.
    if (message.act !== 'why' && message.act !== 'whatWouldChange') return false;
    const paper = paperOf(view, message);
    return paper !== undefined && paper.author !== seat && paper.rejections[seat] !== undefined;
  });
}

function paperOf(view: SeatView, message: Message): Proposal | undefined {
  return view.mine.papers.find((paper) => paper.id === message.about?.proposal);
}

/**
 * The answer to a person's message: what decided the seat, and what it would sign instead. Where it would sign something
 * else, `terms` holds that text, to be opened and sent.
 */
export function answer(stand: Stand, desk: () => Desk, talks: Talks, message: Message): Say {
  const provision = message.about?.provision;
  const known = provision !== undefined && provisionOf(stand.scenario, provision) !== undefined;
  const asksOfPaper = message.act === 'why' || message.act === 'whatWouldChange';
  const named = message.about?.proposal !== undefined;
  const paper =
    paperOf(stand.view, message) ??
    (asksOfPaper && !named ? lastRefused(stand, message.from, provision) : undefined);
  const reply: Reply = (key, params = {}, terms) =>
    replying({
      stand,
      channel: message.channel.startsWith('seat:') ? `seat:${message.from}` : message.channel,
      act: 'say',
      key,
      about: quoted(stand.view, message, paper),
      params: { ...params, ...(terms ? { terms: JSON.stringify(terms) } : {}), re: message.id },
    });

  switch (message.act) {
    case 'why':
      if (paper) return explain(stand, paper, reply);
      if (named) return reply('explain.notOurs');
      return known ? interest(stand, desk(), provision, reply) : reply('explain.nothing');
    case 'whatWouldChange': {
      if (paper) return amendment(stand, desk(), talks, paper, reply);
      if (named) return reply('explain.notOurs');
      return known ? interest(stand, desk(), provision, reply) : wants(stand, desk(), talks, reply);
    }
    case 'ask':
    case 'offer': {
      if (message.key?.startsWith('askInPrivate'))
        return reply('answer.report', { provision: provision ?? '' });
      const other = message.about?.with;
      if (known && other !== undefined && other !== provision && provisionOf(stand.scenario, other))
        return wouldSign(stand, desk(), provision, other, reply);
      if (known) return interest(stand, desk(), provision, reply);
      if (paper) return amendment(stand, desk(), talks, paper, reply);
      return reply('answer.words');
    }
    case 'want':
      return wants(stand, desk(), talks, reply);
    case 'greet':
      return reply('answer.greeting');
    case 'who':
      return reply('answer.who');
    case 'promise':
      return reply('answer.promise');
    case 'warn':
      return reply('answer.warning');
    case 'thank':
      return reply('answer.thanks');
    case 'refuse':
    case 'say':
    case 'address':
      return reply('answer.words');
  }
}

/** What a reply is about: the paper that it tells of, and of the question all but a promise and a paper it cannot see. */
function quoted(view: SeatView, message: Message, paper: Proposal | undefined): Message['about'] {
  const { pledge: _, proposal, ...about } = message.about ?? {};
  const rest = proposal && paperOf(view, message) ? { ...about, proposal } : about;
  const told = paper ? { ...rest, proposal: paper.id } : rest;
  return Object.keys(told).length > 0 ? told : null;
}

/** The last paper that the seat refused and that the one who asks may speak of: their own, else one open to all. */
function lastRefused({ view }: Stand, asker: Seat, provision: ProvisionId | undefined): Proposal | undefined {
  const { seat, papers } = view.mine;
  const refused = papers.filter(
    (paper) =>
      paper.rejections[seat] !== undefined &&
      (provision === undefined || paper.terms.some((term) => term.provision === provision)),
  );
  return (
    refused.findLast((paper) => paper.author === asker) ??
    refused.findLast((paper) => paper.readers === 'all')
  );
}

/** Why: the reason it gave, told as its count stands now; where that has changed, it says so. */
function explain(stand: Stand, paper: Proposal, reply: Reply): Say {
  const { mine } = stand.view;
  if (!paper.signatories.includes(mine.seat)) return reply('explain.notOurs');
  const verdict = judge(stand, paper.terms);
  if (paper.signatures.includes(mine.seat))
    return reply('explain.signed', { provision: gainOf(verdict.account) });
  const rejection = paper.rejections[mine.seat];
  if (!rejection) return reply('explain.undecided');
  const rival = preferred(stand, paper, verdict);
  if (rival) return reply('explain.betterAlternative', { provision: sharedWith(paper, rival) });
  if (verdict.signs && paper.state === 'open') return reply('explain.changed');
  const now = reasonOf(verdict.account);
  const same =
    verdict.rejection?.reason === rejection.reason &&
    (rejection.about === undefined || rejection.about === verdict.rejection.about);
  return now && same
    ? reply(`explain.${now.key}`, now.params)
    : reply('explain.past', { reason: rejection.reason });
}

/** A text that it has signed and that is better for it than one that would otherwise do. */
function preferred(stand: Stand, paper: Proposal, { signs, gain }: Verdict): Proposal | null {
  return signs && paper.state === 'open' ? (betterRival(stand, paper, gain)?.paper ?? null) : null;
}

/** Whether it would sign a text if that were put to it now. */
function wouldSignNow(stand: Stand, terms: readonly Term[]): boolean {
  const { signs, gain } = judge(stand, terms);
  return signs && betterRival(stand, { terms }, gain) === null;
}

/** The smallest change of a text that would bring this seat's signature, with the text so changed. */
function amendment(stand: Stand, desk: Desk, talks: Talks, paper: Proposal, reply: Reply): Say {
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
function nearestText(stand: Stand, desk: Desk, text: readonly DealTerm[]): DealTerm[] | null {
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

/** How a provision stands with this seat, for whoever asks about it or offers it; what it would take for one that costs. */
function interest(stand: Stand, desk: Desk, id: ProvisionId, reply: Reply): Say {
  const { scenario, view, prospect } = stand;
  const rule = provisionOf(scenario, id);
  if (!rule) return reply('answer.words');
  if (levelAgreed(view.world, id) > 0) return reply('interest.agreed', { provision: id });
  const lines = view.mine.mandate.redLines.filter((line) => line.provision === id);
  const levels = ([1, 2, 3] as const)
    .slice(0, rule.levels)
    .filter((level: Level) => !lines.some((line) => level >= line.level));
  if (levels.length === 0) return reply('interest.no', { provision: id });
  const most = Math.max(
    ...levels.map((level) =>
      prospect.own(
        dealOf(scenario, view.world, [{ provision: id, level, scope: [], conditions: [], snapback: [] }]),
      ),
    ),
  );
  if (most > WELCOME) return reply('interest.open', { provision: id });
  if (most < COSTLY || (rule.costs[view.mine.seat]?.[0] ?? 0) >= DEAR) {
    const pair = pairWith(stand, desk, id);
    return pair
      ? reply('interest.for', { provision: id, other: pair.other }, pair.terms)
      : reply('interest.price', { provision: id });
  }
  return reply('interest.none', { provision: id });
}

/** What would pay for a provision: the one term that makes a text of two that the seat would sign. */
function pairWith(stand: Stand, desk: Desk, id: ProvisionId): { other: ProvisionId; terms: Term[] } | null {
  const { scenario, prospect } = stand;
  const index = scenario.provisions.findIndex((rule) => rule.id === id);
  const option = desk.options.find((candidate) => candidate.provision === index);
  if (!option || option.needs.length > 0) return null;
  const pairs = [...edits(option.forms.slice(0, 1), desk)]
    .filter((deal) => deal.length === 2 && deal.some((term) => term.provision === index))
    .map((deal) => ({ deal, own: prospect.own(deal) }))
    .toSorted((a, b) => b.own - a.own);
  for (const { deal } of pairs.slice(0, TWICE)) {
    const terms = deal.map((term) => termOf(scenario, term));
    const other = terms.find((term) => term.provision !== id);
    if (other && wouldSignNow(stand, terms)) return { other: other.provision, terms };
  }
  return null;
}

/** Whether it would sign one provision with another, at levels it may choose; what a third would have to be. */
function wouldSign(stand: Stand, desk: Desk, one: ProvisionId, two: ProvisionId, reply: Reply): Say {
  const { scenario, prospect } = stand;
  const named = { provision: one, other: two };
  for (const id of [one, two])
    if (levelAgreed(stand.view.world, id) > 0) return reply('interest.agreed', { provision: id });
  const formsOf = (id: ProvisionId): readonly DealTerm[] => {
    const index = scenario.provisions.findIndex((rule) => rule.id === id);
    const option: Option | undefined = desk.options.find((candidate) => candidate.provision === index);
    return option?.forms ?? [];
  };
  const pairs = formsOf(one)
    .flatMap((a) => formsOf(two).map((b) => [a, b]))
    .map((deal) => ({ deal, own: prospect.own(deal) }))
    .toSorted((a, b) => b.own - a.own);
  const [best] = pairs;
  if (!best) return reply('answer.words');
  const termsFor = (deal: readonly DealTerm[]): Term[] => deal.map((term) => termOf(scenario, term));
  const there = { ...desk, terms: scenario.edition.terms };
  for (const { deal } of pairs.slice(0, TWICE)) {
    const terms = termsFor(deal);
    if (wouldSignNow(stand, terms) && isWhole(desk, deal)) return reply('would.yes', named, terms);
  }
  const nearest = nearestText(stand, there, best.deal);
  const third = nearest?.find((term) => !best.deal.some((was) => was.provision === term.provision));
  if (nearest && third && nearest.length === 3 && best.deal.every((was) => nearest.includes(was)))
    return reply(
      'would.but',
      { ...named, third: scenario.provisions[third.provision]?.id ?? '' },
      termsFor(nearest),
    );
  const { rejection } = judge(stand, termsFor(best.deal));
  return reply('would.no', { ...named, worst: rejection?.about ?? one });
}

/** Whether a text has within it, or already agreed, what its terms need. */
function isWhole(desk: Desk, deal: readonly DealTerm[]): boolean {
  return deal.every((term) =>
    (desk.options.find((option) => option.provision === term.provision)?.needs ?? []).every((need) =>
      deal.some((other) => other.provision === need.provision && other.level >= need.level),
    ),
  );
}

/** What the seat wants now: its own text on the table, else the best it can think of that others may sign. */
function wants(stand: Stand, desk: Desk, talks: Talks, reply: Reply): Say {
  const { scenario, view } = stand;
  const own = view.mine.papers.find(({ author, state }) => author === view.mine.seat && state === 'open');
  const draft = own ? undefined : draftFor(stand, desk, talks, 0)?.deal.map((term) => termOf(scenario, term));
  const terms = own?.terms ?? (draft && wouldSignNow(stand, draft) ? draft : alone(stand, desk));
  if (!terms) return reply('want.nothing');
  const provision = gainOf(judge(stand, terms).account);
  return terms.length === 1
    ? reply('want.single', { provision }, terms)
    : reply('want.package', { provision, count: terms.length - 1 }, terms);
}

/** The one term that does most for the seat, where it would sign that alone. */
function alone(stand: Stand, desk: Desk): Term[] | null {
  const { scenario, prospect } = stand;
  const ranked = desk.options
    .filter(({ needs }) => needs.length === 0)
    .flatMap(({ forms }) => forms)
    .map((form) => ({ form, own: prospect.own([form]) }))
    .toSorted((a, b) => b.own - a.own);
  for (const { form } of ranked.slice(0, TWICE)) {
    const terms = [termOf(scenario, form)];
    if (wouldSignNow(stand, terms)) return terms;
  }
  return null;
}
