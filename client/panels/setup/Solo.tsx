import { t } from '../../text.ts';
import { SetupForm } from './SetupForm.tsx';

/** One person against five simulated delegations. */
export default function Solo() {
  return (
    <SetupForm
      mode="solo"
      first="ua"
      title={t('solo.title')}
      lede={t('solo.lede')}
      go={t('solo.start')}
      after={t('solo.after')}
    />
  );
}
