import type { DomainHandlers } from '#main/api/implementer.ts';

export const setupHandlers: DomainHandlers<'setup'> = {} as never;
