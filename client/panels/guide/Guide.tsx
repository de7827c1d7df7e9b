import '../../words.ts';
import './guide.css';
import words from '../../../shared/content/texts/en/guide.json';
import { gatheredWords } from '../../game/Glossary.tsx';
import { addWords, keysOf, t } from '../../text.ts';
import { Link } from '../Link.tsx';
import { SetupPage } from '../setup/SetupPage.tsx';
import { Sheets } from './Sheets.tsx';

addWords(words);

const PARTS = ['rules', 'class', 'words', 'print'] as const;
const RULES = [1, 2, 3, 4, 5, 6, 7] as const;
const PLANS = ['50', '90', 'week'] as const;

/** The rules in five minutes, plans for a class, the words, and sheets to print; `print`: the sheets themselves. */
export default function Guide({ print }: { print: boolean }) {
  if (print) return <Sheets />;
  return (
    <SetupPage title={t('guidebook.title')} lede={t('guidebook.lede')}>
      <nav className="chips" aria-label={t('guidebook.parts')}>
        {PARTS.map((part) => (
          <button
            key={part}
            type="button"
            className="chip"
            onClick={() => document.getElementById(`guide-${part}`)?.scrollIntoView()}
          >
            {t(`guidebook.${part}`)}
          </button>
        ))}
      </nav>
      <section className="stack" aria-labelledby="guide-rules">
        <h2 id="guide-rules">{t('guidebook.rules')}</h2>
        <ol className="guide-rules">
          {RULES.map((rule) => (
            <li key={rule} className="card stack s">
              <h3>{t(`guidebook.rule.${rule}.title`)}</h3>
              <p>{t(`guidebook.rule.${rule}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="stack" aria-labelledby="guide-class">
        <h2 id="guide-class">{t('guidebook.class')}</h2>
        <p>{t('guidebook.class.before')}</p>
        <p className="note guide-care">{t('guidebook.class.care')}</p>
        <div className="guide-plans">
          {PLANS.map((plan) => (
            <section key={plan} className="card stack s" aria-labelledby={`plan-${plan}`}>
              <h3 id={`plan-${plan}`}>{t(`guidebook.plan.${plan}.title`)}</h3>
              <ol className="guide-plan">
                {keysOf(`guidebook.plan.${plan}.`, '')
                  .filter((key) => !key.endsWith('.title'))
                  .map((key) => (
                    <li key={key}>{t(key)}</li>
                  ))}
              </ol>
            </section>
          ))}
        </div>
      </section>
      <section className="stack" aria-labelledby="guide-print">
        <h2 id="guide-print">{t('guidebook.print')}</h2>
        <p>{t('guidebook.print.told')}</p>
        <div className="row">
          <Link to="/guide/print" className="btn primary">
            {t('guidebook.print.open')}
          </Link>
        </div>
      </section>
      <section className="stack" aria-labelledby="guide-words">
        <h2 id="guide-words">{t('guidebook.words')}</h2>
        <dl className="guide-words">
          {gatheredWords().map((entry) => (
            <div key={entry.key}>
              <dt className="strong">{entry.term}</dt>
              <dd className="small muted">{entry.text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="stack s" aria-labelledby="guide-model">
        <h2 id="guide-model">{t('guidebook.model')}</h2>
        <p>{t('note.model')}</p>
        <p>{t('note.counterview')}</p>
        <p>{t('note.peace')}</p>
      </section>
    </SetupPage>
  );
}
