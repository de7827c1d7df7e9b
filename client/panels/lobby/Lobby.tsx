import './lobby.css';
import { Bot, Check, Copy, MonitorPlay, User } from 'lucide-react';
import { useState } from 'react';
import { SEATS } from '../../../shared/rules/types.ts';
import { useAct } from '../../actions.ts';
import { copyText } from '../../copy.ts';
import { useGame } from '../../game/context.ts';
import { seatName } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { listed, t } from '../../text.ts';
import { Refusal } from '../Refusal.tsx';
import { gameTold } from '../setup/options.ts';
import { ContentNote } from '../setup/SetupPage.tsx';

/** Before the game: who sits where, and the code to come in by. */
export default function Lobby() {
  const { view, code, me, words, present } = useGame();
  const { seats, host } = view.world;
  const act = useAct();
  const [copied, setCopied] = useState(false);
  const link = `${location.origin}/join/${code}`;
  const copy = () => void copyText(link).then(setCopied);
  const open = SEATS.filter((seat) => seats[seat].taken !== 'human');

  return (
    <div className="page lobby stack l">
      <div className="page-head">
        <div className="stack s">
          <h1>{t('lobby.title')}</h1>
          <p className="muted">
            {gameTold(view.world)}.{' '}
            {t(view.legal.start ? 'lobby.lede.host' : 'lobby.lede.guest', {
              host: host ? seatName(host) : '',
            })}
          </p>
        </div>
        {view.legal.start && (
          <button
            type="button"
            className="btn primary big"
            disabled={act.pending}
            onClick={() => void act.ask({ kind: 'start' })}
          >
            {t('lobby.start')}
          </button>
        )}
      </div>
      <Refusal words={act.refusal} />
      <section className="card lobby-code" aria-labelledby="code-title">
        <div className="stack s">
          <h2 id="code-title" className="label">
            {t('lobby.code')}
          </h2>
          <p className="code-big">{code}</p>
        </div>
        <div className="stack s lobby-link">
          <p className="small">{t('lobby.link')}</p>
          <p className="small strong lobby-address">{link}</p>
          <div className="row">
            <button type="button" className="btn" onClick={copy}>
              {copied ? <Check size={18} aria-hidden="true" /> : <Copy size={18} aria-hidden="true" />}
              {t(copied ? 'menu.copied' : 'lobby.copy')}
            </button>
            {host === me && (
              <a className="btn" href={`/watch/${code}`} target="_blank" rel="noreferrer">
                <MonitorPlay size={18} aria-hidden="true" />
                {t('host.wall.open')}
              </a>
            )}
          </div>
        </div>
      </section>
      <section className="stack s" aria-labelledby="delegations">
        <h2 id="delegations">{t('lobby.delegations')}</h2>
        <ul className="seat-rows">
          {SEATS.map((seat) => {
            const human = seats[seat].taken === 'human';
            const names = words.names[seat].filter(Boolean);
            return (
              <li key={seat} className="card tight seat-row" data-me={seat === me}>
                <SeatName seat={seat} size={26} />
                <span className="row s small">
                  {human ? <User size={18} aria-hidden="true" /> : <Bot size={18} aria-hidden="true" />}
                  {human
                    ? names.length > 0
                      ? listed(names)
                      : t(seat === me ? 'lobby.you' : 'lobby.someone')
                    : t('lobby.bot')}
                  {seat === me && names.length > 0 && <span className="tag">{t('lobby.you')}</span>}
                  {seat === host && <span className="tag">{t('lobby.host')}</span>}
                  {human && seat !== me && !present.includes(seat) && (
                    <span className="muted tiny">{t('lobby.away')}</span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
        {open.length > 0 && <p className="small muted">{t('lobby.open', { count: open.length })}</p>}
      </section>
      <ContentNote />
    </div>
  );
}
