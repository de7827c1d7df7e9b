import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BotSettings } from '../bots/bot.ts';
import type { Actor, Command, Decision, Edition, GameEvent, GameState } from '../../shared/rules/index.ts';
import type { Seat, SeatView } from '../../shared/rules/index.ts';
import type { Log } from '../log.ts';

/** What takes longer than a server should keep others waiting. */
export type Task =
  | {
      kind: 'act'; // what a bot wants to do
      edition: Edition;
      seat: Seat;
      settings: BotSettings;
      view: SeatView;
      turnedDown: boolean;
    }
  | { kind: 'decide'; edition: Edition; state: GameState; actor: Actor; command: Command };

/** What came of it. */
export type Told = { result: unknown } | { fault: Error };

interface Job {
  task: Task;
  answer: PromiseWithResolvers<unknown>;
  tries: number;
}

/** A thread that dies over a task is replaced and the task given to another, so often. */
const MOST_TRIES = 3;
/** A thread that has not answered after this long is ended, ms. */
const PATIENCE_MS = 30_000;
const MOST_THREADS = 4;

/**
 * Threads that think for the games of this process: bots' turns and the closing of a game. They keep nothing between
 * tasks, so any of them will do. They are started when there is something to do; the main thread keeps a core.
 */
export class Thinkers {
  readonly #log: Log;
  readonly #most: number;
  readonly #newThread: () => Worker;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  #isClosed = false;

  /**
   * @param most threads at a time
   * @param newThread starts one
   */
  constructor(
    log: Log,
    most: number = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)),
    newThread: () => Worker = () => new Worker(new URL('./thinker.ts', import.meta.url)),
  ) {
    this.#log = log;
    this.#most = most;
    this.#newThread = newThread;
  }

  /** What the bot of a seat wants to do now. Fails when it cannot be had from any thread, or its code fails. */
  act(task: Omit<Extract<Task, { kind: 'act' }>, 'kind'>): Promise<readonly Command[]> {
    return this.#give({ kind: 'act', ...task }) as Promise<readonly Command[]>;
  }

  /** The same as `decide` of the rules, away from the event loop. */
  decide(task: Omit<Extract<Task, { kind: 'decide' }>, 'kind'>): Promise<Decision<GameEvent>> {
    return this.#give({ kind: 'decide', ...task }) as Promise<Decision<GameEvent>>;
  }

  /** Ends all threads; what waits for an answer fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const jobs = [...this.#busy.values(), ...this.#waiting];
    const threads = [...this.#busy.keys(), ...this.#idle];
    this.#busy.clear();
    this.#waiting.length = 0;
    this.#idle.length = 0;
    for (const { answer } of jobs) answer.reject(new Error('the server stops thinking'));
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  #give(task: Task): Promise<unknown> {
    if (this.#isClosed) return Promise.reject(new Error('the server stops thinking'));
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.push({ task, answer, tries: 0 });
    this.#hand();
    return answer.promise;
  }

  #hand(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#idle.pop() ?? (this.#busy.size < this.#most ? this.#start() : null);
      if (!thread) return;
      const job = this.#waiting.shift() as Job;
      this.#busy.set(thread, job);
      thread.ref();
      thread.postMessage(job.task, []);
      setTimeout(() => {
        if (this.#busy.get(thread) === job) void thread.terminate();
      }, PATIENCE_MS).unref();
    }
  }

  #start(): Worker {
    const thread = this.#newThread();
    thread.on('message', (told: Told) => {
      const job = this.#busy.get(thread);
      if (!job) return;
      this.#busy.delete(thread);
      this.#idle.push(thread);
      thread.unref(); // an idle one does not keep the process alive
      if ('fault' in told) job.answer.reject(told.fault);
      else job.answer.resolve(told.result);
      this.#hand();
    });
    thread.on('error', (error) => this.#log.error({ err: error }, 'a thinking thread failed'));
    thread.on('exit', () => this.#lost(thread));
    return thread;
  }

  /** A thread is gone: what it was thinking about goes to another. */
  #lost(thread: Worker): void {
    const at = this.#idle.indexOf(thread);
    if (at >= 0) this.#idle.splice(at, 1);
    const job = this.#busy.get(thread);
    if (!job) return;
    this.#busy.delete(thread);
    if (++job.tries < MOST_TRIES) this.#waiting.unshift(job);
    else job.answer.reject(new Error(`${MOST_TRIES} threads died over one task`));
    this.#hand();
  }
}
