import { IntlMessageFormat } from 'intl-messageformat';
import home from '../shared/content/texts/en/home.json';

/** What a message may be filled with. */
export type Params = Readonly<Record<string, string | number>>;

const LOCALE = 'en-GB';
const messages = new Map<string, string>(Object.entries(home as Record<string, string>));
let ofEdition: ReadonlyMap<string, string> = new Map();
const parsed = new Map<string, IntlMessageFormat>(); // by message

/** Adds a catalogue; the home page does without all but its own words. */
export function addWords(catalogue: Readonly<Record<string, string>>): void {
  for (const [key, message] of Object.entries(catalogue)) messages.set(key, message);
}

/** Lays an edition's own words over the others, in the place of those of the edition before. */
export function setEditionWords(catalogue: Readonly<Record<string, string>>): void {
  ofEdition = new Map(Object.entries(catalogue));
}

function messageOf(key: string): string | undefined {
  return ofEdition.get(key) ?? messages.get(key);
}

/** Whether the catalogues have this key. */
export function hasWords(key: string): boolean {
  return messageOf(key) !== undefined;
}

/** The keys that begin and end so, as the catalogues order them. */
export function keysOf(begin: string, end: string): string[] {
  const keys = new Set([...messages.keys(), ...ofEdition.keys()]);
  return [...keys].filter((key) => key.startsWith(begin) && key.endsWith(end));
}

/** The words of a key, filled in. A key without words shows itself, so that it is seen and mended. */
export function t(key: string, params?: Params): string {
  const message = messageOf(key);
  if (message === undefined) return key;
  if (!message.includes('{')) return message;

  let format = parsed.get(message);
  if (!format) {
    format = new IntlMessageFormat(message, LOCALE, undefined, { ignoreTag: true });
    parsed.set(message, format);
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
