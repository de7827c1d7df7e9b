import { Check } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../actions.ts';
import { Modal } from '../panels/Modal.tsx';
import { Refusal } from '../panels/Refusal.tsx';
import { t } from '../text.ts';
import { useGame } from './context.ts';
import { waitingWords } from './waitingWords.ts';
import type { Waiting } from './waiting.ts';

/** Ready, or not after all; asks once when something still waits. */
export function ReadyButton({ waiting }: { waiting: readonly Waiting[] }) {
  const { view, me } = useGame();
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const { phase, seats } = view.world;
  if (phase !== 'talks' && phase !== 'briefing') return null;

  const ready = seats[me].ready;
  const due = waiting.filter((item) => item.asks);
  const say = async (value: boolean) => {
    if (await act.ask({ kind: 'setReady', ready: value })) setAsking(false);
    else setAsking(true);
  };
  const press = () => {
    if (ready) void say(false);
    else if (due.length > 0) setAsking(true);
    else void say(true);
  };

  return (
    <>
      <button
        type="button"
        className={ready ? 'btn ready-on' : 'btn primary'}
        aria-pressed={ready}
        disabled={act.pending || (!ready && !view.legal.ready)}
        onClick={press}
      >
        {ready && <Check size={18} aria-hidden="true" />}
        {t(ready ? 'ready.on' : 'ready.off')}
      </button>
      <Modal
        title={t('ready.ask.title')}
        open={asking}
        onClose={() => {
          setAsking(false);
          act.clear();
        }}
      >
        {due.length > 0 && (
          <>
            <p>{t('ready.ask.text')}</p>
            <ul className="prose">
              {due.map((item) => (
                <li key={item.kind}>{waitingWords(item)}</li>
              ))}
            </ul>
          </>
        )}
        <Refusal words={act.refusal} />
        <div className="row">
          <button type="button" className="btn primary" disabled={act.pending} onClick={() => void say(true)}>
            {t('ready.anyway')}
          </button>
          <button type="button" className="btn" onClick={() => setAsking(false)}>
            {t('ready.back')}
          </button>
        </div>
      </Modal>
    </>
  );
}
