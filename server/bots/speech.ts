import type { TextAccount } from '../../shared/rules/account.ts';
import type { Proposal, Rejection, Term } from '../../shared/rules/state.ts';
import { provisionOf } from '../../shared/rules/terms.ts';
import { SEATS, type ProvisionId } from '../../shared/rules/types.ts';
import type { Stand } from './judge.ts';
import { saying, type Params, type Say } from './voice.ts';

/** Hundredths of a point that a term must take from the seat to be called a cost. */
const COSTS = -5;

/** Once a game: that a program speaks here. */
export function introduction(stand: Stand): Say | null {
  const { mine, world } = stand.view;
  const people = SEATS.some((seat) => world.seats[seat].taken === 'human');
  const said = mine.press.some(
    (message) => message.from === mine.seat && message.key?.startsWith('simulated'),
  );
  return people && !said ? saying({ stand, channel: 'all', act: 'say', key: 'simulated' }) : null;
}

/** A refusal, told to the author with as much of its reason as the paper tells. */
export function refusal(stand: Stand, paper: Proposal, told: Rejection, account: TextAccount): Say | null {
  const text = (paper.terms[0] as Proposal['terms'][number]).provision;
  const candid = told.about === undefined ? null : reasonOf(account);
  return saying({
    stand,
    channel: `seat:${paper.author}`,
    act: 'refuse',
    key: candid ? `refuse.${candid.key}` : 'refuse.plain',
    about: { proposal: paper.id, ...(told.about === undefined ? {} : { provision: told.about }) },
    params: candid ? candid.params : { text },
  });
}

/** The reason of a refusal as a message tells it: its key, what it names; nothing where the text would be signed. */
export function reasonOf(account: TextAccount): { key: string; params: Params } | null {
  const { reason, about, doubted } = account;
  if (reason === null || about === null) return null;
  const provision = { provision: about };
  switch (reason) {
    case 'tooLittle':
      return { key: `tooLittle.${wayOf(account)}`, params: provision };
    case 'distrust':
      return { key: reason, params: doubted === null ? provision : { ...provision, seat: doubted } };
    default:
      return { key: reason, params: provision };
  }
}

/** Why too little: others get so much more, a term costs, or nothing in it brings much. */
function wayOf({ gain, ask, fair, doubt, terms, about }: TextAccount): 'share' | 'cost' | 'thin' {
  if (gain >= ask + doubt && fair > gain) return 'share';
  const by = terms.filter((term) => term.provision === about).map((term) => term.by);
  return Math.min(...by) <= COSTS ? 'cost' : 'thin';
}

/** The term that a text is about for the seat: what does most for it. */
export function gainOf({ terms }: TextAccount): ProvisionId {
  const [first] = terms.toSorted((a, b) => b.by - a.by);
  if (!first) throw new Error('a text has at least one term');
  return first.provision;
}

/** What the seat itself gives in a text, at a cost: the dearest of the terms that bind it; nothing where none does. */
export function priceOf(
  { scenario, view }: Stand,
  account: TextAccount,
  text: readonly Term[],
): ProvisionId | null {
  const binds = (id: ProvisionId): boolean => {
    const from = provisionOf(scenario, id)?.signs[view.mine.seat];
    return from !== undefined && text.some(({ provision, level }) => provision === id && level >= from);
  };
  const [dearest] = account.terms
    .filter(({ provision, by }) => by <= 2 * COSTS && binds(provision))
    .toSorted((a, b) => a.by - b.by);
  return dearest?.provision ?? null;
}
