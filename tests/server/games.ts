import { CONTENT_VERSION } from '../../shared/content/index.ts';
import { RULES_VERSION, type Seat, SEATS } from '../../shared/rules/index.ts';
import { makeLog } from '../../server/log.ts';
import { rowHash } from '../../server/session/chain.ts';
import { openingOf } from '../../server/session/replay.ts';
import { Session } from '../../server/session/session.ts';
import type { EventStore, GameSettings } from '../../server/store/store.ts';

export const SETTINGS: GameSettings = {
  seed: 'test',
  edition: 'lesson',
  mode: 'table',
  rounds: null,
  bots: 'easy',
  rules: RULES_VERSION,
  content: CONTENT_VERSION,
  chained: true,
  inParts: true,
};

export const LOG = makeLog('silent');

/** Stores a game that nobody has touched yet. */
export async function openedGame(store: EventStore, code: string, settings = SETTINGS): Promise<void> {
  const command = { kind: 'openGame', settings } as const;
  const opening = { actor: 'host', command, events: [] } as const;
  const hash = rowHash(settings, null, opening, openingOf(settings).state);
  await store.create(code, 1, {
    rows: [{ seq: 0, commandId: 'open', actor: 'host', command, events: [], hash }],
  });
}

/** A session of a game in its first round of talks, a person in every seat, `ua` the host. */
export async function sessionInTalks(
  store: EventStore,
  code = 'AAAAAA',
  settings = SETTINGS,
): Promise<Session> {
  await openedGame(store, code, settings);
  const session = await Session.open(store, LOG, code);
  const sit = (seat: Seat) =>
    session.handle({ actor: seat, id: `sit:${seat}`, command: { kind: 'takeSeat', seat, by: 'human' } });
  await sit('ua');
  for (const seat of SEATS) if (seat !== 'ua') await sit(seat);
  await session.handle({ actor: 'host', id: 'start', command: { kind: 'start' } });
  await allReady(session, 0);
  if (session.publicView().world.phase !== 'talks') throw new Error('the talks did not open');
  return session;
}

/** Every seat is ready in the round. */
export async function allReady(session: Session, round: number): Promise<void> {
  for (const actor of SEATS) {
    await session.handle({
      actor,
      id: `ready:${actor}:${round}`,
      command: { kind: 'setReady', ready: true },
    });
  }
}
