import '../../words.ts';
import { type FormEvent, useState } from 'react';
import type { Seat } from '../../../shared/rules/types.ts';
import { failureWords } from '../../failure.ts';
import { makeGame } from '../../source/http.ts';
import { t } from '../../text.ts';
import { DifficultyChoice, RoundsChoice } from './choices.tsx';
import { enterGame } from './enter.ts';
import { NameField } from './NameField.tsx';
import type { Difficulty } from './options.ts';
import { SeatPicker } from './SeatPicker.tsx';
import { ContentNote, SetupPage } from './SetupPage.tsx';

/** A game to share by its code; who makes it starts it. */
export default function Host() {
  const [seat, setSeat] = useState<Seat>('us');
  const [name, setName] = useState('');
  const [bots, setBots] = useState<Difficulty>('normal');
  const [rounds, setRounds] = useState<number>(5);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const made = await makeGame({ mode: 'table', seat, edition: 'lesson', bots, rounds, name: name.trim() });
    if (made.ok) enterGame(made.body, 'table');
    else {
      setFailure(failureWords(made.failure));
      setBusy(false);
    }
  };

  return (
    <SetupPage title={t('host.title')} lede={t('host.lede')}>
      <form className="stack l" onSubmit={(event) => void make(event)}>
        <ContentNote />
        <NameField value={name} onChange={setName} />
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
            {busy ? t('setup.starting') : t('host.make')}
          </button>
          <p className="muted small">{t('host.after')}</p>
        </div>
      </form>
    </SetupPage>
  );
}
