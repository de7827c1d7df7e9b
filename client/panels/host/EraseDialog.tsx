import { useState } from 'react';
import { failureWords } from '../../failure.ts';
import { announce } from '../../game/announce.ts';
import { useGame } from '../../game/context.ts';
import { tokenFor } from '../../memory.ts';
import { eraseWords } from '../../source/http.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
import { Refusal } from '../Refusal.tsx';

/** Names and words of a game, taken out for good; asked twice, for nothing brings them back. */
export function EraseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { code } = useGame();
  const [sure, setSure] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const close = () => {
    setSure(false);
    setRefusal(null);
    onClose();
  };
  const erase = async () => {
    setPending(true);
    const reply = await eraseWords(code, tokenFor(code) ?? '');
    setPending(false);
    if (!reply.ok) {
      setRefusal(failureWords(reply.failure));
      return;
    }
    announce(t('host.erase.done'));
    close();
  };
  return (
    <Modal title={t('host.erase.title')} open={open} onClose={close}>
      <p>{t('host.erase.text')}</p>
      <label className="check">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        <span>{t('host.erase.sure')}</span>
      </label>
      <Refusal words={refusal} />
      <div className="row">
        <button type="button" className="btn danger" disabled={!sure || pending} onClick={() => void erase()}>
          {t('host.erase.do')}
        </button>
        <button type="button" className="btn" onClick={close}>
          {t('ready.back')}
        </button>
      </div>
    </Modal>
  );
}
