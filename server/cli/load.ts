import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from '../bench/cpu.ts';
import { fullRoom, type FullRoom, play } from '../bench/load-rooms.ts';
import { loadedServer } from '../bench/loaded.ts';
import { quantile } from '../bench/measure.ts';

const USAGE = `usage: npm run load -- [--rooms N] [--seconds S] [--every MS] [--idle] [--json]
       N rooms of six clients, each acting every MS (2000); with --idle one client a room, and nobody acts`;
/** Rooms that are filled at the same time. */
const AT_ONCE = 8;
/** After so many rooms everything has been run once; what a room takes is counted from there. */
const WARM = 3 * AT_ONCE;

const { values } = parseArgs({
  options: {
    rooms: { type: 'string' },
    seconds: { type: 'string' },
    every: { type: 'string' },
    idle: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const rooms = Number(values.rooms ?? 20);
const seconds = Number(values.seconds ?? 30);
const every = Number(values.every ?? 2_000);
const isIdle = values.idle ?? false;
if (![rooms, seconds, every].every((one) => Number.isInteger(one) && one > 0)) {
  console.error(USAGE);
  process.exit(2);
}

const server = await loadedServer();
const isPinned = pin(server.pid, 0) && pin(process.pid, 1);
const resident = async () => (await server.metrics()).get('process_resident_memory_bytes') ?? NaN;
let warm = { rooms: 0, bytes: await resident() }; // what a server needs before rooms cost anything
const full: FullRoom[] = [];
for (let i = 0; i < rooms; i += AT_ONCE) {
  if (i === WARM && rooms > WARM) warm = { rooms: i, bytes: await resident() };
  const count = Math.min(AT_ONCE, rooms - i);
  full.push(
    ...(await Promise.all(Array.from({ length: count }, () => fullRoom(server.base, isIdle ? 1 : 6)))),
  );
}
await pause(2_000); // what came of joining is over
const before = await server.metrics(); // and the loop delay counts from here
const own = process.cpuUsage();
const from = performance.now();
const { times, accepted, lost } = isIdle
  ? await pause(seconds * 1_000, { times: [], accepted: 0, lost: 0 })
  : await play(full, seconds, every);
const took = (performance.now() - from) / 1_000;
const generator = cpuSeconds(own) / took;
const after = await server.metrics();
const grown = (name: string) => (after.get(name) ?? NaN) - (before.get(name) ?? 0);
const perRoom = (at: ReadonlyMap<string, number>) =>
  ((at.get('process_resident_memory_bytes') ?? NaN) - warm.bytes) / 1e6 / (rooms - warm.rooms);
const told = {
  rooms,
  clients: after.get('game_clients'),
  seconds: Math.round(took),
  commands: times.length,
  accepted,
  lost,
  ms: { p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) },
  serverCore: grown('process_cpu_seconds_total') / took, // 1: one whole core
  generatorCore: generator,
  loopDelayMs: {
    p50: 1_000 * (after.get('nodejs_eventloop_lag_p50_seconds') ?? NaN),
    p99: 1_000 * (after.get('nodejs_eventloop_lag_p99_seconds') ?? NaN),
  },
  appendMs: (1_000 * grown('game_append_seconds_sum')) / grown('game_append_seconds_count'),
  mbARoom: { filled: perRoom(before), played: perRoom(after) }, // with what waits to be collected as garbage
  isPinned,
  othersLoad: loadavg()[0],
};
if (values.json) console.log(JSON.stringify(told));
else console.table(Object.entries(told).map(([name, value]) => [name, JSON.stringify(value)]));
for (const { lines } of full) for (const line of lines.values()) line.connection.close();
await server.stop();
process.exit(0);

/** Keeps a process on one core where the machine has two and the tool for it. */
function pin(pid: number, core: number): boolean {
  if (availableParallelism() < 2) return false;
  try {
    execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
