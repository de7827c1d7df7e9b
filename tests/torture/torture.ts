import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makeLog } from '../../server/log.ts';
import { openStore } from '../../server/store/open.ts';
import { check } from './check.ts';
import { Front } from './front.ts';
import type { Rider } from './rider.ts';
import { freePort, type RealServer, startServer } from './server.ts';
import { endPostgres, newDatabase, ownRedis, type Service } from './services.ts';
import { isOver, newTable, type Table } from './tables.ts';

const USAGE = `Kills the real server with kill -9 at random moments while clients play, and starts it again.

  npm run torture -- --kills 20 --store sqlite|postgres [--processes 2] [--games 4] [--json]

With two processes (PostgreSQL and Redis) one of them is killed, or paused until it was given up and then let go on.
Says {kills, acknowledged, lost, unverified, outOfTurn, slowestReturnMs}: nothing that a client saw acknowledged or was
shown may be lost, every log must verify, no row may be written under a claim that was over, and every client must be
back by itself within 10 s. Ends with 0 when all of that holds.`;

/** Ms between the commands of one client, about. */
const EVERY = 150;
/** How long everyone plays before the next kill, ms. */
const CALM = { from: 200, to: 2_200 };
/** A client that is not back by then will not come, ms. */
const RETURN_WITHIN = 10_000;
const GIVE_UP = 40_000;

interface Asked {
  kills: number;
  store: 'sqlite' | 'postgres';
  processes: number;
  games: number;
  json: boolean;
}

function askedOf(args: readonly string[]): Asked | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '20' },
      store: { type: 'string', default: 'sqlite' },
      processes: { type: 'string', default: '1' },
      games: { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [kills, processes, games] = [values.kills, values.processes, values.games].map(Number);
  const { store, json } = values;
  const counts = [kills, processes, games].every((count) => Number.isInteger(count) && Number(count) > 0);
  if (values.help || !counts || (store !== 'sqlite' && store !== 'postgres')) return null;
  if (Number(processes) > 1 && store !== 'postgres') return null;
  return { kills: Number(kills), store, processes: Number(processes), games: Number(games), json };
}

/** The servers, each at an address that stays. */
class Fleet {
  readonly bases: string[] = [];
  readonly #environments: Record<string, string>[] = [];
  readonly #servers: RealServer[] = [];
  readonly #meant = new Set<RealServer>(); // to end

  async start(environment: Record<string, string>, redis: string | null): Promise<void> {
    const port = await freePort();
    const shared: Record<string, string> =
      redis === null ? {} : { REDIS_URL: redis, PUBLIC_ADDRESS: `127.0.0.1:${port}` };
    const full = { ...environment, ...shared, PORT: String(port), LOG_LEVEL: 'error' };
    this.#environments.push(full);
    const server = await startServer(full);
    this.#servers.push(server);
    this.bases.push(server.base);
    this.#watch(server);
  }

  /** A server that ends by itself ends all. */
  #watch(server: RealServer): void {
    void server.ended.then((status) => {
      if (this.#meant.has(server)) return;
      console.error(`a server ended by itself, with ${status}:\n${server.said()}`);
      process.exit(1);
    });
  }

  async kill(index: number): Promise<void> {
    const server = this.#servers[index];
    if (!server) return;
    this.#meant.add(server);
    await server.end('SIGKILL');
  }

