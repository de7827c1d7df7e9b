import { INTENSITY } from '../../../shared/rules/orders.ts';
import type { OrderRule } from '../../../shared/rules/scenario.ts';
import type { Order } from '../../../shared/rules/state.ts';
import { useGame } from '../../game/context.ts';
import { trackName } from '../../names.ts';
import { t } from '../../text.ts';

const FIGURE = new Intl.NumberFormat('en', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** What an order moves at a strength, its figures first that my delegation cares for. */
export function OrderEffects({ rule, intensity = 1 }: { rule: OrderRule; intensity?: Order['intensity'] }) {
  const { weights } = useGame().view.mine.mandate;
  const weightOf = (on: string) => (weights as Partial<Record<string, number>>)[on] ?? 0;
  const effects = rule.effects
    .filter((effect) => effect.by !== 0)
    .toSorted((a, b) => Math.abs(weightOf(b.on) * b.by) - Math.abs(weightOf(a.on) * a.by));
  if (effects.length === 0) return null;
  return (
    <ul className="effects tiny">
      {effects.slice(0, 5).map((effect) => {
        const worth = weightOf(effect.on) * effect.by;
        return (
          <li key={effect.on} className={worth > 0 ? 'up' : worth < 0 ? 'down' : 'muted'}>
            {trackName(effect.on)}{' '}
            <span className="num">
              {FIGURE.format((effect.by * INTENSITY[intensity]) / 100).replace('-', '−')}
            </span>
            {worth !== 0 && <span className="sr">{t(worth > 0 ? 'arrows.good' : 'arrows.bad')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
