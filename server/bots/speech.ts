import type { Command } from '../../shared/rules/command.ts';
import type { Channel, Message, Proposal, Rejection } from '../../shared/rules/state.ts';
import { levelAgreed, provisionOf } from '../../shared/rules/terms.ts';
import { SEATS, type Level, type ProvisionId } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { chanceOf } from './chance.ts';
import { edits, type Desk } from './draft.ts';
import { judge, type Stand } from './judge.ts';
import { dealOf } from './needs.ts';
import { termOf } from './options.ts';

/**
 * What bots say. A message is a catalogue key and parameters: `press.<key>`, where `provision` is a provision's id
 * whose name the reader's catalogue supplies, `level` its level, `count` a number, `re` the message it answers.
 */
export type Say = Extract<Command, { kind: 'say' }>;

const VARIANTS = 4;
/** PC from which a provision costs a seat something even where its effects leave it cold. */
const DEAR = 1;
/** Points that one more term must bring to be named as a step in the right direction. */
const CLOSER = 0.8;
/** Wordings of the introduction: one for each of five bots. */
const INTRODUCTIONS = 5;

interface Saying {
  stand: Stand;
  channel: Channel;
  act: Message['act'];
  key: string; // without its variant
  about?: Message['about'];
  params?: Record<string, string | number>;
  variants?: number; // wordings in the catalogue, where there are more than usual
}

/** A message in one of its wordings, chosen by seed among those nobody has used yet where this seat could hear. */
export function saying({ stand, channel, act, key, about, params, variants = VARIANTS }: Saying): Say {
  const { view, seed } = stand;
  const heard = new Set(view.mine.press.map((message) => message.key));
  const all = Array.from({ length: variants }, (_, i) => i + 1);
  const fresh = all.filter((one) => !heard.has(`${key}.${one}`));
  const wordings = fresh.length > 0 ? fresh : all;
  const draw = chanceOf(seed, 'words', view.mine.seat, key, view.world.round, view.mine.press.length);
  const variant = wordings[draw.below(wordings.length)] ?? 1;
  return {
    kind: 'say',
    channel,
    act,
    about: about ?? null,
    key: `${key}.${variant}`,
    params: params ?? null,
    text: null,
  };
}

/** How many messages of its own accord the seat has sent this round. */
export function spokenThisRound({ view }: Stand): number {
  const { seat, press } = view.mine;
  return press.filter(
    (message) =>
      message.from === seat && message.round === view.world.round && message.params?.['re'] === undefined,
  ).length;
}

/** Once a game: that a program speaks here. */
export function introduction(stand: Stand): Say | null {
  const { mine, world } = stand.view;
  const people = SEATS.some((seat) => world.seats[seat].taken === 'human');
  const said = mine.press.some(
    (message) => message.from === mine.seat && message.key?.startsWith('simulated'),
  );
  return people && !said
    ? saying({ stand, channel: 'all', act: 'say', key: 'simulated', variants: INTRODUCTIONS })
    : null;
}

/** A refusal, told to the author with its reason. */
export function refusal(stand: Stand, paper: Proposal, rejection: Rejection): Say {
  const candid = rejection.about !== undefined;
  return saying({
    stand,
    channel: `seat:${paper.author}`,
    act: 'refuse',
    key: candid ? `refuse.${rejection.reason}` : 'refuse.plain',
    about: { proposal: paper.id, ...(rejection.about === undefined ? {} : { provision: rejection.about }) },
    ...(rejection.about === undefined ? {} : { params: { provision: rejection.about } }),
  });
}

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

