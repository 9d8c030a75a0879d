import type { DomainHandlers } from '#main/api/implementer.ts';

export const schoolsHandlers: DomainHandlers<'schools'> = {} as never;
