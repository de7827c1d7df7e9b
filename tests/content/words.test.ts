import { describe, expect, test } from 'vitest';
import { AGENDAS } from '../../shared/content/agendas.ts';
import { CARDS } from '../../shared/content/cards.ts';
import { ORDERS } from '../../shared/content/orders.ts';
import { PROVISIONS } from '../../shared/content/provisions.ts';
import { SOURCED, SOURCES } from '../../shared/content/sources.ts';
import { STARTERS } from '../../shared/content/starters.ts';
import lesson from '../../shared/content/texts/en/content.json' with { type: 'json' };
import longer from '../../shared/content/texts/en/longer.json' with { type: 'json' };
import press from '../../shared/content/texts/en/press.json' with { type: 'json' };
import { SEATS, SECTORS, TABLES, TRACKS } from '../../shared/rules/types.ts';

/** The lesson's catalogue and that of the longer editions, which adds to it. */
const TEXTS: Readonly<Record<string, string>> = { ...lesson, ...longer };
const ALL = Object.entries(TEXTS);
const text = (key: string): string => TEXTS[key] ?? '';
const keysLike = (pattern: RegExp) => Object.keys(TEXTS).filter((key) => pattern.test(key));
const words = (of: string) => of.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const sentences = (of: string) => of.split(/(?<=[.!?])\s+/).length;

/** Words the rules of care keep out of everything shown, and when they are let through (attribution). */
const AVOIDED: readonly (readonly [RegExp, RegExp?])[] = [
  [/\bKiev\b/],
  [/\bOdessa\b/],
  [/\bLugansk\b/],
  [/\bKharkov\b/],
  [/\bZaporozh/],
  [/\bNikolaev\b/],
  [/\bDonbass\b/],
  [/\bregimes?\b/i],
  [/\bpeace-?keep/i],
  [/\bblue helmets?\b/i],
  [/\bappease/i],
  [/\bwar-?monger/i],
  [/\bseparatist/i],
  [/\bnew (regions|territories)\b/i],
  [/\bpeace plan\b/i],
  [/\bUkrain(e|ian) (crisis|conflict)\b/i],
  [/\bconflicts?\b/i],
  [/special military operation/i, /\b(Moscow|Russia) (calls|states|says)\b/],
  [/\bannex/i, /\bclaim/i],
  [/buffer zone/i, /\bstated a “buffer zone” as its aim|\bstated “buffer zone” aim/],
];

/** Offices, not persons: nobody in or near power is named. */
const LEADERS =
  /\b(Putin|Trump|Biden|Obama|Zelensk\w*|Xi|Jinping|Macron|Scholz|Merz|Starmer|Rutte|Stoltenberg|Rubio|Lavrov|Peskov|Hegseth|Vance|Witkoff|Dmitriev|Orb[aá]n|Fico|Leyen|Kallas|Costa|Wang Yi|Lukashenko|Sybiha|Yermak|Syrskyi|Legvold)\b/;

