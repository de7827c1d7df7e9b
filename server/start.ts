import { networkInterfaces } from 'node:os';
import { configOf } from './config.ts';
import { LIMITS } from './http/limits.ts';
import { makeLog } from './log.ts';
import { serve } from './rooms/serve.ts';
import { openStore, placeOf } from './store/open.ts';

/** A stop that takes longer is cut short; what was answered is stored anyway. */
const PATIENCE_MS = 10_000;

/** Addresses a browser can use: this machine's own, then those on the local network. */
function addressesOf(host: string, port: number): string[] {
  if (host !== '0.0.0.0' && host !== '::')
    return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];

  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal);
  return ['localhost', ...outside.map((address) => address.address)].map((name) => `http://${name}:${port}`);
}

async function main(): Promise<void> {
  const config = configOf(process.env);
  const log = makeLog(config.logLevel);
  const store = await openStore(config.database, log, (reason) => {
    log.fatal({ err: reason }, 'games cannot be stored any more');
    process.exit(1);
  });
  const { port, host, clientFolder } = config;
  const shared = config.shared ?? undefined;
  const serving = await serve({
    store,
    log,
    port,
    host,
    clientFolder,
    limits: LIMITS,
    hosting: config,
    shared,
  });

  const [here, ...network] = addressesOf(host, serving.port);
  console.log(`830 Miles\n  on this machine      ${here}`);
  for (const address of network) console.log(`  on the local network ${address}`);
  console.log(`  games are kept in    ${placeOf(config.database)}`);

  const stop = async (): Promise<void> => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await serving.stop();
    await store.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  // A broken promise or a bug outside any game: the log has everything, so a fresh start loses nothing.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the server stops');
    process.exit(1);
  });
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
