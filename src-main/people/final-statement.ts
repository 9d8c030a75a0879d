import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { ItemFacts, MessageFacts } from '#shared/correspondence/message-facts.ts';
import { messageKeyOf } from '#shared/correspondence/plan-input.ts';
import { richTextFromPlain } from '#shared/correspondence/rich-text.ts';
import type { PostingKind } from '#shared/ledger/posting-kinds.ts';
import { finalStatementLetter, leftOf, type StatementBill } from '#shared/people/final-statement.ts';
import type { Context } from '#main/api/context.ts';
import { letterAssets } from '#main/correspondence/letter-assets.ts';
import { letterPdf } from '#main/correspondence/letter-pdf.ts';
import { givePayerReference, payerReferencesFor } from '#main/correspondence/payer-references.ts';
import { factsForText } from '#main/correspondence/preview.ts';
import { payerPostings } from '#main/ledger/payer-postings.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { payerById } from './payer-rows.ts';
import { pupilById, type PupilRow } from './queries.ts';

type Movement = {
  readonly invoiceId: number;
  readonly number: string;
  readonly billingGroup: string;
  readonly structuredReference: string | null;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  readonly kind: PostingKind;
  readonly date: PlainDate;
};

type Bill = StatementBill & Omit<Movement, 'kind' | 'date'>;

/** The last statement of a pupil for one payer, as a PDF; for the claims of the pupil that this payer owes, or owed. */
export async function finalStatement(context: Context, pupilId: number, payerId: number): Promise<FileOut> {
  const { store } = context;
  const pupil = pupilById(store, pupilId);
  const payer = payerById(store, payerId);
  refuseStranger(store, pupilId, payerId);
  const bills = billsOf(store, pupil, payerId);
  const draft = { language: payer.language, subject: '', body: richTextFromPlain('') };
  const { facts } = factsForText(context, {
    householdId: pupil.householdId,
    payerId,
    schoolId: pupil.schoolId,
    text: { draft },
  });
  const language = (facts.thirdParty ?? payer).language;
  const letter = finalStatementLetter({
    facts: withItems(store, facts, pupil, bills, context.clock.today()),
    language,
    pupilName: `${pupil.firstName} ${pupil.lastName}`.trim(),
    leftOn: pupil.leftOn,
    bills,
  });
  const pdf = await letterPdf(letter, letterAssets(store));
  return {
    fileName: `afrekening-${pupilId}-${payerId}.pdf`,
    mediaType: 'application/pdf',
    contentBase64: pdf.toString('base64'),
  };
}

/** Somebody who never owed for the pupil has no business with its bills. */
function refuseStranger(store: Store, pupilId: number, payerId: number): void {
  const owes = statement(store, 'SELECT 1 FROM liabilities WHERE pupil_id = ? AND payer_id = ? LIMIT 1').get(
    pupilId,
    payerId,
  );
  if (owes) return;
  throw new Problem(
    'REFUSED',
    'Deze betaler is niets verschuldigd voor deze leerling en krijgt dus geen afrekening.',
    'payerId',
  );
}

function billsOf(store: Store, { id, schoolId }: PupilRow, payerId: number): Bill[] {
  const listed = payerPostings(
    store,
    payerId,
    'i.pupil_id = CAST(@pupilId AS INTEGER) AND i.school_id = CAST(@schoolId AS INTEGER)',
    {
      pupilId: String(id),
      schoolId: String(schoolId),
    },
  );
  const details = statement(
    store,
    `SELECT p.invoice_id AS invoiceId, i.number, b.name AS billingGroup, i.structured_reference AS structuredReference,
       i.issue_date AS issueDate, i.due_date AS dueDate, p.kind, p.booking_date AS date
     FROM json_each(?) k CROSS JOIN postings p ON p.id = k.value JOIN invoices i ON i.id = p.invoice_id
     JOIN billing_groups b ON b.id = i.billing_group_id ORDER BY k.key`,
  ).all(JSON.stringify(listed.map(({ postingId }) => postingId))) as Movement[];
  const bills = new Map<number, Bill & { movements: StatementBill['movements'][number][] }>();
  details.forEach(({ kind, date, ...bill }, index) => {
    const known = bills.get(bill.invoiceId) ?? { ...bill, movements: [] };
    known.movements.push({ kind, date, amountCents: listed[index]?.amountCents ?? 0 });
    bills.set(bill.invoiceId, known);
  });
  return [...bills.values()].sort((a, b) =>
    a.issueDate === b.issueDate ? a.invoiceId - b.invoiceId : a.issueDate < b.issueDate ? -1 : 1,
  );
}

/** The last statement asks everything that is left at once, due or not, and sets credits off against it. */
function withItems(
  store: Store,
  facts: MessageFacts,
  pupil: PupilRow,
  bills: readonly Bill[],
  today: PlainDate,
): MessageFacts {
  const items = bills
    .map((bill): ItemFacts => {
      const { invoiceId, number, billingGroup, issueDate, dueDate, structuredReference } = bill;
      const cents = leftOf(bill);
      const overdueDays = Math.max(1, daysBetween(dueDate, today));
      return {
        invoiceId,
        number,
        billingGroup,
        issueDate,
        dueDate,
        structuredReference,
        overdueDays,
        pupilId: pupil.id,
        openCents: cents,
        amountCents: cents,
      };
    })
    .filter(({ amountCents }) => amountCents !== 0);
  const [payer] = facts.payers;
  const pair = { payerId: payer.payerId, schoolId: pupil.schoolId };
  const [only, ...others] = items;
  const own = payerReferencesFor(store, [pair]).get(messageKeyOf(pair.payerId, pair.schoolId)) ?? null;
  // What is printed must be recognised when it is paid with.
  if (own !== null && others.length > 0) store.transaction(() => givePayerReference(store, pair, own));
  return {
    ...facts,
    items,
    pupils: [{ pupilId: pupil.id, firstName: pupil.firstName, lastName: pupil.lastName, className: '' }],
    structuredReference: only && others.length === 0 ? (only.structuredReference ?? own) : own,
  };
}
