import { describe, expect, test } from 'vitest';
import { SOURCED } from '../../shared/content/sources.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import texts from '../../shared/content/texts/en/content.json' with { type: 'json' };
import longer from '../../shared/content/texts/en/longer.json' with { type: 'json' };
import ui from '../../shared/content/texts/en/ui.json' with { type: 'json' };
import { DISPOSITIONS, REGIONS, SEATS, TABLES, TRACKS } from '../../shared/rules/types.ts';

const lesson = scenarioOf('lesson');
const catalogue: Readonly<Record<string, string>> = texts;
/** The words of the longer editions lie in a catalogue of their own. */
const further: Readonly<Record<string, string>> = longer;
const campaign = scenarioOf('campaign');
const inLesson = new Set(
  [lesson.provisions, lesson.orders, lesson.cards, lesson.agendas, lesson.starters].flatMap((items) =>
    items.map(({ id }) => id),
  ),
);
const missing = (keys: readonly string[]) => keys.filter((key) => !catalogue[key]?.trim());
const LEVELS = [1, 2, 3] as const;

describe.each([scenarioOf('double'), campaign])(
  'every part of the $edition.id edition has its words',
  (scenario) => {
    const all = { ...catalogue, ...further };
    const without = (keys: readonly string[]) => keys.filter((key) => !all[key]?.trim());
    const levelsOf = (levels: number) =>
      LEVELS.filter((level) => level <= levels).map((level) => `level.${level}`);

    test.each([
      [
        'provisions, level by level and with their precedent',
        scenario.provisions.flatMap(({ id, levels, signs }) =>
          [
            'name',
            'does',
            'note',
            ...levelsOf(levels),
            ...Object.keys(signs).map((seat) => `binds.${seat}`),
          ].map((part) => `provision.${id}.${part}`),
        ),
      ],
      ['orders', scenario.orders.flatMap(({ id }) => [`order.${id}.name`, `order.${id}.does`])],
      [
        'cards',
        scenario.cards.flatMap(({ id }) => ['title', 'text', 'basis'].map((part) => `card.${id}.${part}`)),
      ],
      ['agenda cards', scenario.agendas.flatMap(({ id }) => [`agenda.${id}.name`, `agenda.${id}.text`])],
      ['starters', scenario.starters.flatMap(({ id }) => [`starter.${id}.name`, `starter.${id}.about`])],
      [
        'tables by their own names',
        [
          ...['N', 'U'].map((id) => `table.${id}.name.full`),
          ...['N', 'T', 'U', 'A'].map((id) => `table.${id}.about.full`),
        ],
      ],
    ])('%s', (_what, keys) => {
      expect(keys.length).toBeGreaterThan(0);
      expect(without(keys)).toEqual([]);
    });

    test('the bodies that ratify', () => {
      const seats = new Set(scenario.provisions.flatMap(({ ratifiedBy }) => ratifiedBy ?? []));
      expect(seats.size).toBeGreaterThan(0);
      expect([...seats].filter((seat) => !(`ratify.body.${seat}` in ui))).toEqual([]);
    });

    test('a source for every precedent', () => {
      const unsourced = scenario.provisions.filter(({ id }) => !SOURCED[`provision.${id}.note`]?.length);
      expect(unsourced.map(({ id }) => id)).toEqual([]);
    });
  },
);

