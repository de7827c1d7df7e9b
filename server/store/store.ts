import type { Actor, Command } from '../../shared/rules/command.ts';
import type { GameEvent } from '../../shared/rules/event.ts';
import type { GameState, World } from '../../shared/rules/state.ts';
import type { Edition, Seat, TextId } from '../../shared/rules/types.ts';
import type { Difficulty } from '../../shared/protocol/http.ts';

/** What decides a game. */
export interface Versions {
  rules: string;
  content: string;
}

/** What a game is made of besides its moves. Stands in the first row of its log; the versions are those it began with. */
export interface GameSettings extends Versions {
  seed: string;
  edition: Edition;
  mode: World['mode'];
  rounds: number | null; // null: as many as the edition has
  bots: Difficulty;
  chained?: boolean; // how rows are hashed; absent in logs begun before there was a choice
  inParts?: boolean; // how a whole state is hashed; likewise
}

/** The first row's command: asked by whoever made the game, before the rules know of it. */
export interface OpenGame {
  kind: 'openGame';
  settings: GameSettings;
  opening?: GameState; // recorded, because later content would open otherwise; absent in logs begun before it was
}

/** A row without events: from here on the game is decided by other versions than before. */
export interface GoOn {
  kind: 'goOn';
  versions: Versions;
}

/** One accepted command and what it brought about. */
export interface LogRow {
  seq: number; // from 0, without gaps
  commandId: string; // unique in its game
  actor: Actor;
  command: Command | OpenGame | GoOn;
  events: readonly GameEvent[];
  hash: string; // `rowHash`
  json?: RowJson; // where it has been made already
}

/** The large parts of a row as text: they are hashed, and stored. */
export interface RowJson {
  command: string;
  events: string;
}

export function jsonOf({ json, command, events }: Pick<LogRow, 'json' | 'command' | 'events'>): RowJson {
  return json ?? { command: JSON.stringify(command), events: JSON.stringify(events) };
}

/** The right to a seat; only the hash of the token is kept. */
export interface SeatRight {
  seat: Seat;
  tokenHash: string; // SHA-256, hexadecimal
}

/** A person's name at a seat. */
export interface SeatName {
  seat: Seat;
  name: string;
}

/** What is stored together or not at all. */
export interface Entry {
  rows: readonly LogRow[];
  texts?: Readonly<Record<TextId, string>>;
  rights?: readonly SeatRight[];
  names?: readonly SeatName[];
}

export interface GameRecord {
  code: string;
  createdAt: number; // ms since epoch
  usedAt: number; // when it was last claimed, ms since epoch
  epoch: number;
}

/** How much of the store a game takes. */
export interface GameSize {
  code: string;
  rows: number;
  bytes: number; // of its log, about
}

/**
 * Where games are kept. Nothing is told to anyone before it is stored.
 *
 * Whoever writes a game claims it first; a claim raises the game's epoch, and appends of an earlier epoch fail.
 * Anything fails with {@link StoreAway} while the database does.
 */
export interface EventStore {
  /** Whether other servers may write to it too. */
  readonly isShared: boolean;
  /** A new game with its first rows. @returns whether the code was free */
  create(code: string, createdAt: number, entry: Entry): Promise<boolean>;
  /** @returns null where there is no such game */
  find(code: string): Promise<GameRecord | null>;
  /** All games, oldest first. */
  list(): Promise<readonly GameRecord[]>;
  sizes(): Promise<readonly GameSize[]>;
  /** Makes the caller the only writer. @returns the new epoch, or null where there is no such game */
  claim(code: string, now: number): Promise<number | null>;
  /** The epochs of those of the games that are there: how a writer learns that it is one no longer. */
  epochs(codes: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Adds rows at the end, durably, with what belongs to them. Fails with {@link Fenced} and stores nothing
   *  when the epoch is not the game's, or a row is already there. */
  append(code: string, epoch: number, entry: Entry): Promise<void>;
  /** The whole log in order; empty where there is no such game. */
  load(code: string): Promise<readonly LogRow[]>;
  rights(code: string): Promise<readonly SeatRight[]>;
  /** Names in the order they came. */
  names(code: string): Promise<readonly SeatName[]>;
  texts(code: string): Promise<Readonly<Record<TextId, string>>>;
  /** Takes all words and names that people wrote out of a game; its log stays whole. */
  eraseWords(code: string): Promise<void>;
  /** Takes a game out altogether: whoever has it open cannot write it any more. */
  remove(code: string): Promise<void>;
  close(): Promise<void>;
}

/** The store did not do it, or did not say whether it did. Worth asking again. */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the store failed: ${reason}`, { cause });
    this.name = 'StoreAway';
  }
}

/** Someone else writes this game now. */
export class Fenced extends Error {
  constructor(code: string, epoch: number) {
    super(`game ${code} is no longer written under epoch ${epoch}`);
    this.name = 'Fenced';
  }
}
