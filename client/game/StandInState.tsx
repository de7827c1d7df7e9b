import { SEATS } from '../../shared/rules/types.ts';
import { useAct } from '../actions.ts';
import { delegation } from '../names.ts';
import { Refusal } from '../panels/Refusal.tsx';
import { listed, t } from '../text.ts';
import { useGame } from './context.ts';

/** Which seats a stand-in keeps; one's own is taken back with one press. */
export function StandInState() {
  const { view, me } = useGame();
  const { seats } = view.world;
  const act = useAct();
  const kept = SEATS.filter((seat) => seat !== me && seats[seat].standIn !== undefined);
  const own = seats[me].standIn !== undefined;
  return (
    <div className="line-state" role="status">
      {own && (
        <p>
          {t('standIn.own')}{' '}
          <button
            type="button"
            className="btn small"
            disabled={act.pending}
            onClick={() => void act.ask({ kind: 'standIn', seat: me, why: null })}
          >
            {t('standIn.back')}
          </button>
        </p>
      )}
      {own && <Refusal words={act.refusal} />}
      {!own && kept.length > 0 && <p>{t('standIn.others', { seats: listed(kept.map(delegation)) })}</p>}
    </div>
  );
}