describe('words with care', () => {
  test.each([...ALL, ...Object.entries(press)])(
    '%s avoids loaded words, leaders and peoples as delegations',
    (_key, value) => {
      for (const sentence of value.split(/(?<=[.!?])\s+/)) {
        for (const [avoided, unless] of AVOIDED) {
          if (unless?.test(sentence)) continue;
          expect(sentence).not.toMatch(avoided);
        }
      }
      expect(value).not.toMatch(LEADERS);
      expect(value).not.toMatch(/\b(Russians|Ukrainians|Americans|Europeans|the Chinese)\b(?! delegation)/);
    },
  );

  test.each(ALL)('%s is plain text, finished and tidy', (key, value) => {
    expect(value).toBe(value.trim());
    expect(value).not.toBe('');
    expect(value).not.toMatch(/[<>{}*_`#]|\s{2}|'|"/);
    expect(/\.(name|short|term|title|delegation|name\.full)$/.test(key) || /[.?!]$/.test(value)).toBe(true);
  });

  test('the Russian brief says that representing is not approving, and asks for no defence of crimes', () => {
    const caution = text('brief.ru.caution');
    expect(caution).toContain('Representing is not approving');
    expect(caution).toContain('negotiating skill');
    expect(caution).toContain('not asked to defend crimes or to deny facts on the common sheet');
  });

  test.each(SEATS)('the case of %s is attributed', (seat) => {
    expect(text(`brief.${seat}.case`)).toMatch(/\bstates?\b/);
    expect(text(`brief.${seat}.redlines`)).toMatch(/\b(states|named)\b/);
    expect(text(`brief.${seat}.caution`)).toContain('Representing is not approving');
  });

  test('the common sheet has the legal frame and the human cost', () => {
    const sheet = text('common.sheet');
    for (const fact of [
      'UN Charter',
      '100 votes to 11, 58 abstaining',
      '143 in favour',
      '93-18-65',
      '12,654',
      '6.9 million',
    ]) {
      expect(sheet).toContain(fact);
    }
    expect(sheet).toContain('Russia began its full-scale invasion of Ukraine');
  });

  test('what happened after the start is said to be so, and only in the basis of a card', () => {
    const later = /\b(([2-9]|[12]\d|30) April|May|June|August|September|October|November|December) 2025\b/;
    const said = ALL.filter(([, value]) => later.test(value));
    expect(said.filter(([key]) => !/^card\..*\.basis$/.test(key))).toEqual([]);
    expect(said.filter(([, value]) => !/after (the start date|it)/.test(value))).toEqual([]);
  });
});

describe('lengths', () => {
  const PARTS = ['case', 'want', 'redlines', 'levers', 'needs', 'caution'];
  const brief = (seat: string) => PARTS.reduce((sum, part) => sum + words(text(`brief.${seat}.${part}`)), 0);

  test.each(SEATS)('the brief of %s is about 210 words, its page 150 to 250', (seat) => {
    expect(brief(seat)).toBeGreaterThanOrEqual(180);
    expect(brief(seat)).toBeLessThanOrEqual(240);
    expect(words(text(`brief.${seat}.more`))).toBeGreaterThanOrEqual(150);
    expect(words(text(`brief.${seat}.more`))).toBeLessThanOrEqual(250);
  });

  test('all six briefs are within 15 per cent of each other', () => {
    const lengths = SEATS.map(brief);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThanOrEqual(1.15);
  });

  test('the common sheet and the content note can be read in a minute', () => {
    expect(words(text('common.sheet'))).toBeGreaterThanOrEqual(95);
    expect(words(text('common.sheet'))).toBeLessThanOrEqual(130);
    expect(words(text('note.content'))).toBeLessThanOrEqual(85);
  });
});

describe('facts and their sources', () => {
  test.each(keysLike(/^provision\..*\.note$/))('%s is two sentences with a year', (key) => {
    expect(sentences(text(key))).toBe(2);
    expect(text(key)).toMatch(/\b(19|20)\d\d\b/);
    expect(SOURCED[key]?.length).toBeGreaterThan(0);
  });

  test.each(keysLike(/^card\..*\.text$/))('%s is two sentences', (key) => {
    expect(sentences(text(key))).toBe(2);
  });

  test.each(keysLike(/^card\..*\.basis$/))('%s names a year', (key) => {
    expect(text(key)).toMatch(/\b20\d\d\b/);
  });

  test('every figure shown as a fact has a source', () => {
    const factual =
      /^(provision\..*\.note|brief\..*|common\..*|card\..*\.basis|sector\..*\.about|note\..*|glossary\..*\.text)$/;
    const bare = ALL.filter(([key, value]) => factual.test(key) && /\d/.test(value) && !SOURCED[key]?.length);
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  test('every source is used, and every sourced text exists', () => {
    const used = new Set(Object.values(SOURCED).flat());
    expect(Object.keys(SOURCES).filter((key) => !used.has(key as keyof typeof SOURCES))).toEqual([]);
    expect(Object.keys(SOURCED).filter((key) => !TEXTS[key])).toEqual([]);
  });

  test.each(Object.entries(SOURCES))('source %s has a title, a publisher and an address', (_key, source) => {
    expect(source.title).not.toBe('');
    expect(source.publisher).not.toBe('');
    expect(source.date).toMatch(/^(undated|\d{4}(-\d\d(-\d\d)?)?)$/);
    expect(() => new URL(source.url)).not.toThrow();
  });
});

describe('nothing is without words', () => {
  const missing = (keys: readonly string[]) => keys.filter((key) => !TEXTS[key]);

  test('seats, tables, tracks, sectors', () => {
    const keys = [
      ...SEATS.flatMap((seat) => [`seat.${seat}.name`, `seat.${seat}.delegation`, `seat.${seat}.short`]),
      ...TABLES.flatMap((table) => [`table.${table}.name`, `table.${table}.about`]),
      ...TRACKS.flatMap((track) => [`track.${track}.name`, `track.${track}.about`]),
      ...SECTORS.flatMap((sector) => [
        `sector.${sector}.name`,
        `sector.${sector}.about`,
        `flash.${sector}.name`,
      ]),
    ];
    expect(missing(keys)).toEqual([]);
  });

  test('provisions', () => {
    const keys = PROVISIONS.flatMap(({ id, levels, signs }) =>
      [
        'name',
        'does',
        'note',
        ...Array.from({ length: levels }, (_, index) => `level.${index + 1}`),
        ...SEATS.filter((seat) => signs[seat] !== undefined).map((seat) => `binds.${seat}`),
      ].map((part) => `provision.${id}.${part}`),
    );
    expect(missing(keys)).toEqual([]);
  });

  test('orders and starters', () => {
    const keys = [
      ...ORDERS.flatMap(({ id }) => [`order.${id}.name`, `order.${id}.does`]),
      ...STARTERS.flatMap(({ id }) => [`starter.${id}.name`, `starter.${id}.about`]),
    ];
    expect(missing(keys)).toEqual([]);
  });

  test('cards and agendas', () => {
    const keys = [
      ...CARDS.flatMap(({ id }) => [`card.${id}.title`, `card.${id}.text`, `card.${id}.basis`]),
      ...AGENDAS.flatMap(({ id }) => [`agenda.${id}.name`, `agenda.${id}.text`]),
    ];
    expect(missing(keys)).toEqual([]);
    for (const seat of SEATS) {
      const dealt = AGENDAS.filter((agenda) => agenda.seat === seat);
      expect(dealt.filter((agenda) => agenda.editions.includes('lesson'))).toHaveLength(3);
      expect(dealt).toHaveLength(5);
    }
  });

  test('tables that stand alone in the longer editions', () => {
    const keys = ['N', 'U'].map((table) => `table.${table}.name.full`);
    const abouts = ['N', 'T', 'U', 'A'].map((table) => `table.${table}.about.full`);
    expect(missing([...keys, ...abouts])).toEqual([]);
  });
});
