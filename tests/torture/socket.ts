import { WebSocket } from 'ws';

// Node's own socket stops for good after one refused connection; the SDK takes the global one.
Object.assign(globalThis, { WebSocket });
