import { useState } from 'react';
import type { Agreement, Forecast } from '../../../shared/rules/state.ts';
import type { Teller } from '../../../shared/rules/telling.ts';
import { SEATS, type TermKey } from '../../../shared/rules/types.ts';
import { useAct } from '../../actions.ts';
import { useGame } from '../../game/context.ts';
import { provisionName, seatNames } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';
import { Refusal } from '../Refusal.tsx';
import { paperTitle } from '../papers/PaperCard.tsx';
import { Squares } from './Squares.tsx';

/** Agreements switched off and on again, and how many of a hundred futures are at peace then. */
export function SwitchOff({ forecast, teller }: { forecast: Forecast; teller: Teller }) {
  const { world } = useGame().view;
  const [off, setOff] = useState<readonly TermKey[]>([]);
  const standing = world.agreements
    .map((agreement) => ({
      agreement,
      keys: agreement.terms.filter(({ state }) => state === 'inForce').map(({ key }) => key),
    }))
    .filter(({ keys }) => keys.length > 0);
  if (standing.length === 0) return <p className="empty">{t('without.none')}</p>;

  const was = Math.round(forecast.durability / 100);
  const held = Math.round(durabilityWithout(forecast, teller, off) / 100);
  const turn = (keys: readonly TermKey[], on: boolean) =>
    setOff((before) => [...before.filter((key) => !keys.includes(key)), ...(on ? [] : keys)]);
  return (
    <div className="switch-off">
      <div className="stack">
        <MostVotes />
        {standing.map(({ agreement, keys }) => (
          <AgreementSwitch key={agreement.id} agreement={agreement} keys={keys} off={off} onTurn={turn} />
        ))}
      </div>
      <div className="card stack s switch-off-shown">
        <p className="forecast-big" role="status">
          <span className="num">{held}</span>{' '}
          <span className="forecast-of">
            {off.length === 0 ? t('without.all') : t('without.some', { was })}
          </span>
        </p>
        <Squares held={held} was={was} />
        <p className="tiny muted">{t('without.told')}</p>
      </div>
    </div>
  );
}

/** For one term the figure that the table of contributions shows; for several the analytic twin's. */
function durabilityWithout(forecast: Forecast, teller: Teller, off: readonly TermKey[]): number {
  const [only] = off;
  const counted = off.length === 1 ? forecast.contributions.find(({ key }) => key === only) : undefined;
  return counted ? Math.max(0, forecast.durability - counted.without) : teller.without(off);
}

/** In a room of several: the agreement that most want to see left out. */
function MostVotes() {
  const { world } = useGame().view;
  const votes = Object.values(world.reveal?.votes ?? {});
  const counted = world.agreements
    .map((agreement) => ({ agreement, count: votes.filter((id) => id === agreement.id).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  const [most, next] = counted;
  if (!most) return null;
  const isTie = most.count === next?.count;
  return (
    <p className="note" role="status">
      {isTie
        ? t('vote.tie', { count: most.count })
        : t('vote.most', { title: paperTitle(most.agreement), count: most.count })}
    </p>
  );
}

/** In a room of several: who votes to look at the end without this one, and my own vote. */
function Vote({ agreement }: { agreement: Agreement }) {
  const { view, me, replay, watching } = useGame();
  const { seats, reveal } = view.world;
  const act = useAct();
  if (SEATS.filter((seat) => seats[seat].taken === 'human').length < 2) return null;
  const voters = SEATS.filter((seat) => reveal?.votes[seat] === agreement.id);
  const isMine = voters.includes(me);
  return (
    <div className="row s">
      {!replay && !watching && (
        <button
          type="button"
          className="btn small"
          aria-pressed={isMine}
          disabled={act.pending}
          onClick={() => void act.ask({ kind: 'vote', agreement: isMine ? null : agreement.id })}
        >
          {t(isMine ? 'vote.mine' : 'vote.cast')}
        </button>
      )}
      {voters.length > 0 && (
        <span className="small">{t('vote.count', { count: voters.length, seats: seatNames(voters) })}</span>
      )}
      <Refusal words={act.refusal} />
    </div>
  );
}

interface SwitchProps {
  agreement: Agreement;
  keys: readonly TermKey[]; // of its terms in force
  off: readonly TermKey[];
  onTurn: (keys: readonly TermKey[], on: boolean) => void;
}

function AgreementSwitch({ agreement, keys, off, onTurn }: SwitchProps) {
  const out = keys.filter((key) => off.includes(key)).length;
  return (
    <fieldset className="card tight stack s agreement-switch" data-off={out === keys.length}>
      <legend className="sr">{paperTitle(agreement)}</legend>
      <div className="row between s">
        <label className="check strong">
          <input
            type="checkbox"
            checked={out === 0}
            ref={(box) => {
              if (box) box.indeterminate = out > 0 && out < keys.length;
            }}
            onChange={() => onTurn(keys, out > 0)}
          />
          <span className="switch-name">{paperTitle(agreement)}</span>
        </label>
        <span className="tiny muted">{t('without.round', { round: agreement.round })}</span>
      </div>
      <div className="row s">
        {agreement.signatories.map((seat) => (
          <SeatName key={seat} seat={seat} size={16} short />
        ))}
      </div>
      <Vote agreement={agreement} />
      {keys.length > 1 && (
        <details className="small">
          <summary>{t('without.terms', { count: keys.length })}</summary>
          {agreement.terms
            .filter(({ key }) => keys.includes(key))
            .map((term) => (
              <label key={term.key} className="check small">
                <input
                  type="checkbox"
                  checked={!off.includes(term.key)}
                  onChange={(event) => onTurn([term.key], event.target.checked)}
                />
                <span className="switch-name">{provisionName(term.provision)}</span>
              </label>
            ))}
        </details>
      )}
    </fieldset>
  );
}
