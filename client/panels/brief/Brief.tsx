import './brief.css';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { TEXT_LIMIT } from '../../../shared/protocol/version.ts';
import type { SeatView } from '../../../shared/rules/view.ts';
import { useAct } from '../../actions.ts';
import { announce } from '../../game/announce.ts';
import { useGame, writtenWords } from '../../game/context.ts';
import { provisionName, trackName } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Glossed } from '../Glossed.tsx';
import { Refusal } from '../Refusal.tsx';
import { counted } from './counted.ts';

/** Whether agenda cards were dealt of which some must still be kept. */
function hasCardsToChoose({ legal, mine }: SeatView): boolean {
  return legal.agenda !== null && mine.mandate.agenda.length < legal.agenda.keep;
}

/** My delegation's case in a page, the common sheet, and what I set myself to do. */
export default function Brief() {
  const { view, me } = useGame();
  const { mandate } = view.mine;
  const weights = counted(mandate.weights);
  const undecided = hasCardsToChoose(view);
  return (
    <div className="page brief">
      <div className="page-head">
        <div className="stack s">
          <SeatName seat={me} size={32} />
          <h1>{t('brief.title')}</h1>
          <p className="muted">
            <Glossed>{t('brief.lede', { edition: t(`edition.${view.world.edition}`) })}</Glossed>
          </p>
        </div>
        <button type="button" className="btn no-print" onClick={() => print()}>
          <Printer size={18} aria-hidden="true" />
          {t('brief.print')}
        </button>
      </div>
      <div className="brief-body">
        <div className="stack l">
          <section className="paper stack brief-paper" aria-label={t('brief.title')}>
            <Part id="case" />
            <Part id="want" />
            <Part id="redlines" />
            <Part id="levers" />
            <Part id="needs" />
            <p className="small brief-caution">{t(`brief.${me}.caution`)}</p>
            <details className="small">
              <summary className="strong">{t('brief.more')}</summary>
              <p className="brief-long">
                <Glossed>{t(`brief.${me}.more`)}</Glossed>
              </p>
            </details>
          </section>
          <section className="card stack s" aria-labelledby="common">
            <h2 id="common">{t('brief.common')}</h2>
            <p>
              <Glossed>{t('common.sheet')}</Glossed>
            </p>
            <details className="small">
              <summary className="strong">{t('brief.more')}</summary>
              <p className="brief-long">
                <Glossed>{t('common.more')}</Glossed>
              </p>
            </details>
          </section>
        </div>
        <div className="stack">
          <ReadyCard />
          {undecided && <Agenda />}
          <section className="card stack s" aria-labelledby="counts">
            <h2 id="counts">{t('brief.counts')}</h2>
            <p className="small muted">
              {t('brief.disposition', {
                name: t(`disposition.${mandate.disposition}.name`),
                about: t(`disposition.${mandate.disposition}.about`),
              })}
            </p>
            <ol className="counts">
              {weights.map((one) => (
                <li key={one.interest}>
                  <span className="strong small">{trackName(one.interest)}</span>
                  <span className="tiny muted">
                    {t(`brief.counts.${one.more ? 'more' : 'less'}`)} · {t(`brief.counts.${one.strength}`)}
                  </span>
                </li>
              ))}
            </ol>
          </section>
          <section className="card stack s" aria-labelledby="lines">
            <h2 id="lines">{t('brief.redLines')}</h2>
            <ul className="stack s small">
              {mandate.redLines.map((line) => (
                <li key={line.provision}>
                  <span className="strong">{provisionName(line.provision)}</span>
                  {line.level > 1 && <> {t('brief.fromLevel', { level: line.level })}</>}
                  <br />
                  <span className="muted">{t(`provision.${line.provision}.level.${line.level}`)}</span>
                </li>
              ))}
            </ul>
            <p className="tiny muted">{t('brief.redLines.told')}</p>
          </section>
          {!undecided && <Agenda />}
          <Instructions />
        </div>
      </div>
    </div>
  );
}

function Part({ id }: { id: 'case' | 'want' | 'redlines' | 'levers' | 'needs' }) {
  const { me } = useGame();
  return (
    <section className="stack s brief-part">
      <h2 className="label">{t(`brief.part.${id}`)}</h2>
      <p>
        <Glossed>{t(`brief.${me}.${id}`)}</Glossed>
      </p>
    </section>
  );
}

