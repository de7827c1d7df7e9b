import '../../words.ts';
import { type FormEvent, useState } from 'react';
import type { Seat } from '../../../shared/rules/types.ts';
import { failureWords } from '../../failure.ts';
import { makeGame } from '../../source/http.ts';
import { t } from '../../text.ts';
import { DifficultyChoice, RoundsChoice } from './choices.tsx';
import { enterGame } from './enter.ts';
import type { Difficulty } from './options.ts';
import { SeatPicker } from './SeatPicker.tsx';
import { ContentNote, SetupPage } from './SetupPage.tsx';

/** One person against five simulated delegations. */
export default function Solo() {
  const [seat, setSeat] = useState<Seat>('ua');
  const [bots, setBots] = useState<Difficulty>('normal');
  const [rounds, setRounds] = useState<number>(5);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const made = await makeGame({ mode: 'solo', seat, edition: 'lesson', bots, rounds });
    if (made.ok) enterGame(made.body, 'solo');
    else {
      setFailure(failureWords(made.failure));
      setBusy(false);
    }
  };

  return (
    <SetupPage title={t('solo.title')} lede={t('solo.lede')}>
      <form className="stack l" onSubmit={(event) => void start(event)}>
        <ContentNote />
        <SeatPicker legend={t('setup.seat')} chosen={seat} onChoose={setSeat} />
        <div className="setup-pair">
          <DifficultyChoice chosen={bots} onChoose={setBots} />
          <RoundsChoice chosen={rounds} onChoose={setRounds} />
        </div>
        {failure && (
          <p className="note bad" role="alert">
            {failure}
          </p>
        )}
        <div className="setup-go">
          <button type="submit" className="btn primary big" disabled={busy}>
            {busy ? t('setup.starting') : t('solo.start')}
          </button>
          <p className="muted small">{t('solo.after')}</p>
        </div>
      </form>
    </SetupPage>
  );
}
