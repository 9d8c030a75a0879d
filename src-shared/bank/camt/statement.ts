import { formatCents } from '../../money/cents.ts';
import { formatIban, isIban } from '../iban.ts';
import { uniqueKeys } from '../movement-key.ts';
import type { BankFinding, BankStatement } from '../statement.ts';
import { type Balances, balanceCurrencies, balancesOf } from './balances.ts';
import { type EntryReading, readEntry } from './entry.ts';
import { accountNumber } from './parties.ts';
import { childrenOf, elementAt, identificationAt, textAt, type XmlElement } from './xml-element.ts';

export type StatementReading = {
  /** Null when the account is not known or not in euro. */
  readonly statement: BankStatement | null;
  readonly findings: readonly BankFinding[];
};

/**
 * Reads one `Stmt`. `entriesBefore`: how many entries of the file came before it. An account in another currency is left
 * out and told; opening plus booked entries must be the closing, else the statement is an error.
 */
export function readStatement(element: XmlElement, entriesBefore: number): StatementReading {
  const account = accountNumber(elementAt(element, 'Acct'));
  const sequence = textAt(element, 'ElctrncSeqNb') || textAt(element, 'LglSeqNb');
  const number = sequence || textAt(element, 'Id').slice(0, 35);
  if (!account) {
    const sentence = `Uittreksel ${number} zegt niet van welke rekening het is. Download het bestand opnieuw bij de bank.`;
    return { statement: null, findings: [{ level: 'error', rule: 'camt.account', line: null, sentence }] };
  }
  const name = `uittreksel ${number} van rekening ${formatIban(account)}`;
  const currency = currencyOf(element);
  if (currency !== 'EUR') return { statement: null, findings: [otherCurrency(name, currency)] };
  const holderName = identificationAt(element, 'Acct', 'Ownr', 'Nm') ?? identificationAt(element, 'Acct', 'Nm');
  const readings = childrenOf(element, 'Ntry').map((entry, index) =>
    readEntry(entry, { own: { account, holderName }, currency, line: entriesBefore + index + 1, statementName: name }),
  );
  const balances = balancesOf(element, currency);
  const read = readings.flatMap((reading) => reading.movements);
  const keys = uniqueKeys(read.map(({ key }) => key));
  const movements = read.map((movement, index) => ({ ...movement, key: keys[index] ?? movement.key }));
  const statement: BankStatement = {
    account,
    currency,
    holderName,
    sequenceNumber: /^\d{1,15}$/.test(sequence) ? Number(sequence) : null,
    isDuplicate: textAt(element, 'CpyDplctInd') !== '',
    openingDate: balances.opening?.date ?? null,
    openingCents: balances.opening?.cents ?? null,
    closingDate: balances.closing?.date ?? null,
    closingCents: balances.closing?.cents ?? null,
    movements,
    freeText: [textAt(element, 'AddtlStmtInf')].filter((text) => text !== ''),
  };
  const findings = [
    ...(isIban(account) ? [] : [oddAccount(name)]),
    ...readings.flatMap((reading) => reading.findings),
    ...leftOut(readings, name),
    ...balanceFindings(balances, readings, name),
    ...countFindings(element, balances, readings.length, name),
  ];
  return { statement, findings };
}

/** Of the account; else of the balances, euro first; else of the first entry. */
function currencyOf(element: XmlElement): string {
  const ofAccount = textAt(element, 'Acct', 'Ccy').toUpperCase();
  if (ofAccount !== '') return ofAccount;
  const currencies = balanceCurrencies(element);
  if (currencies.includes('EUR')) return 'EUR';
  return currencies[0] ?? (elementAt(element, 'Ntry', 'Amt')?.attributes['Ccy']?.trim() || 'EUR');
}

function otherCurrency(name: string, currency: string): BankFinding {
  return {
    level: 'warning',
    rule: 'camt.currency',
    line: null,
    sentence: `Het ${name} is in ${currency.slice(0, 10)} en niet in euro. Het is niet ingelezen: alleen rekeningen in euro worden opgevolgd.`,
  };
}

function oddAccount(name: string): BankFinding {
  return {
    level: 'warning',
    rule: 'camt.account',
    line: null,
    sentence: `Het rekeningnummer van het ${name} is geen geldig IBAN. Controleer of dit een rekening van de school is.`,
  };
}

function leftOut(readings: readonly EntryReading[], name: string): BankFinding[] {
  const pending = readings.filter(({ isBooked }) => !isBooked);
  if (pending.length === 0) return [];
  const total = pending.reduce((sum, { cents }) => sum + cents, 0);
  const which = pending.length === 1 ? 'Eén verrichting' : `${pending.length} verrichtingen`;
  const sentence = `${which} (samen ${formatCents(total)}) in het ${name} ${pending.length === 1 ? 'is' : 'zijn'} nog niet door de bank geboekt en daarom niet ingelezen. Wat geboekt wordt, staat in een volgend uittreksel.`;
  return [{ level: 'warning', rule: 'camt.notBooked', line: null, sentence }];
}

function balanceFindings({ opening, closing, unreadable }: Balances, readings: readonly EntryReading[], name: string) {
  const findings: BankFinding[] = [];
  if (unreadable > 0) {
    const sentence = `Het ${name} heeft een saldo dat niet te lezen is. Download het bestand opnieuw bij de bank.`;
    findings.push({ level: 'error', rule: 'camt.amount', line: null, sentence });
  }
  if (!opening || !closing) {
    const missing = opening ? 'eindsaldo' : closing ? 'beginsaldo' : 'begin- en eindsaldo';
    const sentence = `Het ${name} heeft geen ${missing}, dus niets bewijst dat het volledig is. Vergelijk zelf met de bank.`;
    findings.push({ level: 'warning', rule: 'camt.noBalance', line: null, sentence });
    return findings;
  }
  const booked = readings.reduce((sum, { isBooked, cents }) => (isBooked ? sum + cents : sum), 0);
  if (opening.cents + booked !== closing.cents) {
    const sum = `beginsaldo ${formatCents(opening.cents)} plus verrichtingen ${formatCents(booked)} is ${formatCents(opening.cents + booked)}, maar het eindsaldo is ${formatCents(closing.cents)}`;
    const sentence = `Het ${name} klopt niet: ${sum}. Het bestand is onvolledig of gewijzigd. Download het opnieuw bij de bank.`;
    findings.push({ level: 'error', rule: 'camt.balance', line: null, sentence });
  }
  return findings;
}

/** Without balances the number of entries that the bank announces is the only proof that nothing is missing. */
function countFindings(element: XmlElement, balances: Balances, count: number, name: string): BankFinding[] {
  const announced = textAt(element, 'TxsSummry', 'TtlNtries', 'NbOfNtries');
  if ((balances.opening && balances.closing) || announced === '' || Number(announced) === count) return [];
  const sentence = `Het ${name} kondigt ${announced.slice(0, 15)} verrichtingen aan, maar er staan er ${count} in. Vergelijk zelf met de bank.`;
  return [{ level: 'warning', rule: 'camt.count', line: null, sentence }];
}
