import { AskDialog } from '../panels/AskDialog.tsx';
import { t } from '../text.ts';

/** Whoever shares a game may close a round when somebody has left the table. */
export function CloseDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <AskDialog
      title={t('close.title')}
      command={{ kind: 'closeTalks' }}
      verb={t('close.do')}
      open={open}
      onClose={onClose}
    >
      <p>{t('close.text')}</p>
    </AskDialog>
  );
}
