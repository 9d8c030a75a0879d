import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { CapCalculator } from './cap-calculator.tsx';
import { InterestCalculator } from './interest-calculator.tsx';
import { calculatorTexts as texts } from './law.nl.ts';
import { LimitationCalculator } from './limitation-calculator.tsx';
import { TermCalculator } from './term-calculator.tsx';

const kinds = ['term', 'cap', 'interest', 'limitation'] as const;

const calculators = {
  term: TermCalculator,
  cap: CapCalculator,
  interest: InterestCalculator,
  limitation: LimitationCalculator,
} as const;

/** What if: the same reckoning that the reminders use, for a date or an amount of one's own. Nothing is kept. */
export function LawCalculators({ today }: { readonly today: PlainDate }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('term');
  const Calculator = calculators[kind];
  return (
    <Card title={texts.title}>
      <Stack gap="sm">
        <div>
          <Segmented
            label={texts.choose}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
          />
        </div>
        <Calculator today={today} />
      </Stack>
    </Card>
  );
}
