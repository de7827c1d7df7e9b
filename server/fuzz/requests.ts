import { connect } from 'node:net';
import { ERROR_STATUS } from '../../shared/protocol/errors.ts';
import { type Dice, mutated, noise, pick } from './mutate.ts';

/** What came back for one thing that was sent. */
export interface Reply {
  code: string; // `ok`, or why it was refused
  ms: number;
  untyped?: string; // a refusal without a code, and what it was for
}

/** What requests are made of: codes and tokens that are somebody else's, or nobody's. */
export interface Known {
  code: string;
  token: string; // of the seat that the attacker has
}

const METHODS = ['GET', 'POST', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const;

function pathOf(roll: Dice, { code }: Known): string {
  const game = pick(roll, [code, 'ZZZZZZ', '%00', '..%2f..%2fetc', 'A'.repeat(300), '%E0%A4%A', '__proto__']);
  return pick(roll, [
    '/api/games',
    `/api/games/${game}`,
    `/api/games/${game}/join`,
    `/api/games/${game}/seat`,
    `/api/games/${game}/watch`,
    `/api/games/${game}/erase`,
    `/api/${game}`,
    '/healthz',
    '/readyz',
    '/metrics',
    '/status',
    '/status/delete',
    `/matchmake/joinById/${game}`,
    `/matchmake/create/game`,
    `/matchmake/reconnect/${game}`,
    '/playground',
    '/colyseus',
    '/monitor',
    `/g/${game}`,
    '/assets/..%2f..%2fpackage.json',
  ]);
}

function bodyOf(roll: Dice, { token }: Known): string | Uint8Array<ArrayBuffer> {
  if (roll(10) === 0) return noise(roll, 400);
  const bodies = [
    { mode: 'table', seat: 'ua', edition: 'lesson', bots: 'easy', rounds: 4, name: 'fuzz' },
    { seat: 'cn', name: 'fuzz' },
    { seatToken: token, protocol: 1 },
    { seatToken: 'x'.repeat(32) },
    { reconnectionToken: 'abcdefghi' },
    { code: 'ZZZZZZ' },
  ];
  const text = JSON.stringify(mutated(roll, mutated(roll, pick(roll, bodies))));
  if (roll(30) === 0) return text.repeat(400);
  return roll(12) === 0 ? text.slice(0, roll(text.length + 1)) : text;
}

function headersOf(roll: Dice): Record<string, string> {
  const odd: Record<string, string>[] = [
    {},
    {},
    { 'content-type': 'application/json' },
    {
      'content-type': pick(roll, ['text/plain', 'application/x-www-form-urlencoded', 'a/b; charset=utf-99']),
    },
    { authorization: pick(roll, ['Bearer x', 'Basic !!!!', 'Basic YTpi', 'Bearer ', 'x']) },
    { origin: pick(roll, ['https://evil.example', 'null', 'file://', 'http://[']) },
    { 'x-forwarded-for': pick(roll, ['127.0.0.1', '::1', ', , ,', 'x'.repeat(500)]) },
    { 'content-encoding': pick(roll, ['gzip', 'br', 'nonsense']) },
    { 'x-http-method-override': 'DELETE' },
    { cookie: 'a=b; __proto__=c' },
  ];
  return pick(roll, odd);
}

/** Sends one random request. Fails only when nobody answers. */
export async function request(roll: Dice, base: string, known: Known): Promise<Reply> {
  const method = pick(roll, METHODS);
  const path = pathOf(roll, known);
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(roll, known);
  const from = performance.now();
  const answer = await fetch(base + path, {
    method,
    headers: headersOf(roll),
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const ms = performance.now() - from;
  if (answer.status < 400) return { code: 'ok', ms };
  if (method === 'HEAD') return { code: String(answer.status), ms };

  const code = codeOf(text);
  const isOurs = code !== null && ERROR_STATUS[code as keyof typeof ERROR_STATUS] === answer.status;
  const isMatchmaking = path.startsWith('/matchmake') && code !== null;
  if (isOurs || isMatchmaking) return { code, ms };
  return { code: 'untyped', ms, untyped: `${method} ${path} → ${answer.status} ${text.slice(0, 80)}` };
}

function codeOf(text: string): string | null {
  try {
    const { code, error } = JSON.parse(text) as { code?: unknown; error?: unknown };
    const told = code ?? error; // Colyseus has numbers, and one sentence
    return typeof told === 'string' || typeof told === 'number' ? String(told) : null;
  } catch {
    return null;
  }
}

/** Writes bytes that are no request to the port, and waits until the server hangs up or has said something. */
export function nonsense(roll: Dice, base: string): Promise<Reply> {
  const { port, hostname } = new URL(base);
  const from = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const done = () => {
      socket.destroy();
      resolve({ code: 'nonsense', ms: performance.now() - from });
    };
    socket.on('error', done).on('close', done).on('data', done);
    const lines = [
      'GET / HTTP/9.9\r\n\r\n',
      'POST /api/games HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n',
      'GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      'POST /api/games HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ];
    socket.end(roll(2) === 0 ? noise(roll, 300) : pick(roll, lines));
  });
}
