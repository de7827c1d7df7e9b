import '../words.ts';
import '../game/game.css';
import '../game/bar.css';
import '../game/strips.css';
import '../game/news.css';
import '../panels/front/front.css';
import './watch.css';
import { Moon, Sun } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { scenarioOf } from '../../shared/content/index.ts';
import type { World } from '../../shared/rules/state.ts';
import type { Round } from '../../shared/rules/types.ts';
import { useEditionWords } from '../editionWords.ts';
import { failureWords } from '../failure.ts';
import { day } from '../figures.ts';
import { type Game, GameContext } from '../game/context.ts';
import { LineState } from '../game/LineState.tsx';
import { News } from '../game/News.tsx';
import { Guard } from '../panels/Guard.tsx';
import { Loading } from '../panels/Loading.tsx';
import { Skip } from '../panels/Skip.tsx';
import { Trouble } from '../panels/Trouble.tsx';
import { keepFront } from '../panels/front/seen.ts';
import { resolvedRound } from '../panels/world/history.ts';
import { t } from '../text.ts';
import { chooseTheme, useTheme } from '../theme.ts';
import { useWatched } from './useWatched.ts';

const Board = lazy(() => import('./Board.tsx'));
const Waiting = lazy(() => import('./Waiting.tsx'));
const Ending = lazy(() => import('./Ending.tsx'));
const Playback = lazy(async () => ({ default: (await import('../panels/front/Playback.tsx')).Playback }));

const REFUSED = { ok: false, failure: { code: 'OFFLINE', message: 'who watches asks nothing' } } as const;

/** A game on the wall of the room, or for a visitor: what everyone may see, and nothing else. */
export default function WatchPage({ code }: { code: string }) {
  const snapshot = useWatched(code);
  const view = snapshot?.view ?? null;
  const isWorded = useEditionWords(view?.world.edition ?? null);
  const round = view?.world.round;
  useEffect(() => {
    if (view) keepFront(code, view.world);
    // oxlint-disable-next-line react/exhaustive-deps -- kept once a round, not with every message
  }, [code, round, view?.world.phase]);

  const game = useMemo<Game | null>(() => {
    if (!view || !snapshot) return null;
    return {
      code,
      me: view.mine.seat,
      view,
      scenario: scenarioOf(view.world.edition),
      words: snapshot.words,
      info: snapshot.game,
      present: snapshot.present,
      accounts: [],
      line: snapshot.line,
      request: () => Promise.resolve(REFUSED),
      watching: true,
    };
  }, [code, view, snapshot]);

  if (snapshot?.line === 'gone' && snapshot.error)
    return <Trouble title={t('watch.gone')} text={failureWords(snapshot.error)} />;
  if (!game || !isWorded) return <Loading words={t('watch.connecting')} />;
  return (
    <GameContext value={game}>
      <Watched world={game.view.world} code={code} />
    </GameContext>
  );
}

function Watched({ world, code }: { world: World; code: string }) {
  const { phase } = world;
  const resolved = resolvedRound(world);
  const [told, setTold] = useState<Round>(resolved); // what was resolved before one came is not told by itself
  const telling = resolved > told ? resolved : null;
  const isMap = telling !== null || phase === 'talks';
  useEffect(() => {
    document.title = `${t('app.name')} · ${t('watch.title')}`;
  }, []);
  return (
    <div className="shell bare watch" data-screen={isMap ? 'front' : 'watch'}>
      <Skip />
      <WatchHeader world={world} code={code} />
      <LineState />
      <div className="stage">
        <main id="main" tabIndex={-1} className={isMap ? 'screen screen-front' : 'screen'}>
          <Guard key={phase} inside>
            <Suspense fallback={<Loading />}>
              {telling !== null ? (
                <Playback key={telling} round={telling} onDone={() => setTold(telling)} />
              ) : phase === 'ended' ? (
                <Ending />
              ) : phase === 'talks' ? (
                <Board onTell={resolved > 0 ? () => setTold(resolved - 1) : null} />
              ) : (
                <Waiting />
              )}
            </Suspense>
          </Guard>
        </main>
      </div>
      <News />
    </div>
  );
}

function WatchHeader({ world, code }: { world: World; code: string }) {
  const theme = useTheme();
  const toLight = theme === 'dark';
  return (
    <header className="bar">
      <span className="wordmark">{t('app.name')}</span>
      <div className="bar-facts">
        <span className="pill">
          {world.phase === 'talks'
            ? t('header.round', { round: world.round, rounds: world.rounds })
            : t(`phase.${world.phase}`)}
        </span>
        <span className="pill date">{day(world.date)}</span>
      </div>
      <div className="bar-own">
        <span className="pill">{t('watch.code', { code })}</span>
        <button
          type="button"
          className="btn quiet icon"
          aria-label={t(toLight ? 'theme.toLight' : 'theme.toDark')}
          onClick={() => chooseTheme(toLight ? 'light' : 'dark')}
        >
          {toLight ? <Sun size={20} aria-hidden="true" /> : <Moon size={20} aria-hidden="true" />}
        </button>
      </div>
    </header>
  );
}