describe('every part of the lesson has its words', () => {
  test.each(lesson.provisions)('provision $id', (provision) => {
    const levels = LEVELS.filter((level) => level <= provision.levels);
    const bound = SEATS.filter((seat) => provision.signs[seat] !== undefined);
    const keys = [
      'name',
      'does',
      'note',
      ...levels.map((level) => `level.${level}`),
      ...bound.map((seat) => `binds.${seat}`),
    ];
    expect(missing(keys.map((key) => `provision.${provision.id}.${key}`))).toEqual([]);
  });

  test('no words are left over for levels or seats that a provision does not have', () => {
    const extra = Object.keys(catalogue).filter((key) => {
      const [, id, part, which] = /^provision\.([a-z-]+)\.(level|binds)\.(\w+)$/.exec(key) ?? [];
      if (id === undefined) return false;
      const provision = lesson.provisions.find((candidate) => candidate.id === id);
      if (!provision) return true;
      return part === 'level'
        ? Number(which) > provision.levels
        : !SEATS.some((seat) => seat === which && provision.signs[seat] !== undefined);
    });
    expect(extra).toEqual([]);
  });

  test.each([
    ['orders', lesson.orders.flatMap(({ id }) => [`order.${id}.name`, `order.${id}.does`])],
    ['cards', lesson.cards.flatMap(({ id }) => ['title', 'text', 'basis'].map((key) => `card.${id}.${key}`))],
    ['agendas', lesson.agendas.flatMap(({ id }) => [`agenda.${id}.name`, `agenda.${id}.text`])],
    ['starters', lesson.starters.flatMap(({ id }) => [`starter.${id}.name`, `starter.${id}.about`])],
    [
      'sectors',
      lesson.sectors.flatMap(({ id }) => [`sector.${id}.name`, `sector.${id}.about`, `flash.${id}.name`]),
    ],
    ['tracks', TRACKS.flatMap((track) => [`track.${track}.name`, `track.${track}.about`])],
    ['tables', TABLES.flatMap((table) => [`table.${table}.name`, `table.${table}.about`])],
    ['regions', REGIONS.map((region) => `region.${region}.name`)],
    [
      'dispositions',
      SEATS.flatMap((seat) => DISPOSITIONS[seat]).flatMap((id) => [
        `disposition.${id}.name`,
        `disposition.${id}.about`,
      ]),
    ],
    [
      'briefs',
      SEATS.flatMap((seat) =>
        ['case', 'want', 'redlines', 'levers', 'needs', 'caution'].map((part) => `brief.${seat}.${part}`),
      ),
    ],
  ])('%s', (_what, keys) => {
    expect(keys.length).toBeGreaterThan(0);
    expect(missing(keys)).toEqual([]);
  });

  test('the words of the longer editions belong to what those add, and to nothing else', () => {
    const added = new Set(
      [campaign.provisions, campaign.orders, campaign.cards, campaign.agendas, campaign.starters]
        .flatMap((items) => items.map(({ id }) => id))
        .filter((id) => !inLesson.has(id)),
    );
    const told = Object.keys(further).flatMap((key) => {
      const [, id] =
        /^(?:provision|order|card|agenda|starter)\.(.+?)\.(?:name|does|note|level|binds|title|text|basis|about)(?:\.|$)/.exec(
          key,
        ) ?? [];
      return id === undefined ? [] : [id];
    });
    expect(told.length).toBeGreaterThan(0);
    expect([...new Set(told)].filter((id) => !added.has(id))).toEqual([]);
    expect(Object.keys(further).filter((key) => key in catalogue)).toEqual([]);
  });

  test('those words speak of the levels and the seats that a provision has', () => {
    const extra = Object.keys(further).filter((key) => {
      const [, id, part, which] = /^provision\.([a-z-]+)\.(level|binds)\.(\w+)$/.exec(key) ?? [];
      if (id === undefined) return false;
      const provision = campaign.provisions.find((candidate) => candidate.id === id);
      if (!provision) return true;
      return part === 'level'
        ? Number(which) > provision.levels
        : !SEATS.some((seat) => seat === which && provision.signs[seat] !== undefined);
    });
    expect(extra).toEqual([]);
  });

  test('an agenda card of the longer editions says its figure and names its term', () => {
    const all = { ...catalogue, ...further };
    const added = campaign.agendas.filter(({ id }) => !inLesson.has(id));
    const wrong = added.filter(({ id, aim }) => {
      const text = all[`agenda.${id}.text`] ?? '';
      if ('provision' in aim) return !text.includes(all[`provision.${aim.provision}.name`] ?? '?');
      if ('value' in aim)
        return [aim.value, campaign.measures[aim.track]].some((figure) => !text.includes(String(figure)));
      return false;
    });
    expect(added).toHaveLength(12);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('an agenda card that asks for a figure says which, and where it starts', () => {
    for (const { id, aim } of lesson.agendas) {
      const figures =
        aim.kind === 'trackAtLeast' || aim.kind === 'trackAtMost'
          ? [aim.value, lesson.measures[aim.track]]
          : [];
      for (const figure of figures) expect(catalogue[`agenda.${id}.text`]).toContain(String(figure));
    }
    expect(lesson.agendas.some(({ aim }) => aim.kind === 'trackAtLeast')).toBe(true);
  });

  test('an agenda card that asks for a term names it', () => {
    const provisions = lesson.agendas.flatMap(({ id, aim }) =>
      'provision' in aim ? [[id, aim.provision] as const] : [],
    );
    const unnamed = provisions.filter(
      ([id, provision]) =>
        !catalogue[`agenda.${id}.text`]?.includes(catalogue[`provision.${provision}.name`] ?? '?'),
    );
    expect(provisions.length).toBeGreaterThan(0);
    expect(unnamed).toEqual([]);
  });
});
