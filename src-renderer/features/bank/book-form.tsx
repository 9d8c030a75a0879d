import { type ReactNode, useState } from 'react';
import type { BankLine } from '#shared/bank/shapes.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import { DivideForm } from './divide-form.tsx';
import type { Candidate } from './division.ts';
import { FindHousehold } from './find-household.tsx';

/** Works a line by hand: first whose money it is, then which claims it is for. */
export function BookForm({
  line,
  actions,
  onBooked,
}: {
  readonly line: BankLine;
  readonly actions: ReactNode;
  readonly onBooked: () => void;
}) {
  const [chosen, setChosen] = useState<Candidate | null>(null);
  if (chosen !== null) {
    return (
      <DivideForm
        key={chosen.householdId}
        line={line}
        household={chosen}
        actions={actions}
        onOther={() => setChosen(null)}
        onBooked={onBooked}
      />
    );
  }
  return (
    <Card title={texts.byHand}>
      <Stack gap="sm">
        <FindHousehold line={line} onChoose={setChosen} />
        <div className={classes['buttons']}>{actions}</div>
      </Stack>
    </Card>
  );
}
