import { useEffect, useState } from 'react';
import type { Edition } from '../shared/rules/types.ts';
import { setEditionWords } from './text.ts';

/** Ends the key of a name that a table has where it is not shown as part of another. */
const FULL = '.full';

/** Loads the words of an edition; those of the lesson are there already, the longer editions add theirs. */
export async function loadEditionWords(edition: Edition): Promise<void> {
  if (edition === 'lesson') return setEditionWords({});
  const { default: longer } = await import('../shared/content/texts/en/longer.json');
  const full = Object.entries(longer)
    .filter(([key]) => key.endsWith(FULL))
    .map(([key, words]) => [key.slice(0, -FULL.length), words] as const);
  setEditionWords({ ...longer, ...Object.fromEntries(full) });
}

/**
 * Whether an edition's words have come; nothing is to be shown before.
 *
 * @throws while drawing, when they could not be loaded
 */
export function useEditionWords(edition: Edition | null): boolean {
  const [loaded, setLoaded] = useState<Edition | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  useEffect(() => {
    if (!edition) return;
    let left = false;
    const load = async () => {
      try {
        await loadEditionWords(edition);
        if (!left) setLoaded(edition);
      } catch (error) {
        if (!left) setFailed(error instanceof Error ? error : new Error(String(error)));
      }
    };
    void load();
    return () => {
      left = true;
    };
  }, [edition]);
  if (failed) throw failed;
  return edition !== null && loaded === edition;
}
