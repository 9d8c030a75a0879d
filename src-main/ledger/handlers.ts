import type { DomainHandlers } from '#main/api/implementer.ts';

export const ledgerHandlers: DomainHandlers<'ledger'> = {} as never;
