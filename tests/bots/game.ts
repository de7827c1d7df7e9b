import { scenarioOf } from '../../shared/content/index.ts';
import {
  SEATS,
  decide,
  evolve,
  newGame,
  viewFor,
  type Actor,
  type Command,
  type GameState,
  type Level,
  type Message,
  type ProvisionId,
  type Seat,
  type SeatView,
  type Term,
} from '../../shared/rules/index.ts';
import { createBot, standing, type BotSettings } from '../../server/bots/bot.ts';
import { wordGiven, type Word } from '../../server/bots/word.ts';
import { playBeats, type Answer, type BeatsEnd, type BotPlayer } from '../../server/bots/talks.ts';

export const lesson = scenarioOf('lesson');

/** A provision at a level, on the whole line where it has regions. */
export function term(provision: ProvisionId, level: Level = 1, snapback = false): Term {
  const scoped = lesson.provisions.find((rule) => rule.id === provision)?.scoped;
  return {
    provision,
    level,
    scope: scoped ? (lesson.edition.scopes[0] ?? []) : [],
    conditions: [],
    snapback: snapback ? [{ kind: 'ceasefireEnds' }] : [],
  };
}

/** A game in which people hold some seats and bots the rest. */
export class Room {
  state: GameState;
  readonly #settings: BotSettings;
  readonly bots: BotPlayer[];
  readonly asked: { seat: Seat; command: Command; ok: boolean }[] = [];

  constructor(people: readonly Seat[], settings: Partial<BotSettings> = {}, seed = 'room') {
    this.state = newGame(lesson, { seed, mode: 'solo' });
    for (const seat of people) this.do('host', { kind: 'takeSeat', seat, by: 'human' });
    this.do('host', { kind: 'start' });
    this.#settings = { difficulty: 'normal', talks: 'linked', seed, ...settings };
    this.bots = SEATS.filter((seat) => !people.includes(seat)).map((seat) =>
      createBot(lesson, seat, this.#settingsOf(seat)),
    );
  }

  #settingsOf(seat: Seat): BotSettings {
    return { ...this.#settings, seed: `${this.#settings.seed}/${seat}` };
  }

  ask(actor: Actor, command: Command): Answer {
    const decision = decide(lesson, this.state, actor, command);
    if (!decision.ok) return decision;
    for (const event of decision.events) this.state = evolve(this.state, event);
    return { ok: true };
  }

  do(actor: Actor, command: Command): this {
    const answer = this.ask(actor, command);
    if (!answer.ok) throw new Error(`${actor} ${command.kind}: ${JSON.stringify(answer.refusal)}`);
    return this;
  }

  /** Everybody's briefing is over and round 1 is open; nobody has acted. */
  open(): this {
    return this.do('host', { kind: 'closeTalks' });
  }

  view(seat: Seat): SeatView {
    return viewFor(lesson, this.state, seat);
  }

  bot(seat: Seat): BotPlayer {
    const found = this.bots.find((bot) => bot.seat === seat);
    if (!found) throw new Error(`${seat} is no bot`);
    return found;
  }

  /** What a bot has told a person that it would sign. */
  word(seat: Seat): Word | null {
    return wordGiven(standing(lesson, seat, this.#settingsOf(seat))(this.view(seat)));
  }

  /** The bots talk until they have nothing to add. */
  talk(maxBeats = 40): BeatsEnd {
    return playBeats(
      (seat) => this.view(seat),
      (seat, command) => {
        const answer = this.ask(seat, command);
        this.asked.push({ seat, command, ok: answer.ok });
        return answer;
      },
      this.bots,
      { maxBeats },
    );
  }

  /** A person puts a text to those who must sign it. */
  propose(seat: Seat, ...terms: Term[]): this {
    return this.do(seat, { kind: 'propose', terms, readers: 'all', counterTo: null, text: null });
  }

  /** A person asks a bot about the last paper, or about a provision. */
  say(from: Seat, to: Seat, act: Message['act'], about: Message['about']): this {
    return this.do(from, {
      kind: 'say',
      channel: `seat:${to}`,
      act,
      about,
      key: null,
      params: null,
      text: null,
    });
  }

  get lastPaper() {
    const paper = this.state.hidden.papers.at(-1);
    if (!paper) throw new Error('no paper yet');
    return paper;
  }

  paper(id: string) {
    const paper = this.state.hidden.papers.find((candidate) => candidate.id === id);
    if (!paper) throw new Error(`no paper ${id}`);
    return paper;
  }

  /** What a bot has said since a message, newest last. */
  saidBy(seat: Seat, since = 0): Message[] {
    return this.state.hidden.press.filter((message) => message.from === seat && message.id > since);
  }
}
