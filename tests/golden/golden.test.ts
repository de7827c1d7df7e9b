import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide, evolve, hashOf, newGame } from '../../shared/rules/index.ts';
import { stateHash } from '../../server/session/state-hash.ts';
import { ENDINGS, fileOf, scenarioFor, toldIn } from './golden.ts';
import type { Golden } from './golden.ts';

test.each(ENDINGS)(
  '[GAME-1, HASH-1, HASH-2, END-1, END-2] the golden game that ends as %s still goes as it went',
  (ending) => {
    const golden = JSON.parse(readFileSync(fileOf(ending), 'utf8')) as Golden;
    const scenario = scenarioFor(ending);
    let state = newGame(scenario, { seed: golden.seed, mode: 'simulation' });
    for (const { actor, command } of golden.commands) {
      const decision = decide(scenario, state, actor, command);
      expect(decision).toMatchObject({ ok: true });
      if (decision.ok) for (const event of decision.events) state = evolve(state, event);
    }
    expect(toldIn(state)).toEqual(golden.told);
    expect(state.world.result?.grade).toBe(ending);
    expect(hashOf(state)).toBe(golden.hash);
    expect(stateHash({ inParts: true }, state)).toBe(golden.inParts);
  },
);
