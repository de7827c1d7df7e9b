import { SEATS } from '../../../shared/rules/types.ts';
import { causeWords } from '../../causes.ts';
import { useGame } from '../../game/context.ts';
import { SeatName } from '../../seats.tsx';
import { listed, t } from '../../text.ts';

/** Trust in hundredths below which it is called by each word. */
const WORDS = [
  [1500, 'none'],
  [3500, 'little'],
  [5500, 'some'],
  [7500, 'much'],
] as const;

/** Trust in a word. */
function trustWord(value: number): string {
  const [, word] = WORDS.find(([below]) => value < below) ?? [0, 'full'];
  return t(`trust.${word}`);
}

/** How far my delegation trusts each other, in a word, with the last reason; and what everyone knows of their record. */
export function Trust() {
  const { view, me, words } = useGame();
  const { names } = words;
  const { trust } = view.mine;
  return (
    <section className="stack s" aria-labelledby="trust">
      <h2 id="trust">{t('trust.title')}</h2>
      <p className="muted small">{t('trust.told')}</p>
      <ul className="trust">
        {SEATS.filter((seat) => seat !== me).map((seat) => {
          const { value, why } = trust[seat];
          const seen = view.world.seats[seat];
          return (
            <li key={seat} className="card tight stack s">
              <SeatName seat={seat} size={22} />
              <p className="tiny muted">
                {seen.taken === 'human' ? listed(names[seat].filter(Boolean)) : t('press.simulated')}
                {view.world.phase === 'talks' && seen.ready && <> · {t('trust.ready')}</>}
              </p>
              <p className="strong">{trustWord(value)}</p>
              <p className="tiny muted">
                {why ? t('trust.why', { cause: causeWords(why) }) : t('trust.start')}
                {seen.breaches > 0 && <> {t('trust.breaches', { count: seen.breaches })}</>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
