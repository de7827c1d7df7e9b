import { dateOfRound } from '../../../shared/rules/calendar.ts';
import { type Edition, EDITIONS } from '../../../shared/rules/types.ts';
import { START } from '../../../shared/content/editions.ts';
import { day } from '../../figures.ts';
import { t } from '../../text.ts';
import { DIFFICULTIES, roundChoices, type Difficulty } from './options.ts';

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

/** Which edition: how much of the catalogue is in play. */
export function EditionChoice({
  chosen,
  onChoose,
}: {
  chosen: Edition;
  onChoose: (edition: Edition) => void;
}) {
  return (
    <fieldset>
      <legend>{t('setup.edition')}</legend>
      <div className="edition-cards">
        {EDITIONS.map((edition) => (
          <label key={edition} className="edition-card" data-chosen={edition === chosen}>
            <input
              type="radio"
              name="edition"
              checked={edition === chosen}
              onChange={() => onChoose(edition)}
            />
            <span className="strong">{t(`setup.edition.${edition}`)}</span>
            <span className="small muted">{t(`setup.edition.${edition}.told`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface RoundsProps {
  edition: Edition;
  chosen: number;
  onChoose: (rounds: number) => void;
}

/** How many rounds the game has. */
export function RoundsChoice({ edition, chosen, onChoose }: RoundsProps) {
  return (
    <fieldset>
      <legend>{t('setup.rounds')}</legend>
      <div className="stack s">
        {roundChoices(edition).map((rounds) => (
          <label key={rounds} className="check">
            <input type="radio" name="rounds" checked={rounds === chosen} onChange={() => onChoose(rounds)} />
            <span>
              <span className="strong">{t('setup.rounds.count', { rounds })}</span>{' '}
              <span className="muted small">
                {t('setup.rounds.dates', { start: day(START), end: day(dateOfRound(START, rounds + 1)) })}{' '}
                {t(`setup.time.${edition}.${rounds}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
