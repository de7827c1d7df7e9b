import { capital } from './figures.ts';
import { nameOf } from './names.ts';
import type { Failure } from './source/source.ts';
import { hasWords, listed, type Params, t } from './text.ts';

/** Fields that are counted in hundredths of political capital. */
const CAPITAL: ReadonlySet<string> = new Set(['needed', 'free']);

function told(field: string, value: unknown): string | number {
  if (typeof value === 'number') return CAPITAL.has(field) ? capital(value) : value;
  if (typeof value === 'string') return nameOf(field === 'term' ? (value.split('/')[1] ?? value) : value);
  if (Array.isArray(value)) {
    const words = value.flat().filter((one) => typeof one === 'string');
    return words.length > 0 ? listed(words.map((word) => nameOf(word))) : t('nothing');
  }
  return '';
}

/** Why something was not done and what would work, in words. */
export function failureWords(failure: Failure): string {
  const params: Params = Object.fromEntries(
    Object.entries(failure).map(([field, value]) => [field, told(field, value)]),
  );
  const key = `refusal.${failure.code}`;
  return hasWords(key) ? t(key, params) : t('refusal.other', { message: failure.message });
}
