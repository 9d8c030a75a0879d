import { useId } from 'react';
import { formatCents } from '#shared/money/cents.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { changeDraft } from './kept-draft.ts';
import { filledLines, type ReceiptDraft, sumOfLines } from './receipt-draft.ts';
import classes from './receipts.module.css';
import { receiptsTexts as texts } from './receipts.nl.ts';

/** The total that was counted by hand beside the sum of the lines; nothing is booked before they are the same. */
export function ControlCard({
  draft,
  problem,
  pending,
  onBook,
}: {
  readonly draft: ReceiptDraft;
  /** Why it cannot be booked yet. */
  readonly problem: string | null;
  readonly pending: boolean;
  readonly onBook: () => void;
}) {
  const whyId = useId();
  const sum = sumOfLines(draft.lines);
  const difference = draft.controlTotalCents === null ? null : sum - draft.controlTotalCents;
  return (
    <Card title={texts.control}>
      <div className={classes['control']}>
        <AmountInput
          label={texts.controlTotal}
          width={150}
          cents={draft.controlTotalCents}
          onCents={(controlTotalCents) => changeDraft({ controlTotalCents })}
        />
        <div className={classes['figure']}>
          <div className={classes['label']}>{texts.sum}</div>
          <div className={classes['value']}>
            <Money cents={sum} />
          </div>
        </div>
        <div className={classes['figure']}>
          <div className={classes['label']}>{texts.difference}</div>
          <div
            className={`${classes['value']} ${difference === null ? '' : difference === 0 ? classes['right'] : classes['wrong']}`}
          >
            {difference === null ? '–' : formatCents(difference)}
          </div>
        </div>
        <div className={classes['action']}>
          <Button
            variant="primary"
            disabled={problem !== null}
            loading={pending}
            aria-describedby={whyId}
            onClick={onBook}
          >
            {texts.book(filledLines(draft.lines).length)}
          </Button>
        </div>
      </div>
      <div id={whyId} role="status" className={classes['why']}>
        {problem ?? texts.why.ready} {draft.controlTotalCents === null ? texts.controlHint : null}
      </div>
    </Card>
  );
}
