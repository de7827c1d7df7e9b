import { useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';
const KEY = '830.theme';
const wantsLight = matchMedia('(prefers-color-scheme: light)');
const listeners = new Set<() => void>();

function chosen(): Theme | null {
  const kept = localStorage.getItem(KEY);
  return kept === 'dark' || kept === 'light' ? kept : null;
}

function current(): Theme {
  return chosen() ?? (wantsLight.matches ? 'light' : 'dark');
}

function apply(): void {
  document.documentElement.dataset['theme'] = current();
  for (const tell of listeners) tell();
}

/** Puts the theme on the page, and follows the system's until one is chosen; paper is always light. */
export function startTheme(): void {
  apply();
  wantsLight.addEventListener('change', apply);
  addEventListener('beforeprint', () => {
    document.documentElement.dataset['theme'] = 'light';
  });
  addEventListener('afterprint', apply);
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  apply();
}

export function useTheme(): Theme {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, current);
}
