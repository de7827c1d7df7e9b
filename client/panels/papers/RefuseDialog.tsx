import { useState } from 'react';
import type { Proposal, Reason } from '../../../shared/rules/state.ts';
import { useAct } from '../../actions.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
import { ReasonChoice } from '../ReasonChoice.tsx';
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
      <ReasonChoice
        id={paper.id}
        reason={reason}
        onReason={setReason}
        about={about}
        onAbout={setAbout}
        provisions={paper.terms.map((term) => term.provision)}
        none={t('refuse.about.whole')}
      />
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
