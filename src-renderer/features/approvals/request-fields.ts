import { z } from 'zod';
import { formatCentsPlain, parseAmount } from '#shared/money/cents.ts';
import { approvalTexts as texts } from './approvals.nl.ts';

/** What a maker can change in a rejected request; what it is about (claims, people) stays. */
export type EditableField = {
  /** `amountCents`, `items.2.amountCents`, `reason`, `iban`, `holderName`. */
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly isAmount: boolean;
};

const known = z.object({
  amountCents: z.number().optional(),
  items: z.array(z.object({ invoiceId: z.number(), amountCents: z.number() })).optional(),
  iban: z.string().nullish(),
  holderName: z.string().nullish(),
  reason: z.string().optional(),
});

/** The fields of a request as a person edits them. */
export function editableFields(request: Readonly<Record<string, unknown>>): EditableField[] {
  const { amountCents, items = [], iban, holderName, reason } = known.parse(request);
  const text = (path: string, label: string, value: string | null | undefined): EditableField[] =>
    value === null || value === undefined ? [] : [{ path, label, value, isAmount: false }];
  const amount = (path: string, label: string, cents: number): EditableField => ({
    path,
    label,
    value: formatCentsPlain(cents),
    isAmount: true,
  });
  return [
    ...(amountCents === undefined ? [] : [amount('amountCents', texts.amount, amountCents)]),
    ...items.map((item, index) =>
      amount(`items.${index}.amountCents`, texts.amountOf(String(item.invoiceId)), item.amountCents),
    ),
    ...text('iban', texts.iban, iban),
    ...text('holderName', texts.holderName, holderName),
    ...text('reason', texts.reason, reason),
  ];
}

/** The request with what was filled in; amounts that cannot be read stay as they were. */
export function withFields(
  request: Readonly<Record<string, unknown>>,
  fields: readonly EditableField[],
): Record<string, unknown> {
  const { items } = known.parse(request);
  const given = new Map(fields.map(({ path, value }) => [path, value]));
  const cents = (path: string, before: number): number => {
    const parsed = parseAmount(given.get(path) ?? '');
    return parsed.ok ? parsed.cents : before;
  };
  const changed: Record<string, unknown> = { ...request };
  for (const { path, value, isAmount } of fields) if (!isAmount) changed[path] = value;
  if (typeof request['amountCents'] === 'number') changed['amountCents'] = cents('amountCents', request['amountCents']);
  if (items) {
    changed['items'] = items.map((item, index) => ({
      ...item,
      amountCents: cents(`items.${index}.amountCents`, item.amountCents),
    }));
  }
  return changed;
}
