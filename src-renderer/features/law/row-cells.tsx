import type { LawValue } from '#shared/law/contract.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import classes from './law.module.css';
import { lawTexts as texts } from './law.nl.ts';
import { sourceWords, valueWords } from './law-words.ts';

/** What a row says; a blank one stands out. */
export function Value({ row }: { readonly row: LawValue }) {
  const lines = valueWords(row);
  if (lines === null) {
    return (
      <>
        <Badge tone="warning">{texts.unknown}</Badge> <span className={classes['hint']}>{texts.unknownHint}</span>
      </>
    );
  }
  return lines.map((line) => (
    <div key={line} className={classes['value']}>
      {line}
    </div>
  ));
}

export function Source({ row }: { readonly row: LawValue }) {
  return (
    <span title={row.source} className={classes['source']}>
      {sourceWords(row.source)}
    </span>
  );
}

/** Who wrote a row and when; what ships has no moment. */
export function Author({ row }: { readonly row: LawValue }) {
  if (!row.isOwn || row.at === null) return texts.shipped;
  return (
    <>
      {row.author}, <Moment at={row.at} />
    </>
  );
}
