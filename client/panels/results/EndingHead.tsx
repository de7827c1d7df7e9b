import type { Result } from '../../../shared/rules/state.ts';
import { t } from '../../text.ts';

/** How it ended, in a title and a few sentences. */
export function EndingHead({ result }: { result: Result }) {
  return (
    <header className="ending stack s" data-grade={result.grade}>
      <p className="label">{t('results.title')}</p>
      <h1>{t(`ending.${result.grade}.title`)}</h1>
      <p className="lede">{t(`ending.${result.grade}.text`)}</p>
      <p className="small muted">{t('note.peace')}</p>
    </header>
  );
}
