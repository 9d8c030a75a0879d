import type { DomainHandlers } from '#main/api/implementer.ts';

export const peopleHandlers: DomainHandlers<'people'> = {} as never;
