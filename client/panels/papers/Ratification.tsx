import { useState } from 'react';
import type { AgreedTerm } from '../../../shared/rules/state.ts';
import { chanceToRatify, ratifiersOf } from '../../../shared/rules/treaty.ts';
import { useAct } from '../../actions.ts';
import { capital, percent } from '../../figures.ts';
import { useGame } from '../../game/context.ts';
import { provisionName } from '../../names.ts';
import { listed, t } from '../../text.ts';
import { Refusal } from '../Refusal.tsx';

/** The chance beyond which nothing more can be bought, basis points. */
const CERTAIN = 10_000;

/** Who must still ratify a term, how likely that is, and for a seat whose home must: winning votes there. */
export function Ratification({ term }: { term: AgreedTerm }) {
  const { view, scenario, me } = useGame();
  const bodies = term.state === 'pending' ? ratifiersOf(scenario, term) : [];
  if (bodies.length === 0) return null;
  return (
    <div className="stack s ratification">
      <p className="small">
        {t('ratify.waits', {
          bodies: listed(
            bodies.map((seat) =>
              t('ratify.chance', {
                body: t(`ratify.body.${seat}`),
                chance: percent(chanceToRatify(view.world, term, seat)),
              }),
            ),
          ),
        })}
      </p>
      {view.legal.lobby.includes(term.key) && bodies.includes(me) && <WinVotes term={term} />}
    </div>
  );
}

/** Spends political capital at home for a term that waits there. */
function WinVotes({ term }: { term: AgreedTerm }) {
  const { view, me } = useGame();
  const [points, setPoints] = useState(1);
  const act = useAct();
  const after = (spent: number) =>
    chanceToRatify(
      view.world,
      { lobbied: { ...term.lobbied, [me]: (term.lobbied[me] ?? 0) + spent * 100 } },
      me,
    );
  const now = after(0);
  const most = Math.floor(view.mine.pc.free / 100);
  const amounts = Array.from({ length: most }, (_, i) => i + 1).filter((one) => after(one - 1) < CERTAIN);
  const chosen = Math.min(points, amounts.at(-1) ?? 0);
  if (now >= CERTAIN) return <p className="small muted">{t('ratify.certain')}</p>;
  if (chosen === 0) return <p className="small muted">{t('ratify.short')}</p>;
  return (
    <>
      <Refusal words={act.refusal} />
      <div className="row s">
        <select
          className="tie-select"
          aria-label={t('ratify.spend.label', { name: provisionName(term.provision) })}
          value={chosen}
          onChange={(event) => setPoints(Number(event.target.value))}
        >
          {amounts.map((one) => (
            <option key={one} value={one}>
              {t('ratify.spend', { points: one, chance: percent(after(one)) })}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="btn small"
          disabled={act.pending}
          onClick={() => void act.ask({ kind: 'lobby', term: term.key, pc: chosen * 100 })}
        >
          {t('ratify.do')}
        </button>
      </div>
      <p className="tiny muted">{t('ratify.told', { free: capital(view.mine.pc.free) })}</p>
    </>
  );
}
