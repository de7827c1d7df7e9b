import type { ReactNode } from 'react';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import { useAct } from '../actions.ts';
import { t } from '../text.ts';
import { Modal } from './Modal.tsx';
import { Refusal } from './Refusal.tsx';

interface Props {
  title: string;
  command: WireCommandInput;
  verb: string; // on the button that does it
  open?: boolean;
  onClose: () => void;
  children: ReactNode; // what it will do
}

/** Asks once more before something that cannot be taken back. */
export function AskDialog({ title, command, verb, open = true, onClose, children }: Props) {
  const act = useAct();
  const ask = async () => {
    if (await act.ask(command)) onClose();
  };
  return (
    <Modal title={title} open={open} onClose={onClose}>
      {children}
      <Refusal words={act.refusal} />
      <div className="row">
        <button type="button" className="btn primary" disabled={act.pending} onClick={() => void ask()}>
          {verb}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('ready.back')}
        </button>
      </div>
    </Modal>
  );
}
