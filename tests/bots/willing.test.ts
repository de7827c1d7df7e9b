import { expect, test } from 'vitest';
import { dealOf } from '../../shared/rules/endgame.ts';
import { signersOf } from '../../shared/rules/estimate.ts';
import { SEATS } from '../../shared/rules/index.ts';
import { standing } from '../../server/bots/bot.ts';
import { deskOf, startsFrom } from '../../server/bots/propose.ts';
import { Room, lesson, term } from './game.ts';

const RUSSIA = 1 << SEATS.indexOf('ru');
const PACKAGE = [
  term('full-ceasefire', 2),
  term('monitoring', 2),
  term('security-agreements', 2),
  term('eu-accession', 2),
];

/** The texts Ukraine's search begins with. */
function starts(room: Room): { id: string; level: number }[][] {
  const stand = standing(lesson, 'ua', { difficulty: 'normal', talks: 'linked', seed: 'walk' })(
    room.view('ua'),
  );
  return startsFrom(stand, deskOf(stand, 'linked')).map((deal) =>
    deal.map(({ provision, level }) => ({ id: lesson.provisions[provision]!.id, level })),
  );
}

const COMPACT = [
  { id: 'security-agreements', level: 2 },
  { id: 'eu-accession', level: 2 },
];

test('when Russia has refused a package, the search begins with what the others could sign without it', () => {
  const room = new Room(['eu', 'ru']).open().propose('eu', ...PACKAGE);
  expect(starts(room)).not.toContainEqual(COMPACT);
  room.do('ru', { kind: 'reject', proposal: room.lastPaper.id, reason: 'tooLittle' });
  expect(starts(room)).toContainEqual(COMPACT);
  const without = dealOf(lesson, room.state.world, PACKAGE.slice(2));
  expect(signersOf(lesson, without) & RUSSIA).toBe(0);
});
