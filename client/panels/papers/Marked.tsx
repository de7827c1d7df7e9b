import { t } from '../../text.ts';
import { wordDiff } from './wordDiff.ts';

/** A text with what it changes in an earlier one marked word by word. */
export function Marked({ before, now }: { before: string; now: string }) {
  return (
    <>
      {wordDiff(before, now).map(({ kind, words }, i) => {
        const key = `${i} ${words}`;
        if (kind === 'same') return <span key={key}>{words} </span>;
        const Mark = kind === 'new' ? 'ins' : 'del';
        return (
          <span key={key}>
            <Mark>
              <span className="sr">{t(`change.mark.${kind}`)} </span>
              {words}
            </Mark>{' '}
          </span>
        );
      })}
    </>
  );
}
