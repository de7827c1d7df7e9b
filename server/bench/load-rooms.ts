import { setTimeout as pause } from 'node:timers/promises';
import type { WireCommandInput } from '../../shared/protocol/command.ts';
import type { GameMade, SeatTaken } from '../../shared/protocol/http.ts';
import { type Seat, SEATS } from '../../shared/rules/index.ts';
import { dice, type Dice, pick } from '../fuzz/mutate.ts';
import { come, type Line } from '../fuzz/seats.ts';

/** A room with everyone in it, in its first talks. */
export interface FullRoom {
  code: string;
  token: string; // of the host's seat
  lines: ReadonlyMap<Seat, Line>;
}

const HOST: Seat = 'ua';
const ORDERS: Readonly<Record<Seat, string>> = {
  us: 'us.arms',
  ru: 'ru.exercise',
  eu: 'eu.loan',
  ua: 'ua.fortify',
  nato: 'nato.patrol',
  cn: 'cn.court-eu',
};
const TARGETS: Readonly<Record<Seat, string | null>> = {
  us: null,
  ru: 'baltic',
  eu: null,
  ua: 'ZAP',
  nato: 'baltic',
  cn: null,
};

/** Makes a game and seats `clients` people in it; with all six it is begun. Views arrive and are not read. */
export async function fullRoom(base: string, clients: number): Promise<FullRoom> {
  const game = { mode: 'table', seat: HOST, edition: 'lesson', bots: 'easy' };
  const { code, seatToken } = await post<GameMade>(base, '/api/games', game);
  const tokens = new Map<Seat, string>([[HOST, seatToken]]);
  const others = SEATS.filter((seat) => seat !== HOST).slice(0, clients - 1);
  for (const seat of others) {
    const taken = await post<SeatTaken>(base, `/api/games/${code}/join`, { seat, name: seat });
    tokens.set(seat, taken.seatToken);
  }
  const lines = new Map<Seat, Line>();
  for (const [seat, token] of tokens) {
    const line = await come(base, code, token);
    // What is measured is the server: the pages of six people would be read on six machines.
    (line as unknown as { serializer: { patch: () => void } }).serializer.patch = () => undefined;
    lines.set(seat, line);
  }
  if (lines.size === SEATS.length) {
    await ask(lines.get(HOST), { kind: 'start' });
    for (const line of lines.values()) await ask(line, { kind: 'setReady', ready: true });
  }
  return { code, token: seatToken, lines };
}

let count = 0;

/** @returns how long the answer took, in ms, and whether the command was accepted; null where the line is gone */
async function ask(
  line: Line | undefined,
  command: WireCommandInput,
): Promise<{ ms: number; isAccepted: boolean } | null> {
  if (!line?.connection.isOpen) return null;
  const id = `load-${String(count++).padStart(8, '0')}`;
  const from = performance.now();
  let isAccepted = true;
  try {
    await line.request('command' as never, { id, command } as never);
  } catch (error) {
    if (!(error instanceof Error && 'reason' in error)) return null;
    isAccepted = false;
  }
  return { ms: performance.now() - from, isAccepted };
}

/** What a seat asks next: words mostly, orders, a text now and then. */
function nextOf(roll: Dice, seat: Seat): WireCommandInput {
  const what = roll(20);
  const other = pick(
    roll,
    SEATS.filter((one) => one !== seat),
  );
  if (what < 5) return { kind: 'say', channel: 'all', act: 'ask', about: { seat: other }, text: null };
  if (what < 11)
    return { kind: 'say', channel: `seat:${other}`, act: 'say', about: null, text: 'A word in private.' };
  if (what < 16) {
    const order = { order: ORDERS[seat], target: TARGETS[seat], intensity: 1 };
    return { kind: 'writeOrders', orders: roll(2) === 0 ? [] : [order] };
  }
  if (what < 18) return { kind: 'setReady', ready: false };
  const term = { provision: 'military-hotlines', level: 1, scope: [], conditions: [], snapback: [] };
  return { kind: 'propose', terms: [term], readers: 'all', counterTo: null, text: null };
}

/**
 * Everyone acts every `everyMs` until `seconds` are over; a host closes the talks once in that time.
 *
 * @returns answer times in ms of accepted and refused commands, and how many lines were lost
 */
export async function play(
  rooms: readonly FullRoom[],
  seconds: number,
  everyMs: number,
): Promise<{ times: number[]; accepted: number; lost: number }> {
  const result = { times: [] as number[], accepted: 0, lost: 0 };
  const until = performance.now() + seconds * 1_000;
  const note = (answer: Awaited<ReturnType<typeof ask>>) => {
    if (!answer) result.lost++;
    else {
      result.times.push(answer.ms);
      if (answer.isAccepted) result.accepted++;
    }
  };
  const person = async (line: Line, seat: Seat, seed: number) => {
    const roll = dice(seed);
    let next = performance.now() + roll(everyMs);
    let closesAt = seat === HOST ? next + roll(seconds * 1_000) : Infinity;
    while (next < until) {
      await pause(Math.max(0, next - performance.now()));
      if (performance.now() > closesAt) {
        note(await ask(line, { kind: 'closeTalks' }));
        closesAt = Infinity;
      } else note(await ask(line, nextOf(roll, seat)));
      next += everyMs;
    }
  };
  const people = rooms.flatMap(({ lines }, i) =>
    [...lines].map(([seat, line], j) => person(line, seat, 1_000_003 * i + 7_919 * j + 1)),
  );
  await Promise.all(people);
  return result;
}

/** A connection that sends more than sixty messages a second is closed, ms between two. */
const LEAST_MS = 20;

/** Everyone in a room asks again soon after they were answered, `count` times in all. */
export async function hurry(room: FullRoom, count: number): Promise<{ answered: number; accepted: number }> {
  const result = { answered: 0, accepted: 0 };
  let left = count;
  const person = async (line: Line, seat: Seat, seed: number) => {
    const roll = dice(seed);
    while (left-- > 0) {
      const from = performance.now();
      const answer = await ask(line, nextOf(roll, seat));
      if (!answer) throw new Error(`the line of ${seat} was lost`);
      result.answered++;
      if (answer.isAccepted) result.accepted++;
      await pause(Math.max(0, from + LEAST_MS - performance.now()));
    }
  };
  await Promise.all([...room.lines].map(([seat, line], i) => person(line, seat, i + 1)));
  return result;
}

async function post<T>(base: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(base + path, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
