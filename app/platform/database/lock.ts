/** First come, first served: each holder releases before the next one enters. */
export class Lock {
  #last: Promise<void> = Promise.resolve();

  /** @returns what the holder calls, once or more, when done */
  async acquire(): Promise<() => void> {
    const previous = this.#last;
    let release!: () => void;
    this.#last = new Promise((resolve) => (release = resolve));
    await previous;
    return release;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
