// A program in a seat: `node server/cli/example-client.ts http://localhost:2567 CODE TOKEN`. See shared/protocol/PROTOCOL.md.
import { Client } from '@colyseus/sdk';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { SeatReserved } from '../../shared/protocol/http.ts';
import { PRIVATE, type PrivateMessage, RoomState, SliceReader } from '../../shared/protocol/room.ts';
import { isWhole, joinViews } from '../../shared/protocol/slices.ts';
import type { SeatView } from '../../shared/rules/view.ts';

/** What to ask next, or null: wait for the others. One text a round, whether it was accepted or not. */
function choose({ legal, mine, world }: SeatView, hasProposed: boolean): WireCommandInput | null {
  if (legal.start) return { kind: 'start' };
  if (legal.agenda && mine.mandate.agenda.length === 0)
    return { kind: 'chooseAgenda', cards: legal.agenda.dealt.slice(0, legal.agenda.keep) };
  const [proposal] = legal.sign;
  if (proposal) return { kind: 'sign', proposal };
  const order = legal.orders?.list.find(({ violates }) => violates.length === 0);
  const target = order?.targets[0];
  if (order && target !== undefined && mine.orders.length === 0)
    return { kind: 'writeOrders', orders: [{ order: order.order, target, intensity: 1 }] };
  const free = legal.propose?.provisions.filter(({ needs }) => needs.length === 0) ?? [];
  const { provision, levels, scopes } = free[world.round % Math.max(1, free.length)] ?? {};
  if (provision && levels?.[0] && !hasProposed) {
    const term = { provision, level: levels[0], scope: scopes?.[0] ?? [], conditions: [], snapback: [] };
    return { kind: 'propose', terms: [term], readers: 'all', counterTo: null, text: null };
  }
  return legal.ready && !world.seats[mine.seat].ready ? { kind: 'setReady', ready: true } : null;
}

/** Plays a seat to the end of its game. @returns the last view, and what was refused on the way */
export async function play(base: string, code: string, seatToken: string) {
  const body = JSON.stringify({ seatToken });
  const answer = await fetch(`${base}/api/games/${code}/seat`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
  const { reservation } = (await answer.json()) as SeatReserved;
  const room = await new Client(base).consumeSeatReservation<RoomState>(reservation, RoomState);
  const [open, own, texts] = [new SliceReader(), new SliceReader(), new Map<string, string>()];
  room.onMessage(PRIVATE, ({ whole, slices }: PrivateMessage) => {
    if (whole) texts.clear();
    for (const [name, text] of Object.entries(slices)) texts.set(name, text ?? '');
    for (const [name, text] of texts) if (text === '') texts.delete(name);
  });
  const refused: { code: string }[] = [];
  const proposedIn = new Set<number>();
  while (room.connection.isOpen) {
    const slices = [open.read(room.state.slices.entries()), own.read(texts)] as const;
    const view = isWhole(...slices) ? joinViews(...slices) : null;
    if (view?.world.phase === 'ended') return { view, refused, left: await room.leave() };
    const command = view && choose(view, proposedIn.has(view.world.round));
    if (command?.kind === 'propose') proposedIn.add(view?.world.round ?? 0);
    const asked = { id: randomUUID(), round: view?.world.round, command };
    if (command) await room.request('command', asked).catch((error) => refused.push(error.reason));
    await pause(50); // ms: a room hears at most 60 messages a second of one connection
  }
  throw new Error('the connection was closed');
}

const [, file, base = '', code = '', token = ''] = process.argv;
if (file === import.meta.filename) console.log((await play(base, code, token)).view.world.result);
