import { type Reason, REASONS } from '../../shared/rules/state.ts';
import type { ProvisionId } from '../../shared/rules/types.ts';
import { provisionFor } from '../../shared/rules/terms.ts';
import { useGame } from '../game/context.ts';
import { provisionName, tableFor, tablesShown } from '../names.ts';
import { t } from '../text.ts';

interface Props {
  id: string; // sets this choice apart from another on the page
  reason: Reason;
  onReason: (reason: Reason) => void;
  about: string; // a provision, or nothing
  onAbout: (about: string) => void;
  provisions: readonly ProvisionId[];
  none: string; // what no provision is called here
}

/** Why, and about which provision: asked wherever a delegation says no. */
export function ReasonChoice({ id, reason, onReason, about, onAbout, provisions, none }: Props) {
  const { scenario } = useGame();
  const groups = tablesShown(scenario)
    .map((table) => ({
      table,
      members: provisions.filter((id) => tableFor(scenario, provisionFor(scenario, id)) === table),
    }))
    .filter(({ members }) => members.length > 0);
  return (
    <>
      <fieldset>
        <legend>{t('refuse.reason')}</legend>
        <div className="stack s">
          {REASONS.map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name={`reason-${id}`}
                checked={one === reason}
                onChange={() => onReason(one)}
              />
              <span>{t(`reason.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="field">
        <label htmlFor={`about-${id}`}>{t('refuse.about')}</label>
        <select id={`about-${id}`} value={about} onChange={(event) => onAbout(event.target.value)}>
          <option value="">{none}</option>
          {groups.map(({ table, members }) =>
            groups.length === 1 ? (
              <Options key={table} of={members} />
            ) : (
              <optgroup key={table} label={t(`table.${table}.name`)}>
                <Options of={members} />
              </optgroup>
            ),
          )}
        </select>
      </div>
    </>
  );
}

function Options({ of }: { of: readonly ProvisionId[] }) {
  return of.map((provision) => (
    <option key={provision} value={provision}>
      {provisionName(provision)}
    </option>
  ));
}