  async restart(index: number): Promise<void> {
    const server = await startServer(this.#environments[index] ?? {});
    this.#servers[index] = server;
    this.#watch(server);
  }

  signal(index: number, signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#servers[index]?.child.kill(signal);
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) this.#meant.add(server);
    await Promise.all(this.#servers.map((server) => server.end('SIGTERM')));
  }

  killAll(): void {
    for (const server of this.#servers) {
      this.#meant.add(server);
      server.child.kill('SIGKILL');
    }
  }
}

async function main({ kills, store: kind, processes, games, json }: Asked): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), '830-torture-'));
  const services: Service[] = [];
  const say = (line: string) => void (json || console.log(line));
  let database = join(folder, 'games.sqlite');
  if (kind === 'postgres') {
    const made = await newDatabase();
    services.push(made);
    database = made.url;
  }
  let redis: string | null = null;
  if (processes > 1) {
    const own = await ownRedis();
    services.push(own);
    redis = own.url;
  }
  const fleet = new Fleet();
  process.once('exit', () => fleet.killAll());
  for (let i = 0; i < processes; i++) await fleet.start({ DATABASE_URL: database }, redis);

  const front = new Front();
  for (const base of fleet.bases) front.add(base);
  const seated = (i: number) => newTable(front, i === 0 ? 'solo' : 'table', EVERY);
  let tables: Table[] = [];
  const riders: Rider[] = [];
  const add = (table: Table) => {
    tables.push(table);
    riders.push(...table.riders);
  };
  for (let i = 0; i < games; i++) add(await seated(i));

  /** Whether everyone is there, come in after `since`, or never away. @returns how long it took, ms */
  async function allBack(since: number): Promise<number> {
    for (;;) {
      const away = tables.flatMap((table) => table.riders).filter((rider) => rider.liveSince === null);
      const took = performance.now() - since;
      if (away.length === 0) return took;
      if (took > GIVE_UP) {
        const troubles = away.map(({ code, seat, trouble }) => `${code} ${seat}: ${trouble}`);
        throw new Error(`clients did not come back in ${GIVE_UP} ms:\n${troubles.join('\n')}`);
      }
      await pause(10);
    }
  }
  await allBack(performance.now());

  let slowest = 0;
  for (let kill = 1; kill <= kills; kill++) {
    await pause(CALM.from + Math.random() * (CALM.to - CALM.from));
    const victim = busiest(tables, fleet.bases);
    const isPaused = processes > 1 && kill % 2 === 0;
    const since = performance.now();
    if (isPaused) {
      fleet.signal(victim, 'SIGSTOP');
      await awayFrom(tables, fleet.bases[victim] ?? '');
    } else {
      await fleet.kill(victim);
      if (processes === 1) await fleet.restart(victim);
      else await pause(50); // for the clients to notice
    }
    const restarted = performance.now() - since;
    const took = await allBack(since);
    slowest = Math.max(slowest, took);
    if (isPaused) fleet.signal(victim, 'SIGCONT');
    else if (processes > 1) await fleet.restart(victim);
    if (isPaused) await pause(500);
    const acknowledged = riders.reduce((sum, rider) => sum + rider.acknowledged.length, 0);
    const what = isPaused ? 'paused' : 'killed';
    say(
      `${kill}: ${what}, all back after ${Math.round(took)} ms, the first ${Math.round(restarted)} without a server; ${acknowledged} commands acknowledged`,
    );

    for (const [i, over] of tables.entries()) {
      if (!isOver(over)) continue;
      await Promise.all(over.riders.map((rider) => rider.close()));
      const fresh = await seated(i);
      tables = tables.with(i, fresh);
      riders.push(...fresh.riders);
    }
    await allBack(performance.now());
  }

  await Promise.all(riders.map((rider) => rider.close()));
  await fleet.stop();
  const store = await openStore(database, makeLog('silent'), (reason) => {
    throw reason;
  });
  const found = await check(store, database, riders);
  await store.close();
  await Promise.all(services.map((service) => service.end()));
  await endPostgres();
  rmSync(folder, { recursive: true, force: true });

  const refused = new Map<string, number>();
  for (const rider of riders)
    for (const [code, count] of rider.refused) refused.set(code, (refused.get(code) ?? 0) + count);
  say(`refused: ${[...refused].map(([code, count]) => `${code} ${count}`).join(', ')}`);
  const { rows, ...told } = found;
  console.log(JSON.stringify({ kills, ...told, slowestReturnMs: Math.round(slowest), rows }));
  const { lost, unverified, outOfTurn } = found;
  return lost + unverified + outOfTurn === 0 && slowest <= RETURN_WITHIN ? 0 : 1;
}

/** The server with most clients. */
function busiest(tables: readonly Table[], bases: readonly string[]): number {
  const riders = tables.flatMap((table) => table.riders);
  const counts = bases.map((base) => riders.filter((rider) => rider.at === base).length);
  return counts.indexOf(Math.max(...counts));
}

/** Waits until the clients that were at a server that hangs have noticed. */
async function awayFrom(tables: readonly Table[], base: string): Promise<void> {
  const there = tables.flatMap((table) => table.riders).filter((rider) => rider.at === base);
  const liveSince = new Map(there.map((rider) => [rider, rider.liveSince]));
  const patience = performance.now() + GIVE_UP;
  while (there.some((rider) => rider.liveSince !== null && rider.liveSince === liveSince.get(rider))) {
    if (performance.now() > patience) throw new Error('a client did not notice that its server hangs');
    await pause(10);
  }
}

const asked = askedOf(process.argv.slice(2));
if (asked) {
  process.exit(await main(asked));
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
