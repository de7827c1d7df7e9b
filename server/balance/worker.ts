import { parentPort } from 'node:worker_threads';
import { outcomeOf } from './outcome.ts';
import type { Plan } from './plan.ts';

const port = parentPort;
if (!port) throw new Error('this file is a worker of balance.ts');

/** Plays the games it is told to, one after another. */
port.on('message', (plan: Plan) => {
  try {
    port.postMessage({ outcome: outcomeOf(plan) });
  } catch (error) {
    port.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
});
