import { type DomainHandlers, os } from '#main/api/implementer.ts';
import { talkGuide } from './guide.ts';
import { talkGuidePdf } from './guide-pdf.ts';
import { recordTalk } from './record.ts';

export const talksHandlers: DomainHandlers<'talks'> = {
  guide: os.talks.guide.handler(({ context, input }) => talkGuide(context, input)),
  guidePdf: os.talks.guidePdf.handler(({ context, input }) => talkGuidePdf(context, input)),
  record: os.talks.record.handler(({ context, input }) => recordTalk(context, input)),
};
