import { LINE_BOX, STRETCHES } from '../panels/home/line.ts';
import type { Region } from '../../shared/rules/types.ts';
import { useGame } from '../game/context.ts';

/** The whole front as a thin line, with the regions of a scope drawn strong. The choice beside it says the same in words. */
export function ScopeMap({ scope }: { scope: readonly Region[] }) {
  const { sectors } = useGame().scenario;
  const isIn = (id: string) => sectors.some((sector) => sector.id === id && scope.includes(sector.region));
  return (
    <svg className="scope-map" viewBox={LINE_BOX} aria-hidden="true">
      {STRETCHES.map(({ id, path }) => (
        <path key={id} d={path} data-in={isIn(id)} />
      ))}
    </svg>
  );
}
