/** The thread behind {@link Thinkers}: a task comes in, what came of it goes out. */
import { parentPort } from 'node:worker_threads';
import { scenarioOf } from '../../shared/content/index.ts';
import { decide } from '../../shared/rules/index.ts';
import { createBots } from '../bots/bot.ts';
import type { Task, Told } from './thinkers.ts';

if (!parentPort) throw new Error('this is a worker thread');
const port = parentPort;

function think(task: Task): unknown {
  const scenario = scenarioOf(task.edition);
  if (task.kind === 'decide') {
    const decision = decide(scenario, task.state, task.actor, task.command);
    return decision.ok ? { ok: true, events: decision.events } : decision; // the state is there already but for these
  }
  const [bot] = createBots(scenario, [task.seat], task.settings);
  return bot?.act(task.view, task.turnedDown) ?? [];
}

function tell(told: Told): void {
  port.postMessage(told, []);
}

port.on('message', (task: Task) => {
  try {
    tell({ result: think(task) });
  } catch (error) {
    tell({ fault: error instanceof Error ? error : new Error(String(error)) });
  }
});
