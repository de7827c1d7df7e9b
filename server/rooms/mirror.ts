import {
  privateSlices,
  publicSlices,
  type Slices,
  textSlices,
  textsOf,
} from '../../shared/protocol/slices.ts';
import { SEATS, type Seat } from '../../shared/rules/index.ts';
import type { Session } from '../session/session.ts';

/** Slices as JSON text; null: gone. */
export type Changes = Record<string, string | null>;

/** The texts of some slices, and what was changed when they were last looked at. */
export class SliceTexts {
  readonly #values = new Map<string, { value: unknown; text: string }>();

  /** Takes in new values. @returns what differs from before */
  update(slices: Slices): Changes {
    const changes: Changes = {};
    for (const [name, value] of Object.entries(slices)) {
      const known = this.#values.get(name);
      if (known && known.value === value) continue;

      const text = JSON.stringify(value);
      this.#values.set(name, { value, text });
      if (known?.text !== text) changes[name] = text;
    }
    for (const name of this.#values.keys()) {
      if (name in slices) continue;
      this.#values.delete(name);
      changes[name] = null;
    }
    return changes;
  }

  all(): Record<string, string> {
    return Object.fromEntries([...this.#values].map(([name, { text }]) => [name, text]));
  }
}

/** The slices of a session that everyone may see, with names and words. */
export function openSlices(session: Session): Slices {
  const view = session.publicView();
  return {
    ...publicSlices(view),
    names: namesOf(session),
    ...textSlices(wordsOf(session, textsOf(view).open)),
  };
}

/** The slices that one seat alone may see, with the words in them. */
export function ownSlices(session: Session, seat: Seat): Slices {
  const view = session.view(seat);
  return {
    ...privateSlices(view),
    ...textSlices(wordsOf(session, textsOf(view).own)),
    ...accountSlice(session, new Set(view.mine.papers.map((paper) => paper.id))),
  };
}

/** After the end: what decided the bots, about papers that the seat may read and about orders. */
function accountSlice(session: Session, readable: ReadonlySet<string>): Slices {
  const accounts = session.accounts.filter(({ proposal }) => proposal === null || readable.has(proposal));
  return accounts.length > 0 ? { accounts } : {};
}

function namesOf(session: Session): Record<Seat, string[]> {
  const names = (seat: Seat) => session.names.filter((one) => one.seat === seat).map((one) => one.name);
  return Object.fromEntries(SEATS.map((seat) => [seat, names(seat)])) as Record<Seat, string[]>;
}

function wordsOf(session: Session, ids: Iterable<string>): Record<string, string> {
  const words: Record<string, string> = {};
  for (const id of ids) {
    const text = session.texts.get(id);
    if (text !== undefined) words[id] = text;
  }
  return words;
}
