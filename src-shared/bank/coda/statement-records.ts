import { field } from './fields.ts';
import type { CodaFindings } from './findings.ts';
import type { CodaLine } from './lines.ts';

/** Records 3.1 to 3.3: what the bank tells about a movement. */
export type CodaInformation = { readonly first: CodaLine; second: CodaLine | null; third: CodaLine | null };

/** Records 2.1 to 2.3 and the information that belongs to them. */
export type CodaMovementRecords = {
  readonly first: CodaLine;
  second: CodaLine | null;
  third: CodaLine | null;
  readonly information: CodaInformation[];
};

/** The records of one statement, from 0 to 9; what is null is missing in the file. */
export type CodaStatementRecords = {
  readonly header: CodaLine | null;
  readonly start: number;
  opening: CodaLine | null;
  readonly movements: CodaMovementRecords[];
  closing: CodaLine | null;
  readonly messages: CodaLine[];
  trailer: CodaLine | null;
  /** Records that the trailer counts: 1, 2, 3 and 8. */
  counted: number;
};

const ranks: Readonly<Record<string, number>> = { '0': 0, '1': 1, '2': 2, '3': 2, '8': 3, '4': 4, '9': 5 };

/**
 * Puts lines together into statements and movements. The order is 0, 1, 2 and 3, 8, 4, 9, again for each statement; what
 * stands elsewhere, belongs to nothing or is missing is an error with its line. Source: facts/bank.md section 1.10, 2 and 10.
 */
export function groupStatements(lines: readonly CodaLine[], findings: CodaFindings): CodaStatementRecords[] {
  const statements: CodaStatementRecords[] = [];
  let current: CodaStatementRecords | undefined;
  let previous: string | null = null;
  for (const line of lines) {
    const record = line.text.charAt(0);
    if (ranks[record] === undefined) {
      findings.add('coda.recordType', line.number, record);
      continue;
    }
    if (record === '0' || !current) {
      if (current) findings.add('coda.incomplete', line.number, '9');
      if (record !== '0') findings.add('coda.order', line.number, record, null);
      current = emptyStatement(record === '0' ? line : null, line.number);
      statements.push(current);
    } else if (comesTooLate(record, previous)) findings.add('coda.order', line.number, record, previous);
    place(current, record, line, findings);
    previous = record;
    if (record === '9') current = undefined;
  }
  const last = lines.at(-1);
  if (current && last) findings.add('coda.incomplete', last.number, '9');
  if (last && field(last, 1, 1) === '9' && field(last, 128, 128) === '1') findings.add('coda.moreFollows', last.number);
  for (const statement of statements) reportMissing(statement, findings);
  return statements;
}

function emptyStatement(header: CodaLine | null, start: number): CodaStatementRecords {
  return { header, start, opening: null, movements: [], closing: null, messages: [], trailer: null, counted: 0 };
}

function comesTooLate(record: string, previous: string | null): boolean {
  const rank = ranks[record] ?? 0;
  const before = ranks[previous ?? '0'] ?? 0;
  const mayRepeat = record === '2' || record === '3' || record === '4';
  return rank < before || (rank === before && !mayRepeat);
}

function place(statement: CodaStatementRecords, record: string, line: CodaLine, findings: CodaFindings): void {
  if ('1238'.includes(record)) statement.counted += 1;
  if (record === '1') statement.opening ??= line;
  else if (record === '8') statement.closing ??= line;
  else if (record === '9') statement.trailer = line;
  else if (record === '4') statement.messages.push(line);
  else if (record === '2') placeMovement(statement, line, findings);
  else if (record === '3') placeInformation(statement, line, findings);
}

function placeMovement({ movements }: CodaStatementRecords, line: CodaLine, findings: CodaFindings): void {
  const part = line.text.charAt(1);
  if (part === '1') {
    movements.push({ first: line, second: null, third: null, information: [] });
    return;
  }
  const parent = movements.at(-1);
  if (part !== '2' && part !== '3') findings.add('coda.recordType', line.number, line.text.slice(0, 2));
  else if (!parent || field(parent.first, 3, 10) !== field(line, 3, 10)) reportSequence(line, parent?.first, findings);
  else if (part === '2' && !parent.second && !parent.third && parent.information.length === 0) parent.second = line;
  else if (part === '3' && !parent.third && parent.information.length === 0) parent.third = line;
  else findings.add('coda.order', line.number, '2', parent.information.length > 0 ? '3' : '2');
}

function placeInformation({ movements }: CodaStatementRecords, line: CodaLine, findings: CodaFindings): void {
  const part = line.text.charAt(1);
  const parent = movements.at(-1);
  const information = parent?.information.at(-1);
  if (part !== '1' && part !== '2' && part !== '3') {
    findings.add('coda.recordType', line.number, line.text.slice(0, 2));
  } else if (!parent || field(parent.first, 3, 6) !== field(line, 3, 6)) {
    reportSequence(line, parent?.first, findings);
  } else if (part === '1') {
    parent.information.push({ first: line, second: null, third: null });
  } else if (!information || field(information.first, 3, 10) !== field(line, 3, 10)) {
    reportSequence(line, information?.first ?? parent.first, findings);
  } else if (part === '2' && !information.second && !information.third) {
    information.second = line;
  } else if (part === '3' && !information.third) {
    information.third = line;
  } else findings.add('coda.order', line.number, '3', '3');
}

function reportSequence(line: CodaLine, expected: CodaLine | undefined, findings: CodaFindings): void {
  findings.add('coda.sequence', line.number, placeOf(line), expected ? placeOf(expected) : null);
}

/** Number and detail number as a person reads them: `0003` or `0003.0001`. */
function placeOf(line: CodaLine): string {
  const detail = field(line, 7, 10);
  return field(line, 3, 6) + (detail === '0000' ? '' : `.${detail}`);
}

function reportMissing(
  { opening, closing, trailer, movements, start }: CodaStatementRecords,
  findings: CodaFindings,
): void {
  if (!opening) findings.add('coda.incomplete', start, '1');
  // Without a trailer the file stops somewhere before, and that is told already.
  if (!closing && trailer && movements.length > 0) findings.add('coda.incomplete', trailer.number, '8');
}
