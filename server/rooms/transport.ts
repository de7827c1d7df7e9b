import { WebSocketTransport } from '@colyseus/ws-transport';
import type { WebSocket } from 'ws';

/** Parts into which the connections are dealt: each is asked in its own part of the interval. */
const PARTS = 50;

/** As Colyseus marks it: how often it was asked since it last answered. */
type Connection = WebSocket & { pingCount: number };

/**
 * The transport of Colyseus, that asks the connections one part after the other whether they are still there.
 *
 * Asked all at once, three thousand hold up everything else for a tenth of a second.
 */
export class EvenTransport extends WebSocketTransport {
  protected override autoTerminateUnresponsiveClients(interval: number, mostUnanswered: number): void {
    const parts = new WeakMap<object, number>();
    let dealt = 0;
    let part = 0;
    this.pingInterval = setInterval(() => {
      part = (part + 1) % PARTS;
      for (const connection of this.wss.clients as Set<Connection>) {
        let its = parts.get(connection);
        if (its === undefined) {
          its = dealt++ % PARTS;
          parts.set(connection, its);
        }
        if (its !== part) continue;
        if (connection.pingCount >= mostUnanswered) {
          connection.terminate();
          continue;
        }
        connection.pingCount++;
        connection.ping();
      }
    }, interval / PARTS);
  }
}
