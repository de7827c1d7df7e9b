import { getHeapStatistics } from 'node:v8';

const MB = 1024 * 1024;
/** Kept free for the games that are open: their logs grow, and resolutions need room. Bytes. */
const KEPT_FREE = 96 * MB;
/** MB of each of the three parts of the young generation, as the command line says or Node 24 has it on 64 bits. */
const PART = Number(/--max-semi-space-size=(\d+)/.exec(process.execArgv.join(' '))?.[1] ?? 64);
/** The heap's limit counts the young generation too, which old objects never get. Bytes. */
const YOUNG = 3 * PART * MB;

/** Whether another game may be opened: neither this process's heap nor the machine (or container) is nearly full. */
export function fitsAnother(): boolean {
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
  return limit - YOUNG - used > KEPT_FREE && process.availableMemory() > KEPT_FREE;
}
