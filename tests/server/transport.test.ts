import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { EvenTransport } from '../../server/rooms/transport.ts';

let http: Server | null = null;
let transport: EvenTransport | null = null;
afterEach(() => {
  transport?.shutdown();
  http?.closeAllConnections();
});

/** Connects often asked whether they are there, and tells how each ended: 1006 where it was cut off. */
async function endsOf(count: number, answers: boolean): Promise<number[]> {
  http = createServer();
  transport = new EvenTransport({ server: http, pingInterval: 50, pingMaxRetries: 2 });
  const { server } = transport;
  await new Promise<void>((resolve) => void server?.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/`; // of no room: let go in good order after a second
  return Promise.all(
    Array.from({ length: count }, () => {
      const connection = new WebSocket(url, { autoPong: answers });
      return new Promise<number>((resolve) => connection.once('close', resolve));
    }),
  );
}

test('a connection that answers stays, whichever part it was dealt to', async () => {
  expect(new Set(await endsOf(60, true))).toEqual(new Set([1000]));
});

test('one that has gone silent is cut off', async () => {
  expect(new Set(await endsOf(60, false))).toEqual(new Set([1006]));
});
