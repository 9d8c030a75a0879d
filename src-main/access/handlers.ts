import type { DomainHandlers } from '#main/api/implementer.ts';

export const accessHandlers: DomainHandlers<'access'> = {} as never;
