import { hash } from 'node:crypto';
import { canonical, type GameState } from '../../shared/rules/index.ts';
import type { GameSettings } from '../store/store.ts';

/** The SHA-256 that vouches for a whole state, as the log it belongs to was begun (HASH-1, HASH-2). */
export function stateHash({ inParts }: Pick<GameSettings, 'inParts'>, state: GameState): string {
  return hash('sha256', inParts ? partsText(state) : canonical(state));
}

/** A state's JSON with the hashes of its long lists, round by round, where these lists stand. */
function partsText({ world, secrets, hidden }: GameState): string {
  return JSON.stringify({
    world: {
      ...world,
      agreements: hashesOf(world.agreements),
      ledger: hashesOf(world.ledger),
      dispatches: hashesOf(world.dispatches),
    },
    secrets,
    hidden: {
      ...hidden,
      papers: hashesOf(hidden.papers),
      press: hashesOf(hidden.press),
      played: hashesOf(hidden.played),
    },
  });
}

/** What came in one round of such a list. */
interface Part {
  entries: readonly object[];
  hash: string;
}

/** Parts by their first entry. Entries are never changed in place, and rounds that are over seldom change. */
const parts = new WeakMap<object, Part>();

/** One hash for each round of a list, in order. */
function hashesOf(list: readonly { round: number }[]): string[] {
  const hashes: string[] = [];
  for (let from = 0; from < list.length;) {
    const first = list[from] as { round: number };
    let to = from + 1;
    while (to < list.length && list[to]?.round === first.round) to++;
    hashes.push(partHash(first, list, from, to));
    from = to;
  }
  return hashes;
}

function partHash(first: object, list: readonly object[], from: number, to: number): string {
  const known = parts.get(first);
  if (
    known &&
    known.entries.length === to - from &&
    known.entries.every((entry, i) => entry === list[from + i])
  )
    return known.hash;

  const entries = list.slice(from, to);
  const part = { entries, hash: hash('sha256', JSON.stringify(entries)) };
  parts.set(first, part);
  return part.hash;
}
