import { REASONS, SEATS } from '../../shared/rules/index.ts';
import type {
  AgreementId,
  Channel,
  Command,
  Order,
  OrderId,
  Pledge,
  ProposalId,
  Reason,
  ReportAnswer,
  ReportId,
  TermKey,
} from '../../shared/rules/index.ts';
import { ask, closeRound } from './table.ts';
import type { Table } from './table.ts';
import { say, seatOf, termsOf } from './verbs.ts';
import type { Verb } from './verbs.ts';

/** The verbs of TALKS. A refusal is no failure here: THEN must name it. */
const TALKS: readonly Verb<Table, void>[] = [
  [
    /(\w+) proposes (.+?)(?: to the (table)| to (all))?(?: against (p\d+))?/,
    (table, seat, text, atTable, toAll, counterTo) => {
      const readers = atTable ? 'table' : toAll ? 'all' : 'signatories';
      const terms = termsOf(table.scenario, text);
      const answers = counterTo ? (counterTo as ProposalId) : null;
      ask(table, seatOf(seat), { kind: 'propose', terms, readers, counterTo: answers, text: null });
    },
  ],
  [
    /(\w+) signs (p\d+)/,
    (table, seat, id) => void ask(table, seatOf(seat), { kind: 'sign', proposal: id as ProposalId }),
  ],
  [
    /(\w+) rejects (p\d+): (\w+)(?: about ([a-z-]+))?/,
    (table, seat, id, why, about) => {
      const reason = reasonOf(why);
      const command: Command = { kind: 'reject', proposal: id as ProposalId, reason };
      ask(table, seatOf(seat), about ? { ...command, about } : command);
    },
  ],
  [
    /(\w+) withdraws (p\d+)/,
    (table, seat, id) => void ask(table, seatOf(seat), { kind: 'withdraw', proposal: id as ProposalId }),
  ],
  [
    /(\w+) holds: (\w+)/,
    (table, seat, why) => void ask(table, seatOf(seat), { kind: 'hold', reason: reasonOf(why) }),
  ],
  [
    /(\w+) objects to (a\d+)/,
    (table, seat, id) => void ask(table, seatOf(seat), { kind: 'object', agreement: id as AgreementId }),
  ],
  [
    /(\w+) denounces (a\d+\/[a-z-]+)/,
    (table, seat, key) => void ask(table, seatOf(seat), { kind: 'denounce', term: key as TermKey }),
  ],
  [
    /(\w+) answers (r\d+): (accuse|ask|inspect|pass)/,
    (table, seat, id, answer) =>
      void ask(table, seatOf(seat), {
        kind: 'answerReport',
        report: id as ReportId,
        answer: answer as ReportAnswer,
      }),
  ],
  [
    /(\w+) speaks to (\S+)/,
    (table, seat, channel) =>
      void ask(table, seatOf(seat), {
        kind: 'say',
        channel: channel as Channel,
        act: 'say',
        about: null,
        key: null,
        params: null,
        text: 'words',
      }),
  ],
  [
    /(\w+) promises (\S+) to (give|withhold|keep|sign) (\S+) until round (\d+)/,
    (table, seat, channel, kind, matter, until) =>
      void ask(table, seatOf(seat), {
        kind: 'say',
        channel: channel as Channel,
        act: 'promise',
        about: { pledge: pledgeOf(seat, kind, matter, Number(until)) },
        key: null,
        params: null,
        text: null,
      }),
  ],
  [/(\w+) is ready/, (table, seat) => void ask(table, seatOf(seat), { kind: 'setReady', ready: true })],
  [/(\w+) is not ready/, (table, seat) => void ask(table, seatOf(seat), { kind: 'setReady', ready: false })],
  [/host injects ([a-z-]+)/, (table, card) => void ask(table, 'host', { kind: 'inject', card })],
  [
    /(\w+) seals (.+)/,
    (table, seat, text) =>
      void ask(table, seatOf(seat), { kind: 'writeOrders', orders: ordersOf(seat, text) }),
  ],
];

function pledgeOf(seat: string, kind: string, matter: string, until: number): Pledge {
  switch (kind) {
    case 'keep':
      return { kind, provision: matter, until };
    case 'sign':
      return { kind, proposal: matter as ProposalId, until };
    case 'give':
    case 'withhold':
      return { kind, order: `${seat}.${matter}` as OrderId, until };
    default:
      throw new Error(`“${kind}” is nothing to promise`);
  }
}

function reasonOf(word: string): Reason {
  const reason = REASONS.find((candidate) => candidate === word);
  if (!reason) throw new Error(`“${word}” is no reason`);
  return reason;
}

/** `offensive DON`, `exercise SUW x2, stand-down LAP` */
function ordersOf(seat: string, text: string): Order[] {
  return text.split(',').map((part) => {
    const [, act = '', target, times] = /^([\w-]+)(?: ([A-Za-z]+?))?(?: x(\d))?$/.exec(part.trim()) ?? [];
    const intensity = (times ? Number(times) : 1) as Order['intensity'];
    return { order: `${seat}.${act}` as OrderId, target: (target ?? null) as Order['target'], intensity };
  });
}

export function talk(table: Table, statements: readonly string[]): void {
  for (const statement of statements) say(TALKS, table, statement);
}

/** Seals what each seat orders, in the order written, and resolves the round. */
export function order(table: Table, statements: readonly string[]): void {
  for (const statement of statements) {
    if (statement === 'nobody') continue;
    const [, seat, text] = /^(\w+): (.+)$/.exec(statement) ?? [];
    if (seat === undefined || text === undefined || !SEATS.some((candidate) => candidate === seat))
      throw new Error(`“${statement}” is no order`);
    ask(table, seatOf(seat), { kind: 'writeOrders', orders: ordersOf(seat, text) });
  }
  closeRound(table);
}
