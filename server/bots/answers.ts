import type { Message, Proposal } from '../../shared/rules/state.ts';
import { provisionOf } from '../../shared/rules/terms.ts';
import type { ProvisionId, Seat } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { amendment } from './amendment.ts';
import type { Desk } from './draft.ts';
import { judge, type Stand } from './judge.ts';
import type { Talks } from './options.ts';
import { sharedWith } from './papers.ts';
import { preferred } from './rivals.ts';
import { gainOf, reasonOf } from './speech.ts';
import { replying, type Reply, type Say } from './voice.ts';
import { interest, wants, wouldSign } from './wishes.ts';

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
      if (named) return reply('explain.unseen');
      return known ? interest(stand, desk(), provision, reply) : reply('explain.nothing');
    case 'whatWouldChange': {
      if (paper) return amendment(stand, desk(), talks, paper, reply);
      if (named) return reply('explain.unseen');
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
