import { postingKinds, type PostingKind } from '#shared/ledger/posting-kinds.ts';

/** Words of a list of postings. */
export const postingsTexts = {
  label: 'Boekingen met lopend saldo',
  date: 'Datum',
  valueDate: (date: string) => `waarde ${date}`,
  invoice: 'Factuur',
  kind: 'Boeking',
  source: 'Herkomst',
  amount: 'Bedrag',
  balance: 'Saldo',
  kindLabel: (kind: PostingKind, reversedKind: PostingKind | null): string =>
    kind === 'reversal' && reversedKind !== null
      ? `${postingKinds.reversal.label} van ${postingKinds[reversedKind].label.toLowerCase()}`
      : postingKinds[kind].label,
  reversed: 'teruggedraaid',
  share: (payer: string) => `deel van ${payer}`,
  by: (author: string) => `door ${author}`,
  bankLine: 'Banklijn openen',
  none: 'Er zijn geen boekingen.',
  totalOf: (number: number) => (number === 1 ? 'Som van 1 boeking' : `Som van ${number} boekingen`),
  creditTotal: (amount: string) => `, dus ${amount} tegoed`,
  more: (left: number) => `Nog ${left} tonen`,
  openFigure: (name: string) => `${name}: boekingen tonen`,
  drawerTitle: (name: string, of: string) => `${name} · ${of}`,
} as const;
