import type { World } from '../../shared/rules/state.ts';
import { day } from '../figures.ts';
import { t } from '../text.ts';

/** The state of the ceasefire in a few words. */
export function truceWords(world: World): string {
  const { truce } = world;
  if (truce.level === 0) return t(truce.collapses > 0 ? 'truce.broken' : 'truce.none');
  return t('truce.holds', { level: truce.level, held: truce.held });
}

/** The same in full sentences. */
export function truceTold(world: World): string {
  const { truce } = world;
  if (truce.level === 0)
    return t(truce.collapses > 0 ? 'truce.broken.told' : 'truce.none.told', { count: truce.collapses });
  if (truce.expires) return t('truce.expires.told', { date: day(truce.expires), held: truce.held });
  return t('truce.holds.told', { level: truce.level, held: truce.held });
}
