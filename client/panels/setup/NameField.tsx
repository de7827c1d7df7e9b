import { NAME_LIMIT } from '../../../shared/protocol/version.ts';
import { t } from '../../text.ts';

/** What the others call me: a first name or a word will do. */
export function NameField({ value, onChange }: { value: string; onChange: (name: string) => void }) {
  return (
    <div className="field name-field">
      <label htmlFor="name">{t('setup.name')}</label>
      <input
        id="name"
        value={value}
        maxLength={NAME_LIMIT}
        autoComplete="off"
        aria-describedby="name-told"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id="name-told" className="muted small">
        {t('setup.name.told')}
      </p>
    </div>
  );
}
