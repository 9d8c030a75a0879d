import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { PeriodicChargeList } from '#renderer/parts/periodic-charge-list.tsx';
import { periodicTexts as texts } from '#renderer/parts/periodic.nl.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { SchoolField, useBookingSchool } from '../receipts/school-field.tsx';
import classes from '../receipts/receipts.module.css';
import { MonthRun } from './month-run.tsx';

/** The charges of a school that come back, and the run that charges a month of them. */
export function PeriodicPanel() {
  const [picked, setPicked] = useState<number | null>(null);
  const { schoolId, schools } = useBookingSchool(picked);
  const today = useToday();
  const charges = useQuery(
    api.ledger.periodicCharges.queryOptions({ input: { schoolId: schoolId ?? 0 }, enabled: schoolId !== null }),
  );
  const school = schools.find(({ id }) => id === schoolId);
  return (
    <div className={classes['stack']}>
      {schools.length > 1 ? (
        <div className={classes['bar']}>
          <SchoolField schools={schools} value={schoolId} onChange={setPicked} />
        </div>
      ) : null}
      {schoolId === null ? <Text muted>{texts.chooseSchool}</Text> : null}
      {school && today !== undefined ? <MonthRun key={school.id} school={school} today={today} /> : null}
      {schoolId === null ? null : (
        <Card title={texts.list}>
          <ProblemAlert error={charges.error} onRetry={() => void charges.refetch()} />
          {charges.isPending ? <Loading /> : null}
          {charges.data?.length === 0 ? <Text muted>{texts.noneSchool}</Text> : null}
          {charges.data && charges.data.length > 0 ? <PeriodicChargeList charges={charges.data} withPupil /> : null}
        </Card>
      )}
    </div>
  );
}
