import { DIFFICULTIES, ROUND_CHOICES, type Difficulty } from './options.ts';
import { t } from '../../text.ts';

/** How good the simulated delegations are. */
export function DifficultyChoice({
  chosen,
  onChoose,
}: {
  chosen: Difficulty;
  onChoose: (one: Difficulty) => void;
}) {
  return (
    <fieldset>
      <legend>{t('setup.bots')}</legend>
      <div className="stack s">
        {DIFFICULTIES.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="bots" checked={one === chosen} onChange={() => onChoose(one)} />
            <span>
              <span className="strong">{t(`setup.bots.${one}`)}</span>{' '}
              <span className="muted small">{t(`setup.bots.${one}.told`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How many rounds the lesson has. */
export function RoundsChoice({ chosen, onChoose }: { chosen: number; onChoose: (rounds: number) => void }) {
  return (
    <fieldset>
      <legend>{t('setup.rounds')}</legend>
      <div className="stack s">
        {ROUND_CHOICES.map((rounds) => (
          <label key={rounds} className="check">
            <input type="radio" name="rounds" checked={rounds === chosen} onChange={() => onChoose(rounds)} />
            <span>
              <span className="strong">{t('setup.rounds.count', { rounds })}</span>{' '}
              <span className="muted small">{t(`setup.rounds.${rounds}.told`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
