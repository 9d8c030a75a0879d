import type { DomainHandlers } from '#main/api/implementer.ts';

export const dossierHandlers: DomainHandlers<'dossier'> = {} as never;
