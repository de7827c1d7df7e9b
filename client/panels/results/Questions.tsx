import { keysOf, t } from '../../text.ts';

/** What there is to talk about. */
export function Questions() {
  return (
    <section className="stack s" aria-labelledby="talk">
      <h2 id="talk">{t('results.questions')}</h2>
      <ol className="prose questions">
        {keysOf('debrief.question.', '').map((question) => (
          <li key={question}>{t(question)}</li>
        ))}
      </ol>
    </section>
  );
}
