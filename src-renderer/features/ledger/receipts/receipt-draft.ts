import { z } from 'zod';
import { id } from '#shared/api/schemas.ts';
import { type PlainDate } from '#shared/calendar/plain-date.ts';
import { type ReceiptLine, receiptLine } from '#shared/ledger/booking-shapes.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { receiptsTexts as texts } from './receipts.nl.ts';

const optionalCents = z.number().int().nullable();

/** A receipt that is being typed. */
const draftLine = z.object({
  key: z.number().int(),
  household: z.object({ householdId: id, title: z.string() }).nullable(),
  payerId: id.nullable(),
  thirdPartyPayerId: id.nullable(),
  amountCents: optionalCents,
  method: receiptLine.shape.method,
  valueDate: z.string().nullable(),
  reference: z.string(),
  /** Divided by hand; null: by the rules. */
  allocations: z.array(z.object({ invoiceId: id, amountCents: optionalCents })).nullable(),
});
export type DraftLine = z.infer<typeof draftLine>;

/** Everything that is being typed, with the key that lets a double press book once. */
export const receiptDraft = z.object({
  requestKey: z.string(),
  schoolId: id.nullable(),
  controlTotalCents: optionalCents,
  lines: z.array(draftLine),
});
export type ReceiptDraft = z.infer<typeof receiptDraft>;

export function newDraft(requestKey: string): ReceiptDraft {
  return { requestKey, schoolId: null, controlTotalCents: null, lines: [] };
}

/** An empty line that goes on as the one before: the same way of paying and the same day. */
export function newLine(lines: readonly DraftLine[], today: PlainDate): DraftLine {
  const last = lines.at(-1);
  return {
    key: Math.max(0, ...lines.map(({ key }) => key)) + 1,
    household: null,
    payerId: null,
    thirdPartyPayerId: null,
    amountCents: null,
    method: last?.method ?? 'cash',
    valueDate: last?.valueDate ?? today,
    reference: '',
    allocations: null,
  };
}

/** Nothing was typed in it yet. */
export function isEmptyLine({ household, amountCents, reference }: DraftLine): boolean {
  return household === null && amountCents === null && reference.trim() === '';
}

/** The lines that count; a line that was added and left empty does not. */
export function filledLines(lines: readonly DraftLine[]): readonly DraftLine[] {
  return lines.filter((line) => !isEmptyLine(line));
}

export function sumOfLines(lines: readonly DraftLine[]): number {
  return sumCents(lines.map(({ amountCents }) => amountCents ?? 0));
}

/** Why the draft cannot be booked yet, in Dutch; null when it can. `schoolId` is the school it is for. */
export function draftProblem(
  { lines, controlTotalCents }: ReceiptDraft,
  schoolId: number | null,
  today: PlainDate,
): string | null {
  const { why } = texts;
  if (schoolId === null) return why.noSchool;
  const filled = filledLines(lines);
  if (filled.length === 0) return why.noLines;
  for (const line of filled) {
    const number = lines.indexOf(line) + 1;
    if (line.household === null) return why.noHousehold(number);
    if (line.amountCents === null || line.amountCents === 0) return why.noAmount(number);
    if (line.valueDate === null) return why.noDate(number);
    if (line.valueDate > today) return why.future(number);
    if (!allocationFits(line)) return why.allocation(number);
  }
  if (controlTotalCents === null) return why.noControl;
  const difference = sumOfLines(filled) - controlTotalCents;
  if (difference < 0) return why.tooLittle(formatCents(-difference));
  return difference > 0 ? why.tooMuch(formatCents(difference)) : null;
}

/** What was divided by hand is no more than what came in, and every chosen claim has an amount. */
function allocationFits({ allocations, amountCents }: DraftLine): boolean {
  if (allocations === null) return true;
  const divided = sumCents(allocations.map((one) => one.amountCents ?? 0));
  return divided <= (amountCents ?? 0) && allocations.every((one) => one.amountCents !== null && one.amountCents > 0);
}

/** The lines as the contract takes them; only of a draft without a problem. */
export function asReceiptLines(lines: readonly DraftLine[]): ReceiptLine[] {
  return filledLines(lines).flatMap((line) => {
    const { household, amountCents, valueDate, allocations } = line;
    if (household === null || amountCents === null || valueDate === null) return [];
    return [
      {
        householdId: household.householdId,
        payerId: line.payerId,
        thirdPartyPayerId: line.thirdPartyPayerId,
        amountCents,
        method: line.method,
        valueDate,
        description: '',
        reference: line.reference.trim() === '' ? null : line.reference.trim(),
        allocations:
          allocations?.flatMap((one) => (one.amountCents === null ? [] : [{ ...one, amountCents: one.amountCents }])) ??
          null,
      },
    ];
  });
}
