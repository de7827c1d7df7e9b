import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommandRequest, WireCommand } from '../../shared/protocol/command.ts';
import { ERROR_STATUS } from '../../shared/protocol/errors.ts';
import { EraseWords, JoinGame, MakeGame, ReadLog, ReserveSeat, Watch } from '../../shared/protocol/http.ts';
import { CLOSED } from '../../shared/protocol/room.ts';
import { privateSlices, publicSlices } from '../../shared/protocol/slices.ts';
import { BYTES_LIMIT, PROTOCOL, TEXT_LIMIT } from '../../shared/protocol/version.ts';
import { LIMITS } from '../../server/http/limits.ts';
import { memoryStore } from '../../server/store/memory.ts';
import { sessionInTalks } from './games.ts';

const TEXT = readFileSync(new URL('../../shared/protocol/PROTOCOL.md', import.meta.url), 'utf8');
const PrivateMessage = z.strictObject({
  seq: z.int(),
  whole: z.boolean(),
  slices: z.record(z.string(), z.string().nullable()),
});
const FORMATS: Record<string, z.ZodType> = {
  MakeGame,
  JoinGame,
  ReserveSeat,
  Watch,
  EraseWords,
  ReadLog,
  PrivateMessage,
  CommandRequest,
  WireCommand,
};

/** The examples of the text, a line or a block each, by the name of their format. */
const examples = [...TEXT.matchAll(/```json (\w+)\n([\s\S]*?)```/g)].flatMap(([, format = '', block = '']) =>
  block
    .trim()
    .split('\n')
    .map((line) => [format, line] as const),
);
const spaced = (n: number) => String(n).replace(/(\d)(?=(\d{3})+$)/g, '$1 ');

describe('PROTOCOL.md', () => {
  test.each(examples)('%s reads %s', (format, line) => {
    const parsed = FORMATS[format]!.safeParse(JSON.parse(line));
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  test('has an example of every format, and of every command', () => {
    expect(new Set(examples.map(([format]) => format))).toEqual(new Set(Object.keys(FORMATS)));
    const kinds = examples
      .filter(([format]) => format === 'WireCommand')
      .map(([, line]) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds).toEqual(WireCommand.options.map((option) => option.shape.kind.value));
  });

  test('names every error, every slice and every limit', async () => {
    const session = await sessionInTalks(memoryStore());
    const slices = { ...publicSlices(session.publicView()), ...privateSlices(session.view('ua')) };
    const kinds = Object.keys(slices).map((name) => name.replace(/\..*/, ''));
    const lacks = (name: string) => !TEXT.includes(`\`${name}\``) && !TEXT.includes(`\`${name}.<`);
    expect([...Object.keys(ERROR_STATUS), ...kinds].filter(lacks)).toEqual([]);
    const { requests, games, misses, comings, commands, texts } = LIMITS;
    for (const { points } of [requests, games, misses, comings, commands, texts])
      expect(TEXT).toContain(` ${spaced(points)} `);
    for (const limit of [BYTES_LIMIT, TEXT_LIMIT]) expect(TEXT).toContain(spaced(limit));
    expect(TEXT).toContain(`"protocol": ${PROTOCOL}`);
    for (const code of Object.values(CLOSED)) expect(TEXT).toContain(String(code));
  });
});
