import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const runsHandlers: DomainHandlers<'runs'> = {
  list: os.runs.list.handler(notYet),
  page: os.runs.page.handler(notYet),
  start: os.runs.start.handler(notYet),
  refresh: os.runs.refresh.handler(notYet),
  overrideBank: os.runs.overrideBank.handler(notYet),
  change: os.runs.change.handler(notYet),
  previewMessage: os.runs.previewMessage.handler(notYet),
  submit: os.runs.submit.handler(notYet),
  reopen: os.runs.reopen.handler(notYet),
  cancel: os.runs.cancel.handler(notYet),
  send: os.runs.send.handler(notYet),
  printLetters: os.runs.printLetters.handler(notYet),
  confirmPosted: os.runs.confirmPosted.handler(notYet),
  reverse: os.runs.reverse.handler(notYet),
  correct: os.runs.correct.handler(notYet),
};
