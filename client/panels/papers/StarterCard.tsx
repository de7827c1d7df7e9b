import type { Starter } from '../../../shared/rules/scenario.ts';
import type { Scenario } from '../../../shared/rules/scenario.ts';
import type { Term } from '../../../shared/rules/state.ts';
import { provisionFor } from '../../../shared/rules/terms.ts';
import { setDraft } from '../../composer/draft.ts';
import { wholeLine } from '../../composer/terms.ts';
import { open, useGame } from '../../game/context.ts';
import { opensIn, provisionName } from '../../names.ts';
import { SeatName } from '../../seats.tsx';
import { t } from '../../text.ts';

/** The terms of a starter paper as one would propose them. */
export function termsOf(scenario: Scenario, starter: Starter): Term[] {
  return starter.terms.map(({ provision, level, snapback }) => ({
    provision,
    level,
    scope: provisionFor(scenario, provision).scoped ? wholeLine(scenario) : [],
    conditions: [],
    snapback: snapback ? [{ kind: 'ceasefireEnds' }] : [],
  }));
}

/** A paper that lies ready, so that nobody starts from a blank page. */
export function StarterCard({ starter }: { starter: Starter }) {
  const game = useGame();
  const opens = Math.max(
    1,
    ...starter.terms.map(
      ({ provision }) =>
        opensIn(game.scenario, game.view.world, provisionFor(game.scenario, provision).table) ?? 1,
    ),
  );
  const take = () => {
    setDraft(game.code, {
      terms: termsOf(game.scenario, starter),
      readers: 'table',
      counterTo: null,
      note: '',
    });
    open(game, 'papers', 'compose');
  };
  return (
    <article className="paper starter stack s">
      <h3>{t(`starter.${starter.id}.name`)}</h3>
      <p className="small">{t(`starter.${starter.id}.about`)}</p>
      <ul className="tiny muted starter-terms">
        {starter.terms.map((term) => (
          <li key={term.provision}>{provisionName(term.provision)}</li>
        ))}
      </ul>
      <div className="row s">
        {starter.signatories.map((seat) => (
          <SeatName key={seat} seat={seat} size={18} short />
        ))}
      </div>
      <button type="button" className="btn small starter-take" disabled={opens > 1} onClick={take}>
        {opens > 1 ? t('starter.opens', { round: opens }) : t('starter.take')}
      </button>
    </article>
  );
}
