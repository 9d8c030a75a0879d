import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import {
  type CreditTransferOrder,
  type CreditTransferVersion,
  writeCreditTransfer,
} from '#shared/bank/pain/credit-transfer.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { sumCents } from '#shared/money/cents.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import type { Store } from '#main/store/store.ts';

type PaymentFileRequest = {
  readonly bankAccountId: number;
  readonly paymentOrderIds: readonly number[];
  readonly executionDate: PlainDate;
  readonly version: CreditTransferVersion;
};

type Debtor = {
  readonly schoolId: number;
  readonly name: string;
  readonly enterpriseNumber: string | null;
  readonly iban: string;
  readonly bic: string | null;
};

type OrderRow = CreditTransferOrder & {
  readonly paymentOrderId: number;
  readonly schoolId: number;
  readonly status: string;
};

/** Puts chosen orders of one school in a file for the bank. What stands in a file stands in no other. */
export function makePaymentFile(
  context: Context,
  request: PaymentFileRequest,
): { paymentFileId: number; file: FileOut } {
  const { store, clock, actor } = context;
  if (request.executionDate < clock.today()) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(request.executionDate)} is al voorbij. Er is geen bestand gemaakt; kies vandaag of later.`,
      'executionDate',
    );
  }
  return runCommand(context, () => {
    const debtor = debtorOf(store, request.bankAccountId);
    const orders = chosenOrders(store, request.paymentOrderIds, debtor.schoolId);
    const totalCents = sumCents(orders.map(({ amountCents }) => amountCents));
    const at = clock.now();
    const messageId = `TB-${at.replace(/\D/g, '').slice(0, 14)}-${nextFileId(store)}`;
    const content = writeCreditTransfer({
      version: request.version,
      messageId,
      createdAt: at.slice(0, 19),
      executionDate: request.executionDate,
      // Each refund is a line of its own on the statement, where its EndToEndId is recognised.
      batchBooking: false,
      debtor,
      orders,
    });
    const { lastInsertRowid } = store.sql
      .prepare(
        `INSERT INTO payment_files (school_id, bank_account_id, message_id, content, total_cents, author, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(debtor.schoolId, request.bankAccountId, messageId, content, totalCents, actor, at);
    const paymentFileId = Number(lastInsertRowid);
    const paymentOrderIds = orders.map(({ paymentOrderId }) => paymentOrderId);
    store.sql
      .prepare(
        `UPDATE payment_orders SET status = 'exported', payment_file_id = ?
         WHERE id IN (SELECT value FROM json_each(?))`,
      )
      .run(paymentFileId, JSON.stringify(paymentOrderIds));
    return {
      result: { paymentFileId, file: fileOf(messageId, content) },
      audit: {
        command: 'ledger.makePaymentFile',
        schoolId: debtor.schoolId,
        detail: { paymentFileId, paymentOrderIds, totalCents, version: request.version },
      },
    };
  });
}

/** The same file again, byte for byte. */
export function readPaymentFile(store: Store, paymentFileId: number): FileOut {
  const row = store.sql
    .prepare('SELECT message_id AS messageId, content FROM payment_files WHERE id = ?')
    .get(paymentFileId) as { readonly messageId: string; readonly content: string } | undefined;
  if (!row) throw new Problem('NOT_FOUND', 'Dit bestand bestaat niet. Maak een nieuw bestand voor de bank.');
  return fileOf(row.messageId, row.content);
}

function fileOf(messageId: string, content: string): FileOut {
  return {
    fileName: `terugbetalingen-${messageId}.xml`,
    mediaType: 'application/xml',
    contentBase64: Buffer.from(content, 'utf8').toString('base64'),
  };
}

/** The account that pays, under the name of who owns it. The BIC that a school gave is that of the account on its letters. */
function debtorOf(store: Store, bankAccountId: number): Debtor {
  const row = store.sql
    .prepare(
      `SELECT b.school_id AS schoolId, b.iban, iif(upper(replace(s.iban, ' ', '')) = b.iban, s.bic, NULL) AS bic,
         coalesce(nullif(s.account_holder, ''), nullif(s.board_name, ''), s.name) AS name,
         s.enterprise_number AS enterpriseNumber
       FROM bank_accounts b JOIN schools s ON s.id = b.school_id WHERE b.id = ? AND b.removed_at IS NULL`,
    )
    .get(bankAccountId) as Debtor | undefined;
  if (!row) {
    throw new Problem(
      'NOT_FOUND',
      'Deze rekening van de school bestaat niet meer. Er is geen bestand gemaakt; kies een andere rekening.',
      'bankAccountId',
    );
  }
  return { ...row, enterpriseNumber: row.enterpriseNumber?.replace(/\D/g, '') || null };
}

function chosenOrders(store: Store, paymentOrderIds: readonly number[], schoolId: number): OrderRow[] {
  const wanted = [...new Set(paymentOrderIds)];
  const orders = store.sql
    .prepare(
      `SELECT id AS paymentOrderId, school_id AS schoolId, status, end_to_end_id AS endToEndId, iban, communication,
         amount_cents AS amountCents, beneficiary_name AS beneficiaryName
       FROM payment_orders WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    )
    .all(JSON.stringify(wanted)) as OrderRow[];
  if (orders.length < wanted.length) {
    throw new Problem(
      'NOT_FOUND',
      'Een van deze terugbetalingen bestaat niet. Er is geen bestand gemaakt; vernieuw de lijst.',
      'paymentOrderIds',
    );
  }
  const gone = orders.filter(({ status }) => status !== 'waiting').length;
  if (gone > 0) {
    throw new Problem(
      'CONFLICT',
      `${gone === 1 ? 'Eén terugbetaling staat' : `${gone} terugbetalingen staan`} al in een bestand of ${gone === 1 ? 'is' : 'zijn'} geannuleerd. Er is geen bestand gemaakt; vernieuw de lijst.`,
      'paymentOrderIds',
    );
  }
  if (orders.some((order) => order.schoolId !== schoolId)) {
    throw new Problem(
      'REFUSED',
      'Een van deze terugbetalingen is van een andere school dan de rekening. Er is geen bestand gemaakt; kies school per school.',
      'paymentOrderIds',
    );
  }
  return orders;
}

/** Files are never deleted, so this number is given once. */
function nextFileId(store: Store): number {
  return store.sql.prepare('SELECT coalesce(max(id), 0) + 1 FROM payment_files').pluck().get() as number;
}
