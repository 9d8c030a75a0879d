import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';
import { confirmPosted } from './confirm-posted.ts';
import { correct } from './correct.ts';
import { startPrintingRun } from './print.ts';
import { reverse } from './reverse.ts';
import { send } from './send.ts';
import { reopen, submit } from './submit.ts';

export const runsHandlers: DomainHandlers<'runs'> = {
  list: os.runs.list.handler(notYet),
  page: os.runs.page.handler(notYet),
  start: os.runs.start.handler(notYet),
  refresh: os.runs.refresh.handler(notYet),
  overrideBank: os.runs.overrideBank.handler(notYet),
  change: os.runs.change.handler(notYet),
  previewMessage: os.runs.previewMessage.handler(notYet),
  submit: os.runs.submit.handler(({ context, input }) => submit(context, input.runId)),
  reopen: os.runs.reopen.handler(({ context, input }) => reopen(context, input.runId)),
  cancel: os.runs.cancel.handler(notYet),
  send: os.runs.send.handler(({ context, input }) => send(context, input.runId)),
  printLetters: os.runs.printLetters.handler(({ context, input }) => ({ jobId: startPrintingRun(context, input) })),
  confirmPosted: os.runs.confirmPosted.handler(({ context, input }) => confirmPosted(context, input)),
  reverse: os.runs.reverse.handler(({ context, input }) => reverse(context, input)),
  correct: os.runs.correct.handler(({ context, input }) => correct(context, input)),
};
