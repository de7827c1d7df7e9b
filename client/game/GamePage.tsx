import '../words.ts';
import './game.css';
import './bar.css';
import './rail.css';
import './strips.css';
import './news.css';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { scenarioOf } from '../../shared/content/index.ts';
import { useEditionWords } from '../editionWords.ts';
import { failureWords } from '../failure.ts';
import { fetchFront } from '../front/ahead.ts';
import { remember, replayAt, setReplayAt, tokenFor } from '../memory.ts';
import { Loading } from '../panels/Loading.tsx';
import { Trouble } from '../panels/Trouble.tsx';
import { keepFront } from '../panels/front/seen.ts';
import { gamePath, go, type Screen } from '../route.ts';
import { useLive } from '../store.ts';
import { t } from '../text.ts';
import { type Game, GameContext } from './context.ts';
import { Shell } from './Shell.tsx';

const Replay = lazy(() => import('./Replay.tsx'));

interface Props {
  code: string;
  screen: Screen | null;
  id: string | null;
}

/** A seat of a game, from its link. */
export default function GamePage({ code, screen, id }: Props) {
  const token = useMemo(() => tokenFor(code), [code]);
  const { source, snapshot } = useLive(code, token);
  const view = snapshot?.view ?? null;

  const isThere = view !== null;
  useEffect(() => {
    if (isThere) fetchFront();
  }, [isThere]);

  const isWorded = useEditionWords(view?.world.edition ?? null);

  const seat = view?.mine.seat;
  const round = view?.world.round;
  useEffect(() => {
    if (!token || !view || view.world.mode === 'simulation') return;
    const { world, mine } = view;
    keepFront(code, world);
    remember({
      code,
      token,
      seat: mine.seat,
      mode: world.mode === 'solo' ? 'solo' : 'table',
      round: world.round,
      rounds: world.rounds,
      ended: world.phase === 'ended',
    });
    // oxlint-disable-next-line react/exhaustive-deps -- kept once a round, not with every message
  }, [code, token, seat, round, view?.world.phase]);

  const [replaying, setReplaying] = useState(() => replayAt(code) !== null);
  const endReplay = useCallback(() => {
    setReplayAt(code, null);
    setReplaying(false);
    go(gamePath(code, 'results'));
  }, [code]);
  const game = useMemo<Game | null>(() => {
    if (!view || !snapshot || !source) return null;
    return {
      code,
      me: view.mine.seat,
      view,
      scenario: scenarioOf(view.world.edition),
      words: snapshot.words,
      info: snapshot.game,
      present: snapshot.present,
      accounts: snapshot.accounts,
      line: snapshot.line,
      request: source.request,
      onReplay: () => {
        setReplaying(true);
        go(gamePath(code, 'front'));
      },
    };
  }, [code, view, snapshot, source]);

  if (!token) return <Trouble title={t('game.noToken.title')} text={t('game.noToken.text')} />;
  if (snapshot?.line === 'gone' && snapshot.error)
    return (
      <Trouble
        title={t('game.gone.title')}
        text={failureWords(snapshot.error)}
        again={() => location.reload()}
      />
    );
  if (!game || !isWorded) return <Loading words={t('game.connecting')} />;
  if (replaying)
    return (
      <Suspense fallback={<Loading />}>
        <Replay game={game} screen={screen} id={id} onEnd={endReplay} />
      </Suspense>
    );
  return (
    <GameContext value={game}>
      <Shell screen={screen} id={id} />
    </GameContext>
  );
}
