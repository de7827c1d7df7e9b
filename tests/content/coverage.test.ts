import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COVERAGE } from '../../shared/content/coverage.ts';
import type { CoverageKind, CoveredBy } from '../../shared/content/coverage.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import lesson from '../../shared/content/texts/en/content.json' with { type: 'json' };
import longer from '../../shared/content/texts/en/longer.json' with { type: 'json' };
import type { Card, Scenario } from '../../shared/rules/scenario.ts';
import { EDITIONS, SEATS, TRACKS } from '../../shared/rules/types.ts';

const CLAIMS: readonly (readonly [string, readonly CoveredBy[]])[] = Object.entries(COVERAGE);
const TEXTS: Readonly<Record<string, string>> = { ...lesson, ...longer };
const RULES = new Set(
  [
    ...readFileSync(new URL('../../shared/rules/RULES.md', import.meta.url), 'utf8').matchAll(
      /\*\*([A-Z]+-\d+)\*\*/g,
    ),
  ].map(([, id]) => id),
);
const scenarios = EDITIONS.map(scenarioOf);

/** A card can be drawn when its rounds lie within the game and what its trigger asks for can be agreed there. */
function drawable(card: Card, { edition, provisions }: Scenario): boolean {
  const { when } = card;
  const asked =
    when.kind === 'provision'
      ? provisions.some(({ id, levels }) => id === when.provision && levels >= (when.level ?? 1))
      : true;
  return asked && card.fromRound <= edition.rounds && (!card.nuclear || edition.nuclear);
}

/** Everything of a kind that some game can reach. */
const REACHABLE: Readonly<Record<CoverageKind, ReadonlySet<string>>> = {
  provision: new Set(scenarios.flatMap(({ provisions }) => provisions.map(({ id }) => id))),
  order: new Set(scenarios.flatMap(({ orders }) => orders.map(({ id }) => id))),
  card: new Set(
    scenarios.flatMap((scenario) =>
      scenario.cards.filter((card) => drawable(card, scenario)).map(({ id }) => id),
    ),
  ),
  agenda: new Set(scenarios.flatMap(({ agendas }) => agendas.map(({ id }) => id))),
  starter: new Set(scenarios.flatMap(({ starters }) => starters.map(({ id }) => id))),
  track: new Set(TRACKS),
  seat: new Set(SEATS),
  rule: new Set([...RULES].filter((id) => id !== undefined)),
  brief: new Set(Object.keys(TEXTS).filter((key) => /^(brief|common)\./.test(key))),
  score: new Set(
    Object.keys(TEXTS)
      .filter((key) => /^ending\..*\.title$/.test(key))
      .map((key) => key.replace(/\.title$/, '')),
  ),
  debrief: new Set(Object.keys(TEXTS).filter((key) => /^(debrief\.question|note)\./.test(key))),
};

describe('the article and the game', () => {
  test('all 134 claims are there, in order', () => {
    expect(CLAIMS.map(([id]) => id)).toEqual(
      Array.from({ length: 134 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`),
    );
  });

  test.each(CLAIMS)('%s stands for something that a game can reach', (_id, targets) => {
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter(({ kind, id }) => !REACHABLE[kind].has(id))).toEqual([]);
    expect(new Set(targets.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(targets.length);
  });

  test('a claim is told in words alone only where nothing can be played', () => {
    const told = CLAIMS.filter(([, targets]) =>
      targets.every(({ kind }) => kind === 'brief' || kind === 'debrief'),
    );
    expect(told.map(([id]) => id)).toEqual(['A113']);
  });

  test('the longer editions carry what the lesson leaves out', () => {
    const inLesson = new Set(scenarioOf('lesson').provisions.map(({ id }) => id));
    const provisions = CLAIMS.flatMap(([, targets]) =>
      targets.flatMap(({ kind, id }) => (kind === 'provision' ? [id] : [])),
    );
    const beyond = new Set(provisions.filter((id) => !inLesson.has(id)));
    expect(beyond.size).toBeGreaterThanOrEqual(20);
  });
});
