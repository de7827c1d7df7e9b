import { t } from '../text.ts';
import { useGame } from './context.ts';

/** Calm words while the line is down: nothing is lost, and it comes back by itself. */
export function LineState() {
  const { line } = useGame();
  return (
    <div className="line-state" role="status">
      {line === 'live' ? null : <p>{t('line.reconnecting')}</p>}
    </div>
  );
}
