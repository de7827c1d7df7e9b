import { Client, type Room } from '@colyseus/sdk';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { PlaceReserved } from '../../shared/protocol/http.ts';
import { RoomState } from '../../shared/protocol/room.ts';
import { type Dice, mutated, noise, pick } from './mutate.ts';
import type { Reply } from './requests.ts';

export type Line = Room<unknown, RoomState>;

/** A command of every kind, some of them as a page would send it. */
const COMMANDS: readonly WireCommandInput[] = [
  { kind: 'start' },
  { kind: 'chooseAgenda', cards: ['a', 'b'] },
  { kind: 'instruct', text: 'fuzz' },
  {
    kind: 'propose',
    terms: [{ provision: 'military-hotlines', level: 1, scope: [], conditions: [], snapback: [] }],
    readers: 'all',
    counterTo: null,
    text: 'fuzz',
  },
  {
    kind: 'propose',
    terms: [
      {
        provision: 'relief-maritime',
        level: 1,
        scope: ['south'],
        conditions: [{ kind: 'ceasefireHeld', rounds: 1 }],
        snapback: [{ kind: 'ceasefireEnds' }],
      },
    ],
    readers: 'signatories',
    counterTo: 'p1',
    text: null,
  },
  { kind: 'sign', proposal: 'p1' },
  { kind: 'reject', proposal: 'p2', reason: 'wait' },
  { kind: 'withdraw', proposal: 'p3' },
  { kind: 'hold', reason: 'home' },
  { kind: 'object', agreement: 'a1' },
  { kind: 'denounce', term: 'a1/military-hotlines' },
  { kind: 'lobby', term: 'a1/military-hotlines', pc: 100 },
  { kind: 'writeOrders', orders: [{ order: 'cn.court-eu', target: null, intensity: 1 }] },
  { kind: 'answerReport', report: 'r1', answer: 'ask' },
  { kind: 'say', channel: 'all', act: 'say', about: null, text: 'fuzz' },
  { kind: 'say', channel: 'seat:us', act: 'ask', about: { provision: 'military-hotlines' }, text: null },
  { kind: 'setReady', ready: true },
  { kind: 'closeTalks' },
  { kind: 'predict', held: 50 },
  { kind: 'vote', agreement: 'a1' },
];

/** Comes to a place in a game's room: a seat's with its token, or one to watch without. */
export async function come(base: string, code: string, seatToken: string | null): Promise<Line> {
  const answer = await fetch(`${base}/api/games/${code}/${seatToken === null ? 'watch' : 'seat'}`, {
    method: 'POST',
    body: JSON.stringify(seatToken === null ? {} : { seatToken }),
  });
  if (!answer.ok) throw new Error(`no place: ${await answer.text()}`);

  const { reservation } = (await answer.json()) as PlaceReserved;
  const room = await new Client(base).consumeSeatReservation<RoomState>(reservation, RoomState);
  room.reconnection.enabled = false;
  room.onMessage('*', () => undefined);
  room.onError(() => undefined);
  return room as Line;
}

/** A command with something wrong about it, most times. @param id of the command, so that it is known again in the log */
export function anyCommand(roll: Dice, id: string): { id: string; command: unknown; round?: number } {
  const command = pick(roll, COMMANDS);
  const changed = roll(4) === 0 ? command : mutated(roll, command);
  return roll(8) === 0 ? { id, command: changed, round: roll(7) } : { id, command: changed };
}

/** Asks in a room. A refusal must have a code; no answer at all is told as `closed`. */
export async function ask(room: Line, payload: unknown): Promise<Reply> {
  const from = performance.now();
  try {
    await room.request('command' as never, payload as never);
    return { code: 'ok', ms: performance.now() - from };
  } catch (error) {
    const ms = performance.now() - from;
    const reason = error instanceof Error && 'reason' in error ? (error.reason as { code?: string }) : null;
    if (typeof reason?.code === 'string') return { code: reason.code, ms };
    if (!room.connection.isOpen) return { code: 'closed', ms: 0 };
    return { code: 'untyped', ms, untyped: `${JSON.stringify(payload).slice(0, 200)}: ${String(error)}` };
  }
}

/** Sends bytes that are no message; the connection does not live long after that. */
export function garble(roll: Dice, room: Line): void {
  room.connection.transport.send(noise(roll, roll(50) === 0 ? 20_000 : 200));
}
