import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { cancel, change, overrideBank, refresh } from './change.ts';
import { confirmPosted } from './confirm-posted.ts';
import { correct } from './correct.ts';
import { listRuns } from './list.ts';
import { runPage } from './page.ts';
import { previewOfRun } from './preview-message.ts';
import { startPrintingRun } from './print.ts';
import { reverse } from './reverse.ts';
import { send } from './send.ts';
import { start } from './start.ts';
import { reopen, submit } from './submit.ts';

export const runsHandlers: DomainHandlers<'runs'> = {
  list: os.runs.list.handler(({ context, input }) => listRuns(context, input)),
  page: os.runs.page.handler(({ context, input }) => runPage(context, input.runId)),
  start: os.runs.start.handler(({ context, input }) => start(context, input)),
  refresh: os.runs.refresh.handler(({ context, input }) => refresh(context, input.runId)),
  overrideBank: os.runs.overrideBank.handler(({ context, input }) => overrideBank(context, input.runId, input.reason)),
  change: os.runs.change.handler(({ context, input }) => change(context, input)),
  previewMessage: os.runs.previewMessage.handler(({ context, input }) => previewOfRun(context, input)),
  submit: os.runs.submit.handler(({ context, input }) => submit(context, input.runId)),
  reopen: os.runs.reopen.handler(({ context, input }) => reopen(context, input.runId)),
  cancel: os.runs.cancel.handler(({ context, input }) => cancel(context, input.runId)),
  send: os.runs.send.handler(({ context, input }) => send(context, input.runId)),
  printLetters: os.runs.printLetters.handler(({ context, input }) => ({ jobId: startPrintingRun(context, input) })),
  confirmPosted: os.runs.confirmPosted.handler(({ context, input }) => confirmPosted(context, input)),
  reverse: os.runs.reverse.handler(({ context, input }) => reverse(context, input)),
  correct: os.runs.correct.handler(({ context, input }) => correct(context, input)),
};
