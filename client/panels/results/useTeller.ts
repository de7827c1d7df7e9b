import { useMemo } from 'react';
import { type Teller, tellerOf } from '../../../shared/rules/telling.ts';
import { useGame } from '../../game/context.ts';

/** What a finished game's end can still be asked; the same on every screen of the game. Null where nothing was forecast. */
export function useTeller(): Teller | null {
  const { view, scenario, code } = useGame();
  const { world } = view;
  const disposition = world.result?.forecast ? world.result.seats?.ru.disposition : undefined;
  return useMemo(
    () => (disposition ? tellerOf(scenario, world, code, disposition) : null),
    [scenario, world, code, disposition],
  );
}
