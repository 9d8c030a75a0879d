import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { evidence } from './evidence.ts';
import { knownMailSettings, saveMailSettings } from './mail-settings.ts';
import { decide, outboxMessage } from './outbox.ts';
import { outboxBatches, outboxPage } from './outbox-queries.ts';
import { prepare } from './prepare.ts';
import { previewMessage, previewText } from './preview.ts';
import { confirmPrinted, startPrinting } from './print.ts';
import { resume, send } from './send.ts';
import { testMail } from './test-mail.ts';
import { textHandlers } from './text-handlers.ts';

const { correspondence } = os;

export const correspondenceHandlers: DomainHandlers<'correspondence'> = {
  ...textHandlers,
  previewText: correspondence.previewText.handler(({ context, input }) => previewText(context, input)),
  prepare: correspondence.prepare.handler(({ context, input }) => prepare(context, input)),
  previewMessage: correspondence.previewMessage.handler(({ context, input }) => previewMessage(context, input)),
  send: correspondence.send.handler(({ context, input }) => send(context, input)),
  batches: correspondence.batches.handler(({ context }) => outboxBatches(context)),
  outbox: correspondence.outbox.handler(({ context, input }) => outboxPage(context, input)),
  message: correspondence.message.handler(({ context, input }) => outboxMessage(context, input.messageId)),
  evidence: correspondence.evidence.handler(({ context, input }) => evidence(context, input.messageId)),
  resume: correspondence.resume.handler(({ context, input }) => resume(context, input)),
  decide: correspondence.decide.handler(({ context, input }) => decide(context, input.messageId, input.decision)),
  printLetters: correspondence.printLetters.handler(({ context, input }) => ({
    jobId: startPrinting(context, input.batchId),
  })),
  confirmPrinted: correspondence.confirmPrinted.handler(({ context, input }) =>
    confirmPrinted(context, input.batchId, input.messageIds),
  ),
  mailSettings: correspondence.mailSettings.handler(({ context }) => knownMailSettings(context)),
  saveMailSettings: correspondence.saveMailSettings.handler(({ context, input }) =>
    saveMailSettings(context, input.settings, input.password),
  ),
  testMail: correspondence.testMail.handler(({ context, input }) => testMail(context, input)),
};
