import '../../words.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Edition, Seat } from '../../../shared/rules/types.ts';
import { failureWords } from '../../failure.ts';
import { makeGame } from '../../source/http.ts';
import { t } from '../../text.ts';
import { DifficultyChoice, EditionChoice, RoundsChoice } from './choices.tsx';
import { enterGame } from './enter.ts';
import { type Difficulty, roundChoices } from './options.ts';
import { SeatPicker } from './SeatPicker.tsx';
import { ContentNote, SetupPage } from './SetupPage.tsx';

interface Props {
  mode: 'solo' | 'table';
  first: Seat; // chosen before anybody chooses
  title: string;
  lede: string;
  go: string; // on the button
  after: string; // what comes next
  name?: string; // of the person, where others will see it
  children?: ReactNode; // asked before the seat
}

/** Making a game: the content note first, then seat, edition, bots and length. */
export function SetupForm({ mode, first, title, lede, go, after, name, children }: Props) {
  const [seat, setSeat] = useState<Seat>(first);
  const [bots, setBots] = useState<Difficulty>('normal');
  const [edition, setEdition] = useState<Edition>('lesson');
  const [asked, setRounds] = useState<number | null>(null);
  const choices = roundChoices(edition);
  const rounds = choices.find((one) => one === asked) ?? choices[0] ?? 0;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    const game = { mode, seat, edition, bots, rounds };
    const made = await makeGame(name === undefined ? game : { ...game, name: name.trim() });
    if (made.ok) enterGame(made.body, mode);
    else {
      setFailure(failureWords(made.failure));
      setBusy(false);
    }
  };

  return (
    <SetupPage title={title} lede={lede}>
      <form className="stack l" onSubmit={(event) => void make(event)}>
        <ContentNote />
        {children}
        <SeatPicker legend={t('setup.seat')} chosen={seat} onChoose={setSeat} />
        <EditionChoice chosen={edition} onChoose={setEdition} />
        <div className="setup-pair">
          <DifficultyChoice chosen={bots} onChoose={setBots} />
          <RoundsChoice edition={edition} chosen={rounds} onChoose={setRounds} />
        </div>
        {failure && (
          <p className="note bad" role="alert">
            {failure}
          </p>
        )}
        <div className="setup-go">
          <button type="submit" className="btn primary big" disabled={busy}>
            {busy ? t('setup.starting') : go}
          </button>
          <p className="muted small">{after}</p>
        </div>
      </form>
    </SetupPage>
  );
}
