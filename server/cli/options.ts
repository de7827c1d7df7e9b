import { parseArgs, type ParseArgsConfig } from 'node:util';
import type * as z from 'zod';

/** Ends the command with what is wrong and what would work. */
function fail(message: string, usage: string): never {
  process.stderr.write(`${message}\n${usage}\n`);
  process.exit(2);
}

/**
 * The options of the command line, checked.
 *
 * @param options how each is written: with a value, as a switch, several times
 * @returns what the schema makes of them; ends the command with status 2 where they do not fit
 */
export function optionsFrom<Schema extends z.ZodType>(
  schema: Schema,
  options: NonNullable<ParseArgsConfig['options']>,
  usage: string,
): z.infer<Schema> {
  try {
    const { values } = parseArgs({ args: process.argv.slice(2), options });
    const parsed = schema.safeParse(values);
    if (parsed.success) return parsed.data;
    fail(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'), usage);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), usage);
  }
}
