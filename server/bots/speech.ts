import type { TextAccount } from '../../shared/rules/account.ts';
import type { Proposal, Rejection } from '../../shared/rules/state.ts';
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

/** The term that a text is about for whoever gains by it, and the one it pays with, if any. */
export function bargainOf(account: TextAccount): { gains: ProvisionId; gives: ProvisionId | null } {
  const ranked = account.terms.toSorted((a, b) => b.by - a.by);
  const first = ranked[0] as TextAccount['terms'][number];
  const last = ranked.at(-1) as TextAccount['terms'][number];
  return { gains: first.provision, gives: ranked.length > 1 && last.by <= 2 * COSTS ? last.provision : null };
}
