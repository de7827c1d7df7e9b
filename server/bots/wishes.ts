import { dealOf, type DealTerm } from '../../shared/rules/endgame.ts';
import type { Term } from '../../shared/rules/state.ts';
import { levelAgreed, provisionOf } from '../../shared/rules/terms.ts';
import type { Level, ProvisionId } from '../../shared/rules/types.ts';
import { nearestText } from './amendment.ts';
import { edits, type Desk } from './draft.ts';
import { judge, type Stand } from './judge.ts';
import { termOf, type Option, type Talks } from './options.ts';
import { draftFor } from './propose.ts';
import { wouldSignNow } from './rivals.ts';
import { gainOf } from './speech.ts';
import type { Reply, Say } from './voice.ts';

/** PC from which a provision costs a seat something even where its effects leave it cold. */
const DEAR = 1;
/** Points of own result from which a provision is of interest, and from which it is a cost. */
const WELCOME = 0.25;
const COSTLY = -0.15;
/** Texts, the best first, that are looked at for one it would sign. */
const LOOKED_AT = 6;

/** How a provision stands with this seat, for whoever asks about it or offers it; what it would take for one that costs. */
export function interest(stand: Stand, desk: Desk, id: ProvisionId, reply: Reply): Say {
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
  for (const { deal } of pairs.slice(0, LOOKED_AT)) {
    const terms = deal.map((term) => termOf(scenario, term));
    const other = terms.find((term) => term.provision !== id);
    if (other && wouldSignNow(stand, terms)) return { other: other.provision, terms };
  }
  return null;
}

/** Whether it would sign one provision with another, at levels it may choose; what a third would have to be. */
export function wouldSign(stand: Stand, desk: Desk, one: ProvisionId, two: ProvisionId, reply: Reply): Say {
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
  for (const { deal } of pairs.slice(0, LOOKED_AT)) {
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
export function wants(stand: Stand, desk: Desk, talks: Talks, reply: Reply): Say {
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
  for (const { form } of ranked.slice(0, LOOKED_AT)) {
    const terms = [termOf(scenario, form)];
    if (wouldSignNow(stand, terms)) return terms;
  }
  return null;
}
