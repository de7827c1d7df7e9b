import { orderName, provisionName } from '../../names.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
import type { Asked } from './useOrders.ts';

interface Props {
  asked: Asked | null;
  pending: boolean;
  onAnswer: (yes: boolean) => void;
}

/** A second thought before an order that breaks one's word. */
export function BreachDialog({ asked, pending, onAnswer }: Props) {
  if (!asked) return null;
  const { legal } = asked;
  return (
    <Modal title={t('breach.title', { order: orderName(legal.order) })} open onClose={() => onAnswer(false)}>
      <ul className="prose">
        {legal.violates.map((one) => (
          <li key={one.key}>
            {t(one.overt ? 'breach.overt' : 'breach.covert', { provision: provisionName(one.provision) })}
          </li>
        ))}
      </ul>
      <p>{t('breach.price')}</p>
      <div className="row">
        <button type="button" className="btn" disabled={pending} onClick={() => onAnswer(true)}>
          {t('breach.write')}
        </button>
        <button type="button" className="btn primary" onClick={() => onAnswer(false)}>
          {t('breach.back')}
        </button>
      </div>
    </Modal>
  );
}
