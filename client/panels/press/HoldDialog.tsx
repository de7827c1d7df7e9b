import { useState } from 'react';
import { type Reason, REASONS } from '../../../shared/rules/state.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';
import { provisionName } from '../../names.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
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
        <fieldset>
          <legend>{t('refuse.reason')}</legend>
          <div className="stack s">
            {REASONS.map((one) => (
              <label key={one} className="check">
                <input
                  type="radio"
                  name="hold-reason"
                  checked={one === reason}
                  onChange={() => setReason(one)}
                />
                <span>{t(`reason.${one}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="field">
          <label htmlFor="hold-about">{t('refuse.about')}</label>
          <select id="hold-about" value={about} onChange={(event) => setAbout(event.target.value)}>
            <option value="">{t('hold.about.none')}</option>
            {scenario.provisions.map((provision) => (
              <option key={provision.id} value={provision.id}>
                {provisionName(provision.id)}
              </option>
            ))}
          </select>
        </div>
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
