import { useGame } from '../../game/context.ts';
import { truceTold } from '../../game/truce.ts';
import { t } from '../../text.ts';
import { dispatchWords } from '../dispatches/told.ts';

/** Dispatches that turned the game. */
const TURNS: ReadonlySet<string> = new Set([
  'agreed',
  'truceBegan',
  'truceBroken',
  'truceCollapsed',
  'truceExpired',
  'breached',
  'rung.clash',
  'escalationLimit',
]);

/** How it came to this: what was agreed and what broke, round by round, and where the ceasefire stands. */
export function Road() {
  const { world } = useGame().view;
  const turns = world.dispatches.filter((line) => TURNS.has(line.key));
  const rounds = [...Map.groupBy(turns, (line) => line.round)].toSorted(([a], [b]) => a - b);
  return (
    <section className="stack s" aria-labelledby="road">
      <h2 id="road">{t('results.road')}</h2>
      {rounds.length === 0 && <p className="small muted">{t('results.road.none')}</p>}
      <dl className="road">
        {rounds.map(([round, lines]) => (
          <div key={round}>
            <dt className="label">{t('dispatches.round', { round })}</dt>
            {lines.map((line, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- what was told never changes order
              <dd key={i}>{dispatchWords(world, line).text}</dd>
            ))}
          </div>
        ))}
        {world.result?.pillars && (
          <div>
            <dt className="label">{t('results.road.end')}</dt>
            <dd>{truceTold(world)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
