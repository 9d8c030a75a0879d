import type { PlainDate } from '../calendar/plain-date.ts';
import type { StructuredReference } from './structured-reference.ts';

/** The formats that a bank file can have; a CSV has no balances, so nothing proves it complete. */
export const bankFormats = ['coda', 'camt053', 'csv'] as const;
export type BankFormat = (typeof bankFormats)[number];

/**
 * One thing that is wrong with a bank file. An error means: nothing of the file can be trusted, so nothing is imported.
 * A warning is shown and the file can still be imported.
 */
export type BankFinding = {
  readonly level: 'error' | 'warning';
  /** Name of the rule, stable: `coda.balance`, `camt.truncated`. */
  readonly rule: string;
  /** Line of the file (1 is the first), null when it is about the whole. */
  readonly line: number | null;
  /** Dutch: what does not fit and what that means. */
  readonly sentence: string;
};

/** Where the structured reference of a movement was found; a bank that reconstituted it is trusted less. */
export const referenceSources = ['structured', 'reconstituted', 'text'] as const;
export type ReferenceSource = (typeof referenceSources)[number];

/** What a movement is, as far as the file itself tells. */
export const movementKinds = [
  /** Money from a payer. */
  'payment',
  /** A direct debit that was collected. */
  'directDebit',
  /** A collection that came back unpaid or rejected (CODA 05 03, camt UPDD): the invoice is open again. */
  'directDebitUnpaid',
  /** A collection that the payer had refunded (CODA 05 05, MD06): the invoice is open again. */
  'directDebitRefund',
  /** A transfer of ours that could not be carried out, or was returned. */
  'returned',
  /** Money we sent. */
  'outgoing',
  /** Bank costs, commission, VAT on them, interest of the account. */
  'cost',
  /** Cash put on the account, card terminal. */
  'cash',
  /** Cancellation, correction, reversal: for a person to look at. */
  'correction',
  'other',
] as const;
export type MovementKind = (typeof movementKinds)[number];

/** One movement as a bank file tells it, whatever its format. */
export type BankMovement = {
  /** Line in the file (CODA, CSV) or ordinal of the entry (camt), for messages. */
  readonly line: number;
  /** Unique within the account and stable over a second reading of the same movement: the guard against booking twice. */
  readonly key: string;
  /** Signed cents: positive is money in. Decided by the bank's sign only, never by a reversal flag. */
  readonly amountCents: number;
  readonly bookingDate: PlainDate;
  readonly valueDate: PlainDate;
  readonly kind: MovementKind;
  /** The bank's own code: `00150000` (CODA), `PMNT/RCDT/ESCT` (camt), '' when there is none. */
  readonly transactionCode: string;
  readonly counterpartyName: string | null;
  /** Without spaces, as it stands in the file: an IBAN, or an old account number. */
  readonly counterpartyAccount: string | null;
  /** On whose behalf the money was sent or received: record 3.009 / UltmtDbtr (OCMW, fund, grandparent). */
  readonly ultimateName: string | null;
  /** 12 digits of a valid OGM. */
  readonly structuredReference: StructuredReference | null;
  /** A valid ISO 11649 reference (RF…). */
  readonly creditorReference: string | null;
  readonly referenceSource: ReferenceSource | null;
  /** Free communication, joined as a person reads it; '' when there is none. */
  readonly communication: string;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** Of a collection or payment that came back. */
  readonly returned: { readonly type: Returned; readonly reasonCode: string | null } | null;
  /** Of a detail of a batch: what the bank calls the batch (PmtInfId, or the key of its total); else null. */
  readonly batchKey: string | null;
};

export const returnedTypes = ['reject', 'return', 'refund', 'reversal', 'cancellation'] as const;
export type Returned = (typeof returnedTypes)[number];

/** One statement: an account between two balances. */
export type BankStatement = {
  readonly account: string;
  readonly currency: string;
  readonly holderName: string | null;
  /** Number of the statement as the bank gives it: CODA sequence number in the year, camt ElctrncSeqNb. */
  readonly sequenceNumber: number | null;
  /** The bank says itself that this is a copy. */
  readonly isDuplicate: boolean;
  readonly openingDate: PlainDate | null;
  /** Null when the file has no balances (CSV, separate application). */
  readonly openingCents: number | null;
  readonly closingDate: PlainDate | null;
  readonly closingCents: number | null;
  /**
   * What counts, each amount once: of a batch with details that add up, the details; otherwise the total. So the sum of
   * the movements is always closing minus opening.
   */
  readonly movements: readonly BankMovement[];
  /** Messages of the bank to the holder (CODA record 4). */
  readonly freeText: readonly string[];
};

/** What a reader makes of a file; with an error among the findings, `statements` is only what could still be read. */
export type BankFileContent = {
  readonly format: BankFormat;
  readonly statements: readonly BankStatement[];
  readonly findings: readonly BankFinding[];
};
