/**
 * Records two logs of this version, for the test that later versions still read them: `npm run release-logs -- NAME`
 * before a release, with the name of the release. What is recorded once is never recorded again.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { WireCommand } from '../../../shared/protocol/command.ts';
import { SEATS } from '../../../shared/rules/index.ts';
import { applyAll, openingOf, replay, settingsOf, VERSIONS } from '../../../server/session/replay.ts';
import { rowHash } from '../../../server/session/chain.ts';
import { Session } from '../../../server/session/session.ts';
import { wordedOf } from '../../../server/session/wording.ts';
import { memoryStore } from '../../../server/store/memory.ts';
import type { GameSettings, LogRow } from '../../../server/store/store.ts';
import { moveOf } from '../../torture/move.ts';
import { LOG } from '../games.ts';
import { fileOf, type Recorded } from './releases.ts';

const name = process.argv[2];
if (name === undefined) throw new Error('usage: npm run release-logs -- NAME');
if (existsSync(fileOf(name))) throw new Error(`${name} is recorded already`);

/** The same log under versions that no server has any more. */
function ofRelease(rows: readonly LogRow[], release: string): LogRow[] {
  const settings = { ...settingsOf(rows), rules: release, content: release };
  let { state } = replay(rows.slice(0, 1));
  let hash: string | null = null;
  return rows.map((row) => {
    const command = row.command.kind === 'openGame' ? { ...row.command, settings } : row.command;
    state = applyAll(state, row.events);
    hash = rowHash(settings, hash, { ...row, command }, state);
    return { ...row, command, hash };
  });
}

const games: Recorded[] = [];
for (const rounds of [1, Infinity]) {
  const settings: GameSettings = {
    seed: `release ${name}`,
    edition: 'lesson',
    mode: 'table',
    rounds: 3,
    bots: 'easy',
    ...VERSIONS,
    chained: true,
    inParts: true,
  };
  const store = memoryStore();
  const { state: opening } = openingOf(settings);
  const command = { kind: 'openGame', settings, opening } as const;
  const opened = { seq: 0, commandId: 'open', actor: 'host', command, events: [] } as const;
  await store.create('AAAAAA', 0, { rows: [{ ...opened, hash: rowHash(settings, null, opened, opening) }] });
  const session = await Session.open(store, LOG, 'AAAAAA');
  for (const seat of SEATS)
    await session.handle({
      actor: seat,
      id: `sit:${seat}`,
      command: { kind: 'takeSeat', seat, by: 'human' },
    });
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  const world = () => session.publicView().world;
  for (let turn = 0; world().phase !== 'ended' && world().round <= rounds && turn < 400; turn++) {
    for (const seat of SEATS) {
      const move = turn % 8 === 7 ? ({ kind: 'setReady', ready: true } as const) : moveOf(session.view(seat));
      if (!move) continue;
      const id = `${seat}:${turn}`;
      await session.handle({ actor: seat, id, command: wordedOf(WireCommand.parse(move), id).command });
    }
  }
  const { round, phase, result } = world();
  games.push({
    rows: ofRelease(await store.load('AAAAAA'), name),
    told: { round, phase, grade: result?.grade ?? null },
  });
}
writeFileSync(fileOf(name), games.map((game) => `${JSON.stringify(game)}\n`).join(''));
console.log(games.map(({ rows, told }) => `${rows.length} rows: ${JSON.stringify(told)}`).join('\n'));
