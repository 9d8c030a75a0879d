import type { DomainHandlers } from '#main/api/implementer.ts';

export const dunningHandlers: DomainHandlers<'dunning'> = {} as never;
