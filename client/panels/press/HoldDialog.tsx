import { useState } from 'react';
import type { Reason } from '../../../shared/rules/state.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
import { ReasonChoice } from '../ReasonChoice.tsx';
import { Refusal } from '../Refusal.tsx';

/** "We hold": saying no in the open, with a reason, is an act of its own. */
export function HoldButton() {
  const { view, scenario } = useGame();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<Reason>('wait');
  const [about, setAbout] = useState('');
  const act = useAct();
  if (view.world.phase !== 'talks') return null;
  const hold = async () => {
    const command = { kind: 'hold', reason } as const;
    if (await act.ask(about ? { ...command, about } : command)) setOpen(false);
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {t('hold.open')}
      </button>
      <Modal
        title={t('hold.title')}
        open={open}
        onClose={() => {
          setOpen(false);
          act.clear();
        }}
      >
        <p className="muted">{t('hold.lede')}</p>
        <ReasonChoice
          id="hold"
          reason={reason}
          onReason={setReason}
          about={about}
          onAbout={setAbout}
          provisions={scenario.provisions.map((provision) => provision.id)}
          none={t('hold.about.none')}
        />
        <Refusal words={act.refusal} />
        <div className="row">
          <button type="button" className="btn primary" disabled={act.pending} onClick={() => void hold()}>
            {t('hold.do')}
          </button>
          <button type="button" className="btn" onClick={() => setOpen(false)}>
            {t('sign.back')}
          </button>
        </div>
      </Modal>
    </>
  );
}
