import { useState } from 'react';
import { type Proposal, type Reason, REASONS } from '../../../shared/rules/state.ts';
import { useAct } from '../../actions.ts';
import { provisionName } from '../../names.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
import { Refusal } from '../Refusal.tsx';

interface Props {
  paper: Proposal;
  open: boolean;
  onClose: () => void;
}

/** No, and why: a refusal with a reason tells the others what would work. */
export function RefuseDialog({ paper, open, onClose }: Props) {
  const [reason, setReason] = useState<Reason>('tooLittle');
  const [about, setAbout] = useState('');
  const act = useAct();
  const refuse = async () => {
    const command = { kind: 'reject', proposal: paper.id, reason } as const;
    if (await act.ask(about ? { ...command, about } : command)) onClose();
  };
  return (
    <Modal title={t('refuse.title')} open={open} onClose={onClose}>
      <p className="muted">{t('refuse.lede')}</p>
      <fieldset>
        <legend>{t('refuse.reason')}</legend>
        <div className="stack s">
          {REASONS.map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name={`reason-${paper.id}`}
                checked={one === reason}
                onChange={() => setReason(one)}
              />
              <span>{t(`reason.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={`about-${paper.id}`}>{t('refuse.about')}</label>
        <select id={`about-${paper.id}`} value={about} onChange={(event) => setAbout(event.target.value)}>
          <option value="">{t('refuse.about.whole')}</option>
          {paper.terms.map((term) => (
            <option key={term.provision} value={term.provision}>
              {provisionName(term.provision)}
            </option>
          ))}
        </select>
      </div>
      <Refusal words={act.refusal} />
      <div className="row">
        <button type="button" className="btn primary" disabled={act.pending} onClick={() => void refuse()}>
          {t('refuse.send')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('sign.back')}
        </button>
      </div>
    </Modal>
  );
}
