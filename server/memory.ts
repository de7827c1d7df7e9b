import { getHeapStatistics } from 'node:v8';

const MB = 1024 * 1024;
/** Kept free for the games that are open: their logs grow, and resolutions need room. Bytes. */
const KEPT_FREE = 96 * MB;
/** The heap's limit counts the young generation too, which old objects never get. Bytes; Node 24 on 64 bits. */
const YOUNG = 192 * MB;

/** Whether another game may be opened: neither this process's heap nor the machine (or container) is nearly full. */
export function fitsAnother(): boolean {
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
  return limit - YOUNG - used > KEPT_FREE && process.availableMemory() > KEPT_FREE;
}
