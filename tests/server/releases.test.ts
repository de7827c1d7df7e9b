import { describe, expect, test } from 'vitest';
import { SEATS } from '../../shared/rules/index.ts';
import { decidedElsewhere, replay, RulesChanged, verifyLog, VERSIONS } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import { memoryStore } from '../../server/store/memory.ts';
import type { LogRow, OpenGame } from '../../server/store/store.ts';
import { allReady, LOG } from './games.ts';
import { recordedBy, releases } from './releases/releases.ts';

// Logs are facts: whatever the rules are by now, what was recorded is read as it was played.

describe.each(releases().flatMap((release) => recordedBy(release).map((log) => ({ release, ...log }))))(
  'a log of release $release, $told.phase in round $told.round',
  ({ rows, told }) => {
    async function stored() {
      const store = memoryStore();
      await store.create('AAAAAA', 1, { rows });
      return store;
    }

    test('reads as it was played, without deciding anything again', () => {
      const { state, versions } = replay(rows);
      const { round, phase, result } = state.world;
      expect({ round, phase, grade: result?.grade ?? null }).toEqual(told);
      expect(versions).not.toMatchObject(VERSIONS);
      expect(decidedElsewhere(rows)).toBe(rows.length);
      expect(verifyLog(rows)).toBeNull();
    });

    test('is shown to every seat, and goes on with the rules of today if it has not ended', async () => {
      const store = await stored();
      const session = await Session.open(store, LOG, 'AAAAAA');
      for (const seat of SEATS) expect(session.view(seat).world.round).toBe(told.round);
      if (told.phase === 'ended') {
        expect(session.seq).toBe(rows.length - 1);
        return;
      }

      expect(session.seq).toBe(rows.length);
      await allReady(session, told.round);
      expect(session.publicView().world.round).toBe(told.round + 1);
      const now = await store.load('AAAAAA');
      expect(now[rows.length]!.command).toEqual({ kind: 'goOn', versions: VERSIONS });
      expect(decidedElsewhere(now)).toBe(rows.length);
      expect(verifyLog(now)).toBeNull();
      const again = await Session.open(store, LOG, 'AAAAAA');
      expect(again.seq).toBe(session.seq);
    });

    test('still shows when it was changed', () => {
      const at = rows.findIndex((row) => row.events.some((event) => event.kind === 'readySet'));
      const changed = rows.with(at, { ...rows[at]!, actor: 'cn' });
      expect(() => replay(changed)).toThrow(`row ${at}`);
      expect(verifyLog(changed)).toMatchObject({ seq: at, what: 'hash' });
    });

    test('that holds what nobody can apply any more is refused, not guessed', () => {
      const unknown = { ...rows.at(-1)!, events: [{ kind: 'moved' }] } as unknown as LogRow;
      expect(() => replay([...rows.slice(0, -1), unknown])).toThrow(`row ${rows.length - 1}`);
      const { opening: _, ...bare } = rows[0]!.command as OpenGame;
      const without = { ...rows[0]!, command: bare } as unknown as LogRow;
      expect(() => replay([without, ...rows.slice(1)])).toThrow(RulesChanged);
    });
  },
);
