import { Quote } from 'lucide-react';
import type { Measure } from '../../../shared/rules/types.ts';
import { signed, tenth } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { trackName } from '../../names.ts';
import { gamePath } from '../../route.ts';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { Modal } from '../Modal.tsx';
import { historyOf, whyOf } from './history.ts';

/** Why a figure stands where it stands: every change with its cause, the latest round first. */
export function WhyDialog({ measure, onClose }: { measure: Measure; onClose: () => void }) {
  const { view, code, replay } = useGame();
  const mayQuote = !replay && view.legal.channels.length > 0;
  const rounds = whyOf(view.world, measure);
  const [start] = historyOf(view.world, measure);
  return (
    <Modal title={t('why.title', { track: trackName(measure) })} open onClose={onClose}>
      <p className="muted small">{t(`track.${measure}.about`)}</p>
      <p className="small">
        {t('why.now', { now: tenth(view.world.measures[measure]), start: tenth(start ?? 0) })}
      </p>
      {rounds.length === 0 && <p className="empty">{t('why.none')}</p>}
      {rounds.map(({ round, by, lines }) => (
        <section key={round} className="stack s">
          <h3 className="row between s">
            <span>{t('why.round', { round })}</span>
            <span className="num">{signed(by)}</span>
          </h3>
          <ul className="why-lines small">
            {lines.map((line) => (
              <li key={line.words}>
                <span>
                  {line.words}
                  {line.cut && <span className="muted tiny"> {t('why.cut')}</span>}
                </span>
                <span className="why-amount">
                  <span className="num">{signed(line.by)}</span>
                  {mayQuote && (
                    <Link
                      to={gamePath(code, 'press', `ledger:${line.line}`)}
                      className="btn quiet icon small"
                      aria-label={t('press.quote.label', { what: line.words })}
                      title={t('press.quote')}
                    >
                      <Quote size={16} aria-hidden="true" />
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className="row">
        <button type="button" className="btn primary" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Modal>
  );
}
