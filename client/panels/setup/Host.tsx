import { useState } from 'react';
import { t } from '../../text.ts';
import { NameField } from './NameField.tsx';
import { SetupForm } from './SetupForm.tsx';

/** A game to share by its code; who makes it starts it. */
export default function Host() {
  const [name, setName] = useState('');
  return (
    <SetupForm
      mode="table"
      first="us"
      title={t('host.title')}
      lede={t('host.lede')}
      go={t('host.make')}
      after={t('host.after')}
      name={name}
    >
      <NameField value={name} onChange={setName} />
    </SetupForm>
  );
}