function ReadyCard() {
  const { view, me } = useGame();
  const act = useAct();
  if (view.world.phase !== 'briefing') return null;
  const ready = view.world.seats[me].ready;
  const undecided = hasCardsToChoose(view);
  return (
    <section className="card stack s brief-ready no-print" aria-label={t('brief.ready.title')}>
      <h2>{t('brief.ready.title')}</h2>
      <p className="small muted">
        {t(ready ? 'brief.ready.waits' : undecided ? 'brief.ready.agenda' : 'brief.ready.told')}
      </p>
      <Refusal words={act.refusal} />
      <button
        type="button"
        className="btn primary big"
        disabled={act.pending || ready || undecided}
        onClick={() => void act.ask({ kind: 'setReady', ready: true })}
      >
        {t(ready ? 'ready.on' : 'brief.ready')}
      </button>
    </section>
  );
}

function Agenda() {
  const { view } = useGame();
  const { mandate } = view.mine;
  const choice = view.legal.agenda;
  const [picked, setPicked] = useState<readonly string[]>([]);
  const act = useAct();
  const undecided = choice !== null && hasCardsToChoose(view);
  const shown = undecided
    ? mandate.agendaDealt
    : mandate.agenda.length > 0
      ? mandate.agenda
      : mandate.agendaDealt;
  if (shown.length === 0) return null;
  return (
    <section className="card stack s" aria-labelledby="agenda">
      <h2 id="agenda">
        {undecided
          ? t('brief.agenda.choose', { keep: choice.keep, dealt: choice.dealt.length })
          : t('brief.agenda', { count: shown.length })}
      </h2>
      <p className="tiny muted">
        <Glossed>{t('brief.agenda.told', { count: undecided ? choice.keep : shown.length })}</Glossed>
      </p>
      {shown.map((card) =>
        undecided ? (
          <label key={card} className="check">
            <input
              type="checkbox"
              checked={picked.includes(card)}
              onChange={(event) =>
                setPicked(
                  event.target.checked
                    ? [...picked, card].slice(-choice.keep)
                    : picked.filter((one) => one !== card),
                )
              }
            />
            <AgendaCard card={card} />
          </label>
        ) : (
          <AgendaCard key={card} card={card} />
        ),
      )}
      <Refusal words={act.refusal} />
      {undecided && (
        <button
          type="button"
          className="btn"
          disabled={act.pending || picked.length !== choice.keep}
          onClick={() => void act.ask({ kind: 'chooseAgenda', cards: [...picked] })}
        >
          {t('brief.agenda.keep', { count: choice.keep })}
        </button>
      )}
    </section>
  );
}

function AgendaCard({ card }: { card: string }) {
  return (
    <span className="small agenda-card">
      <span className="strong">{t(`agenda.${card}.name`)}.</span> {t(`agenda.${card}.text`)}
    </span>
  );
}

function Instructions() {
  const game = useGame();
  const { view } = game;
  const kept = writtenWords(game, view.mine.mandate.instructions) ?? '';
  const [written, setWords] = useState<string | null>(null);
  const words = written ?? kept;
  const act = useAct();
  const open = view.world.phase === 'briefing';
  if (!open && !kept) return null;
  const keep = async () => {
    if (await act.ask({ kind: 'instruct', text: words.trim() })) announce(t('brief.instructions.kept'));
  };
  return (
    <section className="card stack s" aria-labelledby="instructions">
      <h2 id="instructions">{t('brief.instructions')}</h2>
      {open ? (
        <>
          <p id="instructions-told" className="tiny muted">
            {t('brief.instructions.told')}
          </p>
          <textarea
            aria-labelledby="instructions"
            aria-describedby="instructions-told"
            value={words}
            maxLength={TEXT_LIMIT}
            onChange={(event) => setWords(event.target.value)}
          />
          <Refusal words={act.refusal} />
          <button
            type="button"
            className="btn no-print"
            disabled={act.pending || words.trim() === '' || words === kept}
            onClick={() => void keep()}
          >
            {t('brief.instructions.keep')}
          </button>
        </>
      ) : (
        <p className="small instructions-kept">{kept}</p>
      )}
    </section>
  );
}
