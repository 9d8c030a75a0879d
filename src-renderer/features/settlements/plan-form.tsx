import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Settlement, SettlementCreditor } from '#shared/settlements/contract.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { NumberInput } from '#renderer/ui/number-input.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { IconX } from '@tabler/icons-react';
import { planTexts as texts } from './plan.nl.ts';
import { SharesTable } from './shares-table.tsx';

type Line = {
  readonly key: number;
  readonly name: string;
  /** Null while nothing is filled in. */
  readonly amountCents: number | null;
  readonly schoolId: number | null;
};

/** Everybody who is owed, what is divided each month, and what each then gets; the schools stand there already. */
export function PlanForm({ settlement }: { readonly settlement: Settlement }) {
  const [lines, setLines] = useState<readonly Line[]>(() => startLines(settlement));
  const [monthlyCents, setMonthlyCents] = useState(settlement.monthlyCents);
  const [fromDate, setFromDate] = useState<PlainDate | null>(settlement.planFrom);
  const [months, setMonths] = useState<number | null>(settlement.planMonths);
  const [isAsked, setIsAsked] = useState(false);

  const creditors = readLines(lines);
  const asked =
    creditors !== null && creditors.length > 0 && monthlyCents !== null
      ? {
          monthlyCents,
          creditors,
          ...(fromDate === null ? {} : { fromDate }),
          ...(months === null ? {} : { months }),
        }
      : null;
  const still = useDebounced(asked, 200);
  const shares = useQuery({
    ...api.settlements.simulate.queryOptions({ input: still ?? { monthlyCents: 0, creditors: [] } }),
    enabled: still !== null,
  });
  const save = useMutation(api.settlements.savePlan.mutationOptions({ onSuccess: () => notifyDone(texts.saved) }));

  function change(key: number, part: Partial<Line>): void {
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  }
  function submit(): void {
    setIsAsked(true);
    if (asked) save.mutate({ settlementId: settlement.settlementId, ...asked });
  }

  return (
    <section aria-label={texts.title}>
      <Heading level={3}>{texts.title}</Heading>
      <Text muted>{texts.intro}</Text>
      <Stack gap="xs">
        {lines.map((line, index) => (
          <Group key={line.key} gap="xs" align="flex-start" wrap="nowrap">
            <TextInput
              aria-label={texts.creditor(index + 1)}
              placeholder={texts.creditorPlaceholder}
              value={line.name}
              disabled={line.schoolId !== null}
              maxLength={120}
              onChange={(event) => change(line.key, { name: event.target.value })}
              error={isAsked && line.name.trim() === '' ? texts.nameMissing : undefined}
            />
            <AmountInput
              aria-label={texts.owed(index + 1)}
              cents={line.amountCents}
              onCents={(amountCents) => change(line.key, { amountCents })}
              error={isAsked && line.amountCents === null ? texts.amountMissing : null}
            />
            {line.schoolId === null ? (
              <IconButton
                label={texts.remove(index + 1)}
                onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
              >
                <IconX size={16} aria-hidden />
              </IconButton>
            ) : null}
          </Group>
        ))}
        <div>
          <Button
            onClick={() => setLines([...lines, { key: nextKey(lines), name: '', amountCents: null, schoolId: null }])}
          >
            {texts.add}
          </Button>
        </div>
        <Group gap="sm" align="flex-start">
          <AmountInput
            label={texts.monthly}
            required
            cents={monthlyCents}
            onCents={setMonthlyCents}
            error={isAsked && monthlyCents === null ? texts.amountMissing : null}
          />
          <DateInput label={texts.from} width={170} value={fromDate} onChange={setFromDate} clearable />
          <NumberInput
            label={texts.months}
            placeholder={texts.untilPaid}
            min={1}
            max={120}
            value={months ?? ''}
            onChange={(value) => setMonths(typeof value === 'number' ? value : null)}
          />
        </Group>
        {shares.data && asked ? <SharesTable shares={shares.data} /> : <Text muted>{texts.fillIn}</Text>}
        <ProblemAlert error={save.error ?? shares.error} />
        <div>
          <Button loading={save.isPending} onClick={submit}>
            {texts.save}
          </Button>
        </div>
      </Stack>
    </section>
  );
}

/** What was kept, or each school with what was frozen. */
function startLines({ creditors, frozen }: Settlement): Line[] {
  const schools = Map.groupBy(frozen, ({ schoolId }) => schoolId);
  const start: readonly SettlementCreditor[] =
    creditors.length > 0
      ? creditors
      : [...schools].map(([schoolId, bills]) => ({
          schoolId,
          name: bills[0]?.schoolName ?? '',
          amountCents: bills.reduce((sum, { cents }) => sum + cents, 0),
        }));
  return start.map((creditor, key) => ({ key, ...creditor }));
}

function nextKey(lines: readonly Line[]): number {
  return Math.max(-1, ...lines.map(({ key }) => key)) + 1;
}

/** Null while a name or an amount is missing. */
function readLines(lines: readonly Line[]): SettlementCreditor[] | null {
  const read = lines.flatMap(({ name, amountCents, schoolId }): SettlementCreditor[] =>
    name.trim() === '' || amountCents === null ? [] : [{ name: name.trim(), amountCents, schoolId }],
  );
  return read.length === lines.length ? read : null;
}
