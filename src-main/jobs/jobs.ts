import { randomUUID } from 'node:crypto';
import type { JobProgress } from '#shared/jobs/contract.ts';
import { Problem } from '#shared/api/problem.ts';
import type { Log } from '#main/adapters/log.ts';
import { storeFailure } from '#main/store/failure.ts';

/** What a piece of long work gets: tell how far it is, and whether to stop after this item. */
export type JobHandle = {
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

type Job = {
  /** Who started it; null: whoever is at this computer. */
  readonly owner: number | null;
  progress: JobProgress;
  readonly abort: AbortController;
  readonly listeners: Set<() => void>;
  ended: Promise<void>;
};

/** How long an ended job can still be asked about. */
const keepEndedMs = 10 * 60_000;

/** The long pieces of work of this process. What they did stands in the store; this only tells how far they are. */
export class Jobs {
  readonly #jobs: Map<string, Job>;
  readonly #log: Log;
  readonly #owner: number | null;

  constructor(log: Log, owner: number | null = null, jobs = new Map<string, Job>()) {
    this.#log = log;
    this.#owner = owner;
    this.#jobs = jobs;
  }

  /** The same work as one user sees it: what somebody else started is not theirs to follow, nor its result to have. */
  of(userId: number | null): Jobs {
    return new Jobs(this.#log, userId, this.#jobs);
  }

  /**
   * Starts work and answers at once with its id. A Problem ends it as failed with its sentence; when the signal was
   * aborted it ends as cancelled, with whatever result the work returned.
   */
  start(title: string, total: number, work: (job: JobHandle) => Promise<unknown>): string {
    const jobId = randomUUID();
    const abort = new AbortController();
    const listeners = new Set<() => void>();
    const progress: JobProgress = { jobId, title, state: 'running', done: 0, total, result: null, failure: null };
    const update = (change: Partial<JobProgress>): void => {
      job.progress = { ...job.progress, ...change };
      for (const listener of listeners) listener();
    };
    const run = async (): Promise<void> => {
      // The caller gets the id before the work starts.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        const result = await work({
          progress: (done, newTotal) => update({ done, total: newTotal }),
          signal: abort.signal,
        });
        update({ state: abort.signal.aborted ? 'cancelled' : 'done', result: result ?? null });
      } catch (error) {
        update({ state: 'failed', failure: this.#failureSentence(error) });
      }
      setTimeout(() => this.#jobs.delete(jobId), keepEndedMs).unref();
    };
    const job: Job = { owner: this.#owner, progress, abort, listeners, ended: Promise.resolve() };
    this.#jobs.set(jobId, job);
    job.ended = run();
    return jobId;
  }

  status(jobId: string): JobProgress {
    return this.#find(jobId).progress;
  }

  running(): JobProgress[] {
    return [...this.#jobs.values()]
      .filter((job) => this.#mayFollow(job) && job.progress.state === 'running')
      .map((job) => job.progress);
  }

  async wait(jobId: string): Promise<JobProgress> {
    const job = this.#find(jobId);
    await job.ended;
    return job.progress;
  }

  cancel(jobId: string): JobProgress {
    const job = this.#find(jobId);
    job.abort.abort();
    return job.progress;
  }

  /** Stops every job after its item and waits; called when the application closes. */
  async close(): Promise<void> {
    const jobs = [...this.#jobs.values()];
    for (const job of jobs) job.abort.abort();
    await Promise.all(jobs.map((job) => job.ended));
  }

  /** Progress as it changes, at most every 50 ms, and always the last one. */
  async *watch(jobId: string, signal?: AbortSignal): AsyncGenerator<JobProgress> {
    const job = this.#find(jobId);
    let changed = true;
    let wake: (() => void) | undefined;
    const listener = (): void => {
      changed = true;
      wake?.();
    };
    job.listeners.add(listener);
    signal?.addEventListener('abort', listener);
    try {
      for (;;) {
        if (signal?.aborted) return;
        if (changed) {
          changed = false;
          const { progress } = job;
          yield progress;
          if (progress.state !== 'running') return;
          await new Promise((resolve) => setTimeout(resolve, 50));
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      job.listeners.delete(listener);
      signal?.removeEventListener('abort', listener);
    }
  }

  #find(jobId: string): Job {
    const job = this.#jobs.get(jobId);
    if (!job || !this.#mayFollow(job))
      throw new Problem('NOT_FOUND', 'Deze taak bestaat niet meer. Wat ze deed, staat in de lijsten.');
    return job;
  }

  #mayFollow(job: Job): boolean {
    return this.#owner === null || job.owner === this.#owner;
  }

  #failureSentence(error: unknown): string {
    const problem = error instanceof Problem ? error : storeFailure(error);
    if (problem) return problem.sentence;
    const id = randomUUID().slice(0, 8);
    this.#log.error(id, 'job failed', error);
    return `Er ging iets mis dat we niet voorzien hadden (code ${id}). Wat al bewaard was, is bewaard.`;
  }
}
