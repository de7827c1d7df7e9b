/** How often servers are asked whether they are there, and how long they may take, ms: as the proxy in compose.yaml. */
const EVERY = 500;
const WITHIN = 1_000;

/** Knows, as a proxy does, which servers answer. */
export class Front {
  readonly #bases: string[] = [];
  readonly #well = new Set<string>();
  #turn = 0;

  add(base: string): void {
    this.#bases.push(base);
    this.#well.add(base);
    setInterval(() => void this.#look(base), EVERY).unref();
  }

  /** A server that answers, each in its turn; any when none does. */
  next(): string {
    const well = this.#bases.filter((base) => this.#well.has(base));
    const from = well.length > 0 ? well : this.#bases;
    return from[this.#turn++ % from.length] ?? '';
  }

  async #look(base: string): Promise<void> {
    const answers = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(WITHIN) }).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) this.#well.add(base);
    else this.#well.delete(base);
  }
}
