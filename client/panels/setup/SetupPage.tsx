import './setup.css';
import type { ReactNode } from 'react';
import { t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { Skip } from '../Skip.tsx';

/** The frame of the pages before a game. */
export function SetupPage({ title, lede, children }: { title: string; lede: string; children: ReactNode }) {
  return (
    <div className="setup">
      <Skip />
      <header className="setup-top">
        <Link to="/" className="wordmark">
          {t('app.name')}
        </Link>
      </header>
      <main id="main" tabIndex={-1} className="stack l">
        <div className="stack s">
          <h1>{title}</h1>
          <p className="lede">{lede}</p>
        </div>
        {children}
      </main>
    </div>
  );
}

/** Said before anyone plays (the war goes on; one may step out). */
export function ContentNote() {
  return (
    <aside className="note content-note stack s" aria-labelledby="content-note">
      <h2 id="content-note" className="strong small">
        {t('setup.note.title')}
      </h2>
      <p>{t('note.content')}</p>
    </aside>
  );
}
