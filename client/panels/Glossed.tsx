import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { t } from '../text.ts';
import { glossed } from './glossed.ts';

/** A text whose words of the glossary tell, when pressed, what they mean. */
export function Glossed({ children, most }: { children: string; most?: number }) {
  return (
    <>
      {glossed(children, most).map((piece) =>
        piece.key === null ? (
          piece.words
        ) : (
          <DialogTrigger key={piece.key}>
            <Button className="word" aria-label={t('word.of', { word: piece.words })}>
              {piece.words}
            </Button>
            <Popover className="popover" placement="bottom">
              <Dialog className="word-told" aria-label={t(`${piece.key}.term`)}>
                <p className="strong">{t(`${piece.key}.term`)}</p>
                <p className="small">{t(`${piece.key}.text`)}</p>
              </Dialog>
            </Popover>
          </DialogTrigger>
        ),
      )}
    </>
  );
}
