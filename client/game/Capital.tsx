import { capital } from '../figures.ts';
import { PopoverButton } from '../panels/PopoverButton.tsx';
import { t } from '../text.ts';
import { useGame } from './context.ts';

/** What I can still spend, and behind it: what is reserved, what comes in, what it is for. */
export function Capital() {
  const { pc } = useGame().view.mine;
  const face = (
    <>
      <span className="strong num">{capital(pc.free)}</span>{' '}
      <span className="capital-words">{t('capital')}</span>
      <span className="sr">{t('capital.more')}</span>
    </>
  );
  return (
    <PopoverButton
      className="pill capital"
      face={face}
      title={t('capital.title')}
      told="capital-told stack s"
      placement="bottom end"
    >
      <dl className="capital-list small">
        <dt>{t('capital.free')}</dt>
        <dd className="num">{capital(pc.free)}</dd>
        <dt>{t('capital.reserved')}</dt>
        <dd className="num">{capital(pc.reserved)}</dd>
        <dt>{t('capital.income')}</dt>
        <dd className="num">+{capital(pc.income)}</dd>
      </dl>
      <p className="tiny muted">{t('capital.told')}</p>
    </PopoverButton>
  );
}
