import type { Proposal, Term } from '../../shared/rules/state.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { chanceOf } from './chance.ts';
import { judge, type Stand } from './judge.ts';
import { gainOf, priceOf } from './speech.ts';
import { saying, type Params, type Say } from './voice.ts';

/** How often an offer that ties relief to the quiet says so. */
const TIED_TOLD = 0.2;

/** A word beside a new paper: what it asks and gives, or how it differs from the text it answers. */
export function offering(stand: Stand, terms: readonly Term[], key: string, to: Proposal | null): Say[] {
  const { scenario, view } = stand;
  const told = to ? difference(to.terms, terms) : contents(stand, terms, key);
  const tables = new Set(
    terms.map((term) => scenario.provisions.find((rule) => rule.id === term.provision)?.table),
  );
  const words = saying({
    stand,
    channel: to ? `seat:${to.author}` : tables.size > 1 ? 'all' : (channelOf(scenario, view, terms) ?? 'all'),
    act: 'offer',
    key: told.key,
    about: { provision: String(told.params['provision']), ...(to ? { proposal: to.id } : {}) },
    params: told.params,
  });
  return words ? [words] : [];
}

/** What a text of the seat's own is about. */
function contents(stand: Stand, terms: readonly Term[], key: string): { key: string; params: Params } {
  const tied = key === 'offer.package' ? terms.find((term) => term.snapback.length > 0) : undefined;
  if (tied && chanceOf(stand.seed, 'tied', stand.view.world.round).next() < TIED_TOLD)
    return { key: 'offer.snapback', params: { provision: tied.provision } };
  const { account } = judge(stand, terms);
  const gains = gainOf(account);
  const gives = priceOf(stand, account, terms);
  if (key === 'offer.package' && gives !== null && gives !== gains)
    return { key: 'offer.trade', params: { provision: gains, give: gives } };
  return { key, params: { provision: gains, count: terms.length - 1 } };
}

/** How a text differs from the one it answers: by one change where it is one. */
export function difference(from: readonly Term[], to: readonly Term[]): { key: string; params: Params } {
  const same = (a: Term, b: Term): boolean => JSON.stringify(a) === JSON.stringify(b);
  const gone = from.filter((was) => !to.some((term) => term.provision === was.provision));
  const added = to.filter((term) => !from.some((was) => was.provision === term.provision));
  const changed = to.filter(
    (term) => !from.some((was) => same(was, term)) && from.some((was) => was.provision === term.provision),
  );
  const [first, ...more] = [...changed, ...added, ...gone];
  if (!first) throw new Error('a counter-proposal changes something');
  const params = { provision: first.provision };
  if (more.length > 0) return { key: 'offer.counter.more', params };
  if (gone.length > 0) return { key: 'offer.counter.without', params };
  if (added.length > 0) return { key: 'offer.counter.with', params };
  const was = from.find((term) => term.provision === first.provision);
  return was?.level === first.level
    ? { key: 'offer.counter.tied', params }
    : { key: 'offer.counter.level', params: { ...params, level: first.level } };
}

function channelOf(
  scenario: Stand['scenario'],
  view: SeatView,
  terms: readonly Term[],
): SeatView['legal']['channels'][number] | undefined {
  const table = scenario.provisions.find((rule) => rule.id === terms[0]?.provision)?.table;
  const shown = table && (scenario.edition.tables[table] ?? table);
  return view.legal.channels.find((channel) => channel === `table:${shown}`);
}
