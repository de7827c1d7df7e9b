import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');

const Environment = z.object({
  PORT: z.coerce.number('a number is needed').int().min(0).max(65_535).default(2567),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATABASE_URL: z
    .string()
    .default('')
    .refine((url) => !/^postgres(ql)?:/.test(url), {
      error:
        'points at PostgreSQL, which this version cannot use yet. Unset it to keep games in ./data, ' +
        'or set sqlite:path',
    })
    .refine((url) => /^sqlite:.|^[^:]*$|^[A-Za-z]:[\\/]/.test(url), {
      error: 'sqlite:path or a path is needed',
    }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  OWNER_TOKEN: z.string().min(16, 'at least 16 characters are needed').optional(),
  TRUST_PROXY: z.coerce.number('how many proxies of yours stand in front').int().min(0).max(9).default(0),
  RETENTION_DAYS: z.coerce.number('a number of days is needed').int().min(1).max(36_500).optional(),
  CLIENT_FOLDER: z.string().default(join(ROOT, 'dist', 'client')),
});

export interface Config {
  port: number; // 0: any free one
  host: string;
  database: string; // a file
  logLevel: string;
  clientFolder: string; // of the built pages
  ownerToken: string | null; // opens /status and /metrics
  proxies: number; // of ours in front
  retentionDays: number | null; // null: games are kept for ever
}

/** The settings of the environment. Fails with a sentence for each that makes no sense. */
export function configOf(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(parsed.error.issues.map(lineOf).join('\n'));

  const { PORT, HOST, DATABASE_URL, LOG_LEVEL, CLIENT_FOLDER } = parsed.data;
  const database = DATABASE_URL.replace(/^sqlite:(\/\/)?/, '') || join(ROOT, 'data', 'games.sqlite');
  const { OWNER_TOKEN, TRUST_PROXY, RETENTION_DAYS } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    database,
    logLevel: LOG_LEVEL,
    clientFolder: CLIENT_FOLDER,
    ownerToken: OWNER_TOKEN ?? null,
    proxies: TRUST_PROXY,
    retentionDays: RETENTION_DAYS ?? null,
  };
}

function lineOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')}: ${message}`;
}
