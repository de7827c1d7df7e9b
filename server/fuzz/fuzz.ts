import { setTimeout as pause } from 'node:timers/promises';
import type { GameMade, SeatTaken } from '../../shared/protocol/http.ts';
import type { Seat } from '../../shared/rules/index.ts';
import { quantile } from '../bench/measure.ts';
import type { LogRow } from '../store/store.ts';
import { dice, type Dice } from './mutate.ts';
import { type Known, nonsense, type Reply, request } from './requests.ts';
import { anyCommand, ask, come, garble, type Line } from './seats.ts';

/** The seat that a learner with a grudge has; the host's is another's, bots have the rest. */
const OWN: Seat = 'cn';
const HOST: Seat = 'ua';

/** Connections at a time: 50 messages a second each, since a room closes those that send more than 60. */
const AT_SEAT = 11;
const WATCHING = 3;
const REQUESTING = 6;
const BETWEEN_MS = 20;

export interface Fuzzed {
  messages: number;
  answered: Record<string, number>; // by code; `ok` is accepted, `closed` a connection that ended
  untyped: string[]; // refusals without a code, the first of them
  slowestMs: number;
  p99Ms: number;
  over1s: number;
  games: number; // that were played meanwhile
  unauthorised: string[]; // rows of logs that nobody with a right to it asked for
}

interface Settings {
  base: string;
  messages: number;
  seed: number;
  /** The log of a game. */
  rows: (code: string) => Promise<readonly LogRow[]>;
  /** Whether to go on; asked between games. */
  isUp?: () => boolean;
}

/**
 * Sends random and mutated requests and messages to a server, from an address outside, a watcher and a seat, while its
 * host and bots play one game after another. A game that nobody of these has the code of must not change.
 */
export async function fuzz({ base, messages, seed, rows, isUp = () => true }: Settings): Promise<Fuzzed> {
  const times: number[] = [];
  const result: Fuzzed = {
    messages: 0,
    answered: {},
    untyped: [],
    slowestMs: 0,
    p99Ms: 0,
    over1s: 0,
    games: 0,
    unauthorised: [],
  };
  const take = () => result.messages < messages && isUp() && ++result.messages > 0;
  const note = ({ code, ms, untyped }: Reply) => {
    result.answered[code] = (result.answered[code] ?? 0) + 1;
    if (untyped !== undefined && result.untyped.length < 20) result.untyped.push(untyped);
    times.push(ms);
  };

  const untouched = await make(base);
  const before = JSON.stringify(await rows(untouched.code));
  const known: Known = { code: 'ZZZZZZ', token: 'none' };
  const roll = dice(seed);

  const requesting = Array.from({ length: REQUESTING }, async (_, i) => {
    const own = dice(seed + 7 * i + 1);
    while (take()) note(await (own(40) === 0 ? nonsense(own, base) : request(own, base, known)));
  });
  while (result.messages < messages && isUp()) {
    await playAndAttack(base, roll, known, take, note, async (code, sent) => {
      result.games++;
      for (const row of await rows(code)) {
        const problem = whyNot(row, sent);
        if (problem) result.unauthorised.push(`${code} row ${row.seq}: ${problem}`);
      }
    });
  }
  await Promise.all(requesting);
  if (isUp() && JSON.stringify(await rows(untouched.code)) !== before)
    result.unauthorised.push(`${untouched.code}: a game that nobody had the code of has changed`);

  result.slowestMs = times.reduce((most, ms) => Math.max(most, ms), 0);
  result.p99Ms = quantile(times, 0.99);
  result.over1s = times.filter((ms) => ms > 1_000).length;
  return result;
}

/** Rows that somebody with a right to it asked for: bots, whoever takes a free seat, the host, the attacker at its own seat. */
function whyNot({ actor, command, commandId }: LogRow, sent: ReadonlySet<string>): string | null {
  if (command.kind === 'openGame' || command.kind === 'takeSeat') return null;
  if (commandId.startsWith('bot:')) return actor === OWN || actor === HOST ? `a bot acted as ${actor}` : null;
  if (commandId.startsWith(`stand-in:${actor}:`)) return null; // asked for by the seat or by the host
  if (!sent.has(commandId)) return `${actor} ${command.kind} under ${commandId}, which nobody sent`;
  const asker = commandId.split(':')[0];
  const isHosts = actor === 'host' && (command.kind === 'start' || command.kind === 'closeTalks');
  return actor === asker || (isHosts && asker === HOST)
    ? null
    : `${asker} acted as ${actor}: ${command.kind}`;
}

/** One game, from its making to its end or to the last message, with everyone at it. */
async function playAndAttack(
  base: string,
  roll: Dice,
  known: Known,
  take: () => boolean,
  note: (reply: Reply) => void,
  check: (code: string, sent: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const sent = new Set<string>();
  const { code, seatToken } = await make(base);
  const { seatToken: ownToken } = await post<SeatTaken>(base, `/api/games/${code}/join`, {
    seat: OWN,
    name: 'x',
  });
  Object.assign(known, { code, token: ownToken });
  const game = { isOn: true };
  let count = 0;

  const host = await come(base, code, seatToken);
  const asHost = (command: unknown) => {
    const id = `host-${String(count++).padStart(6, '0')}`;
    sent.add(`${HOST}:${id}`);
    return ask(host, { id, command });
  };
  await asHost({ kind: 'start' });

  const attack = async (token: string | null) => {
    let line = null as Line | null;
    while (game.isOn && take()) {
      try {
        line = line?.connection.isOpen ? line : await come(base, code, token);
        if (roll(300) === 0) {
          garble(roll, line);
          note({ code: 'garbled', ms: 0 });
        } else {
          const id = `fuzz-${String(count++).padStart(6, '0')}`;
          if (token !== null) sent.add(`${OWN}:${id}`);
          note(await ask(line, roll(50) === 0 ? pickOdd(roll) : anyCommand(roll, id)));
        }
      } catch {
        note({ code: 'closed', ms: 0 }); // hung up on between two messages
      }
      await pause(BETWEEN_MS);
    }
    if (line?.connection.isOpen) await line.leave();
  };
  const attacks = [
    ...Array.from({ length: AT_SEAT }, () => attack(ownToken)),
    ...Array.from({ length: WATCHING }, () => attack(null)),
  ];
  const over = Promise.all(attacks).then(() => (game.isOn = false));
  while (game.isOn && headOf(host).phase !== 'ended') {
    await Promise.race([pause(700), over]);
    await asHost({ kind: 'closeTalks' });
  }
  game.isOn = false;
  await Promise.all(attacks);
  await host.leave();
  await check(code, sent);
}

function pickOdd(roll: Dice): unknown {
  return [null, 7, 'command', [], { id: '__proto__' }, { command: { kind: 'start' } }, new Uint8Array(9)][
    roll(7)
  ];
}

function headOf(line: Line): { phase: string } {
  return JSON.parse(line.state.slices.get('head') ?? '{"phase":""}') as { phase: string };
}

function make(base: string): Promise<GameMade> {
  return post(base, '/api/games', { mode: 'table', seat: HOST, edition: 'lesson', bots: 'easy', rounds: 4 });
}

async function post<T>(base: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(base + path, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
