import {
  type Cut,
  isInPrivate,
  isSealed,
  PRIVATE_CUTS,
  PUBLIC_CUTS,
  type Slices,
  textSlice,
} from '../../shared/protocol/slices.ts';
import { type Proposal, SEATS, type Seat, type SeatView, type TextId } from '../../shared/rules/index.ts';
import { filterOn, steady } from '../../shared/rules/steady.ts';
import type { Session } from '../session/session.ts';

/** Slices as JSON text; null: gone. */
export type Changes = Record<string, string | null>;

/** Levels of a slice that are compared part by part: lists of what is told entry by entry, and names. */
const DEPTH = 2;

/** Slices as they were when they were last looked at. */
export class LastSlices {
  readonly #values = new Map<string, unknown>();

  /** Takes in new values. @returns what differs from before */
  update(slices: Slices): Changes {
    const changes: Changes = {};
    for (const name in slices) {
      const before = this.#values.get(name);
      const value = steady(before, slices[name], DEPTH);
      if (value === before) continue;

      this.#values.set(name, value);
      const text = JSON.stringify(value);
      if (before === undefined || JSON.stringify(before) !== text) changes[name] = text;
    }
    for (const name of this.#values.keys()) {
      if (name in slices) continue;
      this.#values.delete(name);
      changes[name] = null;
    }
    return changes;
  }

  all(): Record<string, string> {
    return Object.fromEntries([...this.#values].map(([name, value]) => [name, JSON.stringify(value)]));
  }
}

/** What some may see of a session, as they were last told. */
export interface Mirror {
  /** @returns what has changed since the last look; null for nothing */
  look: () => Changes | null;
  /** All of it, as at the last look. */
  all: () => Record<string, string>;
}

/** A part of a mirror. */
interface Pane<View> {
  look: (view: View) => Changes | null;
  all: () => Record<string, string>;
}

/** What everyone may see, with names and words. */
export function openMirror(session: Session): Mirror {
  return mirrorOf(session, () => session.publicView(), [
    ...PUBLIC_CUTS.map(paneOf),
    paneOf({
      from: ({ world }) => [world.seats, session.texts],
      cut: () => ({ names: namesOf(session) }),
    }),
    wordsPane(session, ({ papers, press }) => [...papers, ...press]),
  ]);
}

/** What one seat alone may see, with the words in it. */
export function ownMirror(session: Session, seat: Seat): Mirror {
  const papersOf = kept(isSealed);
  const pressOf = kept(isInPrivate);
  let seen = session.view(seat);
  let own = withoutOpen(seen);
  /** The view without papers and press that are open to all. */
  function withoutOpen(view: SeatView): SeatView {
    const { papers, press } = view.mine;
    return { ...view, mine: { ...view.mine, papers: papersOf(papers), press: pressOf(press) } };
  }
  function ownNow(): SeatView {
    const view = session.view(seat);
    if (view !== seen) {
      seen = view;
      own = withoutOpen(view);
    }
    return own;
  }
  return mirrorOf(session, ownNow, [
    ...PRIVATE_CUTS.map(paneOf),
    paneOf({
      from: ({ world }) => [world.phase],
      cut: () => accountSlice(session, session.view(seat).mine.papers),
    }),
    wordsPane(session, ({ mine: { papers, press, mandate } }) => [
      ...papers,
      ...press,
      { text: mandate.instructions },
    ]),
  ]);
}

/** Leaves out entries that do not pass; the list stays the same as long as the same entries are left. */
function kept<T>(passes: (entry: T) => boolean): (list: readonly T[]) => readonly T[] {
  let before: readonly T[] = [];
  let passed: readonly T[] = [];
  return (list) => {
    passed = filterOn(before, passed, list, passes);
    before = list;
    return passed;
  };
}

/** A view stays the same object as long as it shows the same; words come with what refers to them, or go all at once. */
function mirrorOf<View>(session: Session, viewNow: () => View, panes: readonly Pane<View>[]): Mirror {
  let seen: { view: View; texts: object } | null = null;
  return {
    look: () => {
      const view = viewNow();
      const { texts } = session;
      if (seen?.view === view && seen.texts === texts) return null;

      seen = { view, texts };
      const changes: Changes = {};
      for (const pane of panes) Object.assign(changes, pane.look(view));
      return Object.keys(changes).length > 0 ? changes : null;
    },
    all: () => Object.assign({}, ...panes.map((pane) => pane.all())) as Record<string, string>,
  };
}

function paneOf<View>({ from, cut }: Cut<View>): Pane<View> {
  const slices = new LastSlices();
  let sources: readonly unknown[] | null = null;
  return {
    look: (view) => {
      const now = from(view);
      if (sources?.every((source, i) => source === now[i])) return null;

      sources = now;
      return slices.update(cut(view));
    },
    all: () => slices.all(),
  };
}

/** What people wrote, a slice each. */
function wordsPane<View>(
  session: Session,
  thingsIn: (view: View) => readonly { text: TextId | null }[],
): Pane<View> {
  const shown = new Map<TextId, string>();
  return {
    look: (view) => {
      const { texts } = session;
      const things = thingsIn(view);
      const changes: Changes = {};
      const had = shown.size;
      let kept = 0;
      for (const { text: id } of things) {
        const text = id === null ? undefined : texts.get(id);
        if (id === null || text === undefined) continue;
        if (shown.has(id)) kept++;
        else {
          shown.set(id, text);
          changes[textSlice(id)] = JSON.stringify(text);
        }
      }
      if (kept === had) return changes;

      const still = new Set(things.map(({ text }) => text));
      for (const id of shown.keys()) {
        if (still.has(id) && texts.has(id)) continue;
        shown.delete(id);
        changes[textSlice(id)] = null;
      }
      return changes;
    },
    all: () => Object.fromEntries([...shown].map(([id, text]) => [textSlice(id), JSON.stringify(text)])),
  };
}

/** After the end: what decided the bots, about papers that the seat may read and about orders. */
function accountSlice(session: Session, papers: readonly Proposal[]): Slices {
  if (session.accounts.length === 0) return {};
  const readable = new Set(papers.map((paper) => paper.id));
  const accounts = session.accounts.filter(({ proposal }) => proposal === null || readable.has(proposal));
  return accounts.length > 0 ? { accounts } : {};
}

function namesOf(session: Session): Record<Seat, string[]> {
  const names = (seat: Seat) => session.names.filter((one) => one.seat === seat).map((one) => one.name);
  return Object.fromEntries(SEATS.map((seat) => [seat, names(seat)])) as Record<Seat, string[]>;
}
