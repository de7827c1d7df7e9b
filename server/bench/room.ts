import { received } from './counted.ts'; // before the SDK, which takes the global socket when it is loaded
import { setTimeout as pause } from 'node:timers/promises';
import { come } from '../fuzz/seats.ts';
import { fullRoom, hurry } from './load-rooms.ts';
import { loadedServer } from './loaded.ts';
import { type Figure, type Measure, quantile, sized } from './measure.ts';

const ROOMS = 8; // what one room may ask in a second is limited
const COMMANDS = 400; // in each room and turn
const TURNS = 3;
/** Nothing is on its way any more after so long, ms. */
const QUIET = 500;

/**
 * Commands through rooms with six clients, each asking again soon after it was answered: how many a second, what of
 * the server's processor one costs, how much all six are sent for it, and how much somebody who comes in.
 */
export const room: Measure = {
  name: 'room',
  run: async (size) => {
    const server = await loadedServer();
    const busy = async () => (await server.metrics()).get('process_cpu_seconds_total') ?? NaN;
    const sent = () => received().reduce((sum, bytes) => sum + bytes, 0);
    try {
      const rates: number[] = [];
      const cost: number[] = [];
      const bytes: number[] = [];
      const joins: number[] = [];
      for (let turn = 0; turn <= TURNS; turn++) {
        const full = await Promise.all(Array.from({ length: ROOMS }, () => fullRoom(server.base, 6)));
        await pause(QUIET);
        const before = { busy: await busy(), sent: sent(), at: performance.now() };
        const done = await Promise.all(full.map((one) => hurry(one, sized(COMMANDS, size))));
        const seconds = (performance.now() - before.at) / 1_000;
        await pause(QUIET);
        const after = { busy: await busy(), sent: sent() };
        const [first] = full;
        const late = first && (await come(server.base, first.code, first.token));
        await pause(QUIET);
        if (turn > 0) {
          const answered = done.reduce((sum, one) => sum + one.answered, 0);
          const accepted = done.reduce((sum, one) => sum + one.accepted, 0);
          rates.push(answered / seconds);
          cost.push((1_000 * (after.busy - before.busy)) / answered);
          bytes.push((after.sent - before.sent) / accepted);
          joins.push(received().at(-1) ?? NaN);
        }
        for (const { lines } of full) for (const { connection } of lines.values()) connection.close();
        late?.connection.close();
      }
      const figure = (what: string, values: number[], unit: string): Figure => {
        return { measure: 'room', what, value: quantile(values, 0.5), unit };
      };
      return [
        figure(`${ROOMS} lessons of six clients, SQLite`, rates, '/s'),
        figure('processor time of the server for a command', cost, 'ms'),
        figure('sent to six clients for a command', bytes, 'B'),
        figure(`sent to one who comes after ${sized(COMMANDS, size)} commands`, joins, 'B'),
      ];
    } finally {
      await server.stop();
    }
  },
};
