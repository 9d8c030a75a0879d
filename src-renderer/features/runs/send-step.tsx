import type { RunPage } from '#shared/runs/contract.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Fill, FooterBar } from '#renderer/ui/page.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { LettersCard } from './letters-card.tsx';
import type { useRunAddress } from './list-address.ts';
import { Sentences } from './proposal-facts.tsx';
import { ResultList } from './result-list.tsx';
import { RunFrame } from './run-frame.tsx';
import { runTexts } from './run.nl.ts';
import { resultOf } from './run-state.ts';
import classes from './runs.module.css';
import { sendTexts as texts } from './send.nl.ts';
import { SendProgress, useSending } from './use-sending.tsx';

/** Step 4: send, print, and what came of every payer with its evidence. */
export function SendStep({
  page,
  address,
}: {
  readonly page: RunPage;
  readonly address: ReturnType<typeof useRunAddress>;
}) {
  const { status, reversal, blockers, advice } = page;
  const sending = useSending(page);
  const refused = useRefused();
  const isReady = status === 'approved' || status === 'sending';
  const raised = page.proposals.some(({ outcome }) => outcome === 'raised');
  const tasks = page.proposals.filter((row) => resultOf(row) === 'tasks').length;
  const blocked = status === 'draft' ? texts.notReady : isReady ? (blockers[0] ?? '') : '';
  const hasStarted = status === 'sending' || status === 'done' || status === 'reversed';
  return (
    <RunFrame
      page={page}
      address={address}
      footer={
        status === 'draft' || isReady ? (
          <FooterBar
            actions={
              <>
                {raised ? (
                  <FooterButton onClick={() => address.toStep('approve')}>{runTexts.toApprove}</FooterButton>
                ) : null}
                <FooterButton
                  primary
                  disabled={!isReady || blockers.length > 0 || refused('runs.send')}
                  loading={sending.isPending}
                  onClick={() => void sending.ask()}
                >
                  {status === 'sending' ? texts.resume : texts.send}
                </FooterButton>
              </>
            }
          >
            <span className={classes['blocked']}>
              {blocked === '' ? runTexts.payers(page.proposals.filter(({ isDropped }) => !isDropped).length) : blocked}
            </span>
          </FooterBar>
        ) : null
      }
    >
      <Fill>
        {reversal === null ? null : (
          <Alert
            tone="warning"
            title={`${runTexts.reversedTitle(reversal.by)}, ${formatMoment(reversal.at)}: ${reversal.reason}`}
          >
            {runTexts.reversedBody(reversal.voided, reversal.stayed)}
          </Alert>
        )}
        <ProblemAlert error={sending.error} />
        {blockers.length > 1 && isReady ? (
          <Alert tone="warning" title={texts.blockedTitle}>
            <Sentences sentences={blockers} />
          </Alert>
        ) : null}
        {advice.length > 0 && isReady ? (
          <Alert title={texts.moment}>
            <Sentences sentences={advice} />
          </Alert>
        ) : null}
        <LettersCard page={page} />
        {tasks > 0 && hasStarted ? (
          <Group gap="sm">
            <Text>
              <strong>{texts.tasksTitle(tasks)}.</strong> {texts.tasksBody}
            </Text>
            <Link to="/vandaag">{texts.toToday}</Link>
          </Group>
        ) : null}
        {page.reverseBlockedBy !== null && hasStarted && reversal === null ? (
          <Text small muted>
            {page.reverseBlockedBy}
          </Text>
        ) : null}
        <ResultList page={page} address={address} />
      </Fill>
      <SendProgress sending={sending} />
    </RunFrame>
  );
}
