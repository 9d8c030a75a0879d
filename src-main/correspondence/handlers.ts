import type { DomainHandlers } from '#main/api/implementer.ts';

export const correspondenceHandlers: DomainHandlers<'correspondence'> = {} as never;