/** The answer to a person's message, from the decision itself. */
export function answer(stand: Stand, desk: () => Desk, message: Message): Say {
  const reply = (key: string, params: Record<string, string | number> = {}): Say =>
    saying({
      stand,
      channel: message.channel.startsWith('seat:') ? `seat:${message.from}` : message.channel,
      act: 'say',
      key,
      about: message.about,
      params: { ...params, re: message.id },
    });

  switch (message.act) {
    case 'why': {
      const paper = paperOf(stand.view, message) ?? lastRefusedAbout(stand, message.about?.provision);
      if (!paper)
        return message.about?.provision
          ? interest(stand, message.about.provision, reply)
          : reply('answer.words');
      return explain(stand, paper, reply);
    }
    case 'whatWouldChange': {
      const paper = paperOf(stand.view, message) ?? lastRefusedAbout(stand, message.about?.provision);
      if (!paper)
        return message.about?.provision
          ? interest(stand, message.about.provision, reply)
          : reply('answer.words');
      return amendment(stand, desk(), paper, reply);
    }
    case 'ask':
    case 'offer': {
      const provision = message.about?.provision;
      return provision && provisionOf(stand.scenario, provision)
        ? interest(stand, provision, reply)
        : reply('answer.words');
    }
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

type Reply = (key: string, params?: Record<string, string | number>) => Say;

function lastRefusedAbout({ view }: Stand, provision: ProvisionId | undefined): Proposal | undefined {
  const { seat, papers } = view.mine;
  return papers.findLast(
    (paper) =>
      paper.rejections[seat] !== undefined &&
      (provision === undefined || paper.terms.some((term) => term.provision === provision)),
  );
}

function explain(stand: Stand, paper: Proposal, reply: Reply): Say {
  const { mine } = stand.view;
  const { best } = judge(stand, paper.terms, paper.id);
  const named = { provision: best ?? (paper.terms[0]?.provision as ProvisionId) };
  if (!paper.signatories.includes(mine.seat)) return reply('explain.notOurs');
  if (paper.signatures.includes(mine.seat)) return reply('explain.signed', named);
  const rejection = paper.rejections[mine.seat];
  if (!rejection) return reply('explain.undecided');
  // A delegation that kept the reason to itself when it refused still tells it when asked.
  const about = rejection.about ?? judge(stand, paper.terms, paper.id).rejection?.about ?? named.provision;
  return reply(`explain.${rejection.reason}`, { provision: about });
}

/** The smallest change of a text that would bring this seat's signature. */
function amendment(stand: Stand, desk: Desk, paper: Proposal, reply: Reply): Say {
  const { scenario, view, prospect } = stand;
  if (!paper.signatories.includes(view.mine.seat)) return reply('explain.notOurs');
  const verdict = judge(stand, paper.terms, paper.id);
  if (verdict.signs || paper.signatures.includes(view.mine.seat)) return reply('change.signed');
  if (verdict.rejection?.reason === 'home') return reply('change.capital');

  const text = dealOf(scenario, paper.terms);
  let best: (Difference & { own: number }) | null = null;
  let closer: (Difference & { own: number }) | null = null;
  for (const next of edits(text, { ...desk, terms: scenario.edition.terms })) {
    if (next.length === 0) continue;
    const own = prospect.own(next);
    const nearer: boolean = own > verdict.gain + CLOSER && (closer === null || own > closer.own);
    const step: Difference | null = nearer ? difference(scenario, text, next) : null;
    if (step?.key === 'change.with') closer = { ...step, own };
    if (own < 0 || (best !== null && own <= best.own)) continue;
    const terms = next.map((term) => termOf(scenario, term));
    if (!judge(stand, terms, paper.id).signs) continue;
    const said = difference(scenario, text, next);
    if (said) best = { ...said, own };
  }
  if (best) return reply(best.key, best.params);
  if (closer) return reply('change.closer', closer.params);
  if (verdict.rejection?.reason === 'redLine' && paper.terms.length === 1) return reply('change.nothing');
  return reply(verdict.rejection?.reason === 'wait' ? 'change.time' : 'change.more');
}

/** What one edit changed, as a message tells it. */
interface Difference {
  key: string;
  params: Record<string, string | number>;
}

function difference(
  scenario: Stand['scenario'],
  from: ReturnType<typeof dealOf>,
  to: ReturnType<typeof dealOf>,
): Difference | null {
  const name = (index: number): ProvisionId => scenario.provisions[index]?.id ?? '';
  const gone = from.filter((term) => !to.some((other) => other.provision === term.provision));
  const added = to.filter((term) => !from.some((other) => other.provision === term.provision));
  if (gone.length + added.length > 1) return null;
  if (gone[0]) return { key: 'change.without', params: { provision: name(gone[0].provision) } };
  if (added[0])
    return { key: 'change.with', params: { provision: name(added[0].provision), level: added[0].level } };
  for (const term of to) {
    const was = from.find((other) => other.provision === term.provision);
    if (!was) continue;
    if (was.level !== term.level)
      return { key: 'change.level', params: { provision: name(term.provision), level: term.level } };
    if (was.snapback !== term.snapback)
      return { key: 'change.snapback', params: { provision: name(term.provision) } };
  }
  return null;
}

/** How a provision stands with this seat, for whoever asks about it or offers it. */
function interest(stand: Stand, id: ProvisionId, reply: Reply): Say {
  const { scenario, view, prospect } = stand;
  const rule = provisionOf(scenario, id);
  if (!rule) return reply('answer.words');
  if (levelAgreed(view.world, id) > 0) return reply('interest.agreed', { provision: id });
  const lines = view.mine.mandate.redLines.filter((line) => line.provision === id);
  const levels = ([1, 2, 3] as const)
    .slice(0, rule.levels)
    .filter((level: Level) => !lines.some((line) => level >= line.level));
  if (levels.length < rule.levels && levels.length === 0) return reply('interest.no', { provision: id });
  const most = Math.max(
    ...levels.map((level) =>
      prospect.own(dealOf(scenario, [{ provision: id, level, scope: [], conditions: [], snapback: [] }])),
    ),
  );
  if (most > 0.25) return reply('interest.open', { provision: id });
  if (most < -0.15 || (rule.costs[view.mine.seat]?.[0] ?? 0) >= DEAR)
    return reply('interest.price', { provision: id });
  return reply('interest.none', { provision: id });
}
