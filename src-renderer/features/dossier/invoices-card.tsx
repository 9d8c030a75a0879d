import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { PostingsDrawer } from '#renderer/parts/booking/postings-drawer.tsx';
import { postingsTexts } from '#renderer/parts/booking/postings.nl.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { invoiceColumns, type Picking } from './invoice-columns.tsx';
import classes from './invoices.module.css';

/** So many rows leave the timeline in sight. */
const calmCount = 8;

/** What this household owes, invoice by invoice; open ones can be picked to leave them out of messages. */
export function InvoicesCard({
  household,
  withClosed,
  onWithClosed,
  picking,
}: {
  readonly household: HouseholdPage;
  readonly withClosed: boolean;
  readonly onWithClosed: (withClosed: boolean) => void;
  readonly picking: Picking;
}) {
  const { invoices, closedInvoices } = household;
  const [all, setAll] = useState(false);
  const [postings, setPostings] = useState(false);
  const many = invoices.length > calmCount + 2;
  const rows = many && !all ? invoices.slice(0, calmCount) : invoices;
  return (
    <Card
      title={householdTexts.invoices}
      flush
      actions={
        <>
          <Button size="xs" variant="subtle" onClick={() => setPostings(true)}>
            {householdTexts.allPostings}
          </Button>
          <Switch
            label={withClosed ? householdTexts.hidePaid : householdTexts.showPaid(closedInvoices)}
            checked={withClosed}
            disabled={!withClosed && closedInvoices === 0}
            onChange={(event) => onWithClosed(event.currentTarget.checked)}
          />
        </>
      }
    >
      {invoices.length === 0 ? (
        <div className={classes['empty']}>
          <Text muted>
            {householdTexts.noInvoices} {closedInvoices > 0 ? householdTexts.noInvoicesPaid : null}
          </Text>
        </div>
      ) : (
        <div className={classes['table']}>
          <Table
            label={householdTexts.invoices}
            columns={invoiceColumns(household, picking)}
            rows={rows}
            getKey={(invoice) => invoice.invoiceId}
          />
          {many ? (
            <div className={classes['more']}>
              <Button size="xs" variant="subtle" onClick={() => setAll(!all)}>
                {all ? householdTexts.showFewer : householdTexts.showAll(invoices.length)}
              </Button>
            </div>
          ) : null}
        </div>
      )}
      {postings ? (
        <PostingsDrawer
          title={<PersonName>{postingsTexts.drawerTitle(householdTexts.allPostings, household.name)}</PersonName>}
          of={{ householdId: household.householdId }}
          onClose={() => setPostings(false)}
        />
      ) : null}
    </Card>
  );
}
