import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { receiptLine } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { findParty, PartySelect, useParties } from '#renderer/parts/booking/party-select.tsx';
import { HouseholdPicker } from '#renderer/parts/household-picker.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { LineAllocation } from './line-allocation.tsx';
import type { DraftLine } from './receipt-draft.ts';
import classes from './receipts.module.css';
import { receiptsTexts as texts } from './receipts.nl.ts';

/** One receipt: whose, how much, how, when; and below it where the money goes. */
export function ReceiptEntry({
  line,
  number,
  schoolId,
  today,
  onChange,
  onRemove,
  onEnter,
}: {
  readonly line: DraftLine;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly schoolId: number | null;
  readonly today: PlainDate;
  readonly onChange: (change: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
  readonly onEnter: () => void;
}) {
  const householdId = line.household?.householdId ?? null;
  const page = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: householdId ?? 0, withClosed: false },
      enabled: householdId !== null,
    }),
  );
  const household = householdId === null ? null : (page.data ?? null);
  const parties = useParties(household);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      onEnter();
    }
  }
  return (
    <div className={classes['entry']} data-line={line.key}>
      <div className={classes['line']}>
        <HouseholdPicker
          label={texts.line(texts.household, number)}
          labelHidden
          placeholder={texts.householdPlaceholder}
          nothingFound={texts.householdNothing}
          value={line.household}
          onChange={(chosen) =>
            onChange({ household: chosen, payerId: null, thirdPartyPayerId: null, allocations: null })
          }
        />
        <PartySelect
          label={texts.line(texts.payer, number)}
          labelHidden
          placeholder={texts.payerUnknown}
          disabled={household === null}
          parties={parties}
          value={line.payerId === null && line.thirdPartyPayerId === null ? undefined : findParty(parties, line)}
          onChange={(party) =>
            onChange({ payerId: party?.payerId ?? null, thirdPartyPayerId: party?.thirdPartyPayerId ?? null })
          }
        />
        <div onKeyDown={onKeyDown} role="presentation">
          <AmountInput
            aria-label={texts.line(texts.amount, number)}
            width="100%"
            cents={line.amountCents}
            onCents={(amountCents) => onChange({ amountCents })}
          />
        </div>
        <Select
          aria-label={texts.line(texts.method, number)}
          value={line.method}
          onChange={(method) => method !== null && onChange({ method })}
          options={receiptLine.shape.method.options.map((method) => ({ value: method, label: texts.methods[method] }))}
        />
        <DateInput
          aria-label={texts.line(texts.date, number)}
          clearable={false}
          value={line.valueDate}
          onChange={(valueDate) => onChange({ valueDate })}
          error={line.valueDate !== null && line.valueDate > today ? texts.futureDate : null}
        />
        <TextInput
          aria-label={texts.line(texts.reference, number)}
          placeholder={texts.referencePlaceholder}
          maxLength={60}
          value={line.reference}
          onChange={(event) => onChange({ reference: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <div className={classes['remove']}>
          <IconButton size="sm" label={texts.removeLine(number)} onClick={onRemove}>
            <IconX size={15} />
          </IconButton>
        </div>
      </div>
      {household ? (
        <LineAllocation line={line} number={number} household={household} schoolId={schoolId} onChange={onChange} />
      ) : null}
    </div>
  );
}
