import { connect, createServer, type Socket } from 'node:net';

/** A line to another port that can be cut. */
export interface Line {
  port: number;
  /** Breaks what goes over it and lets nothing new come. */
  cut(): void;
  mend(): void;
  close(): void;
}

export async function lineTo(host: string, port: number): Promise<Line> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((here) => {
    if (isCut) return void here.destroy();
    const there = connect(port, host);
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port: address.port,
    cut,
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      server.close();
    },
  };
}
