import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { daysBetween, formatPlainDate } from '#shared/calendar/plain-date.ts';
import { composeLetter } from '#shared/correspondence/compose.ts';
import type { ItemFacts } from '#shared/correspondence/message-facts.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Settlement } from '#shared/settlements/contract.ts';
import type { Context } from '#main/api/context.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { factsForText } from '#main/correspondence/preview.ts';
import { type FrozenBill, frozenBills } from './frozen.ts';
import { settlementById } from './settlements.ts';

/**
 * The claim of one school as a letter to the mediator: what is owed, of which bills and since when, without interest or
 * costs after the order. Source: art. 1675/9 §2 Ger.W. and law.md 5.1 (nature, justification, principal, interest, costs).
 */
export async function claimStatement(
  context: Context,
  { settlementId, schoolId }: { readonly settlementId: number; readonly schoolId: number },
): Promise<FileOut> {
  const settlement = settlementById(context, settlementId);
  if (settlement.mediatorId === null) {
    throw new Problem('REFUSED', 'Duid eerst de bemiddelaar aan: naar wie gaat de aangifte? Er is niets gemaakt.');
  }
  const bills = frozenBills(context.store, settlementId, [schoolId]);
  if (bills.length === 0) {
    throw new Problem('NOT_FOUND', 'Deze school heeft in deze regeling niets aan te geven.');
  }
  const { facts } = factsForText(context, {
    householdId: settlement.householdId,
    payerId: settlement.payerId,
    schoolId,
    text: { draft: { language: 'nl', subject: '', body: richTextFromPlain('') } },
  });
  const pupilIds = new Set(bills.map(({ pupilId }) => pupilId));
  const items = bills.map((bill) => asItem(bill, settlement));
  const { model } = composeLetter(
    { ...facts, items, pupils: facts.pupils.filter(({ pupilId }) => pupilIds.has(pupilId)) },
    { language: 'nl', subject: 'Aangifte van schuldvordering', body: richTextFromPlain(wording(settlement, bills)) },
  );
  const pdf = await letterPdf(model, letterAssets(context.store));
  return {
    fileName: `aangifte-schuldvordering-${settlementId}-${schoolId}.pdf`,
    mediaType: 'application/pdf',
    contentBase64: pdf.toString('base64'),
  };
}

function asItem(bill: FrozenBill, { orderSentOn }: Settlement): ItemFacts {
  const { invoiceId, pupilId, number, billingGroup, issueDate, dueDate, cents } = bill;
  return {
    invoiceId,
    pupilId,
    number,
    billingGroup,
    issueDate,
    dueDate,
    // Everything in a settlement was due on the day of the order.
    overdueDays: Math.max(1, daysBetween(dueDate, orderSentOn)),
    openCents: cents,
    amountCents: cents,
    structuredReference: null,
  };
}

function wording(settlement: Settlement, bills: readonly FrozenBill[]): string {
  const { orderSentOn, court, reference } = settlement;
  const total = formatCents(sumCents(bills.map(({ cents }) => cents)));
  const where = [
    court === '' ? '' : ` (${court}`,
    reference === '' ? '' : `${court === '' ? ' (' : ', '}referentie ${reference}`,
    court === '' && reference === '' ? '' : ')',
  ].join('');
  return [
    'Geachte,',
    `Ingevolge de beschikking van toelaatbaarheid die op ${formatPlainDate(orderSentOn)} verstuurd werd${where}, doen wij aangifte van onze schuldvordering op de persoon die hierboven vermeld staat.`,
    `Aard en verantwoording: onbetaalde schoolrekeningen van $$SCHOOL$$, ondernemingsnummer $$ONDERNEMINGSNUMMER$$, voor leermiddelen, maaltijden, opvang en activiteiten, volgens de facturen hieronder.`,
    '$$OPENSTAANDE_FACTUREN$$',
    `Hoofdsom op de dag van de beschikking: ${total}. Er worden geen kosten en geen rente gevraagd na die dag. De vordering is gewoon; er loopt geen procedure.`,
    'Betalingen kunnen op rekening $$IBAN$$ van $$BEGUNSTIGDE$$. Kopieën van de facturen bezorgen wij u graag op eenvoudige vraag.',
    'Met de meeste hoogachting,\n\n\n$$CONTACTPERSOON$$\n$$SCHOOL$$',
  ].join('\n\n');
}
