import type { LawName, LawValue } from '#shared/law/contract.ts';
import { lawValueShapes } from '#shared/law/value-shapes.ts';
import { formatCentsPlain, parseAmount } from '#shared/money/cents.ts';
import { lawTexts as texts } from './law.nl.ts';

/** A value as it is typed; slices only for the lump sum. */
export type ValueDraft = {
  readonly text: string;
  readonly slices: readonly SliceDraft[];
  readonly maximum: string;
};
export type SliceDraft = { readonly above: string; readonly base: string; readonly part: string };

export type ValueField = {
  readonly label: string;
  readonly wrong: string;
  readonly read: (typed: string) => number | string | undefined;
  readonly show: (value: unknown) => string;
};

const percentField: ValueField = {
  label: texts.value.percent,
  wrong: texts.value.percentWrong,
  read: readPercent,
  show: showPercent,
};
const amountField: ValueField = {
  label: texts.value.amount,
  wrong: texts.value.amountWrong,
  read: readAmount,
  show: (value) => (typeof value === 'number' ? formatCentsPlain(value) : ''),
};
const wholeField = (label: string): ValueField => ({
  label,
  wrong: texts.value.wholeWrong,
  read: (typed) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : undefined),
  show: (value) => (typeof value === 'number' ? String(value) : ''),
});

/** How the one value of a table is typed; the lump sum has slices instead. */
export const valueFields: Readonly<Record<Exclude<LawName, 'lumpSumCap'>, ValueField>> = {
  civilInterest: percentField,
  interestCeiling: percentField,
  reminderCostCap: amountField,
  postage: amountField,
  reminderTermDays: wholeField(texts.value.days),
  mediationDays: wholeField(texts.value.days),
  limitationYears: wholeField(texts.value.years),
  maximumBillNursery: amountField,
  maximumBillPrimary: amountField,
  maximumBillMultiDay: amountField,
  schoolHoliday: {
    label: texts.value.holiday,
    wrong: texts.value.holidayWrong,
    read: (typed) => typed.trim() || undefined,
    show: (value) => (typeof value === 'string' ? value : ''),
  },
};

/** What stands in the fields when the dialog opens; three empty slices where none was known. */
export function draftOf(name: LawName, value: LawValue['value']): ValueDraft {
  if (name !== 'lumpSumCap') return { text: valueFields[name].show(value), slices: [], maximum: '' };
  const known = lawValueShapes.lumpSumCap.safeParse(value);
  if (!known.success) return { text: '', slices: [emptySlice('0,00'), emptySlice(''), emptySlice('')], maximum: '' };
  return {
    text: '',
    slices: known.data.slices.map(({ aboveCents, baseCents, basisPoints }) => ({
      above: formatCentsPlain(aboveCents),
      base: formatCentsPlain(baseCents),
      part: showPercent(basisPoints / 100),
    })),
    maximum: formatCentsPlain(known.data.maximumCents),
  };
}

/** Undefined when something cannot be read. */
export function valueOf(name: LawName, draft: ValueDraft): LawValue['value'] | undefined {
  if (name !== 'lumpSumCap') return valueFields[name].read(draft.text);
  const slices = draft.slices.map(({ above, base, part }) => ({
    aboveCents: readAmount(above),
    baseCents: readAmount(base),
    basisPoints: asBasisPoints(readPercent(part)),
  }));
  const maximumCents = readAmount(draft.maximum);
  const read = lawValueShapes.lumpSumCap.safeParse({ slices, maximumCents });
  return read.success ? read.data : undefined;
}

function emptySlice(above: string): SliceDraft {
  return { above, base: '', part: '0' };
}

function readAmount(typed: string): number | undefined {
  const parsed = parseAmount(typed);
  return parsed.ok && parsed.cents >= 0 ? parsed.cents : undefined;
}

function readPercent(typed: string): number | undefined {
  const plain = typed.replace('%', '').trim().replace(',', '.');
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}

function showPercent(value: unknown): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : '';
}

function asBasisPoints(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.round(percent * 100);
}
