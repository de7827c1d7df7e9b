import { getHeapStatistics } from 'node:v8';

/** Kept free for the games that are open: their logs grow, and resolutions need room. */
const KEPT_FREE = 96 * 1024 * 1024; // bytes

/** Whether another game may be opened: neither this process's heap nor the machine (or container) is nearly full. */
export function fitsAnother(): boolean {
  const { heap_size_limit: limit, used_heap_size: used } = getHeapStatistics();
  return Math.min(limit - used, process.availableMemory()) > KEPT_FREE;
}
