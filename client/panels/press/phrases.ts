import type { Act, Message } from '../../../shared/rules/state.ts';
import type { ProvisionId } from '../../../shared/rules/types.ts';
import { t } from '../../text.ts';

/** What plain words are taken to ask. */
export interface Asked {
  act: Act;
  about: Message['about'];
}

/** Kinds of phrases, the more telling first. Each is a list in the catalogue, `phrase.<kind>`, parted by bars. */
const KINDS = ['whatWouldChange', 'would', 'want', 'who', 'why', 'greet', 'thank'] as const;

/**
 * Reads a plain question: its phrase, and the provisions it names. Nothing where no phrase of the catalogue is in it.
 *
 * @param provisions ids and names that a message may speak of
 */
export function askedIn(
  words: string,
  provisions: readonly { id: ProvisionId; name: string }[],
): Asked | null {
  const said = plain(words);
  const kind = KINDS.find((one) =>
    t(`phrase.${one}`)
      .split('|')
      .some((phrase) => ` ${said} `.includes(` ${plain(phrase)} `)),
  );
  if (!kind) return null;
  const [provision, second] = namedIn(said, provisions);
  const about = provision === undefined ? null : { provision };
  switch (kind) {
    case 'would':
      return about && { act: 'ask', about: second === undefined ? about : { ...about, with: second } };
    case 'why':
    case 'whatWouldChange':
      return { act: kind, about };
    default:
      return { act: kind, about: null };
  }
}

/** The provisions that the words name, in their order; the longer of two names that overlap. */
function namedIn(said: string, provisions: readonly { id: ProvisionId; name: string }[]): ProvisionId[] {
  const found: { id: ProvisionId; at: number }[] = [];
  let left = ` ${said} `;
  for (const { id, name } of provisions
    .flatMap(({ id, name }) => [
      { id, name: plain(name) },
      { id, name: id.replaceAll('-', ' ') },
    ])
    .toSorted((a, b) => b.name.length - a.name.length)) {
    const at = left.indexOf(` ${name} `);
    if (at < 0 || found.some((one) => one.id === id)) continue;
    found.push({ id, at });
    left = left.replace(` ${name} `, ` ${'.'.repeat(name.length)} `);
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ id }) => id);
}

/** Small letters and single spaces, without marks. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[’']/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
