import { join } from 'node:path';
import { z } from 'zod';
import { isPostgres } from './store/open.ts';

const ROOT = join(import.meta.dirname, '..');

const Environment = z.object({
  PORT: z.coerce.number('a number is needed').int().min(0).max(65_535).default(2567),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATABASE_URL: z
    .string()
    .default('')
    .refine((url) => /^postgres(ql)?:\/\/.|^sqlite:.|^[^:]*$|^[A-Za-z]:[\\/]/.test(url), {
      error: 'postgres://user:password@host/database, sqlite:path or a path is needed',
    }),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'redis://host:port is needed' }).optional(),
  PUBLIC_ADDRESS: z
    .string()
    .regex(/^[^/:\s]+(:\d+)?(\/[\w-]+)*$/, 'host, port and path are needed, as in games.example.org/one')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  OWNER_TOKEN: z.string().min(16, 'at least 16 characters are needed').optional(),
  TRUST_PROXY: z.coerce.number('how many proxies of yours stand in front').int().min(0).max(9).default(0),
  RETENTION_DAYS: z.coerce.number('a number of days is needed').int().min(1).max(36_500).optional(),
  CLIENT_FOLDER: z.string().default(join(ROOT, 'dist', 'client')),
});

export interface Config {
  port: number; // 0: any free one
  host: string;
  database: string; // a file, or the URL of PostgreSQL
  shared: { redis: string; publicAddress: string } | null; // null: one process
  logLevel: string;
  clientFolder: string; // of the built pages
  ownerToken: string | null; // opens /status and /metrics
  proxies: number; // of ours in front
  retentionDays: number | null; // null: games are kept for ever
}

/** The settings of the environment. Fails with a sentence for each that makes no sense. */
export function configOf(environment: NodeJS.ProcessEnv): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== ''); // set to nothing: unset
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(parsed.error.issues.map(lineOf).join('\n'));

  const { PORT, HOST, DATABASE_URL, LOG_LEVEL, CLIENT_FOLDER } = parsed.data;
  const database = DATABASE_URL.replace(/^sqlite:(\/\/)?/, '') || join(ROOT, 'data', 'games.sqlite');
  const { OWNER_TOKEN, TRUST_PROXY, RETENTION_DAYS } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    database,
    shared: sharedOf(parsed.data),
    logLevel: LOG_LEVEL,
    clientFolder: CLIENT_FOLDER,
    ownerToken: OWNER_TOKEN ?? null,
    proxies: TRUST_PROXY,
    retentionDays: RETENTION_DAYS ?? null,
  };
}

/** Several processes need one database, one Redis, and each an address of its own. */
function sharedOf({
  DATABASE_URL,
  REDIS_URL,
  PUBLIC_ADDRESS,
}: z.output<typeof Environment>): Config['shared'] {
  if (REDIS_URL === undefined) return null;
  if (!isPostgres(DATABASE_URL))
    throw new Error('REDIS_URL: several servers need one PostgreSQL; set DATABASE_URL');
  if (PUBLIC_ADDRESS === undefined)
    throw new Error('PUBLIC_ADDRESS: each server needs the address under which browsers reach it');
  return { redis: REDIS_URL, publicAddress: PUBLIC_ADDRESS };
}

function lineOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')}: ${message}`;
}
