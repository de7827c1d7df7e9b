import press from '../../../shared/content/texts/en/press.json';
import type { Message, Term } from '../../../shared/rules/state.ts';
import { type Seat, SEATS } from '../../../shared/rules/types.ts';
import { delegation, nameOf } from '../../names.ts';
import { addWords, hasWords, t } from '../../text.ts';

addWords(press); // what bots say, which no other screen needs

/** What a message says beside its act: a bot's key with its names filled in, or a person's own words. */
export function messageWords(message: Message, written: string | null): string | null {
  if (message.key) {
    const params = Object.fromEntries(
      Object.entries(message.params ?? {}).map(([name, value]) => [name, named(value)]),
    );
    const key = `press.${message.key}`;
    if (!hasWords(key)) return null;
    const lead = message.params?.['lead'];
    const words = t(key, params);
    return lead === undefined ? words : `${t(`press.lead.${lead}`)} ${words}`;
  }
  return written ?? (message.text === null ? null : t('press.erased'));
}

function named(value: string | number): string | number {
  if (typeof value === 'number') return value;
  return SEATS.some((seat) => seat === value) ? delegation(value as Seat) : nameOf(value);
}

/** The text that a message shows as one its sender would sign, or none. */
export function termsIn(message: Message): Term[] | null {
  const terms = message.params?.['terms'];
  return typeof terms === 'string' ? (JSON.parse(terms) as Term[]) : null;
}
