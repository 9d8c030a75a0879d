import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import { ClaimTable } from './claim-table.tsx';
import { type Amounts, type Candidate, dividedOf, likelyPayer, oldestFirst, startOf } from './division.ts';
import { KnownAccounts } from './known-accounts.tsx';
import { PaidBy, usePaidByName } from './paid-by.tsx';
import { useTakeBack } from './use-line-actions.tsx';

/** Divides a line over the claims of a household; what is left becomes its credit. */
export function DivideForm({
  line,
  household,
  actions,
  onOther,
  onBooked,
}: {
  readonly line: BankLine;
  readonly household: Candidate;
  readonly actions: ReactNode;
  readonly onOther: () => void;
  readonly onBooked: () => void;
}) {
  const { householdId, householdName, claims } = household;
  const { transactionId, amountCents, counterpartyAccount } = line;
  const [amounts, setAmounts] = useState<Amounts>(() => startOf(line, household));
  const [paid, setPaid] = useState(() => likelyPayer(line, household));
  const [learn, setLearn] = useState(false);
  const payerName = usePaidByName(household, paid);
  const takeBack = useTakeBack();
  const book = useMutation(
    api.bank.book.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.booked(formatCents(amountCents)), () => takeBack([transactionId]));
        onBooked();
      },
    }),
  );
  const left = amountCents - dividedOf(amounts);
  const fits = claims.every(({ invoiceId, openCents }) => {
    const cents = amounts.get(invoiceId);
    return cents === undefined || (cents !== null && cents > 0 && cents <= openCents);
  });
  const ready = left >= 0 && fits && !book.isPending;
  const canLearn = counterpartyAccount !== null && payerName !== null;
  function submit(): void {
    if (!ready) return;
    book.mutate({
      transactionId,
      householdId,
      ...paid,
      allocations: [...amounts].flatMap(([invoiceId, cents]) =>
        cents === null ? [] : [{ invoiceId, amountCents: cents }],
      ),
      learnAccount: canLearn && learn,
    });
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Card
          title={
            <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
              <PersonName>{householdName}</PersonName>
            </Link>
          }
          actions={
            <Button size="xs" onClick={onOther}>
              {texts.otherHousehold}
            </Button>
          }
        >
          <Stack gap="sm">
            {claims.length === 0 ? (
              <Text muted>{texts.noClaims}</Text>
            ) : (
              <>
                <ClaimTable claims={claims} amounts={amounts} amountCents={amountCents} onAmounts={setAmounts} />
                <div className={classes['buttons']}>
                  <Button size="xs" onClick={() => setAmounts(oldestFirst(claims, amountCents))}>
                    {texts.oldestFirst}
                  </Button>
                  {amounts.size > 0 ? (
                    <Button size="xs" variant="subtle" onClick={() => setAmounts(new Map())}>
                      {texts.clearAmounts}
                    </Button>
                  ) : null}
                </div>
              </>
            )}
            <Remainder amountCents={amountCents} left={left} />
            <PaidBy household={household} value={paid} onChange={setPaid} />
            {canLearn ? (
              <Checkbox
                label={<span className="os-name">{texts.learn(formatIban(counterpartyAccount), payerName)}</span>}
                description={texts.learnHint}
                checked={learn}
                onChange={(event) => setLearn(event.currentTarget.checked)}
              />
            ) : null}
            <ProblemAlert error={book.error} />
            <div className={classes['buttons']}>
              <Button type="submit" variant="primary" disabled={!ready} loading={book.isPending}>
                {texts.book}
              </Button>
              {actions}
            </div>
          </Stack>
        </Card>
        <KnownAccounts householdId={householdId} />
      </Stack>
    </form>
  );
}

/** Runs along while amounts are filled in. */
function Remainder({ amountCents, left }: { readonly amountCents: number; readonly left: number }) {
  return (
    <dl className={classes['balance']}>
      <dt>{texts.received}</dt>
      <dd>{formatCents(amountCents)}</dd>
      <dt>{texts.divided}</dt>
      <dd>{formatCents(amountCents - left)}</dd>
      <dt className={left < 0 ? classes['over'] : classes['rest']}>{left < 0 ? texts.tooMuch : texts.left}</dt>
      <dd className={left < 0 ? classes['over'] : classes['rest']}>
        <span role="status">{formatCents(Math.abs(left))}</span>
      </dd>
    </dl>
  );
}
