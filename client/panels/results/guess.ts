const keyOf = (code: string) => `830.guess.${code}`;

/** What was guessed on this device, of a hundred; nothing when the guess was left out. */
export function guessed(code: string): number | null {
  const kept = sessionStorage.getItem(keyOf(code));
  return kept === null ? null : Number(kept);
}

export function keepGuess(code: string, guess: number): void {
  sessionStorage.setItem(keyOf(code), String(guess));
}
