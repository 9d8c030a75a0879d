import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { startDemo } from './demo.ts';
import { createEmpty } from './empty.ts';
import { setupStatus } from './status.ts';

export const setupHandlers: DomainHandlers<'setup'> = {
  status: os.setup.status.handler(({ context }) => setupStatus(context)),
  createDemo: os.setup.createDemo.handler(({ context, input }) => startDemo(context, input.pupils)),
  createEmpty: os.setup.createEmpty.handler(({ context, input }) => createEmpty(context, input)),
};
