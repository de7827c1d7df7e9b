import { useAct } from '../actions.ts';
import { Modal } from '../panels/Modal.tsx';
import { Refusal } from '../panels/Refusal.tsx';
import { t } from '../text.ts';

/** Whoever shares a game may close a round when somebody has left the table. */
export function CloseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const act = useAct();
  const close = async () => {
    if (await act.ask({ kind: 'closeTalks' })) onClose();
  };
  return (
    <Modal title={t('close.title')} open={open} onClose={onClose}>
      <p>{t('close.text')}</p>
      <Refusal words={act.refusal} />
      <div className="row">
        <button type="button" className="btn primary" disabled={act.pending} onClick={() => void close()}>
          {t('close.do')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('ready.back')}
        </button>
      </div>
    </Modal>
  );
}
