import type { ImportPreview } from '#shared/imports/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { importTexts } from './imports.nl.ts';
import classes from './imports.module.css';

/** What is to be said of the whole file: whether its own total is what its rows add up to, and what else stands out. */
export function FileRemarks({ preview }: { readonly preview: ImportPreview }) {
  const { sumCents, fileTotal, remarks } = preview;
  const differs = sumCents !== null && fileTotal !== null && !fileTotal.agrees;
  return (
    <>
      {sumCents !== null && fileTotal === null ? <Alert>{importTexts.sum(formatCents(sumCents))}</Alert> : null}
      {fileTotal?.agrees ? (
        <Alert tone="success">{importTexts.agrees(fileTotal.rowNumber, formatCents(fileTotal.cents))}</Alert>
      ) : null}
      {differs || remarks.length > 0 ? (
        <Alert tone={differs ? 'warning' : 'info'} title={differs ? importTexts.differs : null}>
          <ul className={classes['remarks']}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </>
  );
}
