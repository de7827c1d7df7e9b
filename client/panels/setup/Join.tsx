import '../../words.ts';
import { type FormEvent, useEffect, useState } from 'react';
import type { GameCard } from '../../../shared/protocol/http.ts';
import { CODE_LENGTH } from '../../../shared/protocol/version.ts';
import type { Seat } from '../../../shared/rules/types.ts';
import { failureWords } from '../../failure.ts';
import { go } from '../../route.ts';
import { gameCard, joinGame } from '../../source/http.ts';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { enterGame } from './enter.ts';
import { NameField } from './NameField.tsx';
import { gameTold } from './options.ts';
import { SeatPicker } from './SeatPicker.tsx';
import { ContentNote, SetupPage } from './SetupPage.tsx';

/** A code as it was typed or read out: spaces, hyphens and small letters are forgiven. */
function tidy(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, '');
}

/** Into a game that someone shares: first its code, then a free seat. */
export default function Join({ code }: { code: string | null }) {
  return (
    <SetupPage title={t('join.title')} lede={t(code ? 'join.lede.seat' : 'join.lede.code')}>
      {code ? <ChooseSeat key={code} code={tidy(code)} /> : <AskCode />}
    </SetupPage>
  );
}

function AskCode() {
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (tidy(code)) go(`/join/${tidy(code)}`);
  };
  return (
    <form className="card stack code-form" onSubmit={send}>
      <div className="field">
        <label htmlFor="code">{t('join.code')}</label>
        <input
          id="code"
          className="code-input"
          value={code}
          maxLength={CODE_LENGTH + 6}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-told"
          onChange={(event) => setCode(event.target.value)}
        />
        <p id="code-told" className="muted small">
          {t('join.code.told', { letters: CODE_LENGTH })}
        </p>
      </div>
      <div className="row">
        <button type="submit" className="btn primary big" disabled={tidy(code).length === 0}>
          {t('join.look')}
        </button>
      </div>
    </form>
  );
}

function ChooseSeat({ code }: { code: string }) {
  const [card, setCard] = useState<GameCard | null>(null);
  const [seat, setSeat] = useState<Seat | null>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    let left = false;
    const look = async () => {
      const found = await gameCard(code);
      if (left) return;
      if (!found.ok) {
        setFailure(failureWords(found.failure));
        return;
      }
      setCard(found.body);
      setSeat(found.body.free[0] ?? null);
    };
    void look();
    return () => {
      left = true;
    };
  }, [code]);

  const show = (found: GameCard) => {
    setCard(found);
    setSeat(found.free[0] ?? null);
  };
  const sit = async (event: FormEvent) => {
    event.preventDefault();
    if (!seat) return;
    setBusy(true);
    setFailure(null);
    const taken = await joinGame(code, { seat, name: name.trim() });
    if (taken.ok) {
      enterGame(taken.body, 'table');
      return;
    }
    setFailure(failureWords(taken.failure));
    setBusy(false);
    const again = await gameCard(code);
    if (again.ok) show(again.body);
  };

  return (
    <form className="stack l" onSubmit={(event) => void sit(event)}>
      {failure && (
        <div className="note bad stack s" role="alert">
          <p>{failure}</p>
          <div className="row">
            <button type="button" className="btn small" onClick={() => go('/join')}>
              {t('join.otherCode')}
            </button>
          </div>
        </div>
      )}
      {card && card.free.length === 0 && <p className="note">{t('join.full')}</p>}
      {card?.mode === 'table' && (
        <p className="small">
          {t('join.watch.told')} <Link to={`/watch/${code}`}>{t('join.watch')}</Link>
        </p>
      )}
      {card && card.free.length > 0 && (
        <>
          <p className="strong">{gameTold(card)}</p>
          <ContentNote />
          <NameField value={name} onChange={setName} />
          <SeatPicker
            legend={t('join.seat', { code })}
            chosen={seat}
            onChoose={setSeat}
            free={card.free}
            told={(one) => (card.seats[one] === 'human' ? t('join.taken') : null)}
          />
          <div className="setup-go">
            <button type="submit" className="btn primary big" disabled={busy || !seat}>
              {busy ? t('setup.starting') : t('join.sit')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}
