import type { ImportPreview } from '#shared/imports/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { importTexts } from './imports.nl.ts';

/** Whether the file's own total is what its rows add up to, in words; nothing for a list without amounts. */
export function FileTotal({ preview }: { readonly preview: ImportPreview }) {
  const { sumCents, fileTotal } = preview;
  if (sumCents === null) return null;
  if (fileTotal === null) return <Alert>{importTexts.sum(formatCents(sumCents))}</Alert>;
  const amount = formatCents(fileTotal.cents);
  if (fileTotal.agrees) return <Alert tone="success">{importTexts.agrees(fileTotal.rowNumber, amount)}</Alert>;
  const difference = formatCents(Math.abs(fileTotal.cents - sumCents));
  return (
    <Alert tone="warning">{importTexts.differs(fileTotal.rowNumber, amount, formatCents(sumCents), difference)}</Alert>
  );
}
