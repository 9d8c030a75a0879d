import { movementKind as codaMovementKind } from '../coda/movement-kind.ts';
import type { BankMovement, MovementKind, Returned } from '../statement.ts';
import type { TransactionCode } from './transaction-code.ts';
import { elementAt, identificationAt, textAt, type XmlElement } from './xml-element.ts';

const costs = new Set(['CHRG', 'COMM', 'FEES', 'COME', 'COMI', 'COMT', 'INTR', 'TAXE', 'LBCA']);
const directDebitBack: Readonly<Record<string, Returned>> = { UPDD: 'return', RCDD: 'cancellation', PRDD: 'reversal' };
const receivedTransfers = new Set(['RCDT', 'RRCT']);
const issuedTransfers = new Set(['ICDT', 'IRCT']);
const cashFamilies = new Set(['CNTR', 'MCRD']);

/**
 * How a movement came back and why, when it did: the reason of `RtrInf`, or only a code that means a return. MD06 is a
 * refund the payer asked for. Null for a movement that did not come back. Source: facts/bank.md section 2.
 */
export function returnedOf(code: TransactionCode, detail: XmlElement | undefined): BankMovement['returned'] {
  const information = elementAt(detail, 'RtrInf');
  const back = code.family === 'IDDT' ? directDebitBack[code.subFamily] : undefined;
  if (!information && !back && code.subFamily !== 'RRTN') return null;
  const reasonCode = identificationAt(information, 'Rsn', 'Cd') ?? identificationAt(information, 'Rsn', 'Prtry');
  return { type: reasonCode === 'MD06' ? 'refund' : (back ?? 'return'), reasonCode };
}

/**
 * What a movement is, from the bank's code, the direction and the return information. Without a code the direction
 * decides: money in is offered as a payment. A Belgian bank may give the code of CODA instead. Source: ISO 20022 external
 * code set, facts/bank.md section 2.
 */
export function movementKindOf(
  code: TransactionCode,
  sign: 1 | -1,
  returned: BankMovement['returned'],
  entry: XmlElement,
  detail: XmlElement | undefined,
): MovementKind {
  const isReversal = /^(?:true|1)$/.test(textAt(entry, 'RvslInd'));
  const { domain, family, subFamily } = code;
  if (domain === '' && /^\d{8}$/.test(code.text)) return codaMovementKind(code.text, sign, returned?.type ?? null);
  if (costs.has(subFamily)) return 'cost';
  if (family === 'IDDT') return collectionKind(sign, returned, isReversal);
  if (family === 'RDDT') return sign < 0 ? 'outgoing' : 'correction';
  if (returned) return returnedKind(sign, returned, family, detail);
  if (isReversal) return 'correction';
  if (receivedTransfers.has(family)) return sign > 0 ? 'payment' : 'correction';
  if (issuedTransfers.has(family)) return sign > 0 ? 'correction' : 'outgoing';
  if (cashFamilies.has(family)) return sign > 0 ? 'cash' : 'outgoing';
  if (family === 'CCRD') return sign > 0 ? 'other' : 'outgoing';
  if (family === 'MCOP' || family === 'MDOP') return subFamily === 'ADJT' ? 'correction' : 'other';
  if (domain !== '' && domain !== 'PMNT') return 'other';
  return sign > 0 ? 'payment' : 'outgoing';
}

/** Our own collections: money out means that one came back. */
function collectionKind(sign: 1 | -1, returned: BankMovement['returned'], isReversal: boolean): MovementKind {
  if (sign < 0) return returned?.type === 'refund' ? 'directDebitRefund' : 'directDebitUnpaid';
  return returned || isReversal ? 'correction' : 'directDebit';
}

/** Money in is a transfer of ours that came back; money out under a mandate is a collection that did. */
function returnedKind(
  sign: 1 | -1,
  returned: NonNullable<BankMovement['returned']>,
  family: string,
  detail: XmlElement | undefined,
): MovementKind {
  if (sign > 0) return 'returned';
  if (receivedTransfers.has(family) || issuedTransfers.has(family)) return 'correction';
  if (!identificationAt(detail, 'Refs', 'MndtId')) return 'correction';
  return returned.type === 'refund' ? 'directDebitRefund' : 'directDebitUnpaid';
}
