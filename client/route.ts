import { useSyncExternalStore } from 'react';

export const SCREENS = [
  'front',
  'tables',
  'papers',
  'press',
  'orders',
  'world',
  'dispatches',
  'brief',
  'results',
  'host',
] as const;
export type Screen = (typeof SCREENS)[number];

/** Where the page is. A game's address ends in `#` and the token of a seat: whoever has it sits there. */
export type Route =
  | { at: 'home' | 'solo' | 'host' | 'parts' | 'lost' }
  | { at: 'join'; code: string | null }
  | { at: 'watch'; code: string }
  | { at: 'guide'; print: boolean }
  | { at: 'game'; code: string; screen: Screen | null; id: string | null };

const listeners = new Set<() => void>();

/** Reads an address. */
export function routeOf(path: string): Route {
  const [first, second, third, fourth] = path.split('/').filter(Boolean);
  switch (first) {
    case undefined:
      return { at: 'home' };
    case 'solo':
      return { at: 'solo' };
    case 'host-table':
      return { at: 'host' };
    case 'parts':
      return { at: 'parts' };
    case 'join':
      return { at: 'join', code: second ? second.toUpperCase() : null };
    case 'guide':
      return { at: 'guide', print: second === 'print' };
    case 'watch':
      return second ? { at: 'watch', code: second.toUpperCase() } : { at: 'lost' };
    case 'g':
      if (!second) return { at: 'lost' };
      return {
        at: 'game',
        code: second,
        screen: SCREENS.find((screen) => screen === third) ?? null,
        id: fourth ?? null,
      };
    default:
      return { at: 'lost' };
  }
}

/** The address of a screen of a game. */
export function gamePath(code: string, screen?: Screen, id?: string): string {
  return ['/g', code, screen, id].filter(Boolean).join('/');
}

/** Goes to another address without loading the page; within a game the token stays in it. */
export function go(path: string, { replace = false } = {}): void {
  const keepsToken = path.startsWith('/g/') && !path.includes('#');
  const target = keepsToken ? path + location.hash : path;
  if (replace) history.replaceState(null, '', target);
  else history.pushState(null, '', target);
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  addEventListener('popstate', tell);
  return () => {
    listeners.delete(tell);
    removeEventListener('popstate', tell);
  };
}

/** The path of the page; changes draw it anew. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname);
}
