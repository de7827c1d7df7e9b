import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore } from 'react';
import { readRound, seenPress } from '../memory.ts';
import { FrontScreen } from '../panels/front/screen.ts';
import { Guard } from '../panels/Guard.tsx';
import { Loading } from '../panels/Loading.tsx';
import { calmMotion } from '../panels/front/motion.ts';
import { Skip } from '../panels/Skip.tsx';
import type { Screen } from '../route.ts';
import { t } from '../text.ts';
import { open, useGame } from './context.ts';
import { FirstRound } from './FirstRound.tsx';
import { Header } from './Header.tsx';
import { LineState } from './LineState.tsx';
import { Nav } from './Nav.tsx';
import { News } from './News.tsx';
import { NextStep } from './NextStep.tsx';
import { StandInState } from './StandInState.tsx';
import { readMarks } from './marks.ts';
import { waitingFor } from './waiting.ts';

const SCREENS = {
  front: FrontScreen,
  tables: lazy(() => import('../panels/tables/TablesPanel.tsx')),
  papers: lazy(() => import('../panels/papers/Papers.tsx')),
  press: lazy(() => import('../panels/press/Press.tsx')),
  orders: lazy(() => import('../panels/orders/Orders.tsx')),
  world: lazy(() => import('../panels/world/World.tsx')),
  dispatches: lazy(() => import('../panels/dispatches/Dispatches.tsx')),
  brief: lazy(() => import('../panels/brief/Brief.tsx')),
  host: lazy(() => import('../panels/host/HostPanel.tsx')),
  results: lazy(() => import('../panels/results/Results.tsx')),
} as const;
const Lobby = lazy(() => import('../panels/lobby/Lobby.tsx'));

/** The frame of a game: header, what is next, the way around, and one screen. */
export function Shell({ screen, id }: { screen: Screen | null; id: string | null }) {
  const game = useGame();
  const { world } = game.view;
  const marks = useSyncExternalStore(readMarks.subscribe, readMarks.count);
  const read = useMemo(
    () => ({ round: readRound(game.code), press: seenPress(game.code), marks }),
    [game.code, marks],
  );
  const { replay } = game;
  const waiting = useMemo(() => (replay ? [] : waitingFor(game.view, read)), [replay, game.view, read]);
  const shown =
    screen ?? (world.phase === 'briefing' ? 'brief' : world.phase === 'ended' ? 'results' : 'front');

  // A round was resolved: it is told first, on the map; in words alone where nothing is to move.
  const resolved = world.phase === 'ended' ? world.round : world.round - 1;
  useEffect(() => {
    if (!replay && resolved > 0 && resolved > readRound(game.code)) {
      if (calmMotion()) open(game, 'dispatches');
      else open(game, 'front', `round-${resolved}`);
    }
    // oxlint-disable-next-line react/exhaustive-deps -- only when another round has been resolved
  }, [resolved]);

  // A link inside a screen goes with its screen; the focus must not be lost with it.
  useEffect(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, [shown]);

  const due = waiting.filter((item) => item.asks).reduce((sum, item) => sum + item.count, 0);
  useEffect(() => {
    const title = `${t('app.name')} · ${world.phase === 'lobby' ? t('lobby.title') : t(`nav.${shown}`)}`;
    document.title = due > 0 ? `(${due}) ${title}` : title;
  }, [shown, world.phase, due]);

  if (world.phase === 'lobby') {
    return (
      <div className="shell bare">
        <Skip />
        <Header waiting={waiting} />
        <LineState />
        <main id="main" tabIndex={-1} className="screen">
          <Suspense fallback={<Loading />}>
            <Guard inside>
              <Lobby />
            </Guard>
          </Suspense>
        </main>
      </div>
    );
  }

  const Current = SCREENS[shown];
  return (
    <div className="shell" data-screen={shown}>
      <Skip />
      <Header waiting={waiting} />
      <div className="strips">
        <LineState />
        <StandInState />
      </div>
      <Nav shown={shown} waiting={waiting} />
      <div className="stage">
        {replay}
        {!replay && <FirstRound />}
        <NextStep waiting={waiting} shown={shown} id={id} />
        <main id="main" tabIndex={-1} className={`screen screen-${shown}`}>
          <Guard key={shown} inside>
            <Suspense fallback={<Loading />}>
              <Current id={id} />
            </Suspense>
          </Guard>
        </main>
      </div>
      {!replay && <News />}
    </div>
  );
}
