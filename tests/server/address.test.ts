import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { addressOf, isLocal } from '../../server/http/address.ts';
import { get } from './player.ts';
import { aServer } from './serving.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

describe('who asks', () => {
  test.each([
    [
      'is the socket’s address where no proxy of ours stands',
      '198.51.100.7',
      '203.0.113.1',
      0,
      '198.51.100.7',
    ],
    ['is what our proxy saw', '127.0.0.1', '203.0.113.1', 1, '203.0.113.1'],
    ['is not what somebody wrote before it', '127.0.0.1', '1.1.1.1, 203.0.113.1', 1, '203.0.113.1'],
    ['is what the outer of two proxies saw', '127.0.0.1', '1.1.1.1, 203.0.113.1, 10.0.0.2', 2, '203.0.113.1'],
    ['is the proxy where it says nothing', '10.0.0.2', undefined, 1, '10.0.0.2'],
    ['is one in either spelling', '::ffff:198.51.100.7', undefined, 0, '198.51.100.7'],
    [
      'is a network of IPv6, not one of its addresses',
      '2001:db8:1:2:3:4:5:6',
      undefined,
      0,
      '2001:db8:1:2::/64',
    ],
    ['is that also where it is shortened', '2001:db8::9', undefined, 0, '2001:db8:0:0::/64'],
  ])('%s', (_case, remote, forwarded, proxies, address) => {
    expect(addressOf(from(remote, forwarded), proxies)).toBe(address);
  });

  test.each([
    ['127.0.0.1', undefined, true],
    ['::1', undefined, true],
    ['::ffff:127.0.0.1', undefined, true],
    ['192.168.1.9', undefined, false],
    ['127.0.0.1', '203.0.113.1', false], // a proxy on this machine, for somebody else
  ])('from %s, forwarded for %s, is on this machine: %s', (remote, forwarded, local) => {
    expect(isLocal(from(remote, forwarded))).toBe(local);
  });
});

describe('behind a proxy of ours', () => {
  const server = aServer({ hosting: { proxies: 1 }, limits: { misses: { points: 3, seconds: 60 } } });

  test('one address that guesses is stopped, another is not, and nobody can say to be another', async () => {
    const guess = async (forwarded: string) => {
      const answer = await fetch(`${server.base}/api/games/ZZZZZZ`, {
        headers: { 'x-forwarded-for': forwarded },
      });
      return ((await answer.json()) as { code: string }).code;
    };
    for (let i = 0; i < 3; i++) expect(await guess(`9.9.9.${i}, 203.0.113.1`)).toBe('GAME_UNKNOWN');
    expect(await guess('9.9.9.9, 203.0.113.1')).toBe('TOO_MANY');
    expect(await guess('203.0.113.2')).toBe('GAME_UNKNOWN');
    expect((await get(server.base, '/healthz')).status).toBe(200);
  });

  test('whoever tries reconnection tokens is counted too', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.1' };
    const answer = await fetch(`${server.base}/matchmake/reconnect/ZZZZZZ`, {
      method: 'POST',
      headers,
      body: '{"reconnectionToken":"x"}',
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([429, 'TOO_MANY']);
  });
});
