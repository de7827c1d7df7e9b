import { describe, expect, test } from 'vitest';
import { SEATS, type Proposal, type Promised, type Seat } from '../../shared/rules/index.ts';
import { standing } from '../../server/bots/bot.ts';
import { isWearyOf, reputationOf } from '../../server/bots/reputation.ts';
import { Room, lesson, term } from './game.ts';

/** What Ukraine's bot asks of the US on top, after the US's texts and promises of this round came to this. */
function askedAfter(papers: readonly Partial<Proposal>[], promises: readonly Partial<Promised>[] = []) {
  const room = new Room(SEATS).open();
  const { hidden } = room.state;
  const written = papers.map((paper, i): Proposal => ({
    id: `p${i + 1}`,
    author: 'us',
    round: 1,
    terms: [term('security-agreements', 1)],
    readers: 'all',
    signatories: ['us', 'eu', 'ua'],
    signatures: ['us'],
    rejections: {},
    counterTo: null,
    text: null,
    state: 'open',
    ...paper,
  }));
  const given = promises.map((promise, i): Promised => ({
    id: i + 1,
    by: 'us',
    to: ['ua'],
    pledge: { kind: 'give', order: 'us.arms', until: 1 },
    round: 1,
    state: 'broken',
    ...promise,
  }));
  room.state = { ...room.state, hidden: { ...hidden, papers: written, promises: given } };
  const view = room.view('ua');
  const stand = standing(lesson, 'ua', { difficulty: 'normal', talks: 'linked', seed: 'r' })(view);
  const of = (seat: Seat): number => reputationOf(stand, seat);
  return { us: of('us'), others: of('eu'), weary: isWearyOf(view, 'us') };
}

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('what a bot remembers of how others bargain', () => {
  test('nothing is held against who has done nothing', () => {
    expect(askedAfter([])).toEqual({ us: 0, others: 0, weary: false });
  });

  test('a broken promise costs, each one again, and only who gave it to this seat', () => {
    const one = askedAfter([], [{}]);
    expect(one.us).toBeGreaterThan(0);
    expect(one.others).toBe(0);
    expect(askedAfter([], [{}, {}]).us).toBeCloseTo(2 * one.us);
    expect(askedAfter([], [{ to: ['ru'] }]).us).toBe(0);
    expect(askedAfter([], [{ state: 'kept' }]).us).toBe(0);
  });

  test('a text taken back from under the seat’s name costs, one that somebody had refused does not', () => {
    const pulled = { state: 'withdrawn', signatures: ['us', 'ua'] } as const;
    expect(askedAfter([pulled]).us).toBeGreaterThan(0);
    expect(askedAfter([{ ...pulled, rejections: { eu: { reason: 'home' } } }]).us).toBe(0);
    expect(askedAfter([{ ...pulled, signatures: ['us'] }]).us).toBe(0);
  });

  test('a flood of texts wearies, a few do not', () => {
    const idle = { rejections: { ua: { reason: 'home' } } } as const;
    expect(askedAfter(times(3, idle)).weary).toBe(false);
    const six = askedAfter(times(6, idle));
    expect(six.weary).toBe(true);
    expect(askedAfter(times(9, idle)).us).toBeGreaterThan(six.us);
  });

  test('a whole cut into slices is asked more for, up to a limit', () => {
    const slice = { state: 'agreed' } as const;
    expect(askedAfter([slice]).us).toBe(0);
    const three = askedAfter(times(3, slice)).us;
    expect(three).toBeGreaterThan(0);
    expect(askedAfter(times(12, slice)).us).toBe(askedAfter(times(9, slice)).us);
  });
});
