import { normaliseText } from '../../imports/normalise-text.ts';
import { isIban } from '../iban.ts';
import { uniqueKeys } from '../movement-key.ts';
import type { BankFileContent, BankFinding, BankMovement, BankStatement } from '../statement.ts';
import { csvAccount } from './csv-values.ts';
import { type CsvRow, findCsvHeader } from './find-csv-header.ts';
import { csvProfiles } from './profiles.ts';
import { type CsvRowReading, readCsvRow } from './read-csv-row.ts';

/**
 * Reads the rows of a bank's CSV: one statement per account, without balances, so always with the warning that nothing
 * proves it complete. Every row with text below the headings is a movement or a finding. Source: facts/imports.md.
 */
export function readBankRows(rows: readonly CsvRow[]): BankFileContent {
  const header = findCsvHeader(rows);
  if (!header) return { format: 'csv', statements: [], findings: [unknownLayout()] };
  const preambleAccount = accountInPreamble(rows.slice(0, header.index));
  const below = rows.slice(header.index + 1).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const readings = below.map((row) => readCsvRow(row, header, preambleAccount));
  const read = readings.flatMap((reading) => reading.read ?? []);
  const inEuro = read.filter(({ currency }) => currency === 'EUR');
  const findings = [
    ...readings.flatMap((reading) => reading.findings),
    ...cutOff(below, header.columns.length),
    ...otherCurrencies(read),
  ];
  if (inEuro.length > 0) findings.unshift(noBalanceCheck(header.bank));
  else if (findings.every(({ level }) => level !== 'error')) findings.push(nothingToRead(header.bank));
  const byAccount = Map.groupBy(inEuro, ({ account }) => account);
  const statements = [...byAccount].map(([account, ofAccount]) =>
    statementOf(
      account,
      ofAccount.map(({ movement }) => movement),
    ),
  );
  return { format: 'csv', statements, findings };
}

function statementOf(account: string, movements: readonly BankMovement[]): BankStatement {
  const keys = uniqueKeys(movements.map(({ key }) => key));
  const dates = movements.map(({ bookingDate }) => bookingDate).toSorted();
  return {
    account,
    currency: 'EUR',
    holderName: null,
    sequenceNumber: null,
    isDuplicate: false,
    openingDate: dates[0] ?? null,
    openingCents: null,
    closingDate: dates.at(-1) ?? null,
    closingCents: null,
    movements: movements.map((movement, index) => ({ ...movement, key: keys[index] ?? movement.key })),
    freeText: [],
  };
}

/** The account that stands above the headings: beside a word for it (`Nr v/d rekening :`), else the only IBAN there. */
function accountInPreamble(rows: readonly CsvRow[]): string | null {
  for (const { cells } of rows) {
    const [label = '', value = ''] = cells;
    if (/tegenpartij|contrepartie|counterparty/.test(normaliseText(label))) continue;
    const account = csvAccount(value);
    if (account && /\b(?:rekening|rekeningnummer|compte|account|iban)\b/.test(normaliseText(label))) return account;
  }
  const ibans = new Set(rows.flatMap(({ cells }) => cells.filter(isIban).flatMap((cell) => csvAccount(cell) ?? [])));
  const [only] = ibans;
  return ibans.size === 1 ? (only ?? null) : null;
}

/** Only the last row is shorter than the headings: the file stops in the middle of it, and rows may be missing. */
function cutOff(rows: readonly CsvRow[], width: number): BankFinding[] {
  const last = rows.at(-1);
  if (!last || last.cells.length >= width) return [];
  if (rows.length > 1 && rows.slice(0, -1).some(({ cells }) => cells.length < width)) return [];
  const sentence = `Rij ${last.line}, de laatste, stopt halverwege: het bestand is niet volledig. Download het opnieuw bij de bank.`;
  return [{ level: 'error', rule: 'csv.truncated', line: last.line, sentence }];
}

function noBalanceCheck(bank: string): BankFinding {
  const sentence = `Dit is een CSV van ${bank}; dit bestand heeft geen saldo's: controleer zelf of alle verrichtingen van de periode erin staan. Met CODA of camt.053 gebeurt dat vanzelf.`;
  return { level: 'warning', rule: 'csv.noBalanceCheck', line: null, sentence };
}

function nothingToRead(bank: string): BankFinding {
  const sentence = `Deze CSV van ${bank} bevat geen verrichtingen in euro. Er is niets ingelezen.`;
  return { level: 'error', rule: 'csv.empty', line: null, sentence };
}

function unknownLayout(): BankFinding {
  const banks = csvProfiles.map(({ bank }) => bank).join(', ');
  const sentence = `De kolommen van dit bestand herkennen we niet. Er is niets ingelezen. Download bij de bank een CODA of camt.053; een CSV kan van ${banks}.`;
  return { level: 'error', rule: 'csv.header', line: null, sentence };
}

function otherCurrencies(read: readonly NonNullable<CsvRowReading['read']>[]): BankFinding[] {
  const foreign = read.filter(({ currency }) => currency !== 'EUR');
  return [...Map.groupBy(foreign, ({ currency }) => currency)].map(([currency, rows]) => {
    const sentence = `${rows.length === 1 ? 'Eén rij is' : `${rows.length} rijen zijn`} in ${currency.slice(0, 10)} en niet in euro, en niet ingelezen.`;
    return { level: 'warning', rule: 'csv.currency', line: rows[0]?.movement.line ?? null, sentence };
  });
}
