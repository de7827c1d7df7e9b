import { Modal } from '../panels/Modal.tsx';
import { keysOf, t } from '../text.ts';

const BEGIN = 'glossary.';
const END = '.term';

/** The words of the glossary by their alphabet. */
export function gatheredWords(): { key: string; term: string; text: string }[] {
  return keysOf(BEGIN, END)
    .map((key) => ({ key, term: t(key), text: t(`${key.slice(0, -END.length)}.text`) }))
    .toSorted((a, b) => a.term.localeCompare(b.term));
}

/** The words of the game, each in a sentence or two. */
export function Glossary({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal title={t('glossary.title')} open={open} onClose={onClose} wide>
      <dl className="glossary">
        {gatheredWords().map((entry) => (
          <div key={entry.key}>
            <dt className="strong">{entry.term}</dt>
            <dd className="small muted">{entry.text}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" className="btn primary" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Modal>
  );
}
