import { describe, expect, test } from 'vitest';
import type { Proposal, SeatView, Seat, Term } from '../../shared/rules/index.ts';
import { standing } from '../../server/bots/bot.ts';
import { askOf, judge, type Stand } from '../../server/bots/judge.ts';
import { Room, lesson, term } from './game.ts';

const EVERYONE = 0b111111;
const POOR = [term('security-agreements', 1)];
const RICH = [term('security-agreements', 2), term('eu-accession', 2)];

/** How Ukraine stands in a round, with texts of the EU's before it that nobody has answered. */
function stand(
  round: number,
  ...texts: readonly (readonly [round: number, by: Seat, terms: Term[]])[]
): Stand {
  const view = new Room(['eu']).open().view('ua');
  const room = new Room(['eu']).open().propose('eu', ...RICH);
  const papers = texts.map(([written, author, terms], i): Proposal => ({
    ...room.lastPaper,
    id: `p${i + 1}`,
    author,
    terms,
    round: written,
    signatories: ['eu', 'ua'],
    signatures: [author],
    rejections: {},
  }));
  const then: SeatView = { ...view, world: { ...view.world, round }, mine: { ...view.mine, papers } };
  return standing(lesson, 'ua', { difficulty: 'normal', talks: 'linked', seed: 'met' })(then);
}

const ask = (of: Stand): number => askOf(of, RICH, EVERYONE & 0b1100).ask;

describe('what a seat asks of those who moved toward it', () => {
  const untouched = ask(stand(2));

  test('is less where their later texts give it more, by an eighth at most', () => {
    const met = ask(stand(2, [1, 'eu', POOR], [2, 'eu', RICH]));
    expect(met).toBeLessThan(untouched);
    expect(met).toBeGreaterThan(0.87 * untouched);
  });

  test.each<[string, (readonly [number, Seat, Term[]])[]]>([
    [
      'repeat themselves',
      [
        [1, 'eu', RICH],
        [2, 'eu', RICH],
      ],
    ],
    [
      'draw back',
      [
        [1, 'eu', RICH],
        [2, 'eu', POOR],
      ],
    ],
    ['have written once', [[2, 'eu', RICH]]],
    [
      'do not sign',
      [
        [1, 'ru', POOR],
        [2, 'ru', RICH],
      ],
    ],
  ])('is the same where they %s', (_what, texts) => {
    expect(ask(stand(2, ...texts))).toBe(untouched);
  });
});

describe('near the end', () => {
  const last = lesson.edition.rounds;
  const signs = (round: number, ...texts: Parameters<typeof stand>[1][]): boolean =>
    judge(stand(round, ...texts), POOR).signs;

  test('a seat does not sign what is far below what it was offered a round before', () => {
    expect(signs(last, [last, 'eu', POOR])).toBe(true);
    expect(signs(last, [last - 1, 'eu', RICH], [last, 'eu', POOR])).toBe(false);
  });

  test('but an offer of long ago, or one that is gone, holds it up no more', () => {
    expect(signs(last, [last - 3, 'eu', RICH], [last, 'eu', POOR])).toBe(true);
  });
});
