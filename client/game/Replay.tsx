import './replay.css';
import { useEffect, useMemo, useState } from 'react';
import type { Words } from '../../shared/protocol/slices.ts';
import { SEATS } from '../../shared/rules/types.ts';
import type { SeatView } from '../../shared/rules/view.ts';
import { failureWords } from '../failure.ts';
import { type ReplayAt, replayAt, setReplayAt, tokenFor } from '../memory.ts';
import { Loading } from '../panels/Loading.tsx';
import { Trouble } from '../panels/Trouble.tsx';
import type { Screen } from '../route.ts';
import { gameLog } from '../source/http.ts';
import { type Recorded, recordedFrom, viewAt } from '../source/record.ts';
import type { Failure } from '../source/source.ts';
import { t } from '../text.ts';
import { type Game, GameContext } from './context.ts';
import { ReplayBar } from './ReplayBar.tsx';
import { Shell } from './Shell.tsx';

interface Props {
  game: Game; // as it ended
  screen: Screen | null;
  id: string | null;
  onEnd: () => void;
}

const REFUSED = { ok: false, failure: { code: 'OFFLINE', message: 'the game is over' } } as const;

/** A finished game from its first move to its last, on the same screens, from any seat's view or from all. */
export default function Replay({ game, screen, id, onEnd }: Props) {
  const { code, me, scenario } = game;
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [{ move, seat }, setAt] = useState<ReplayAt>(() => replayAt(code) ?? { move: 0, seat: me });
  useEffect(() => setReplayAt(code, { move, seat }), [code, move, seat]);

  useEffect(() => {
    let left = false;
    const load = async () => {
      const log = await gameLog(code, tokenFor(code) ?? '');
      if (left) return;
      if (log.ok) setRecorded(recordedFrom(log.body));
      else setFailure(log.failure);
    };
    void load();
    return () => {
      left = true;
    };
  }, [code]);

  const shown = useMemo<Game | null>(() => {
    const view = recorded && viewAt(scenario, recorded, move, seat, me);
    if (!view) return null;
    return {
      ...game,
      me: seat ?? me,
      view,
      words: { ...game.words, texts: textsFor(view, game.words.texts) },
      present: SEATS,
      accounts: [],
      request: () => Promise.resolve(REFUSED),
      replay: (
        <ReplayBar
          recorded={recorded}
          move={move}
          seat={seat}
          onMove={(to) => setAt({ move: to, seat })}
          onSeat={(from) => setAt({ move, seat: from })}
          onEnd={onEnd}
        />
      ),
    };
  }, [game, recorded, scenario, move, seat, me, onEnd]);

  if (failure) return <Trouble title={t('replay.none')} text={failureWords(failure)} again={onEnd} />;
  if (!shown) return <Loading words={t('replay.loading')} />;
  return (
    <GameContext value={shown}>
      <Shell screen={screen ?? 'front'} id={id} />
    </GameContext>
  );
}

/** The words one may read; what others wrote to each other stays with them. */
function textsFor({ mine }: SeatView, known: Words['texts']): Words['texts'] {
  const ids = [...mine.papers, ...mine.press].flatMap(({ text }) => (text === null ? [] : [text]));
  return { ...known, ...Object.fromEntries(ids.map((id) => [id, known[id] ?? t('replay.private')])) };
}
