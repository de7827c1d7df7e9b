import { schema, t, type SchemaType } from '@colyseus/schema';
import { type Slices } from './slices.ts';

/**
 * What everyone in a room may see: the slices of the public view as JSON text, and beside them
 * `game` ({@link GameSlice}), `names`, `present` (connections at each seat) and `text.<id>`.
 *
 * Nothing secret is ever put in here.
 */
export const RoomState = schema(
  {
    seq: t.number().default(0), // of the last row that changed the slices
    slices: t.map('string'),
  },
  'RoomState',
);
export type RoomState = SchemaType<typeof RoomState>;

/** The slice `game`: what is known of the game beside its world. */
export interface GameSlice {
  code: string;
  bots: 'easy' | 'normal' | 'hard';
  acting: boolean; // bots are at it
}

/** Why the server closes a connection, as WebSocket close codes. */
export const CLOSED = {
  over: 4001, // the server stops, or the game goes on elsewhere: come back with the link
  crowded: 4100, // too many pages are open at this seat, and this one is the oldest: stay away
} as const;

/** The type of the messages that bring a seat what it alone may see. */
export const PRIVATE = 'private';

/** Slices of the private view that changed, as JSON text; null: gone. With `whole`, nothing from before stays. */
export interface PrivateMessage {
  seq: number;
  whole: boolean;
  slices: Readonly<Record<string, string | null>>;
}

/** Reads slices from text and keeps the value of each as long as its text is the same, so that screens can compare. */
export class SliceReader {
  readonly #read = new Map<string, { text: string; value: unknown }>();

  read(texts: Iterable<readonly [string, string]>): Slices {
    const slices: Record<string, unknown> = {};
    for (const [name, text] of texts) {
      let known = this.#read.get(name);
      if (known?.text !== text) {
        known = { text, value: JSON.parse(text) as unknown };
        this.#read.set(name, known);
      }
      slices[name] = known.value;
    }
    return slices;
  }
}
