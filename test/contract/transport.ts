import { ORPCError } from '@orpc/server';
import { type JobProgress, jobProgress } from '#shared/jobs/contract.ts';

/** A way to reach the contract: a name for the report, one call, and an end. Errors are thrown as ORPCError. */
export type Transport = {
  readonly name: string;
  /** A procedure by its full name; a stream comes back as an async iterator. */
  readonly call: (procedure: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** Opens the application on an empty database in this folder. */
export type OpenTransport = (folder: string) => Promise<Transport>;

/** The day on which every transport believes to be. */
export const asOf = '2026-11-20';

export type Outcome =
  | { readonly output: unknown }
  | { readonly error: { readonly code: string; readonly sentence: string; readonly field: string | null } };

/** Calls, and tells a typed error the same way for every transport. Anything else is thrown on. */
export async function attempt(transport: Transport, procedure: string, input: unknown): Promise<Outcome> {
  try {
    return { output: await transport.call(procedure, input) };
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const detail = error.data as { readonly sentence: string; readonly field: string | null };
    return { error: { code: error.code, sentence: detail.sentence, field: detail.field } };
  }
}

/** Every event of a job until it ends; the terminal waits itself and hands over the last one. */
export async function followJob(transport: Transport, started: unknown): Promise<JobProgress[]> {
  const { jobId, job } = started as { readonly jobId: string; readonly job?: unknown };
  if (job !== undefined) return [jobProgress.parse(job)];
  const events: JobProgress[] = [];
  for await (const event of (await transport.call('jobs.watch', { jobId })) as AsyncIterable<unknown>) {
    events.push(jobProgress.parse(event));
  }
  return events;
}

/** Walks a client (`client.dossier.page`) to the procedure of that name. */
export function procedureOf(client: unknown, name: string): (input: unknown) => Promise<unknown> {
  let target = client;
  for (const part of name.split('.')) target = (target as Record<string, unknown>)[part];
  return target as (input: unknown) => Promise<unknown>;
}
