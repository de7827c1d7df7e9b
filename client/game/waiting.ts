import type { Channel, Message, Proposal } from '../../shared/rules/state.ts';
import type { Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import type { Screen } from '../route.ts';

/** Something that waits for this seat. Its words lie under `waiting.<kind>`. */
export interface Waiting {
  kind:
    | 'start'
    | 'agenda'
    | 'briefing'
    | 'dispatches'
    | 'sign'
    | 'report'
    | 'order'
    | 'ratify'
    | 'object'
    | 'propose'
    | 'press'
    | 'ready'
    | 'others'
    | 'results';
  count: number;
  screen: Screen;
  id?: string;
  asks: boolean; // should be seen to before one is ready
}

/** Up to which message each thread of the press was read. */
export type Seen = Readonly<Partial<Record<Channel, number>>>;

/** What a device remembers of what was read. */
export interface Read {
  round: number; // dispatches up to this round
  press: Seen;
}

/** Open papers that want this seat's signature or refusal. */
export function papersForMe(view: SeatView): Proposal[] {
  const me = view.mine.seat;
  return view.mine.papers.filter(
    (paper) =>
      paper.state === 'open' &&
      paper.signatories.includes(me) &&
      !paper.signatures.includes(me) &&
      !(me in paper.rejections),
  );
}

/** The thread a message belongs to, as this seat sees it. */
export function threadOf(message: Message, me: Seat): Channel {
  if (message.channel.startsWith('seat:') && message.from !== me) return `seat:${message.from}`;
  return message.channel;
}

/** Messages of others that were not read here yet. */
export function unreadPress({ mine }: SeatView, seen: Seen): Message[] {
  return mine.press.filter(
    (message) => message.from !== mine.seat && message.id > (seen[threadOf(message, mine.seat)] ?? -1),
  );
}

/** Terms that wait to be ratified at this seat's home and for which it has not yet spoken there. */
function votesToWin({ world, mine, legal }: SeatView): number {
  if (mine.pc.free < 100) return 0;
  const terms = world.agreements.flatMap((agreement) => agreement.terms);
  return terms.filter((term) => legal.lobby.includes(term.key) && !term.lobbied[mine.seat]).length;
}

/** What waits for a seat, the most sensible next step first; never empty. */
export function waitingFor(view: SeatView, read: Read): Waiting[] {
  const { world, mine, legal } = view;
  const list: Waiting[] = [];
  const add = (kind: Waiting['kind'], count: number, screen: Screen, asks: boolean, id?: string) => {
    if (count > 0)
      list.push(id === undefined ? { kind, count, screen, asks } : { kind, count, screen, asks, id });
  };
  const ready = world.seats[mine.seat].ready;

  switch (world.phase) {
    case 'lobby':
      add(legal.start ? 'start' : 'others', 1, 'front', false);
      return list;
    case 'briefing': {
      const cardsDue = legal.agenda && mine.mandate.agenda.length < legal.agenda.keep;
      add('agenda', cardsDue ? 1 : 0, 'brief', true);
      add(ready ? 'others' : 'briefing', 1, 'brief', false);
      return list;
    }
    case 'talks': {
      const papers = papersForMe(view);
      const unread = unreadPress(view, read.press);
      const own = view.mine.papers.some((paper) => paper.author === mine.seat && paper.round === world.round);
      add('dispatches', world.round - 1 > read.round ? 1 : 0, 'dispatches', true);
      add('report', legal.reports.length, 'papers', true);
      add('sign', papers.length, 'papers', true, papers[0]?.id);
      add('propose', !own && !ready && (legal.propose?.left ?? 0) > 0 ? 1 : 0, 'papers', false, 'compose');
      add('order', legal.orders && mine.orders.length === 0 && !ready ? 1 : 0, 'orders', true);
      add('press', unread.length, 'press', false, unread[0] && threadOf(unread[0], mine.seat));
      add('ratify', ready ? 0 : votesToWin(view), 'papers', false);
      add('object', ready ? 0 : legal.object.length, 'papers', false);
      add(ready ? 'others' : 'ready', 1, 'front', false);
      return list;
    }
    case 'ended':
      add('dispatches', world.round > read.round && world.dispatches.length > 0 ? 1 : 0, 'dispatches', false);
      add('results', 1, 'results', false);
      return list;
  }
}
