import { useState } from 'react';
import { failureWords } from '../../failure.ts';
import { useGame } from '../../game/context.ts';
import { tokenFor } from '../../memory.ts';
import { gameLog } from '../../source/http.ts';

/** A finished game as a file on this device: its opening and every event, without names and words. */
export function useLogFile(): { save: () => Promise<void>; pending: boolean; refusal: string | null } {
  const { code } = useGame();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    setPending(true);
    const log = await gameLog(code, tokenFor(code) ?? '');
    setPending(false);
    setRefusal(log.ok ? null : failureWords(log.failure));
    if (!log.ok) return;
    const address = URL.createObjectURL(new Blob([JSON.stringify(log.body)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `830-miles-${code}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return { save, pending, refusal };
}
