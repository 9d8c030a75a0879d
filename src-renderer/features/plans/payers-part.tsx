import { useQuery } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Card } from '#renderer/ui/card.tsx';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import type { PlanDraft } from './plan-draft.ts';
import { formTexts as texts } from './plan-form.nl.ts';
import classes from './plans.module.css';

/** Whose plan it is, and who pays in their place. */
export function PayersPart({
  payers,
  draft,
  isChange,
  isMissed,
  change,
}: {
  readonly payers: HouseholdPage['payers'];
  readonly draft: PlanDraft;
  /** Who it is about stays as it is. */
  readonly isChange: boolean;
  /** It was refused for want of something. */
  readonly isMissed: boolean;
  readonly change: (part: Partial<PlanDraft>) => void;
}) {
  const thirds = useQuery(api.people.thirdPartyPayers.queryOptions());
  const shown = isChange ? payers.filter(({ payerId }) => draft.payerIds.includes(payerId)) : payers;
  const named = shown.map(({ payerId: value, firstName, lastName, openCents }) => ({
    value,
    label: (
      <span className={classes['payer']}>
        <PersonName>{`${firstName} ${lastName}`.trim()}</PersonName>
        <Money cents={openCents} />
      </span>
    ),
  }));
  return (
    <Card title={texts.who}>
      <Stack gap="xs">
        {isChange ? (
          named.map(({ value, label }) => <div key={value}>{label}</div>)
        ) : (
          <CheckList
            label={texts.payers}
            options={named}
            value={draft.payerIds}
            onChange={(payerIds) => change({ payerIds })}
            error={draft.payerIds.length === 0 ? texts.choosePayer : null}
          />
        )}
        {payers.length > 1 && !isChange ? (
          <Text muted small>
            {texts.apart}
          </Text>
        ) : null}
        {isChange ? null : (
          <Select
            label={texts.third}
            withNames
            placeholder={texts.nobody}
            clearable
            value={draft.thirdPartyPayerId === null ? null : String(draft.thirdPartyPayerId)}
            options={(thirds.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(value) => change({ thirdPartyPayerId: value === null ? null : Number(value) })}
          />
        )}
        <TextInput
          label={texts.note}
          maxLength={1000}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        {isChange ? (
          <TextArea
            label={texts.reason}
            required
            minRows={2}
            maxLength={300}
            value={draft.reason}
            error={isMissed && draft.reason.trim() === '' ? texts.reasonMissing : null}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        ) : null}
      </Stack>
    </Card>
  );
}
