import { useCallback, useState } from 'react';
import type { WireCommandInput } from '../shared/protocol/command.ts';
import { failureWords } from './failure.ts';
import { useGame } from './game/context.ts';

/** One thing a person may ask for: whether it is under way, and why it was refused. */
export interface Act {
  ask: (command: WireCommandInput) => Promise<boolean>;
  pending: boolean;
  refusal: string | null;
  clear: () => void;
}

/** Asks the server and keeps the answer's words beside what was asked. Nothing is shown before it is granted. */
export function useAct(): Act {
  const { request } = useGame();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = useCallback(
    async (command: WireCommandInput) => {
      setPending(true);
      setRefusal(null);
      const answer = await request(command);
      setPending(false);
      if (!answer.ok) setRefusal(failureWords(answer.failure));
      return answer.ok;
    },
    [request],
  );
  const clear = useCallback(() => setRefusal(null), []);
  return { ask, pending, refusal, clear };
}
