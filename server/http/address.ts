import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * Who asks, as a key to count by: behind `proxies` proxies of ours the address that the outermost of them saw.
 * What stands before it in the header anyone can write, so it is not believed. Of an IPv6 address the first half
 * counts: the other half is its holder's to choose.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const told = proxies > 0 ? String(request.headers['x-forwarded-for'] ?? '') : '';
  const seen = told.split(',').map((one) => one.trim());
  const chain = [...seen.filter((one) => one !== ''), request.socket.remoteAddress ?? 'unknown'];
  return keyOf(chain.at(-1 - proxies) ?? chain[0] ?? 'unknown');
}

/** Whether somebody on this machine asks, and no proxy for somebody else. */
export function isLocal(request: IncomingMessage): boolean {
  const isProxied = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
  return !isProxied && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
}

function keyOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;

  const [head = '', tail] = plain.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const after = tail === undefined ? [] : groups(tail);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - after.length);
  const all = [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all.slice(0, 4).join(':')}::/64`;
}
