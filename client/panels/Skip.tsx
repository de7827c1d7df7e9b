import { t } from '../text.ts';

/** The first thing a keyboard finds: past the header to the page itself. The address keeps its token. */
export function Skip() {
  return (
    <button
      type="button"
      className="skip"
      onClick={() => document.querySelector<HTMLElement>('#main')?.focus()}
    >
      {t('skip')}
    </button>
  );
}
