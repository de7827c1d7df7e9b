import { FileSignature } from 'lucide-react';
import type { Proposal, Term } from '../../../shared/rules/state.ts';
import { useAct } from '../../actions.ts';
import { capital } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { provisionName, seatNames } from '../../names.ts';
import { t } from '../../text.ts';
import { Modal } from '../Modal.tsx';
import { Refusal } from '../Refusal.tsx';
import { HoldButton } from './HoldButton.tsx';
import { conditionWords, scopeWords, snapbackWords } from './TermLine.tsx';
import { ToRatify } from './ToRatify.tsx';

interface Props {
  paper: Proposal;
  cost: number;
  open: boolean;
  onClose: () => void;
}

/** Where a term holds and on what it hangs, in one run. */
function tiesOf(term: Term): string {
  const scope = scopeWords(term);
  return [
    ...(scope ? [t('term.scope', { scope })] : []),
    ...term.conditions.map(conditionWords),
    ...term.snapback.map(snapbackWords),
  ].join(' ');
}

/** Ink: the last look before a signature. The one that makes the paper an agreement is held, not clicked. */
export function SignDialog({ paper, cost, open, onClose }: Props) {
  const { view, me } = useGame();
  const act = useAct();
  const missing = paper.signatories.filter((seat) => seat !== me && !paper.signatures.includes(seat));
  const isLast = missing.length === 0;
  const crossed = view.mine.mandate.redLines.filter((line) =>
    paper.terms.some((term) => term.provision === line.provision && term.level >= line.level),
  );
  const sign = async () => {
    if (await act.ask({ kind: 'sign', proposal: paper.id })) onClose();
  };
  return (
    <Modal title={t('sign.title')} open={open} onClose={onClose}>
      <ul className="prose">
        {paper.terms.map((term) => (
          <li key={`${term.provision} ${term.scope.join(' ')}`}>
            <span className="strong">{provisionName(term.provision)}.</span>{' '}
            {t(`provision.${term.provision}.level.${term.level}`)}{' '}
            <span className="small muted">{tiesOf(term)}</span>
          </li>
        ))}
      </ul>
      <p>
        {cost > 0
          ? t('sign.cost', { cost: capital(cost), left: capital(view.mine.pc.free - cost) })
          : t('sign.free')}
      </p>
      <ToRatify terms={paper.terms} />
      <p className={isLast ? 'note good' : 'note'}>
        {isLast ? t('sign.last') : t('sign.waits', { seats: seatNames(missing) })}
      </p>
      {crossed.length > 0 && (
        <p className="note bad">
          {t('sign.redLine', { provisions: crossed.map((line) => provisionName(line.provision)).join(', ') })}
        </p>
      )}
      <Refusal words={act.refusal} />
      <div className="row">
        {isLast ? (
          <HoldButton words={t('sign.hold')} disabled={act.pending} onHeld={() => void sign()} />
        ) : (
          <button
            type="button"
            className="btn primary big"
            disabled={act.pending}
            onClick={() => void sign()}
          >
            <FileSignature size={20} aria-hidden="true" />
            {t('sign.ink')}
          </button>
        )}
        <button type="button" className="btn" onClick={onClose}>
          {t('sign.back')}
        </button>
        {isLast && (
          <button type="button" className="btn quiet" disabled={act.pending} onClick={() => void sign()}>
            {t('sign.noHold')}
          </button>
        )}
      </div>
    </Modal>
  );
}
