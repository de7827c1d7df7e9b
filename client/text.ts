import { IntlMessageFormat } from 'intl-messageformat';
import ui from '../shared/content/texts/en/ui.json';

/** What a message may be filled with. */
export type Params = Readonly<Record<string, string | number>>;

const LOCALE = 'en-GB';
const messages = new Map<string, string>(Object.entries(ui as Record<string, string>));
const parsed = new Map<string, IntlMessageFormat>();

/** Adds a catalogue; the home page does without the scenario's words. */
export function addWords(catalogue: Readonly<Record<string, string>>): void {
  for (const [key, message] of Object.entries(catalogue)) messages.set(key, message);
}

/** Whether the catalogues have this key. */
export function hasWords(key: string): boolean {
  return messages.has(key);
}

/** The keys that begin and end so, as the catalogues order them. */
export function keysOf(begin: string, end: string): string[] {
  return [...messages.keys()].filter((key) => key.startsWith(begin) && key.endsWith(end));
}

/** The words of a key, filled in. A key without words shows itself, so that it is seen and mended. */
export function t(key: string, params?: Params): string {
  const message = messages.get(key);
  if (message === undefined) return key;
  if (!message.includes('{')) return message;

  let format = parsed.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, LOCALE, undefined, { ignoreTag: true });
    parsed.set(key, format);
  }
  try {
    return String(format.format({ ...params }));
  } catch {
    return message; // a parameter is missing: better the bare message than none
  }
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(words);
}

/** With a capital letter, to begin a sentence. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
