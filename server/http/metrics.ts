import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EventStore } from '../store/store.ts';

/** What the server counts of itself. No name, code, token or word of anyone is ever a label. */
export interface Metrics {
  registry: Registry;
  /** A command was answered, after so many seconds. */
  commandTook: (seconds: number, outcome: 'accepted' | 'refused') => void;
  /** Somebody was refused, by HTTP or in a room. */
  refused: (code: string) => void;
  /** The bots of a game have done after so many seconds. */
  botsActed: (seconds: number) => void;
  /** The same store, its appends timed. */
  timed: (store: EventStore) => EventStore;
}

/** Bounds in seconds: from a message in memory to a resolution with a slow disk. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const BOT_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param here how many rooms and connections this process has now */
export function makeMetrics(here: () => { rooms: number; clients: number }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry }); // process CPU and memory, event-loop delay, garbage collection
  const registers = [registry];
  const rooms: Gauge = new Gauge({
    name: 'game_rooms',
    help: 'rooms open in this process',
    registers,
    collect: () => rooms.set(here().rooms),
  });
  const clients: Gauge = new Gauge({
    name: 'game_clients',
    help: 'connections to rooms of this process',
    registers,
    collect: () => clients.set(here().clients),
  });
  const commands = new Histogram({
    name: 'game_command_seconds',
    help: 'from the arrival of a command to its answer',
    labelNames: ['outcome'],
    buckets: BUCKETS,
    registers,
  });
  const appends = new Histogram({
    name: 'game_append_seconds',
    help: 'from handing rows to the store until they are durable',
    buckets: BUCKETS,
    registers,
  });
  const bots = new Histogram({
    name: 'game_bots_seconds',
    help: 'from the moment the bots of a game begin to act until they have nothing to add',
    buckets: BOT_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'game_refusals_total',
    help: 'requests and commands that were refused',
    labelNames: ['code'],
    registers,
  });
  return {
    registry,
    commandTook: (seconds, outcome) => commands.observe({ outcome }, seconds),
    refused: (code) => refusals.inc({ code }),
    botsActed: (seconds) => bots.observe(seconds),
    timed: (store) => ({
      ...store,
      append: async (...entry) => {
        const done = appends.startTimer();
        await store.append(...entry);
        done();
      },
    }),
  };
}
