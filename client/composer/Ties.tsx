import { Plus, X } from 'lucide-react';
import type { Condition, Snapback, Term } from '../../shared/rules/state.ts';
import { provisionFor } from '../../shared/rules/terms.ts';
import type { Level, ProvisionId } from '../../shared/rules/types.ts';
import { day } from '../figures.ts';
import { useGame } from '../game/context.ts';
import { provisionName } from '../names.ts';
import { t } from '../text.ts';
import { dateChoices, firstFree, replaced, type TieChoices, tieChoices } from './terms.ts';

const LEVELS: readonly Level[] = [1, 2, 3];

interface Props {
  id: string; // sets the controls of this term apart
  term: Term;
  terms: readonly Term[]; // of the whole draft
  onChange: (term: Term) => void;
}

/** On what a term hangs: what must hold before it enters into force, and what undoes it again. */
export function Ties({ id, term, terms, onChange }: Props) {
  const { view, scenario } = useGame();
  const { conditions: allowed, snapbacks } = scenario.edition;
  const choices = tieChoices(scenario, view.world, terms, term.provision);
  const withConditions = (conditions: readonly Condition[]) => onChange({ ...term, conditions });
  const withSnapback = (snapback: readonly Snapback[]) => onChange({ ...term, snapback });

  const waitsFor = term.conditions.flatMap((one) => (one.kind === 'inForce' ? [one.provision] : []));
  const snapsOn = term.snapback.flatMap((one) => (one.kind === 'breachOf' ? [one.provision] : []));
  const nextWait = firstFree(choices, waitsFor);
  const nextSnap = firstFree(choices, snapsOn);

  return (
    <div className="stack s ties-editor">
      {allowed.includes('ceasefireHeld') && <QuietTime term={term} onChange={onChange} />}
      {allowed.includes('fromDate') && <FromDate id={id} term={term} onChange={onChange} />}
      {term.conditions.map((condition, index) =>
        condition.kind === 'inForce' ? (
          <div key={`${condition.provision}-wait`} className="row s tie">
            <label htmlFor={`${id}-wait-${index}`} className="small">
              {t('tie.inForce')}
            </label>
            <ProvisionSelect
              id={`${id}-wait-${index}`}
              value={condition.provision}
              choices={choices}
              without={waitsFor}
              onChoose={(provision) =>
                withConditions(replaced(term.conditions, index, { kind: 'inForce', provision, level: 1 }))
              }
            />
            <LevelSelect
              provision={condition.provision}
              level={condition.level}
              onChoose={(level) => withConditions(replaced(term.conditions, index, { ...condition, level }))}
            />
            <RemoveTie onRemove={() => withConditions(replaced(term.conditions, index, null))} />
          </div>
        ) : null,
      )}
      {allowed.includes('inForce') && (
        <OneTap
          choices={choices.inPaper.filter((one) => !waitsFor.includes(one))}
          words={(provision) => t('tie.inForce.chip', { provision: provisionName(provision) })}
          onChoose={(provision) =>
            withConditions([...term.conditions, { kind: 'inForce', provision, level: 1 }])
          }
        />
      )}
      {allowed.includes('inForce') && nextWait && (
        <button
          type="button"
          className="btn link small tie-add"
          onClick={() =>
            withConditions([...term.conditions, { kind: 'inForce', provision: nextWait, level: 1 }])
          }
        >
          <Plus size={14} aria-hidden="true" />
          {t('tie.inForce.add')}
        </button>
      )}
      {snapbacks.includes('ceasefireEnds') && (
        <label className="check small">
          <input
            type="checkbox"
            checked={term.snapback.some((one) => one.kind === 'ceasefireEnds')}
            onChange={(event) =>
              withSnapback([
                ...term.snapback.filter((one) => one.kind !== 'ceasefireEnds'),
                ...(event.target.checked ? [{ kind: 'ceasefireEnds' } as const] : []),
              ])
            }
          />
          {t('term.snaps')}
        </label>
      )}
      {term.snapback.map((snapback, index) =>
        snapback.kind === 'breachOf' ? (
          <div key={`${snapback.provision}-snap`} className="row s tie">
            <label htmlFor={`${id}-snap-${index}`} className="small">
              {t('tie.breachOf')}
            </label>
            <ProvisionSelect
              id={`${id}-snap-${index}`}
              value={snapback.provision}
              choices={choices}
              without={snapsOn}
              onChoose={(provision) =>
                withSnapback(replaced(term.snapback, index, { kind: 'breachOf', provision }))
              }
            />
            <RemoveTie onRemove={() => withSnapback(replaced(term.snapback, index, null))} />
          </div>
        ) : null,
      )}
      {snapbacks.includes('breachOf') && (
        <OneTap
          choices={choices.inPaper.filter((one) => !snapsOn.includes(one))}
          words={(provision) => t('tie.breachOf.chip', { provision: provisionName(provision) })}
          onChoose={(provision) => withSnapback([...term.snapback, { kind: 'breachOf', provision }])}
        />
      )}
      {snapbacks.includes('breachOf') && nextSnap && (
        <button
          type="button"
          className="btn link small tie-add"
          onClick={() => withSnapback([...term.snapback, { kind: 'breachOf', provision: nextSnap }])}
        >
          <Plus size={14} aria-hidden="true" />
          {t('tie.breachOf.add')}
        </button>
      )}
    </div>
  );
}

