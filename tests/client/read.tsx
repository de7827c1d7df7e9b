import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { vi } from 'vitest';
import '../../client/words.ts';
import { type Game, GameContext } from '../../client/game/context.ts';
import { scenarioOf } from '../../shared/content/index.ts';
import type { GameState, Seat } from '../../shared/rules/index.ts';
import { view } from './view.ts';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {} });
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
vi.stubGlobal('location', { hash: '', origin: '', pathname: '/' });

/** A game as a seat's screens have it. */
export function gameOf(state: GameState, seat: Seat): Game {
  return {
    code: 'ABCDEF',
    me: seat,
    view: view(state, seat),
    scenario: scenarioOf(state.world.edition),
    words: { names: { us: [], ru: [], eu: [], ua: [], nato: [], cn: [] }, texts: {} },
    info: null,
    present: [],
    accounts: [],
    line: 'live',
    request: () => Promise.resolve({ ok: true }),
  };
}

/** What a seat reads on a screen, without its markup. */
export function read(state: GameState, seat: Seat, screen: ReactNode): string {
  const game = gameOf(state, seat);
  const markup = renderToStaticMarkup(<GameContext value={game}>{screen}</GameContext>);
  return markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
