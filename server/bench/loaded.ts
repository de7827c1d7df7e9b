import { type ChildProcess, fork } from 'node:child_process';
import { rmSync } from 'node:fs';

/** A server that runs in a process of its own while it is loaded. */
export interface Loaded {
  base: string; // `http://127.0.0.1:port`
  file: string; // of its database
  pid: number;
  /** Whether it has ended though nobody stopped it. */
  hasDied(): boolean;
  /** What it says of itself, by the name of the metric with its labels. */
  metrics(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

/** Starts it. Fails when it does not come up. */
export async function loadedServer(): Promise<Loaded> {
  const child: ChildProcess = fork(new URL('./load-server.ts', import.meta.url), {
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: [...process.execArgv, '--max-semi-space-size=8'], // as `npm start`
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { base, folder, file } = await new Promise<{ base: string; folder: string; file: string }>(
    (resolve, reject) => {
      child.once('message', (told) => resolve(told as { base: string; folder: string; file: string }));
      child.once('exit', (status) => reject(new Error(`the server ended with ${status}`)));
    },
  );
  return {
    base,
    file,
    pid: child.pid ?? 0,
    hasDied: () => child.exitCode !== null || child.signalCode !== null,
    async metrics() {
      const text = await (await fetch(`${base}/metrics`)).text();
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      return new Map(
        lines.map((line) => {
          const at = line.lastIndexOf(' ');
          return [line.slice(0, at), Number(line.slice(at + 1))];
        }),
      );
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
