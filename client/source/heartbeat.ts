/** How often a line is looked at, and how long one that says nothing is trusted after it was asked, ms. */
const EVERY = 2_000;
const TRUSTED = 2_000;

/** A line that can be asked whether anyone is there. */
interface Line {
  ping(answered: () => void): void;
}

interface Heartbeat {
  /** Something came: nothing needs to be asked for a while. */
  heard(): void;
  stop(): void;
}

/**
 * Notices a line that is open and dead: a server that hangs, a network that was changed. Nothing else tells.
 *
 * @param hung is called once, when nobody answers any more
 */
export function watchLine(line: Line, hung: () => void): Heartbeat {
  let heardAt = performance.now();
  let askedAt: number | null = null;
  const heard = () => {
    heardAt = performance.now();
    askedAt = null;
  };
  const timer = setInterval(() => {
    const now = performance.now();
    if (askedAt === null) {
      if (now - heardAt < EVERY) return;
      askedAt = now;
      line.ping(heard);
    } else if (now - askedAt >= TRUSTED) {
      clearInterval(timer);
      hung();
    }
  }, EVERY / 5);
  return { heard, stop: () => clearInterval(timer) };
}
