/** Called between rows: lets the rest of the application breathe, and stops when the user asked to. */
export type Pace = (done: number) => Promise<'go' | 'stop'>;

const rowsAtATime = 400;

/** A pace that tells how far it is and gives way every few hundred rows. */
export function makePace(progress: (done: number) => void, signal?: AbortSignal): Pace {
  return async (done) => {
    if (done % rowsAtATime !== 0) return 'go';
    progress(done);
    await new Promise((resolve) => setImmediate(resolve));
    return signal?.aborted ? 'stop' : 'go';
  };
}
