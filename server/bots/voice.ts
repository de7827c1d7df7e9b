import press from '../../shared/content/texts/en/press.json' with { type: 'json' };
import type { Command } from '../../shared/rules/command.ts';
import type { Channel, Message, Term } from '../../shared/rules/state.ts';
import { SEATS } from '../../shared/rules/types.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Stand } from './judge.ts';

/**
 * What bots say. A message is a catalogue key and parameters: `press.<key>`, where `provision`, `seat` and the like are
 * ids whose names the reader's catalogue supplies, `re` is the message it answers, `terms` a text as JSON that the
 * reader may open, and `lead` a sentence of the speaker's own temperament, `press.lead.<lead>`, before it.
 */
export type Say = Extract<Command, { kind: 'say' }>;
export type Params = Record<string, string | number>;
/** Words of a kind in answer to a message, with a text that goes with them. */
export type Reply = (key: string, params?: Params, terms?: readonly Term[]) => Say;

const TEXTS: ReadonlyMap<string, string> = new Map(Object.entries(press));
/** Wordings of each kind of message, and the names that each wording is filled with. */
const WORDINGS: ReadonlyMap<string, number> = wordings();
/** Parameters that no reader sees. */
const UNSEEN: ReadonlySet<string> = new Set(['re', 'terms']);

function wordings(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of TEXTS.keys()) {
    const kind = /^press\.(.+)\.\d+$/.exec(key)?.[1];
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** One way to put a message. */
interface Form {
  key: string;
  lead: string | null;
}

interface Saying {
  stand: Stand;
  channel: Channel;
  act: Message['act'];
  key: string; // without its wording’s number
  about?: Message['about'];
  params?: Params;
}

/**
 * A message in words that nobody has used in this game, chosen by seed; nothing when the seat has no fresh words left.
 *
 * No seat sees what others say in private. So each has wordings of its own that it may use bare, and puts any other
 * behind a sentence of its own temperament.
 */
export function saying(asked: Saying): Say | null {
  const { stand, params = {} } = asked;
  const fresh = freshForms(stand, asked.key, params);
  return fresh[0] ? put(asked, fresh[0]) : null;
}

/** The same for what must be said: an answer is given even where every wording has been used. */
export function replying(asked: Saying): Say {
  const form =
    freshForms(asked.stand, asked.key, asked.params ?? {})[0] ?? formsOf(asked.stand, asked.key)[0];
  if (!form) throw new Error(`no words for ${asked.key}`);
  return put(asked, form);
}

function put({ channel, act, about, params }: Saying, { key, lead }: Form): Say {
  const filled = { ...params, ...(lead === null ? {} : { lead }) };
  return {
    kind: 'say',
    channel,
    act,
    about: about ?? null,
    key,
    params: Object.keys(filled).length > 0 ? filled : null,
    text: null,
  };
}

/** The forms whose words are new, those least worn first. */
function freshForms(stand: Stand, kind: string, params: Params): Form[] {
  const { view, seed } = stand;
  const { seat, press: heard } = view.mine;
  const own = heard.filter((message) => message.from === seat && message.key !== null);
  const said = new Set(own.map((message) => written(message.key ?? '', message.params ?? {})));
  const times = (of: (message: Message) => unknown, what: string): number =>
    own.reduce((count, message) => count + (of(message) === what ? 1 : 0), 0);

  const chance = chanceOf(seed, 'words', seat, kind, view.world.round, heard.length);
  return formsOf(stand, kind)
    .filter(({ key, lead }) => !said.has(written(key, { ...params, ...(lead === null ? {} : { lead }) })))
    .map((form) => ({
      form,
      worn:
        times(({ key }) => key, form.key) +
        (form.lead === null ? 0 : 0.5 + 0.5 * times(({ params }) => params?.['lead'], form.lead)) +
        0.4 * chance.next(),
    }))
    .toSorted((a, b) => a.worn - b.worn)
    .map(({ form }) => form);
}

/** The words as far as two messages can be told apart by them: the wording and what it is filled with. */
function written(key: string, params: Readonly<Record<string, string | number>>): string {
  const text = TEXTS.get(`press.${key}`) ?? '';
  const seen = Object.entries(params)
    .filter(([name]) => !UNSEEN.has(name) && (name === 'lead' || new RegExp(`\\{${name}[,}]`).test(text)))
    .map(([name, value]) => `${name}=${value}`);
  return [key, ...seen.toSorted()].join('|');
}

/** Every way in which this seat, and no other, may put a kind of message. */
function formsOf({ view, temperament, seed }: Stand, kind: string): Form[] {
  const { seat } = view.mine;
  const all = Array.from({ length: WORDINGS.get(kind) ?? 0 }, (_, i) => i + 1);
  const game = seed.endsWith(`/${seat}`) ? seed.slice(0, -seat.length - 1) : seed;
  const dealt = shuffled(all, chanceOf(game, 'wordings', kind));
  const place = SEATS.indexOf(seat);
  const leads = Array.from({ length: WORDINGS.get(`lead.${temperament.id}`) ?? 0 }, (_, i) => i + 1);
  return dealt.flatMap((wording, at) => {
    const key = `${kind}.${wording}`;
    const led = leads.map((lead): Form => ({ key, lead: `${temperament.id}.${lead}` }));
    return at % SEATS.length === place ? [{ key, lead: null }, ...led] : led;
  });
}

function shuffled(list: readonly number[], chance: Chance): number[] {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

/** Whether a message answers a person: what is put to a delegation is answered beyond its measure of talk. */
export function isAnswer(
  { view }: Stand,
  { channel, params, about }: Pick<Message, 'channel' | 'params' | 'about'>,
): boolean {
  if (params?.['re'] !== undefined) return true;
  const paper = view.mine.papers.find(({ id }) => id === about?.proposal);
  return (
    paper !== undefined &&
    view.world.seats[paper.author].taken === 'human' &&
    channel === `seat:${paper.author}`
  );
}

/** Messages that the seat may still send of its own accord this round. */
export function talkLeft(stand: Stand): number {
  const { seat, press } = stand.view.mine;
  const spoken = press.filter(
    (message) =>
      message.from === seat &&
      message.round === stand.view.world.round &&
      !isOwed(message.key) &&
      !isAnswer(stand, message),
  );
  return Math.max(0, stand.temperament.talk - spoken.length);
}

/** Words that a delegation owes and does not choose: that it is simulated, and the rules' own question about a report. */
function isOwed(key: string | null): boolean {
  return key === null || key.startsWith('simulated') || key.startsWith('askInPrivate');
}

/**
 * The commands without those of their messages that go beyond the round's measure of talk. Messages of one moment are
 * put in different words: each was written without knowing of the others.
 */
export function withinMeasure(stand: Stand, commands: readonly Command[]): Command[] {
  let left = talkLeft(stand);
  const keys = new Set<string>();
  return commands.flatMap((command) => {
    if (command.kind !== 'say' || command.key === null) return [command];
    if (!isOwed(command.key) && !isAnswer(stand, command) && left-- <= 0) return [];
    const said = keys.has(command.key) ? inOtherWords(stand, command, command.key, keys) : command;
    if (said.key !== null) keys.add(said.key);
    return [said];
  });
}

function inOtherWords(stand: Stand, say: Say, key: string, taken: ReadonlySet<string>): Say {
  const { lead: _, ...params } = { ...say.params };
  const kind = key.replace(/\.\d+$/, '');
  const other = freshForms(stand, kind, params).find((form) => !taken.has(form.key));
  return other ? put({ ...say, stand, key: kind, params }, other) : say;
}