interface OneTapProps {
  choices: readonly ProvisionId[];
  words: (provision: ProvisionId) => string;
  onChoose: (provision: ProvisionId) => void;
}

/** The likely ties, to the other terms of the paper, each made with one press. */
function OneTap({ choices, words, onChoose }: OneTapProps) {
  if (choices.length === 0) return null;
  return (
    <ul className="row s">
      {choices.map((provision) => (
        <li key={provision}>
          <button type="button" className="chip tie-chip" onClick={() => onChoose(provision)}>
            <Plus size={14} aria-hidden="true" />
            {words(provision)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Only after a full ceasefire has held for some rounds. */
function QuietTime({ term, onChange }: Pick<Props, 'term' | 'onChange'>) {
  const index = term.conditions.findIndex((one) => one.kind === 'ceasefireHeld');
  const held = term.conditions[index];
  const put = (rounds: number | null) => {
    const others = term.conditions.filter((one) => one.kind !== 'ceasefireHeld');
    onChange({
      ...term,
      conditions: rounds === null ? others : [...others, { kind: 'ceasefireHeld', rounds }],
    });
  };
  return (
    <div className="row s">
      <label className="check small">
        <input
          type="checkbox"
          checked={held !== undefined}
          onChange={(event) => put(event.target.checked ? 1 : null)}
        />
        {t('term.onlyAfter')}
      </label>
      {held?.kind === 'ceasefireHeld' && (
        <select
          className="tie-select"
          aria-label={t('term.onlyAfter.rounds')}
          value={held.rounds}
          onChange={(event) => put(Number(event.target.value))}
        >
          {LEVELS.map((rounds) => (
            <option key={rounds} value={rounds}>
              {t('term.rounds', { rounds })}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** Not before the day on which a later round opens. */
function FromDate({ id, term, onChange }: Pick<Props, 'id' | 'term' | 'onChange'>) {
  const { view, scenario } = useGame();
  const days = dateChoices(scenario, view.world);
  const set = term.conditions.find((one) => one.kind === 'fromDate');
  const put = (date: string | null) => {
    const others = term.conditions.filter((one) => one.kind !== 'fromDate');
    onChange({ ...term, conditions: date === null ? others : [...others, { kind: 'fromDate', date }] });
  };
  const [first] = days;
  if (!set && !first) return null;
  return (
    <div className="row s">
      <label className="check small">
        <input
          type="checkbox"
          checked={set !== undefined}
          onChange={(event) => put(event.target.checked && first ? first.date : null)}
        />
        {t('tie.fromDate')}
      </label>
      {set?.kind === 'fromDate' && (
        <select
          id={`${id}-date`}
          className="tie-select"
          aria-label={t('tie.fromDate.day')}
          value={set.date}
          onChange={(event) => put(event.target.value)}
        >
          {!days.some(({ date }) => date === set.date) && <option value={set.date}>{day(set.date)}</option>}
          {days.map(({ round, date }) => (
            <option key={date} value={date}>
              {t(round > view.world.rounds ? 'tie.fromDate.end' : 'tie.fromDate.round', {
                date: day(date),
                round,
              })}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

interface SelectProps {
  id: string;
  value: ProvisionId;
  choices: TieChoices;
  without: readonly ProvisionId[]; // taken by other ties
  onChoose: (id: ProvisionId) => void;
}

/** Provisions in three groups: of this paper, agreed, and the rest. */
function ProvisionSelect({ id, value, choices, without, onChoose }: SelectProps) {
  const groups = [
    ['tie.group.paper', choices.inPaper],
    ['tie.group.agreed', choices.agreed],
    ['tie.group.others', choices.others],
  ] as const;
  return (
    <select
      id={id}
      className="tie-select tie-provision"
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {groups.map(([label, provisions]) =>
        provisions.length === 0 ? null : (
          <optgroup key={label} label={t(label)}>
            {provisions
              .filter((one) => one === value || !without.includes(one))
              .map((one) => (
                <option key={one} value={one}>
                  {provisionName(one)}
                </option>
              ))}
          </optgroup>
        ),
      )}
    </select>
  );
}

function LevelSelect({
  provision,
  level,
  onChoose,
}: {
  provision: ProvisionId;
  level: Level;
  onChoose: (level: Level) => void;
}) {
  const { scenario } = useGame();
  const { levels } = provisionFor(scenario, provision);
  if (levels === 1) return null;
  return (
    <select
      className="tie-select"
      aria-label={t('term.level.of', { name: provisionName(provision) })}
      value={level}
      onChange={(event) => onChoose(Number(event.target.value) as Level)}
    >
      {LEVELS.filter((one) => one <= levels).map((one) => (
        <option key={one} value={one}>
          {t('tie.level', { level: one })}
        </option>
      ))}
    </select>
  );
}

function RemoveTie({ onRemove }: { onRemove: () => void }) {
  return (
    <button type="button" className="btn quiet small icon" aria-label={t('tie.remove')} onClick={onRemove}>
      <X size={14} aria-hidden="true" />
    </button>
  );
}
