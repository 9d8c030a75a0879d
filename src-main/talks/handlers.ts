import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { notYet } from '#main/api/not-yet.ts';

export const talksHandlers: DomainHandlers<'talks'> = {
  guide: os.talks.guide.handler(notYet),
  guidePdf: os.talks.guidePdf.handler(notYet),
  record: os.talks.record.handler(notYet),
};
