import { type DomainHandlers, os } from '#main/api/implementer.ts';

export const jobsHandlers: DomainHandlers<'jobs'> = {
  watch: os.jobs.watch.handler(({ context, input, signal }) => context.jobs.watch(input.jobId, signal)),
  wait: os.jobs.wait.handler(({ context, input }) => context.jobs.wait(input.jobId)),
  cancel: os.jobs.cancel.handler(({ context, input }) => context.jobs.cancel(input.jobId)),
  running: os.jobs.running.handler(({ context }) => context.jobs.running()),
};
