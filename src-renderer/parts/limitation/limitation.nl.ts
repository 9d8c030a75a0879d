import { actKindLabels } from '#shared/limitation/act-words.ts';
import type { LimitationActKind } from '#shared/law/contract.ts';

const days = (number: number): string => `${number} ${number === 1 ? 'dag' : 'dagen'}`;

/** How long a clock still runs, in words. */
export function daysLeftWords(left: number): string {
  if (left > 0) return `nog ${days(left)}`;
  return left === 0 ? 'vandaag de laatste dag' : `${days(-left)} voorbij`;
}

export const limitationTexts = {
  kinds: actKindLabels,
  proofOf: {
    acknowledgement:
      'Een geschrift waarin de betaler deze schuld erkent, door hem of haar gedateerd en ondertekend. Een belofte aan de telefoon telt niet.',
    signedPlan: 'Het afbetalingsplan voor deze factuur, gedateerd en ondertekend door de betaler.',
    partPayment:
      'Een rekeninguittreksel of kaartbewijs. Wat via Bank ingelezen is, telt vanzelf mee; contant geld telt niet.',
    lawyerLetter:
      'De volledige aangetekende brief met ontvangstbewijs, op de dag van verzending. Telt één keer, voor één jaar.',
    bailiffLetter:
      'De volledige aangetekende brief met ontvangstbewijs, op de dag van verzending. Telt één keer, voor één jaar.',
    summons: 'De betekende dagvaarding. De termijn staat stil zolang de procedure loopt.',
    orderToPay: 'Het betekende bevel tot betaling of dwangbevel. De termijn staat stil zolang de procedure loopt.',
    attachment: 'De akte van beslag. De termijn staat stil zolang de procedure loopt.',
  } satisfies Record<LimitationActKind, string>,
  record: 'Stuiting vastleggen',
  recordMore: 'Stuiting vastleggen …',
  recordHint: 'Een brief of herinnering van de school zelf stuit niet, ook niet als ze aangetekend is.',
  invoices: 'Voor welke facturen?',
  limitedLeftOut: 'Wat al verjaard is, staat er niet bij: dat kan niet meer gestuit worden.',
  chooseInvoice: 'Kies minstens één factuur.',
  kind: 'Wat is er gebeurd?',
  payer: 'Door of aan wie?',
  anyPayer: 'Voor alle betalers',
  payerHint: 'Wie samen de hele factuur verschuldigd is, deelt de stuiting; wie een eigen deel heeft, niet.',
  date: 'Op welke dag?',
  proof: 'Bewijs',
  proofFromDossier: 'Document uit het dossier',
  proofChoose: 'Kies een document',
  dropProof: 'Of sleep een nieuw bestand hierheen',
  chooseProof: 'Bestand kiezen',
  newFile: (name: string) => `Nieuw bestand: ${name}`,
  otherProof: 'Ander bewijs',
  fillIn: 'Vul dit in.',
  missingProof: 'Voeg het bewijs toe: zonder bewijs telt het niet.',
  note: 'Toelichting',
  save: 'Vastleggen',
  saved: (number: number) => `De stuiting is vastgelegd voor ${number} ${number === 1 ? 'factuur' : 'facturen'}.`,
  withdrawn: 'De stuiting is teruggenomen.',
  restored: 'De stuiting staat er weer.',
  advice: 'Vraag juridisch advies bij twijfel.',
  sources:
    'Bronnen: art. 2272, 2244, 2248 en 2249 oud Burgerlijk Wetboek; Cass. 28/06/2018 (C.17.0705.N); GwH 199/2019; advies van Katholiek Onderwijs Vlaanderen om vanaf de factuurdatum te tellen.',
  safeClock: 'Veilige klok',
  legalClock: 'Wettelijke klok',
  /** Past on the careful clock: until when the other one still runs. */
  lineLeft: (left: number, lastDay: string) => (left >= 0 ? `verjaart over ${days(left)}` : `verjaart na ${lastDay}`),
  lineLimited: 'verjaard',
} as const;
