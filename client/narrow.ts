import { useSyncExternalStore } from 'react';

/** As wide as styles that speak of a phone. */
const PHONE = '(max-width: 48rem)';

function subscribe(tell: () => void): () => void {
  const phone = matchMedia(PHONE);
  phone.addEventListener('change', tell);
  return () => phone.removeEventListener('change', tell);
}

/** Whether the page is as narrow as a phone: long things are then folded. Never where it is only read, not shown. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(PHONE).matches,
    () => false,
  );
}
