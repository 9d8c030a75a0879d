import type { DomainHandlers } from '#main/api/implementer.ts';

export const importsHandlers: DomainHandlers<'imports'> = {} as never;
