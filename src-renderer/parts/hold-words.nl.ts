import type { HoldKind } from '#shared/holds/contract.ts';

/** What keeps reminders from somebody, and the dialog that asks for it. */
export const holdTexts = {
  kinds: {
    doNotProcess: 'Niet verwerken',
    dispute: 'Betwisting',
    promise: 'Belofte om te betalen',
    plan: 'Afbetaalplan',
    socialFile: 'Sociaal dossier',
    budgetManagement: 'Budgetbeheer',
    mediation: 'Schuldbemiddeling',
    debtSettlement: 'Collectieve schuldenregeling',
    bereavement: 'Rouw',
    other: 'Andere reden',
  } satisfies Readonly<Record<HoldKind, string>>,
  title: 'Opschorten',
  explained: {
    payer: 'Deze betaler krijgt geen enkele herinnering tot en met de dag die u kiest.',
    household: 'Niemand van dit gezin krijgt een herinnering tot en met de dag die u kiest.',
  },
  kind: 'Soort',
  reason: 'Reden',
  reasonHint: 'Staat in het dossier, niet op een brief.',
  until: 'Tot en met',
  untilHint: 'Leeg: tot iemand het opheft. Een bemiddeling duurt dan 45 dagen.',
  confirm: 'Opschorten',
} as const;
