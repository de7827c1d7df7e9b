import { IntlMessageFormat } from 'intl-messageformat';
import content from '../../shared/content/texts/en/content.json' with { type: 'json' };
import longer from '../../shared/content/texts/en/longer.json' with { type: 'json' };
import press from '../../shared/content/texts/en/press.json' with { type: 'json' };
import ui from '../../shared/content/texts/en/ui.json' with { type: 'json' };
import type { Message } from '../../shared/rules/state.ts';
import { SEATS } from '../../shared/rules/types.ts';

/** The words of a bot's message as an English reader sees them; for commands, measures and tests. */

const WORDS: Readonly<Record<string, string>> = { ...ui, ...content, ...longer, ...press };
const formats = new Map<string, IntlMessageFormat>();

/**
 * The words of a message.
 *
 * @throws when the catalogue lacks its key or a parameter it asks for
 */
export function wordsOf({ key, params }: Pick<Message, 'key' | 'params'>): string {
  if (key === null) throw new Error('a person’s words are not in the catalogue');
  const named = Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? nameOf(value) : value,
    ]),
  );
  const lead = params?.['lead'];
  const first = typeof lead === 'string' ? `${filled(`press.lead.${lead}`, named)} ` : '';
  return first + filled(`press.${key}`, named);
}

/** The name of a seat, a provision, an order or a reason. */
function nameOf(id: string): string {
  if (SEATS.some((seat) => seat === id)) return WORDS[`seat.${id}.delegation`] ?? id;
  return [`provision.${id}.name`, `order.${id}.name`, `reason.${id}`].reduce(
    (name, key) => WORDS[key] ?? name,
    id,
  );
}

function filled(key: string, params: Record<string, string | number>): string {
  const words = WORDS[key];
  if (words === undefined) throw new Error(`no words for ${key}`);
  let format = formats.get(key);
  if (!format)
    formats.set(key, (format = new IntlMessageFormat(words, 'en-GB', undefined, { ignoreTag: true })));
  return String(format.format(params));
}
