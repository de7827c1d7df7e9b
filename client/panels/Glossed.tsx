import { t } from '../text.ts';
import { glossed } from './glossed.ts';
import { PopoverButton } from './PopoverButton.tsx';

/** A text whose words of the glossary tell, when pressed, what they mean. */
export function Glossed({ children, most }: { children: string; most?: number }) {
  return (
    <>
      {glossed(children, most).map((piece) =>
        piece.key === null ? (
          piece.words
        ) : (
          <PopoverButton
            key={piece.key}
            className="word"
            label={t('word.of', { word: piece.words })}
            face={piece.words}
            title={t(`${piece.key}.term`)}
            told="word-told"
            placement="bottom"
          >
            <p className="small">{t(`${piece.key}.text`)}</p>
          </PopoverButton>
        ),
      )}
    </>
  );
}
