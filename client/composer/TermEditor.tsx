import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react';
import type { DragEvent } from 'react';
import type { Level } from '../../shared/rules/types.ts';
import type { Term } from '../../shared/rules/state.ts';
import { provisionFor } from '../../shared/rules/terms.ts';
import { useGame } from '../game/context.ts';
import { provisionName } from '../names.ts';
import { ProvisionMore } from '../panels/papers/ProvisionMore.tsx';
import { t } from '../text.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { mayBeTied } from './terms.ts';
import { Ties } from './Ties.tsx';

/** What a dragged term carries: its place. */
const DRAGGED = 'application/x-830-term';

const LEVELS: readonly Level[] = [1, 2, 3];

interface Props {
  id: string; // sets the controls of this term apart
  term: Term;
  terms: readonly Term[]; // of the whole draft
  onChange: (term: Term) => void;
  onRemove: () => void;
  index: number; // where it stands in the draft
  onMove: (to: number) => void;
  onTake: (from: number) => void; // another term is dropped on this one
}

/** One term of a draft: its level, its scope, on what it hangs. */
export function TermEditor({ id, term, terms, onChange, onRemove, index, onMove, onTake }: Props) {
  const { scenario } = useGame();
  const provision = provisionFor(scenario, term.provision);
  const name = provisionName(term.provision);
  /** The term that was let go here takes this place. */
  const onDropped = (event: DragEvent<HTMLLIElement>) => {
    const from = Number(event.dataTransfer.getData(DRAGGED));
    if (!event.dataTransfer.types.includes(DRAGGED) || from === index) return;
    event.preventDefault();
    onTake(from);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the mouse; keys have the buttons
    <li
      className="term stack s"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
      }}
      onDrop={(event) => onDropped(event)}
    >
      <div className="row between s">
        <span className="row s">
          <span
            className="term-grip"
            draggable
            aria-hidden="true"
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData(DRAGGED, String(index));
            }}
          >
            <GripVertical size={16} />
          </span>
          <span className="strong">{name}</span>
        </span>
        <span className="row s term-moves">
          <button
            type="button"
            className="btn quiet icon small"
            disabled={index === 0}
            aria-label={t('term.up', { name })}
            onClick={() => onMove(index - 1)}
          >
            <ArrowUp size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn quiet icon small"
            disabled={index === terms.length - 1}
            aria-label={t('term.down', { name })}
            onClick={() => onMove(index + 1)}
          >
            <ArrowDown size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="btn quiet small"
            onClick={onRemove}
            aria-label={t('term.remove', { name })}
          >
            <Trash2 size={16} aria-hidden="true" />
            {t('term.remove.short')}
          </button>
        </span>
      </div>
      {provision.levels > 1 ? (
        <fieldset>
          <legend className="sr">{t('term.level.of', { name })}</legend>
          <div className="stack s">
            {LEVELS.filter((level) => level <= provision.levels).map((level) => (
              <label key={level} className="check small">
                <input
                  type="radio"
                  name={`level-${id}`}
                  checked={term.level === level}
                  onChange={() => onChange({ ...term, level })}
                />
                <span>
                  <span className="strong">{level}</span> · {t(`provision.${term.provision}.level.${level}`)}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <p className="small">{t(`provision.${term.provision}.level.1`)}</p>
      )}
      {provision.scoped && <ScopeChoice id={id} term={term} onChange={onChange} />}
      {mayBeTied(scenario, term.provision) && <Ties id={id} term={term} terms={terms} onChange={onChange} />}
      <ProvisionMore id={term.provision} level={term.level} />
    </li>
  );
}
