import { z } from 'zod';
import { type Issue } from './errors.ts';
import { NAME_LIMIT, TEXT_LIMIT } from './version.ts';

// Compiled checkers need eval, which the content security policy of the page forbids.
z.config({ jitless: true });

/** What a person wrote, with invisible control characters taken out; line breaks and joiners stay. */
export function cleanText(written: string): string {
  return written
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n\u200C\u200D]/gu, '')
    .trim();
}

/** A person's words; empty ones count as none. */
export const Text = z
  .string()
  .max(TEXT_LIMIT)
  .transform((written) => cleanText(written) || null);

/** A display name on one line. */
export const Name = z
  .string()
  .max(NAME_LIMIT)
  .transform((written) => cleanText(written).replaceAll(/\s+/g, ' '));

/** The id of something in the content or the game; whether it exists is for the rules to say. */
export const Id = z.string().min(1).max(64);

/** What is wrong with a body, place by place, at most `limit` of them. */
export function issuesOf(error: z.ZodError, limit = 10): Issue[] {
  return error.issues
    .slice(0, limit)
    .map((issue) => ({ path: issue.path.join('.'), problem: issue.message }));
}
