import type { Message, Report } from '../../shared/rules/state.ts';
import type { Seat } from '../../shared/rules/types.ts';
import { levelAgreed } from '../../shared/rules/terms.ts';
import type { Stand } from './judge.ts';
import { saying, spokenThisRound, type Say } from './speech.ts';

/** What a delegation says unasked: thanks, questions to people, warnings; each once, within the round's measure of talk. */
export function remarks(stand: Stand): Say[] {
  const left = stand.temperament.talk - spokenThisRound(stand);
  if (left <= 0) return [];
  return [...thanks(stand), ...questions(stand), ...warnings(stand)].slice(0, left);
}

/** Whether the seat has said this before: an act about the same matter. */
function said({ view }: Stand, kind: string, about: (message: Message) => boolean = () => true): boolean {
  const { seat, press } = view.mine;
  return press.some(
    (message) => message.from === seat && message.key?.startsWith(`${kind}.`) === true && about(message),
  );
}

function isPerson({ view }: Stand, seat: Seat): boolean {
  return view.world.seats[seat].taken === 'human';
}

/** To people whose signature made a paper of this seat's an agreement. */
function thanks(stand: Stand): Say[] {
  const { mine, world } = stand.view;
  return mine.papers.flatMap((paper) => {
    const [first] = paper.terms;
    if (paper.author !== mine.seat || paper.state !== 'agreed' || paper.round < world.round - 1 || !first)
      return [];
    if (said(stand, 'thank.sign', (message) => message.about?.proposal === paper.id)) return [];
    return paper.signatories
      .filter((seat) => isPerson(stand, seat))
      .map((seat) =>
        saying({
          stand,
          channel: `seat:${seat}`,
          act: 'thank',
          key: 'thank.sign',
          about: { proposal: paper.id },
          params: { provision: first.provision },
        }),
      );
  });
}

/** To people who have not signed a paper of this seat's, or have refused it over one of its terms. */
function questions(stand: Stand): Say[] {
  const { mine } = stand.view;
  return mine.papers.flatMap((paper) => {
    const [first] = paper.terms;
    if (paper.author !== mine.seat || paper.state !== 'open' || !first) return [];
    return paper.signatories.flatMap((seat) => {
      if (!isPerson(stand, seat) || paper.signatures.includes(seat)) return [];
      const refused = paper.rejections[seat];
      const key = refused ? 'ask.price' : 'ask.sign';
      if (said(stand, key, (message) => message.about?.proposal === paper.id)) return [];
      const provision = refused?.about ?? first.provision;
      const about = { proposal: paper.id, provision };
      return [saying({ stand, channel: `seat:${seat}`, act: 'ask', key, about, params: { provision } })];
    });
  });
}

/** To all, once a game: that time runs out without a ceasefire, or that a young one needs care. */
function warnings(stand: Stand): Say[] {
  const { view, temperament } = stand;
  const { world } = view;
  if (temperament.talk < 3) return [];
  const warn = (key: string): Say[] =>
    said(stand, key) ? [] : [saying({ stand, channel: 'all', act: 'warn', key })];
  if (world.truce.level > 0 && world.truce.held < 2) return warn('warn.truce');
  if (world.round >= world.rounds - 1 && levelAgreed(world, 'full-ceasefire') === 0)
    return warn('warn.waiting');
  return [];
}

/** What goes with the answer to a report: an accusation in the open, a question in private. */
export function reportWords(stand: Stand, report: Report, answer: 'accuse' | 'ask'): Say {
  const { provision } = report;
  return answer === 'accuse'
    ? saying({
        stand,
        channel: 'all',
        act: 'warn',
        key: 'warn.report',
        about: { provision, seat: report.accused },
        params: { provision },
      })
    : saying({
        stand,
        channel: `seat:${report.accused}`,
        act: 'ask',
        key: 'ask.report',
        about: { provision },
        params: { provision },
      });
}
