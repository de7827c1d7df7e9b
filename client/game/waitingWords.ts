import { t } from '../text.ts';
import type { Waiting } from './waiting.ts';

/** What waits, in a sentence. */
export function waitingWords(item: Waiting): string {
  return t(`waiting.${item.kind}`, { count: item.count });
}
