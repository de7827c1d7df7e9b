import { WebSocket } from 'ws';

/** Every byte that reached each connection, by session id. */
export const received = new Map<string, Buffer[]>();

/** The sockets of this process, by session id. */
export const sockets = new Map<string, WebSocket>();

/** A socket that keeps all it receives. The SDK takes the global one. */
class RecordingSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    const session = new URL(String(args[0])).searchParams.get('sessionId') ?? '';
    const bytes = received.get(session) ?? [];
    received.set(session, bytes);
    sockets.set(session, this);
    this.on('message', (data) => bytes.push(Buffer.from(data as ArrayBuffer)));
  }
}
Object.assign(globalThis, { WebSocket: RecordingSocket });
