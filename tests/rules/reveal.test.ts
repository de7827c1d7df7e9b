import { describe, expect, test } from 'vitest';
import { joinPublic, publicSlices } from '../../shared/protocol/slices.ts';
import { publicViewOf } from '../../shared/rules/index.ts';
import { Game, rich, term } from './game.ts';

/** A game that is over, with one agreement. */
function over(): Game {
  const game = new Game().begin().with(rich).agree('us', term('embassies'));
  return game.with((state) => ({ ...state, world: { ...state.world, phase: 'ended' } }));
}

describe('while the end is told', () => {
  test('[REVEAL-1] each delegation guesses, may guess anew, and all see it', () => {
    const game = over();
    game.do('eu', { kind: 'predict', held: 40 });
    game.do('ru', { kind: 'predict', held: 55 });
    game.do('eu', { kind: 'predict', held: 65 });
    expect(game.ask('eu', { kind: 'predict', held: 65 })).toEqual({ code: 'NOTHING_CHANGES' });
    for (const held of [-1, 101, 50.5])
      expect(game.ask('eu', { kind: 'predict', held })).toMatchObject({ code: 'GUESS_OUT_OF_BOUNDS' });
    const view = publicViewOf(game.state);
    expect(view.world.reveal).toEqual({ guesses: { eu: 65, ru: 55 }, votes: {} });
    expect(joinPublic(publicSlices(view)).world.reveal).toEqual(view.world.reveal);
  });

  test('[REVEAL-2] each votes for one agreement there is, and may take it back', () => {
    const game = over();
    expect(game.ask('us', { kind: 'vote', agreement: 'a9' })).toMatchObject({ code: 'AGREEMENT_UNKNOWN' });
    expect(game.ask('us', { kind: 'vote', agreement: null })).toEqual({ code: 'NOTHING_CHANGES' });
    game.do('us', { kind: 'vote', agreement: 'a1' });
    game.do('cn', { kind: 'vote', agreement: 'a1' });
    game.do('us', { kind: 'vote', agreement: null });
    expect(game.state.world.reveal).toEqual({ guesses: {}, votes: { cn: 'a1' } });
  });

  test('[REVEAL-1, REVEAL-2] neither is asked before the end, and a game without them is as it was', () => {
    const game = new Game().begin();
    for (const command of [
      { kind: 'predict', held: 50 },
      { kind: 'vote', agreement: null },
    ] as const)
      expect(game.ask('ua', command)).toMatchObject({ code: 'NOT_YOUR_PHASE', needs: ['ended'] });
    expect('reveal' in game.state.world).toBe(false);
    expect(joinPublic(publicSlices(publicViewOf(game.state)))).not.toHaveProperty('world.reveal');
  });
});
