import type { DomainHandlers } from '#main/api/implementer.ts';

/** The part of correspondence that is about texts. */
export const textHandlers: Pick<
  DomainHandlers<'correspondence'>,
  'variables' | 'texts' | 'text' | 'textHistory' | 'saveText' | 'archiveText' | 'checkText'
> = {} as never;
