import { beforeEach, expect, test } from 'vitest';
import '../../client/words.ts';
import { loadEditionWords } from '../../client/editionWords.ts';
import { roundChoices } from '../../client/panels/setup/options.ts';
import { hasWords, keysOf, t } from '../../client/text.ts';
import { EDITIONS } from '../../shared/rules/types.ts';

beforeEach(() => loadEditionWords('lesson'));

test('the longer editions bring their words, and the lesson does without', async () => {
  expect(hasWords('provision.summit.name')).toBe(false);
  await loadEditionWords('campaign');
  expect(t('provision.summit.name')).toBe('Summit meeting');
  expect(keysOf('debrief.question.', '')).toHaveLength(10);
  await loadEditionWords('lesson');
  expect(keysOf('debrief.question.', '')).toHaveLength(8);
});

test('a table has its own name where it is not shown as part of another', async () => {
  expect(t('table.N.name')).toBe('Washington and Moscow');
  await loadEditionWords('double');
  expect(t('table.N.name')).toBe('US–Russia bilateral');
  expect(t('table.C.name')).toBe('Ceasefire');
});

test.each(EDITIONS)(
  'the set-up form says what the %s edition means, and how long each length takes',
  (id) => {
    expect(hasWords(`setup.edition.${id}.told`)).toBe(true);
    for (const rounds of roundChoices(id)) expect(hasWords(`setup.time.${id}.${rounds}`)).toBe(true);
  },
);
