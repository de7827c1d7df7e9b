import { keysOf, t } from '../text.ts';

/** A piece of a text: plain, or a word of the glossary with its key. */
export type Piece = { words: string } & ({ key: null } | { key: string });

const BEGIN = 'glossary.';
const END = '.term';

/** A text cut at the words of the glossary, each the first time it stands there; longer words go first. */
export function glossed(text: string, most = Number.POSITIVE_INFINITY): Piece[] {
  const entries = keysOf(BEGIN, END)
    .map((key) => ({ key: key.slice(0, -END.length), term: t(key) }))
    .toSorted((a, b) => b.term.length - a.term.length);
  const found: { at: number; end: number; key: string }[] = [];
  for (const { key, term } of entries) {
    const hit = wordIn(text, term);
    if (!hit || found.some(({ at, end }) => hit.at < end && hit.end > at)) continue;
    found.push({ ...hit, key });
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (const { at, end, key } of found.toSorted((a, b) => a.at - b.at).slice(0, most)) {
    if (at > from) pieces.push({ words: text.slice(from, at), key: null });
    pieces.push({ words: text.slice(at, end), key });
    from = end;
  }
  if (from < text.length) pieces.push({ words: text.slice(from), key: null });
  return pieces;
}

/** Where a word stands in a text as a word of its own, in either number and with a small or a capital letter. */
function wordIn(text: string, term: string): { at: number; end: number } | null {
  const safe = term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const hit = new RegExp(`(?<![\\p{L}\\d-])${safe}s?(?![\\p{L}\\d-])`, 'iu').exec(text);
  return hit ? { at: hit.index, end: hit.index + hit[0].length } : null;
}
