import type { Message, Pledge, Report } from '../../shared/rules/state.ts';
import type { ProvisionId, Seat } from '../../shared/rules/types.ts';
import { levelAgreed } from '../../shared/rules/terms.ts';
import type { Stand } from './judge.ts';
import { saying, talkLeft, type Params, type Say } from './voice.ts';

/** Hundredths of escalation risk from which a delegation warns. */
const HIGH = 6000;

/** What a delegation says unasked: what it owes an explanation, thanks, reminders, questions, warnings; each once. */
export function remarks(stand: Stand): Say[] {
  const left = talkLeft(stand);
  if (left <= 0) return [];
  return [
    ...confessions(stand),
    ...thanks(stand),
    ...reminders(stand),
    ...questions(stand),
    ...warnings(stand),
  ].slice(0, left);
}

/** Whether the seat has said this before: an act about the same matter. */
function said({ view }: Stand, kind: string, about: (message: Message) => boolean = () => true): boolean {
  const { seat, press } = view.mine;
  return press.some(
    (message) => message.from === seat && message.key?.startsWith(`${kind}.`) === true && about(message),
  );
}

/** A message, or none where the seat has no fresh words for it. */
function words(
  stand: Stand,
  channel: Message['channel'],
  act: Message['act'],
  key: string,
  about: Message['about'],
  params: Params = {},
): Say[] {
  const say = saying({ stand, channel, act, key, about, params });
  return say ? [say] : [];
}

function isPerson({ view }: Stand, seat: Seat): boolean {
  return view.world.seats[seat].taken === 'human';
}

/** To all: that an established breach was its own, and why. */
function confessions(stand: Stand): Say[] {
  const { mine, world } = stand.view;
  const broken = new Set(
    world.dispatches
      .filter((line) => line.key === 'breached' && line.seat === mine.seat && line.round >= world.round - 1)
      .map((line) => line.id as ProvisionId),
  );
  return [...broken]
    .filter((provision) => !said(stand, 'explain.breach', ({ about }) => about?.provision === provision))
    .flatMap((provision) => words(stand, 'all', 'say', 'explain.breach', { provision }, { provision }));
}

/** To those whose signature made a paper of this seat's an agreement: to every person, else to one. */
function thanks(stand: Stand): Say[] {
  const { mine, world } = stand.view;
  return mine.papers.flatMap((paper) => {
    const [first] = paper.terms;
    if (paper.author !== mine.seat || paper.state !== 'agreed' || paper.round < world.round - 1 || !first)
      return [];
    if (said(stand, 'thank.sign', (message) => message.about?.proposal === paper.id)) return [];
    const others = paper.signatories.filter((seat) => seat !== mine.seat);
    const people = others.filter((seat) => isPerson(stand, seat));
    const about = { proposal: paper.id };
    return (people.length > 0 ? people : others.slice(-1)).flatMap((seat) =>
      words(stand, `seat:${seat}`, 'thank', 'thank.sign', about, { provision: first.provision }),
    );
  });
}

/** To whoever gave this seat its word, when the word falls due. */
function reminders(stand: Stand): Say[] {
  const { mine, world } = stand.view;
  return mine.promises
    .filter(({ state, by, round, pledge }) => state === 'open' && by !== mine.seat && round < pledge.until)
    .filter(({ pledge }) => pledge.until === world.round)
    .flatMap(({ by, pledge }) => {
      const told = pledged(stand, pledge);
      if (!told || said(stand, told.key, (message) => message.channel === `seat:${by}`)) return [];
      return words(stand, `seat:${by}`, 'ask', told.key, null, told.params);
    });
}

function pledged({ view }: Stand, pledge: Pledge): { key: string; params: Params } | null {
  switch (pledge.kind) {
    case 'give':
    case 'withhold':
      return { key: `remind.${pledge.kind}`, params: { order: pledge.order } };
    case 'keep':
      return { key: 'remind.keep', params: { provision: pledge.provision } };
    case 'sign': {
      const paper = view.mine.papers.find(({ id }) => id === pledge.proposal);
      const first = paper?.state === 'open' ? paper.terms[0] : undefined;
      return first ? { key: 'remind.sign', params: { provision: first.provision } } : null;
    }
  }
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
      return words(stand, `seat:${seat}`, 'ask', key, { proposal: paper.id, provision }, { provision });
    });
  });
}

/** To all, each once a game: that it may escalate, that a young ceasefire needs care, that time or a text runs out. */
function warnings(stand: Stand): Say[] {
  const { view, temperament } = stand;
  const { world, mine } = view;
  if (temperament.talk < 2) return [];
  const warn = (key: string): Say[] => (said(stand, key) ? [] : words(stand, 'all', 'warn', key, null));
  const first = firstToWarn(stand);
  if (world.measures.escalation >= HIGH && first) return warn('warn.escalation');
  if (world.truce.level > 0 && world.truce.held < 2 && first) return warn('warn.truce');
  if (world.round >= world.rounds - 1 && levelAgreed(world, 'full-ceasefire') === 0 && first)
    return warn('warn.waiting');
  const falling = mine.papers.find(
    (paper) =>
      paper.author === mine.seat &&
      paper.state === 'open' &&
      paper.round < world.round &&
      Object.keys(paper.rejections).length === 0,
  );
  const about = falling && { proposal: falling.id };
  if (!falling || !about || said(stand, 'warn.lapse', (message) => message.about?.proposal === falling.id))
    return [];
  return words(
    stand,
    falling.readers === 'all' ? 'all' : `seat:${lacking(falling)}`,
    'warn',
    'warn.lapse',
    about,
    {
      provision: (falling.terms[0] as (typeof falling.terms)[number]).provision,
    },
  );
}

/** A signatory that has not signed. */
function lacking(paper: { signatories: readonly Seat[]; signatures: readonly Seat[] }): Seat {
  return paper.signatories.find((seat) => !paper.signatures.includes(seat)) ?? (paper.signatories[0] as Seat);
}

/** Whether nobody else has warned of anything this round: one voice is enough. */
function firstToWarn({ view }: Stand): boolean {
  return !view.mine.press.some(
    ({ act, round, key }) => act === 'warn' && key !== null && round === view.world.round,
  );
}

/** What goes with an accusation: the same in the open. */
export function accusation(stand: Stand, report: Report): Say[] {
  const { provision, accused } = report;
  const about = { provision, report: report.id };
  return words(stand, 'all', 'warn', 'warn.report', about, { provision, seat: accused });
}
