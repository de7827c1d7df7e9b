import { t } from '../text.ts';

/** Something is on its way. */
export function Loading({ words = t('loading') }: { words?: string }) {
  return (
    <div className="loading" role="status">
      <span className="spin" aria-hidden="true" />
      {words}
    </div>
  );
}
