import { sumCents, toCents } from '../../money/cents.ts';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { isIban, normaliseIban } from '../iban.ts';
import { sepaIdentification, sepaText } from './sepa-text.ts';
import { element, xmlDocument, type XmlElement } from './xml.ts';

/** The versions that Belgian banks take; the second is the one of 2019. */
export type CreditTransferVersion = 'pain.001.001.03' | 'pain.001.001.09';

export type CreditTransferOrder = {
  /** By which the statement recognises it, at most 35. */
  readonly endToEndId: string;
  /** Positive cents. */
  readonly amountCents: number;
  readonly beneficiaryName: string;
  readonly iban: string;
  /** Free text for whoever gets the money, at most 140. */
  readonly communication: string;
};

export type CreditTransferFile = {
  readonly version: CreditTransferVersion;
  /** Unique for the bank, at most 35. */
  readonly messageId: string;
  /** `YYYY-MM-DDThh:mm:ss`. */
  readonly createdAt: string;
  readonly executionDate: PlainDate;
  /** One debit on the statement for all of them, or (false) one for each. */
  readonly batchBooking: boolean;
  readonly debtor: {
    readonly name: string;
    /** KBO number, digits only; null: not given. */
    readonly enterpriseNumber: string | null;
    readonly iban: string;
    readonly bic: string | null;
  };
  readonly orders: readonly CreditTransferOrder[];
};

/**
 * Writes a pain.001 for SEPA credit transfers: one block with one debtor account and one execution date. Names and texts
 * in the SEPA character set; no addresses, because an unstructured one is refused from November 2026 and a transfer within
 * SEPA needs none. Throws on no orders, on an amount that is no positive whole number of cents and on a wrong account
 * number: such a file must never exist. Source: facts/bank.md section 5, ISO 20022 pain.001.001.03 and .09.
 */
export function writeCreditTransfer(file: CreditTransferFile): string {
  if (file.orders.length === 0) throw new RangeError('A file has at least one order');
  const messageId = sepaIdentification(file.messageId);
  const totals = [
    element('NbOfTxs', String(file.orders.length)),
    element('CtrlSum', decimal(sumCents(file.orders.map(({ amountCents }) => amountCents)))),
  ];
  const { debtor } = file;
  const name = element('Nm', nameOf(debtor.name));
  const header = element('GrpHdr', [
    element('MsgId', messageId),
    element('CreDtTm', file.createdAt),
    ...totals,
    element('InitgPty', [name, organisation(debtor.enterpriseNumber)]),
  ]);
  const payment = element('PmtInf', [
    element('PmtInfId', messageId),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', String(file.batchBooking)),
    ...totals,
    element('PmtTpInf', [element('InstrPrty', 'NORM'), element('SvcLvl', [element('Cd', 'SEPA')])]),
    file.version === 'pain.001.001.03'
      ? element('ReqdExctnDt', file.executionDate)
      : element('ReqdExctnDt', [element('Dt', file.executionDate)]),
    element('Dbtr', [name]),
    element('DbtrAcct', [account(debtor.iban), element('Ccy', 'EUR')]),
    element('DbtrAgt', [agent(file.version, debtor.bic)]),
    element('ChrgBr', 'SLEV'),
    ...file.orders.map(transaction),
  ]);
  return xmlDocument(
    element('Document', [element('CstmrCdtTrfInitn', [header, payment])], {
      xmlns: `urn:iso:std:iso:20022:tech:xsd:${file.version}`,
    }),
  );
}

function transaction(order: CreditTransferOrder): XmlElement {
  if (order.amountCents <= 0) throw new RangeError(`No amount to transfer: ${order.amountCents}`);
  const communication = sepaText(order.communication, 140);
  return element('CdtTrfTxInf', [
    element('PmtId', [element('EndToEndId', sepaIdentification(order.endToEndId))]),
    element('Amt', [element('InstdAmt', decimal(order.amountCents), { Ccy: 'EUR' })]),
    element('Cdtr', [element('Nm', nameOf(order.beneficiaryName))]),
    element('CdtrAcct', [account(order.iban)]),
    communication === '' ? undefined : element('RmtInf', [element('Ustrd', communication)]),
  ]);
}

function organisation(enterpriseNumber: string | null): XmlElement | undefined {
  if (enterpriseNumber === null) return undefined;
  const other = element('Othr', [element('Id', sepaIdentification(enterpriseNumber)), element('Issr', 'KBO-BCE')]);
  return element('Id', [element('OrgId', [other])]);
}

function account(iban: string): XmlElement {
  if (!isIban(iban)) throw new RangeError('Not an IBAN');
  return element('Id', [element('IBAN', normaliseIban(iban))]);
}

const bicForm = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/;

/** The bank of the debtor; it knows itself by the IBAN when its BIC is unknown or no BIC at all. */
function agent(version: CreditTransferVersion, bic: string | null): XmlElement {
  return element('FinInstnId', [
    bic !== null && bicForm.test(bic)
      ? element(version === 'pain.001.001.03' ? 'BIC' : 'BICFI', bic)
      : element('Othr', [element('Id', 'NOTPROVIDED')]),
  ]);
}

/** A name has at most 70 characters, and is never empty: a bank refuses an order for nobody. */
function nameOf(name: string): string {
  return sepaText(name, 70) || 'NOTPROVIDED';
}

/** Cents as the bank writes them, without ever being a float: `12.50`. */
function decimal(cents: number): string {
  const digits = toCents(cents).toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
