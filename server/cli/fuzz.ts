import { parseArgs } from 'node:util';
import { loadedServer } from '../bench/loaded.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { verifyLog } from '../session/replay.ts';
import { sqliteStore } from '../store/sqlite.ts';

const { values } = parseArgs({
  options: { messages: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
});
const messages = Number(values.messages ?? 5_000);
if (!Number.isInteger(messages) || messages < 1) {
  console.error('usage: npm run fuzz -- [--messages N] [--seed S] [--json]');
  process.exit(2);
}

const server = await loadedServer();
const reader = await sqliteStore(server.file, {
  readOnly: true,
  onDeath: (reason) => {
    throw reason;
  },
});
const memoryMb: number[] = [];
const sample = async () => {
  const metrics = await server.metrics();
  memoryMb.push(Math.round((metrics.get('process_resident_memory_bytes') ?? 0) / 1e5) / 10);
};
await sample();
const sampling = setInterval(() => void sample().catch(() => undefined), 5_000);
const from = performance.now();
const result = await fuzz({
  base: server.base,
  messages,
  seed: Number(values.seed ?? 1),
  rows: (code) => reader.load(code),
  isUp: () => !server.hasDied(),
});
const seconds = (performance.now() - from) / 1_000;
clearInterval(sampling);
const isCrashed = server.hasDied();
if (!isCrashed) await sample();
let unverified = 0;
for (const { code } of await reader.list()) if (verifyLog(await reader.load(code)) !== null) unverified++;
await reader.close();
if (!isCrashed) await server.stop();

const half = memoryMb.slice(Math.floor(memoryMb.length / 2));
const told = {
  ...result,
  seconds: Math.round(seconds),
  isCrashed,
  unverified,
  memoryMb: { start: memoryMb[0], half: half[0], end: memoryMb.at(-1), most: Math.max(...memoryMb) },
};
console.log(JSON.stringify(told, null, values.json ? 0 : 2));
const faults = result.answered['FAULT'] ?? 0;
const wrong = result.unauthorised.length + result.untyped.length + unverified + result.over1s + faults;
process.exitCode = isCrashed || wrong > 0 ? 1 : 0;
