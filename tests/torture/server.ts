import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** A server that has not said its address by then is broken, ms. */
const START_WITHIN = 30_000;

/** A real server in a process of its own. */
export interface RealServer {
  base: string; // `http://127.0.0.1:port`
  child: ChildProcess;
  said(): string;
  /** The status it ended with; null after a signal. */
  ended: Promise<number | null>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts `server/main.ts` and waits until it serves. Fails with what it said when it ends before. */
export async function startServer(
  environment: Record<string, string>,
  command: readonly string[] = [process.execPath, 'server/main.ts'],
): Promise<RealServer> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', TRUST_PROXY: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const base = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server did not start: ${said}`)), START_WITHIN);
    const hear = (some: Buffer) => {
      said = (said + String(some)).slice(-100_000);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (!address) return;
      clearTimeout(late);
      resolve(address[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (status) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${status}: ${said}`));
    });
  });
  return {
    base,
    child,
    said: () => said,
    ended,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** A port that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
