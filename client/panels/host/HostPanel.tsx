import './host.css';
import { Copy, Download, Eraser, FastForward, MonitorPlay } from 'lucide-react';
import { useState } from 'react';
import { SEATS } from '../../../shared/rules/types.ts';
import { useAct } from '../../actions.ts';
import { copyText } from '../../copy.ts';
import { announce } from '../../game/announce.ts';
import { CloseDialog } from '../../game/CloseDialog.tsx';
import { useGame } from '../../game/context.ts';
import { useNarrow } from '../../narrow.ts';
import { SeatName } from '../../seats.tsx';
import { listed, t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { Refusal } from '../Refusal.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { useLogFile } from './useLogFile.ts';

/** For who shares a game: who is there, the page for the wall, and what only the host may do. */
export default function HostPanel() {
  const game = useGame();
  const { view, code } = game;
  const { phase, host, mode } = view.world;
  const [shown, setShown] = useState<'close' | 'erase' | null>(null);
  const log = useLogFile();
  if (mode !== 'table' || host !== game.me)
    return (
      <div className="page stack">
        <h1>{t('nav.host')}</h1>
        <p className="empty">{t('host.notYours')}</p>
      </div>
    );
  const wall = `${location.origin}/watch/${code}`;
  const hasEnded = phase === 'ended';
  const playing = phase === 'briefing' || phase === 'talks';
  const copy = () =>
    void copyText(`${location.origin}/join/${code}`).then((done) =>
      announce(t(done ? 'menu.copied' : 'menu.notCopied', { link: `${location.origin}/join/${code}` })),
    );
  return (
    <div className="page stack l host">
      <div className="stack s">
        <h1>{t('nav.host')}</h1>
        <p className="muted">
          <Glossed>{t('host.panel.lede', { code })}</Glossed>
        </p>
      </div>
      <section className="stack s" aria-labelledby="who">
        <h2 id="who">{t('host.who')}</h2>
        <Who />
      </section>
      <div className="grid">
        <section className="card stack s" aria-labelledby="wall">
          <h2 id="wall">{t('host.wall')}</h2>
          <p className="small">
            <Glossed>{t('host.wall.told')}</Glossed>
          </p>
          <p className="small strong host-address">{wall}</p>
          <div className="row">
            <a className="btn primary" href={wall} target="_blank" rel="noreferrer">
              <MonitorPlay size={18} aria-hidden="true" />
              {t('host.wall.open')}
            </a>
            <button type="button" className="btn" onClick={copy}>
              <Copy size={18} aria-hidden="true" />
              {t('host.copyJoin')}
            </button>
          </div>
        </section>
        {playing && (
          <section className="card stack s" aria-labelledby="round">
            <h2 id="round">{t('host.round')}</h2>
            <p className="small">{t('host.round.told')}</p>
            <div className="row">
              <button type="button" className="btn" onClick={() => setShown('close')}>
                <FastForward size={18} aria-hidden="true" />
                {t('menu.close')}
              </button>
            </div>
          </section>
        )}
        <section className="card stack s" aria-labelledby="log">
          <h2 id="log">{t('host.log')}</h2>
          <p className="small">{t(hasEnded ? 'host.log.told' : 'host.log.later')}</p>
          <Refusal words={log.refusal} />
          {hasEnded && (
            <div className="row">
              <button type="button" className="btn" disabled={log.pending} onClick={() => void log.save()}>
                <Download size={18} aria-hidden="true" />
                {t('host.log.save')}
              </button>
            </div>
          )}
        </section>
        <section className="card stack s" aria-labelledby="erase">
          <h2 id="erase">{t('host.erase')}</h2>
          <p className="small">{t('host.erase.told')}</p>
          <div className="row">
            <button type="button" className="btn danger" onClick={() => setShown('erase')}>
              <Eraser size={18} aria-hidden="true" />
              {t('host.erase.open')}
            </button>
          </div>
        </section>
      </div>
      <CloseDialog open={shown === 'close'} onClose={() => setShown(null)} />
      <EraseDialog open={shown === 'erase'} onClose={() => setShown(null)} />
    </div>
  );
}

/** Each delegation: who sits there, whether anyone is on the line, and how far it is. */
function Who() {
  const { view, words, present, me } = useGame();
  const { seats, phase } = view.world;
  const act = useAct();
  const narrow = useNarrow();
  const playing = phase === 'briefing' || phase === 'talks';
  return (
    <>
      <Refusal words={act.refusal} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className="host-scroll" role="group" aria-labelledby="who" tabIndex={0}>
        <table className="host-who">
          <thead>
            <tr>
              <th scope="col">{t('results.seat')}</th>
              <th scope="col">{t('host.who.sits')}</th>
              <th scope="col">{t('host.who.line')}</th>
              <th scope="col">{t('host.who.round')}</th>
              <th scope="col">
                <span className="sr">{t('host.who.do')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {SEATS.map((seat) => {
              const { taken, ready, standIn } = seats[seat];
              const human = taken === 'human';
              const names = words.names[seat].filter(Boolean);
              const here = present.includes(seat);
              const verb = t(standIn ? 'host.giveBack' : 'host.standIn');
              return (
                <tr key={seat}>
                  <th scope="row">
                    <SeatName seat={seat} size={22} short={narrow} />
                  </th>
                  <td>
                    {human ? (names.length > 0 ? listed(names) : t('lobby.someone')) : t('press.simulated')}
                    {standIn && <span className="tag warn">{t('press.standIn')}</span>}
                  </td>
                  <td>
                    {human && (
                      <span className={here ? 'tag good' : 'tag warn'}>
                        {t(here ? 'host.here' : 'host.away')}
                      </span>
                    )}
                  </td>
                  <td>{playing && t(ready ? 'ready.on' : 'watch.atWork')}</td>
                  <td>
                    {playing && human && seat !== me && (
                      <button
                        type="button"
                        className="btn small"
                        aria-label={t('host.do.for', { verb, seat: t(`ui.seat.${seat}.name`) })}
                        disabled={act.pending}
                        onClick={() => void act.ask({ kind: 'standIn', seat, why: standIn ? null : 'asked' })}
                      >
                        {verb}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
