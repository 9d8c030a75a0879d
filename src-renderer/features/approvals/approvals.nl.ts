import type { ApprovalKind } from '#shared/approvals/contract.ts';

/** Words of goedkeuren. */
export const approvalTexts = {
  title: 'Goedkeuren',
  subtitle: (forMe: number) =>
    forMe === 0
      ? 'Niets wacht op jou.'
      : forMe === 1
        ? '1 aanvraag wacht op jou.'
        : `${forMe} aanvragen wachten op jou.`,
  tabs: 'Aanvragen',
  forMe: 'Wacht op mij',
  mine: 'Door mij gevraagd',
  decided: 'Beslist',
  kinds: {
    writeOff: 'Buiten invordering',
    remission: 'Kwijtschelding',
    refund: 'Terugbetaling',
    transfer: 'Overboeking',
    payerAccount: 'Rekening van een betaler',
    run: 'Run van herinneringen',
  } satisfies Record<ApprovalKind, string>,
  states: {
    waiting: 'wacht op goedkeuring',
    approved: 'goedgekeurd',
    rejected: 'afgewezen',
    withdrawn: 'ingetrokken',
  },
  replaced: 'opnieuw ingediend',
  columns: {
    kind: 'Wat',
    amount: 'Bedrag',
    household: 'Gezin',
    maker: 'Gevraagd door',
    at: 'Wanneer',
    state: 'Toestand',
  },
  list: 'Lijst van aanvragen',
  emptyTitle: 'Geen aanvragen',
  emptyText: {
    forMe: 'Zodra iemand een afschrijving, kwijtschelding, terugbetaling of overboeking vraagt, staat ze hier.',
    mine: 'Je hebt niets gevraagd dat op een tweede persoon wacht. Afgewezen aanvragen komen hier terug.',
    decided: 'Er is nog niets beslist.',
  },
  open: (kind: string, summary: string) => `Aanvraag bekijken: ${kind}, ${summary}`,
  askedBy: (maker: string) => `Gevraagd door ${maker},`,
  reason: 'Reden',
  noReason: 'Geen reden opgegeven',
  difference: 'Wat er verandert',
  differenceColumns: { label: 'Wat', before: 'Nu', after: 'Na goedkeuring' },
  nothingYet: 'Tot iemand goedkeurt, verandert er niets aan het saldo.',
  approve: 'Goedkeuren',
  approved: 'Goedgekeurd en geboekt.',
  reject: 'Afwijzen',
  rejected: 'Afgewezen. De aanvraag staat terug bij de maker, met je reden.',
  rejectReason: 'Waarom wijs je af?',
  rejectHint: 'De maker leest dit en kan de aanvraag aanpassen en opnieuw indienen.',
  withdraw: 'Intrekken',
  withdrawn: 'Ingetrokken. Er is niets geboekt.',
  resubmit: 'Aanpassen en opnieuw indienen',
  resubmitSend: 'Opnieuw indienen',
  resubmitted: 'Opnieuw ingediend; ze wacht op een tweede persoon.',
  rejectedBecause: (by: string) => `Afgewezen door ${by}`,
  decidedBy: (by: string) => `Beslist door ${by}`,
  amount: 'Bedrag',
  amountOf: (number: string) => `Bedrag op factuur ${number}`,
  amountWrong: 'Vul een bedrag in zoals 12,50.',
  iban: 'Rekeningnummer (IBAN)',
  holderName: 'Naam van de rekeninghouder',
  thresholdsTitle: 'Vier ogen',
  thresholdsIntro:
    'Vanaf welk bedrag een tweede persoon moet goedkeuren. De maker kan nooit zelf goedkeuren. Een overboeking naar een ander gezin vraagt altijd een tweede persoon.',
  thresholdsAlone:
    'Hier werkt één persoon, dus niemand kan goedkeuren: wat je hier aanzet, blijft wachten. Voeg eerst onder Gebruikers een tweede persoon toe.',
  never: 'Nooit',
  always: 'Altijd',
  from: 'Vanaf een bedrag',
  fromAmount: (kind: string) => `${kind}: vanaf welk bedrag`,
  school: 'School',
  save: 'Bewaren',
  saved: 'Bewaard.',
} as const;
