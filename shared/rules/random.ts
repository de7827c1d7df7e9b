import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Named streams, so that a new draw in one rule does not shift another (RANDOM-1). */
export const STREAMS = [
  'dispositions',
  'agenda',
  'ratification',
  'reports',
  'combat',
  'incidents',
  'truce',
  'cards',
  'consent',
] as const;
export type StreamName = (typeof STREAMS)[number];
export type StreamStates = Readonly<Record<string, readonly number[]>>;

/** A stream while a rule draws from it. */
export interface Stream {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True with a chance of `basisPoints` in 10,000. */
  chance(basisPoints: number): boolean;
  /** One of the entries, each as likely as its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** The entries in a drawn order. */
  shuffled<T>(entries: readonly T[]): T[];
}

export interface Streams {
  of(name: StreamName): Stream;
  /** The states to store, every stream that was opened included. */
  states(): StreamStates;
}

/** The first states of all streams, from a seed of any text. */
export function seedStreams(seed: string): StreamStates {
  const states: Record<string, readonly number[]> = {};
  for (const name of STREAMS) {
    const digest = sha256(utf8ToBytes(`${seed}/${name}`));
    const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
    states[name] = [view.getInt32(0), view.getInt32(4), view.getInt32(8), view.getInt32(12)];
  }
  return states;
}

/** Opens the streams at their stored states; the states passed in are not changed. */
export function openStreams(states: StreamStates): Streams {
  const open = new Map<string, ReturnType<typeof xoroshiro128plusFromState>>();
  const generator = (name: string) => {
    let found = open.get(name);
    if (!found) {
      const state = states[name];
      if (!state) throw new Error(`no random stream ${name}`);
      found = xoroshiro128plusFromState(state);
      open.set(name, found);
    }
    return found;
  };
  const of = (name: StreamName): Stream => {
    const int = (from: number, to: number): number => uniformInt(generator(name), from, to);
    return {
      int,
      chance: (basisPoints) => int(0, 9999) < basisPoints,
      weighted: (entries) => {
        const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
        let left = int(0, total - 1);
        for (const [entry, weight] of entries) {
          if (left < weight) return entry;
          left -= weight;
        }
        throw new Error('no weights to draw from');
      },
      shuffled: (entries) => {
        const rest = [...entries];
        for (let i = rest.length - 1; i > 0; i--) {
          const j = int(0, i);
          const swap = rest[i] as (typeof rest)[number];
          rest[i] = rest[j] as (typeof rest)[number];
          rest[j] = swap;
        }
        return rest;
      },
    };
  };
  return {
    of,
    states: () => {
      const out: Record<string, readonly number[]> = { ...states };
      for (const [name, found] of open) out[name] = found.getState();
      return out;
    },
  };
}
