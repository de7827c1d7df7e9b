import '../panels/lobby/lobby.css';
import { useGame } from '../game/context.ts';
import { gameTold } from '../panels/setup/options.ts';
import { t } from '../text.ts';
import { Seats } from './Seats.tsx';

/** Before the talks: the code to come in by, and who sits where. */
export default function Waiting() {
  const { view, code } = useGame();
  const isLobby = view.world.phase === 'lobby';
  return (
    <div className="page watch-waiting stack l">
      <div className="stack s">
        <h1>{t(isLobby ? 'watch.lobby' : 'watch.briefing')}</h1>
        <p className="lede">{gameTold(view.world)}</p>
      </div>
      {isLobby && (
        <section className="card lobby-code" aria-labelledby="code-title">
          <div className="stack s">
            <h2 id="code-title" className="label">
              {t('lobby.code')}
            </h2>
            <p className="code-big">{code}</p>
          </div>
          <div className="stack s lobby-link">
            <p>{t('lobby.link')}</p>
            <p className="strong lobby-address">{`${location.origin}/join/${code}`}</p>
          </div>
        </section>
      )}
      <Seats />
    </div>
  );
}
