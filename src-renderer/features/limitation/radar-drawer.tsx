import { useNavigate } from '@tanstack/react-router';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { RadarRow } from '#shared/limitation/contract.ts';
import { daysLeftWords, limitationTexts } from '#renderer/parts/limitation/limitation.nl.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './radar.module.css';
import { radarTexts as texts } from './radar.nl.ts';

/** One bill of the radar: its clocks, and what may lawfully be done next. */
export function RadarDrawer({
  row,
  onRecord,
  onWriteOff,
  onClose,
}: {
  readonly row: RadarRow;
  readonly onRecord: () => void;
  readonly onWriteOff: () => void;
  readonly onClose: () => void;
}) {
  const navigate = useNavigate();
  const refused = useRefused();
  const { householdId, invoiceId, isLimited } = row;
  return (
    <Drawer opened onClose={onClose} title={texts.drawerTitle(row.number)}>
      <Stack gap="md">
        <Text>
          <PersonName strong>{row.householdName}</PersonName> · <PersonName>{row.pupilName}</PersonName> ·{' '}
          {row.schoolName}
        </Text>
        <dl className={classes['facts']}>
          <dt>{texts.openAmount}</dt>
          <dd>
            <Money cents={row.openCents} strong />
          </dd>
          <dt>{limitationTexts.safeClock}</dt>
          <dd>{`${texts.until(formatPlainDate(row.safeLastDay))}, ${daysLeftWords(row.safeDaysLeft)}`}</dd>
          <dt>{limitationTexts.legalClock}</dt>
          <dd>{`${texts.until(formatPlainDate(row.lastDay))}, ${daysLeftWords(row.daysLeft)}`}</dd>
          {isLimited ? null : (
            <>
              <dt>{texts.actBefore}</dt>
              <dd>
                <PlainDate date={row.actBefore} />
              </dd>
            </>
          )}
          <dt>{texts.lastAct}</dt>
          <dd>{row.lastAct ?? texts.noAct}</dd>
        </dl>
        <Heading>{isLimited ? texts.decision : texts.nextActs}</Heading>
        <ol className={classes['steps']}>
          {row.nextActs.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ol>
        <div className={classes['buttons']}>
          {isLimited || refused('limitation.recordAct') ? null : (
            <Button variant="primary" onClick={onRecord}>
              {limitationTexts.recordMore}
            </Button>
          )}
          {isLimited && !refused('ledger.writeOff') ? <Button onClick={onWriteOff}>{texts.writeOff}</Button> : null}
          {isLimited ? <Button onClick={onClose}>{texts.leave}</Button> : null}
          <Button
            onClick={() =>
              void navigate({ to: '/dossiers/$householdId', params: { householdId: String(householdId) } })
            }
          >
            {texts.openDossier}
          </Button>
          <Button
            onClick={() => void navigate({ to: '/facturen/$invoiceId', params: { invoiceId: String(invoiceId) } })}
          >
            {texts.openInvoice}
          </Button>
        </div>
        <Text muted small>
          {limitationTexts.advice} {limitationTexts.sources}
        </Text>
      </Stack>
    </Drawer>
  );
}
