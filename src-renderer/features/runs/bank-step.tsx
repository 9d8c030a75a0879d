import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunPage, RunSchool } from '#shared/runs/contract.ts';
import { daysBetween } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { useToday } from '#renderer/parts/use-today.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import type { useRunAddress } from './list-address.ts';
import { Sentences } from './proposal-facts.tsx';
import { RefreshButton } from './refresh-button.tsx';
import { RunFrame } from './run-frame.tsx';
import { runTexts as texts } from './run.nl.ts';
import { bankIsInOrder } from './run-state.ts';
import classes from './runs.module.css';

/** Step 1: whoever paid yesterday must not be reminded today, so first how new the bank is. */
export function BankStep({
  page,
  address,
  canChange,
}: {
  readonly page: RunPage;
  readonly address: ReturnType<typeof useRunAddress>;
  readonly canChange: boolean;
}) {
  const { runId } = page;
  const [overriding, setOverriding] = useState(false);
  const today = useToday();
  const inOrder = bankIsInOrder(page);
  return (
    <RunFrame
      page={page}
      address={address}
      footer={
        <FooterBar
          actions={
            <>
              {canChange ? <RefreshButton runId={runId} /> : null}
              <FooterButton primary disabled={!inOrder} onClick={() => address.toStep('proposal')}>
                {texts.toProposal}
              </FooterButton>
            </>
          }
        >
          <span className={classes['blocked']}>{inOrder ? texts.bankInOrder : texts.bankBlocks}</span>
        </FooterBar>
      }
    >
      <div className={classes['scroll']}>
        {page.bankConcerns.length === 0 ? null : (
          <Alert
            tone="warning"
            title={texts.concernTitle}
            actions={inOrder || !canChange ? null : <Button onClick={() => setOverriding(true)}>{texts.goOn} …</Button>}
          >
            <Sentences
              sentences={page.bankConcerns.map(({ schoolId, sentence }) => (
                <>
                  {page.perSchool.length > 1 ? `${nameOf(page, schoolId)}: ` : ''}
                  {sentence}
                </>
              ))}
            />
          </Alert>
        )}
        {page.bankOverride === '' ? null : <Alert title={texts.overridden}>{page.bankOverride}</Alert>}
        <Card flush>
          <Table
            label={texts.bankTable}
            rows={page.perSchool}
            getKey={({ schoolId }) => schoolId}
            columns={columnsFor(today)}
          />
        </Card>
        <Text muted>{texts.bankExplained}</Text>
      </div>
      {overriding ? <OverrideDialog runId={runId} onClose={() => setOverriding(false)} /> : null}
    </RunFrame>
  );
}

function nameOf({ perSchool }: RunPage, schoolId: number): string {
  return perSchool.find((school) => school.schoolId === schoolId)?.schoolName ?? '';
}

function OverrideDialog({ runId, onClose }: { readonly runId: number; readonly onClose: () => void }) {
  const override = useMutation(api.runs.overrideBank.mutationOptions({ onSuccess: onClose }));
  return (
    <ReasonDialog
      title={texts.goOnTitle}
      label={texts.reason}
      confirm={texts.goOn}
      isPending={override.isPending}
      error={override.error}
      onConfirm={(reason) => override.mutate({ runId, reason })}
      onClose={onClose}
    >
      <Text muted>{texts.goOnBody}</Text>
    </ReasonDialog>
  );
}

function columnsFor(today: string | undefined): readonly TableColumn<RunSchool>[] {
  return [
    { id: 'school', header: texts.school, cell: ({ schoolName }) => <strong>{schoolName}</strong> },
    {
      id: 'statement',
      header: texts.newestStatement,
      cell: ({ newestStatementOn }) =>
        newestStatementOn === null ? (
          <Link to="/bank">{texts.never}</Link>
        ) : (
          <Link to="/bank" search={{ view: 'statements' }}>
            <PlainDate date={newestStatementOn} />
            {today === undefined ? null : `, ${texts.daysOld(daysBetween(newestStatementOn, today))}`}
          </Link>
        ),
    },
    {
      id: 'lines',
      header: texts.openLines,
      cell: ({ openLines }) => (openLines === 0 ? texts.noOpenLines : <Link to="/bank">{texts.lines(openLines)}</Link>),
    },
    {
      id: 'credit',
      header: texts.credit,
      align: 'right',
      cell: ({ schoolId, creditCents }) =>
        creditCents === 0 ? (
          <Money cents={0} />
        ) : (
          <Link to="/openstaand" search={{ schoolId, credit: true }}>
            <Money cents={creditCents} />
          </Link>
        ),
    },
  ];
}
