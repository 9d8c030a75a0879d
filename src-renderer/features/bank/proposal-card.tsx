import type { ReactNode } from 'react';
import { formatCents } from '#shared/money/cents.ts';
import type { BankLine, Proposal } from '#shared/bank/shapes.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './bank.module.css';
import { confidenceTones, lineTexts as texts } from './bank-line.nl.ts';
import { KnownAccounts } from './known-accounts.tsx';
import { capital, proposalWords } from './proposal-words.ts';

/** What is proposed for a line and why, with where every cent would go. */
export function ProposalCard({
  line,
  proposal,
  actions,
}: {
  readonly line: BankLine;
  readonly proposal: Proposal;
  readonly actions: ReactNode;
}) {
  const { householdId, householdName, payerName, thirdPartyPayerName, allocations, creditCents } = proposal;
  const paidBy = thirdPartyPayerName ?? payerName;
  return (
    <>
      <Card
        title={texts.proposal}
        actions={<Badge tone={confidenceTones[proposal.confidence]}>{texts.confidence[proposal.confidence]}</Badge>}
      >
        <Stack gap="sm">
          <span className="os-name">{capital(proposal.reason)}</span>
          {householdId === null || householdName === null ? null : (
            <Text>
              <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
                <PersonName strong>{householdName}</PersonName>
              </Link>
              {paidBy === null || proposal.does !== 'book' ? null : (
                <>
                  {' · '}
                  <PersonName>{texts.viaThirdParty(paidBy)}</PersonName>
                </>
              )}
            </Text>
          )}
          {allocations.length > 0 ? (
            <Table
              label={texts.proposal}
              rows={allocations}
              getKey={({ invoiceId }) => invoiceId}
              columns={[
                { id: 'number', header: texts.invoice, cell: ({ number }) => number },
                { id: 'pupil', header: texts.pupil, cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName> },
                {
                  id: 'open',
                  header: texts.open,
                  align: 'right',
                  cell: ({ openCents }) => <Money cents={openCents} />,
                },
                {
                  id: 'amount',
                  header: proposal.does === 'takeBack' ? texts.takeBackColumn : texts.toInvoice,
                  align: 'right',
                  cell: ({ amountCents }) => <Money cents={amountCents} strong />,
                },
              ]}
            />
          ) : null}
          {proposal.does === 'book' ? null : <Text>{capital(proposalWords(proposal, line.amountCents))}.</Text>}
          {creditCents > 0 ? (
            <Text>
              {texts.rest}: {formatCents(creditCents)}
            </Text>
          ) : null}
          <div className={classes['buttons']}>{actions}</div>
        </Stack>
      </Card>
      {householdId === null ? null : <KnownAccounts householdId={householdId} />}
    </>
  );
}
