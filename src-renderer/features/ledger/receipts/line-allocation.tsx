import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { ClaimAmounts } from '#renderer/parts/booking/claim-amounts.tsx';
import { claimsOf, isOwed } from '#renderer/parts/booking/claims.ts';
import { toProblem } from '#renderer/ui/problem.ts';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { TextButton } from '#renderer/ui/text-button.tsx';
import type { DraftLine } from './receipt-draft.ts';
import classes from './receipts.module.css';
import { receiptsTexts as texts } from './receipts.nl.ts';

/** Where the money of a line will go, by the rules or as it is divided by hand. */
export function LineAllocation({
  line,
  number,
  household,
  schoolId,
  onChange,
}: {
  readonly line: DraftLine;
  readonly number: number;
  readonly household: HouseholdPage;
  readonly schoolId: number | null;
  readonly onChange: (change: Partial<DraftLine>) => void;
}) {
  const amountCents = line.amountCents ?? 0;
  const asked = useDebounced(JSON.stringify({ amountCents, reference: line.reference.trim() }), 150);
  const { amountCents: askedCents, reference } = JSON.parse(asked) as { amountCents: number; reference: string };
  const ruled = useQuery({
    ...api.ledger.allocate.queryOptions({
      input: {
        amountCents: Math.max(1, askedCents),
        structuredReference: reference === '' ? null : reference,
        householdId: household.householdId,
        ...(line.payerId === null ? {} : { payerId: line.payerId }),
        ...(schoolId === null ? {} : { schoolId }),
      },
    }),
    enabled: askedCents > 0 && schoolId !== null,
    placeholderData: keepPreviousData,
  });
  if (amountCents === 0) return <div className={classes['goes']}>{texts.fillAmount}</div>;
  const claims = claimsOf(household).filter((claim) => isOwed(claim) && claim.schoolId === schoolId);
  const numberOf = (invoiceId: number) =>
    household.invoices.find((invoice) => invoice.invoiceId === invoiceId)?.number ?? String(invoiceId);
  const { allocations } = line;
  const shown = allocations ?? ruled.data?.allocations ?? [];
  const dividedCents = sumCents(shown.map((one) => one.amountCents ?? 0));
  const restCents = amountCents - dividedCents;
  const parts = shown.map((one) => texts.allocationPart(formatCents(one.amountCents ?? 0), numberOf(one.invoiceId)));
  const openCents = sumCents(claims.map((claim) => claim.openCents));
  const isWaiting = allocations === null && (askedCents !== amountCents || ruled.isFetching);
  return (
    <>
      <div className={classes['goes']} role="status">
        <span>{texts.goesTo}</span>
        {ruled.error && allocations === null ? (
          <span className={classes['wrong']}>{toProblem(ruled.error).sentence}</span>
        ) : isWaiting && ruled.data === undefined ? (
          <span>{texts.calculating}</span>
        ) : (
          <span className={classes['parts']}>
            {restCents < 0 && allocations !== null ? (
              <span className={classes['wrong']}>{texts.tooMuch(formatCents(-restCents))}</span>
            ) : parts.length === 0 ? (
              texts.allCredit(formatCents(amountCents))
            ) : (
              [...parts, ...(restCents > 0 ? [texts.credit(formatCents(restCents))] : [])].join(' · ')
            )}
          </span>
        )}
        <TextButton
          aria-label={allocations === null ? texts.changeOf(number) : texts.automaticOf(number)}
          onClick={() =>
            onChange({
              allocations:
                allocations === null
                  ? shown.map((one) => ({ invoiceId: one.invoiceId, amountCents: one.amountCents }))
                  : null,
            })
          }
        >
          {allocations === null ? texts.change : texts.automatic}
        </TextButton>
        <span>{texts.effect(formatCents(openCents), formatCents(openCents - Math.min(openCents, dividedCents)))}</span>
        {allocations === null
          ? (ruled.data?.skipped ?? []).map(({ invoiceId, sentence }) => <span key={invoiceId}>{sentence}</span>)
          : null}
      </div>
      {allocations === null ? null : (
        <div className={classes['divide']}>
          <ClaimAmounts
            claims={claims.map((claim) => ({
              invoiceId: claim.invoiceId,
              number: claim.number,
              pupilName: claim.pupilName,
              billingGroup: claim.billingGroup,
              mostCents: claim.openCents,
            }))}
            items={allocations}
            onItems={(items) => onChange({ allocations: items.map((item) => ({ ...item })) })}
            availableCents={amountCents}
            error={restCents < 0 ? texts.tooMuch(formatCents(-restCents)) : null}
          />
        </div>
      )}
    </>
  );
}
